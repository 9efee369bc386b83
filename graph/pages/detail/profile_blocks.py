"""One person as blocks: the stop first, then who they are, kin, events, news they brought."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from graph.facts.adding_up import Event, Sureness, Tie
from graph.pages.kit import detail_words
from graph.pages.kit.claim_blocks import claims_table, said_in
from graph.pages.kit.event_blocks import events_table
from graph.pages.kit.links import way
from graph.pages.kit.name_links import NameLinks, event_part
from graph.pages.kit.page_state import CHILD
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    details,
    heading,
    part,
    sentence,
    table,
)
from graph.record.model import Claim
from graph.record.vocabulary import PersonKind
from graph.rule.reach import Reached
from graph.rule.whereabouts import Side
from graph.store.stays import RelativeStay
from graph.views.person_view import Profile
from graph.views.what_happened import what_happened
from graph.words import answer_text
from graph.words.cautions import NEAR_WORDS, taken_back_words
from graph.words.claim_text import TIES, NameOf
from graph.words.marks import Mark, mark_of
from graph.words.name_marks import NameMarks
from graph.words.wording import LEFT_WORDS, STATUS_WORDS, STOP, risk_of

STANDING_COLUMNS = ("Child", "What the child is to them", "On the day", "Since when", "Claims")
KIN_COLUMNS = ("Who", "What they are to this person", "Degree")
TIE_COLUMNS = ("Stated tie", "With", "How sure", "By whose word")
CHILD_PAGE = "Who is left to contact for this child"
_KINDS = {
    PersonKind.PERSON: "",
    PersonKind.GROUP: "a group that the source speaks of as one",
    PersonKind.ORGANISATION: "an organisation",
}


def top_blocks(
    shown: Profile, named: NameLinks, members: Sequence[str], *, child: bool
) -> Iterator[Block]:
    """Yield the name, the hard stop, the warning, and who it is; `child`: on the board."""
    yield heading(named.called(shown.person.id), level=1)
    yield from stop_blocks(shown)
    who = shown.person
    happened = what_happened(shown, NameMarks(stopped=named.stops))
    if happened:
        yield sentence(happened, "lead")
    yield details(
        ("A child", [part(CHILD_PAGE, to=way(CHILD, who.id))] if child else []),
        ("Also written", cell(*who.other_names)),
        ("Also recorded as", cell(*who.other_ids)),
        (
            "Possibly the same as",
            named.persons(shown.network.all_facts.clusters.doubles(who.id)),
        ),
        ("What", cell(_KINDS[who.kind])),
        ("Sex", cell(who.sex)),
        ("Born", cell(detail_words.born(who.born))),
        ("Comes from", [part for one in shown.origins for part in _origin(one, named)]),
        ("Looked for", cell("yes" if who.sought else "")),
        ("Belongs to", named.persons(who.member_of)),
        ("Members", named.persons(members)),
        ("Note", cell(*who.notes)),
    )


def _origin(event: Event, named: NameLinks) -> Iterator[Block]:
    """Yield the place that somebody comes from, and the doubt; both lead on."""
    yield from map(named.place, event.places)
    sure = event.exists is Sureness.CERTAIN
    words = answer_text.SURENESS_WORDS[event.exists]
    yield event_part("by whose word" if sure else f"{words}: by whose word", event.id)


def stop_blocks(shown: Profile) -> Iterator[Block]:
    """Yield the hard stop and what else must be known, with the requests behind them."""
    if shown.stops:
        yield sentence(STOP, "stop", Mark.STOP)
        yield sentence(detail_words.EVERY_DAY, "quiet")
    for taken_back in shown.taken_back:
        yield sentence(taken_back_words(taken_back), "warn")
    for words in dict.fromkeys(NEAR_WORDS[one.how] for one in shown.nearby):
        yield sentence(words, "warn")
    requests = {one.id: one for one in (*shown.stops, *(near.request for near in shown.nearby))}
    if requests:
        yield details(
            (
                "The request",
                [event_part(answer_text.deed(event), event.id) for event in requests.values()],
            )
        )


def standing_blocks(
    standings: Iterable[RelativeStay],
    silent: Mapping[str, str],
    shown: Profile,
    named: NameLinks,
    claims: Mapping[str, Claim],
    day: date,
) -> Iterator[Block]:
    """Yield for which children somebody is within reach, and how they stand on a day.

    Args:
        standings: by the calendars.
        silent: children, with names, within whose reach they are with nothing recorded.
        claims: those around the person, by id.
    """
    yield heading("For which children")
    outside = shown.network.side(shown.person.id, day) is Side.OUTSIDE
    if shown.person.kind is not PersonKind.ORGANISATION and not outside:
        yield sentence(risk_of(shown.network), "risk")
    held = [one for one in standings if one.holds(day)]
    rows = [_standing_row(one, shown, named, claims) for one in held]
    rows += [_silent_row(id_, name, shown, named) for id_, name in silent.items()]
    if rows:
        caption = f"Answers on {day.isoformat()}"
        yield table(STANDING_COLUMNS, rows, caption=caption)
    else:
        yield sentence(detail_words.NO_CHILDREN)


def _standing_row(
    one: RelativeStay, shown: Profile, named: NameLinks, claims: Mapping[str, Claim]
) -> SheetRow:
    stay = one.stay
    answer = part(LEFT_WORDS[stay.left], "strong", mark_of(stay))
    decides = shown.network.facts.events.get(stay.deciding)
    return SheetRow(
        cells=(
            cell(
                part(one.child_name, "name", to=way(CHILD, one.child)), *named.stop(one.child)
            ),
            cell(_relation(shown, one.child)),
            cell(answer, STATUS_WORDS[stay.status]),
            cell(
                event_part(answer_text.deed(decides), decides.id) if decides else "",
                part(detail_words.span(stay.first, stay.last), "quiet"),
            ),
            cell(*said_in(stay.claims, claims, named.called)),
        )
    )


def _silent_row(child: str, name: str, shown: Profile, named: NameLinks) -> SheetRow:
    unknown = part("unknown", "strong", Mark.UNKNOWN)
    return SheetRow(
        cells=(
            cell(part(name, "name", to=way(CHILD, child)), *named.stop(child)),
            cell(_relation(shown, child)),
            cell(unknown, "no contact recorded"),
            cell("", ""),
            cell(""),
        )
    )


def _relation(shown: Profile, child: str) -> str:
    reached = shown.network.reached.get(child)
    return reached.relation if reached is not None else ""


def kin_blocks(
    shown: Profile, named: NameLinks, claims: Mapping[str, Claim]
) -> Iterator[Block]:
    """Yield kinship as it is stated, and as it is worked out from all that is stated."""
    yield heading("Kin and ties")
    if not shown.kin and not shown.ties:
        yield sentence(detail_words.NO_KIN)
        return
    if shown.ties:
        rows = [_tie_row(tie, named, claims, shown.person.id) for tie in shown.ties]
        yield table(TIE_COLUMNS, rows, caption="Stated")
    if shown.kin:
        rows = [_kin_row(one, named) for one in shown.kin]
        yield table(KIN_COLUMNS, rows, caption="Worked out from the stated ties")


def _tie_row(tie: Tie, named: NameLinks, claims: Mapping[str, Claim], person: str) -> SheetRow:
    other = tie.relative if tie.person == person else tie.person
    cited = [claims[id_] for id_ in tie.claims if id_ in claims]
    until = "" if tie.until is None else f"until {detail_words.born(tie.until)}"
    words = tie_words(tie, named.called)
    return SheetRow(
        cells=(
            cell(words, part(until, "quiet")),
            cell(*named.person(other)),
            cell(
                answer_text.SURENESS_WORDS[tie.exists],
                part("" if tie.exists is Sureness.CERTAIN else tie.basis.value, "quiet"),
            ),
            cell(*named.told_by(cited)),
        )
    )


def tie_words(tie: Tie, name: NameOf) -> str:
    """Say a tie: "Amina, brother or sister of Turghun (full)"."""
    words = TIES[tie.kind].removeprefix("is a ").removeprefix("is ") if tie.kind in TIES else ""
    words = words or f"{tie.term or tie.kind.value} of"
    qualifier = f" ({tie.qualifier})" if tie.qualifier else ""
    return f"{name(tie.person)}, {words} {name(tie.relative)}{qualifier}"


def _kin_row(one: Reached, named: NameLinks) -> SheetRow:
    degree = "" if one.degree is None else str(one.degree)
    return SheetRow(cells=(cell(*named.person(one.person)), cell(one.relation), cell(degree)))


def recorded_blocks(
    shown: Profile, named: NameLinks, claims: Mapping[str, Claim], day: date
) -> Iterator[Block]:
    """Yield what happened, who relayed what, and every claim."""
    yield heading("What happened, in order")
    if shown.happened:
        caption = detail_words.in_italics(day)
        yield from events_table(shown.happened, named, claims, day, caption)
    else:
        yield sentence(detail_words.NO_EVENTS)
    yield from _relays(shown, named)
    yield heading("Everything that is claimed")
    if not shown.claims:
        yield sentence(detail_words.NO_CLAIMS)
    yield from claims_table(shown.claims, named, "Each claim, whether it counts or not")


def _relays(shown: Profile, named: NameLinks) -> Iterator[Block]:
    through, to_us = shown.relayed, shown.relayed_to_us
    if through or to_us:
        yield heading("Who relays what")
    yield from claims_table(through, named, "Came to the informant through this person")
    yield from claims_table(to_us, named, "Of this person, came through others")
