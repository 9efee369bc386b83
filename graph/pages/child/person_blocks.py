"""One person as blocks: the answer, the claims behind it, and what happened to them."""

from collections.abc import Iterable, Iterator

from graph.facts.adding_up import Event, Sureness
from graph.pages.kit.answer_blocks import sources_of, warnings
from graph.pages.kit.claim_blocks import claims_table
from graph.pages.kit.links import PLACE, way
from graph.pages.kit.name_links import NameLinks, event_part
from graph.pages.kit.page_state import PERSON
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
from graph.views.person_view import events_about
from graph.words.answer_text import SURENESS_WORDS, AnswerText, RelativeText, deed
from graph.words.wording import SORTED_BY, STOP, risk_of, when_words

EVERYTHING = "Everything that is recorded of them"
THE_CHILD = "The child whom the question is about."
ALSO_A_CHILD = "A child too: brothers and sisters left behind are not counted as contacts."
AFTER_THE_DAY = f"Timeline; what happened after the day is in italics. {SORTED_BY}"
TIME_COLUMNS = ("When", "What", "Where", "Who else", "How sure")


def person_blocks(text: AnswerText, person: str) -> Iterator[Block]:
    """Yield all that is shown of one person."""
    known = text.answer.network.facts.people[person]
    yield heading(text.called(person))
    yield details(("More", cell(part(EVERYTHING, to=way(PERSON, person)))))
    others = "; ".join(known.other_names)
    yield from _if_any(f"Also written: {others}." if others else "")
    yield from why_blocks(text, person)
    yield from _timeline(text, person)


def why_blocks(text: AnswerText, person: str) -> Iterator[Block]:
    """Yield why somebody is, or is not, left to contact, and the evidence."""
    for one in text.relatives:
        if one.relative.person.id == person:
            yield from _relative_blocks(text, one)
            return
    requests = text.answer.stops.get(person, ())
    if requests:
        yield sentence(STOP, "stop")
    for event in requests:
        yield sentence(deed(event), "quiet")
    child = person == text.answer.network.child.id
    yield sentence(THE_CHILD if child else ALSO_A_CHILD)
    claims = text.answer.network.facts.people[person].claims
    yield from claim_blocks(text, claims, "Claims about who this is")


def _relative_blocks(text: AnswerText, one: RelativeText) -> Iterator[Block]:
    for warning in warnings(one):
        yield from _if_any(warning["text"], warning["tone"])
    for request in one.requests:
        yield sentence(request, "quiet")
    yield sentence(one.relation)
    yield sentence(one.answer, "lead", one.mark)
    yield sentence(one.reason)
    since = " · ".join(part for part in (one.since, one.convention) if part)
    yield from _if_any(f"Since: {since}." if since else "")
    yield sentence(f"Last heard: {one.last_heard}.")
    yield from claim_blocks(text, one.relative.claims, "Claims behind the answer")
    yield from _beliefs(text, one.relative.answer.evidence)
    if one.relative.in_region:
        yield sentence(risk_of(text.answer.network), "risk")
    yield from _if_any(one.care)
    yield from _if_any(one.after)


def claim_blocks(text: AnswerText, claims: Iterable[str], title: str) -> Iterator[Block]:
    """Yield claims as a table: what each says, where, in which words, and if it counts."""
    answer = text.answer
    named = NameLinks(
        people=answer.network.all_facts.people,
        places=answer.network.borders.places,
        sources=answer.network.sources,
        stops=frozenset(answer.stops),
    )
    yield from claims_table((answer.claims[id_] for id_ in claims), named, title)


def _beliefs(text: AnswerText, events: Iterable[Event]) -> Iterator[Block]:
    rows = [
        SheetRow(
            cells=(
                cell(f"“{belief.words}”"),
                cell(belief.reading),
                cell(text.called(belief.by) if belief.by else ""),
                cell(belief.certainty),
            )
        )
        for event in events
        for belief in event.beliefs
    ]
    if rows:
        columns = ("Words", "Read as", "By", "How sure they are")
        yield table(columns, rows, caption="Beliefs: somebody's reading of words, not facts")


def _timeline(text: AnswerText, person: str) -> Iterator[Block]:
    """Yield what is recorded to have happened to somebody, by when it began."""
    events = events_about(text.answer.network, person)
    if events:
        rows = [_event_row(text, event, person) for event in events]
        yield table(TIME_COLUMNS, rows, caption=AFTER_THE_DAY)


def _event_row(text: AnswerText, event: Event, person: str) -> SheetRow:
    places = text.answer.network.borders.places
    others = [
        f"{text.called(one)} ({role.value})" for role, one in event.people if one != person
    ]
    roles = [role.value for role, one in event.people if one == person and role != "subject"]
    later = event.past(text.answer.as_of) is Sureness.NO
    return SheetRow(
        tone="later" if later else "",
        cells=(
            cell(when_words(event)),
            cell(
                event_part(event.type.words, event.id),
                part(", ".join(roles), "quiet"),
                _duress(event),
            ),
            cell(
                *(
                    part(places[one].name, to=way(PLACE, one))
                    for one in event.places
                    if one in places
                )
            ),
            cell(", ".join(others)),
            cell(
                SURENESS_WORDS[event.exists],
                part(sources_of(text.answer, event.claims), "quiet"),
            ),
        ),
    )


def _duress(event: Event) -> Block:
    return part("said to have been under duress" if event.duress else "", "warn")


def _if_any(text: str, tone: str = "") -> Iterator[Block]:
    if text:
        yield sentence(text, tone)
