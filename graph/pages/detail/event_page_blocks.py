"""One event as blocks: its facts, the reason for its date, its sources, and what it decides."""

from collections.abc import Iterable, Iterator
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.pages.kit import detail_words
from graph.pages.kit.claim_blocks import MOST, claims_table, more, said_in
from graph.pages.kit.links import way
from graph.pages.kit.name_links import NameLinks, event_part
from graph.pages.kit.page_state import CHILD, PERSON
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
from graph.record.dates import said_window
from graph.record.model import EventClaim, Interpretation
from graph.record.vocabulary import Scope, Stance
from graph.store.stays import RelativeStay
from graph.views.event_view import Happening, Ordered
from graph.words.answer_text import SURENESS_WORDS
from graph.words.marks import Mark, mark_of
from graph.words.wording import LEFT_WORDS, STATUS_WORDS, STOP_SHORT, days_words, when_words

TIME_COLUMNS = ("As it was said", "What these words allow", "Worked out from", "Source")
ORDER_COLUMNS = ("This event", "The other event", "Time between", "By whose word")
READING_COLUMNS = ("Words", "Read as", "By", "How sure they are", "Instead of", "Source")
DECIDED_COLUMNS = ("Person", "For the child", "Left to contact", "When", "How")


def top_blocks(shown: Happening, named: NameLinks, day: date) -> Iterator[Block]:
    """Yield what happened, to whom, where and when."""
    event = shown.event
    yield heading(title(event, named), level=1)
    yield sentence(_on_day(event, day), "lead")
    yield details(
        *((_role(role), named.persons(ids)) for role, ids in _by_role(event).items()),
        ("Where", [named.place(place) for place in event.places]),
        ("When", cell(when_words(event))),
        ("Until", cell("" if event.span.end is None else said_window(event.span.end))),
        ("Term would end", cell("" if event.term is None else said_window(event.term))),
        ("How sure", cell(*_sureness(shown))),
        ("Learned", cell("" if shown.learned is None else said_window(shown.learned))),
        ("Of a group", cell(detail_words.SOME if event.scope is Scope.SOME else "")),
        ("Duress", cell(detail_words.DURESS if event.duress else "")),
    )


def title(event: Event, named: NameLinks) -> str:
    """Name an event: what it was, and whom it happened to."""
    people = [named.called(person) for role, person in event.people if role.value == "subject"]
    words = event.type.words
    return f"{words[:1].upper()}{words[1:]}: {', '.join(people)}"


def _on_day(event: Event, day: date) -> str:
    past = event.past(day)
    said = {
        Sureness.CERTAIN: "recorded as having happened by then",
        Sureness.MAYBE: "it may have happened by then, or not",
        Sureness.NO: "it had not happened by then, or does not count",
    }[past]
    return f"{day.isoformat()}: {said}."


def _by_role(event: Event) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {}
    for role, person in event.people:
        roles.setdefault(role.value, []).append(person)
    return roles


def _role(role: str) -> str:
    return "Who" if role == "subject" else f"{role[:1].upper()}{role[1:]}"


def _sureness(shown: Happening) -> Iterator[str]:
    yield SURENESS_WORDS[shown.event.exists]
    if shown.event.id in shown.facts.timeline.contradicted:
        yield "the order of events leaves no day for it"


def time_blocks(
    shown: Happening, named: NameLinks, claims: Iterable[EventClaim]
) -> Iterator[Block]:
    """Yield why the event is dated so: what was said of when, and what orders it.

    Args:
        claims: all about it, and about what dates it.
    """
    yield heading("Why it is dated so")
    rows = [_time_row(claim, named) for claim in shown.claims if claim.active]
    yield table(TIME_COLUMNS, rows, caption="What was said of when")
    if shown.orders:
        by_id = {claim.id: claim for claim in claims}
        orders = [_order_row(one, shown, named, by_id) for one in shown.orders]
        yield table(ORDER_COLUMNS, orders, caption="What orders it among other events")
    window = said_window(shown.event.span.start)
    yield sentence(f"All of it together leaves: {window}.")


def _time_row(claim: EventClaim, named: NameLinks) -> SheetRow:
    when = claim.when
    said = f"“{when.text}”" if when.text and not when.event else detail_words.NO_TIME
    until = claim.until
    ended = f"until “{until.text}”" if until is not None and not until.event else ""
    basis = "" if when.basis == "stated" else when.basis
    return SheetRow(
        cells=(
            cell(said, ended, part(claim.repeats, "quiet")),
            cell(
                said_window(when.window),
                "" if until is None else f"until {said_window(until.window)}",
            ),
            cell(basis),
            cell(*named.told_by([claim])),
        )
    )


def _order_row(
    one: Ordered, shown: Happening, named: NameLinks, claims: dict[str, EventClaim]
) -> SheetRow:
    other = shown.facts.events.get(one.other)
    words = one.other if other is None else f"{title(other, named)}, {when_words(other)}"
    cited = [claims[one.claim]] if one.claim in claims else []
    return SheetRow(
        cells=(
            cell(one.turn.value),
            cell(event_part(words, one.other)),
            cell(_days_between(one), part(one.basis, "quiet")),
            cell(*(named.told_by(cited) or said_in([one.claim], {}, named.called))),
        )
    )


def _days_between(one: Ordered) -> str:
    return "" if (one.least, one.most) == (0, None) else days_words(one.least, one.most)


def evidence_blocks(shown: Happening, named: NameLinks) -> Iterator[Block]:
    """Yield the claims for and against it, how they came, and what was read in its words."""
    supports = [c for c in shown.claims if c.active and c.stance is Stance.SUPPORTS]
    disputes = [c for c in shown.claims if c.active and c.stance is Stance.DISPUTES]
    retracted = [c for c in shown.claims if not c.active]
    yield heading("Claims")
    yield from claims_table(supports, named, "For it")
    yield from claims_table(disputes, named, "Against it")
    yield from claims_table(retracted, named, "Retracted: count for nothing, and stay readable")
    if any(claim.relayed_by for claim in shown.claims):
        yield heading("How it came to the informant")
        yield details(*(_relayed(c, named) for c in shown.claims if c.relayed_by))
    if shown.readings:
        yield heading("Readings")
        yield sentence(detail_words.READINGS, "quiet")
        rows = [_reading_row(one, shown, named) for one in shown.readings]
        yield table(READING_COLUMNS, rows)


def _relayed(claim: EventClaim, named: NameLinks) -> tuple[str, list[Block]]:
    where = ", ".join(one for one in (named.title(claim.source), claim.locator) if one)
    return where, _chain(claim, named)


def _chain(claim: EventClaim, named: NameLinks) -> list[Block]:
    parts = []
    for hop, person in enumerate(claim.relayed_by, start=1):
        parts += named.person(person, after=f" (step {hop})")
    return parts


def _reading_row(one: Interpretation, shown: Happening, named: NameLinks) -> SheetRow:
    rivals = {two.about: two.reading for two in shown.readings}
    counts = "" if one.active else "retracted"
    return SheetRow(
        tone="" if one.active else "later",
        cells=(
            cell(f"“{one.words}”"),
            cell(one.reading, *_backed(one, shown), part(counts, "strong")),
            cell(*(named.person(one.by) if one.by else ())),
            cell(one.certainty),
            cell(rivals.get(one.alternative_to, one.alternative_to)),
            cell(*named.told_by([one])),
        ),
    )


def _backed(one: Interpretation, shown: Happening) -> Iterator[Block]:
    """Yield what rests on a reading: this event, or another one."""
    if one.backs == shown.event.id:
        yield part("this event rests on it", "quiet")
    elif one.backs:
        other = shown.facts.events.get(one.backs)
        words = one.backs if other is None else other.type.words
        yield event_part(f"another event rests on it: {words}", one.backs, "quiet")


def decided_blocks(
    shown: Happening, decided: Iterable[RelativeStay], stops: frozenset[str], day: date
) -> Iterator[Block]:
    """Yield what the event does by the rule, and whose answers rest on it."""
    yield heading("What it changes for who is left to contact")
    yield sentence(detail_words.EFFECTS[shown.event.effect])
    every = sorted(decided, key=lambda one: not one.decides)
    rows = [_decided_row(one, stops, day) for one in every[:MOST]]
    if rows:
        yield table(DECIDED_COLUMNS, rows, caption="Answers that rest on it")
    else:
        yield sentence(detail_words.DECIDES_NOTHING)
    yield from more(len(every) - MOST)


def _stop(person: str, stops: frozenset[str]) -> list[Block]:
    return cell(part(STOP_SHORT if person in stops else "", "stop", Mark.STOP))


def _decided_row(one: RelativeStay, stops: frozenset[str], day: date) -> SheetRow:
    stay = one.stay
    return SheetRow(
        cells=(
            cell(
                part(one.name, "name", to=way(PERSON, stay.person)), *_stop(stay.person, stops)
            ),
            cell(part(one.child_name, to=way(CHILD, one.child)), *_stop(one.child, stops)),
            cell(
                part(LEFT_WORDS[stay.left], "strong", mark_of(stay)),
                STATUS_WORDS[stay.status],
            ),
            cell(
                detail_words.span(stay.first, stay.last),
                part(day.isoformat() if one.holds(day) else "", "quiet"),
            ),
            cell("decides it" if one.decides else part("among the evidence", "quiet")),
        )
    )
