"""One person as blocks: the answer, the claims behind it, and what happened to them."""

from collections.abc import Iterable, Iterator

from graph.facts.adding_up import Event, Sureness
from graph.pages.kit.answer_blocks import warnings
from graph.pages.kit.links import PLACE, SOURCE, way
from graph.pages.kit.name_links import event_part
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
from graph.record.vocabulary import Standing
from graph.rule.answer import ChildAnswer, Relative
from graph.rule.network import reaches
from graph.words import answer_text
from graph.words.marks import mark_of
from graph.words.wording import RISK, STOP, when_words

EVERYTHING = "Everything that is recorded of them"
CLAIM_COLUMNS = ("Claim", "Source", "Where in it", "Words", "Standing")
TIME_COLUMNS = ("When", "What", "Where", "Who else", "How sure")


def person_blocks(answer: ChildAnswer, person: str) -> Iterator[Block]:
    """Yield all that is shown of one person."""
    known = answer.network.facts.people[person]
    yield heading(answer_text.called(answer, known))
    yield details(("More", cell(part(EVERYTHING, to=way(PERSON, person)))))
    others = "; ".join(known.other_names)
    yield from _if_said(f"Also written: {others}." if others else "")
    found = next((r for r in answer.relatives if r.person.id == person), None)
    if found is None:
        yield from _stop_blocks(answer, person)
        yield sentence(_uncounted(answer, person))
        yield from claim_blocks(answer, known.claims, "Claims about who this is")
    else:
        yield from _relative_blocks(answer, found)
    yield from _timeline(answer, person)


def _uncounted(answer: ChildAnswer, person: str) -> str:
    if person == answer.network.child.id:
        return "The child whom the question is about."
    return "A child too: brothers and sisters left behind are not counted as contacts."


def _stop_blocks(answer: ChildAnswer, person: str) -> Iterator[Block]:
    """Yield the hard stop of somebody who is no relative to count: a child asks, too."""
    requests = answer.stops.get(person, ())
    if requests:
        yield sentence(STOP, "stop")
    for event in requests:
        yield sentence(answer_text.deed(event), "quiet")


def _relative_blocks(answer: ChildAnswer, relative: Relative) -> Iterator[Block]:
    for warning in warnings(relative):
        yield from _if_said(warning["text"], warning["tone"])
    for event in relative.do_not_contact:
        yield sentence(answer_text.deed(event), "quiet")
    yield sentence(relative.reached.relation)
    yield from _reason_blocks(answer, relative)
    if relative.in_region:
        yield sentence(RISK, "risk")
    yield from _if_said("" if relative.care is None else answer_text.CARE_WORDS[relative.care])
    later = "; ".join(answer_text.deed(event) for event in relative.later)
    yield from _if_said(f"After this day: {later}." if later else "")


def why_not_blocks(answer: ChildAnswer, person: str) -> Iterator[Block]:
    """Yield why somebody is not left to contact, and the evidence."""
    found = next((r for r in answer.relatives if r.person.id == person), None)
    if found is None:
        yield from _stop_blocks(answer, person)
        yield sentence(_uncounted(answer, person))
        yield from claim_blocks(answer, answer.network.facts.people[person].claims, "Claims")
        return
    for warning in warnings(found):
        yield from _if_said(warning["text"], warning["tone"])
    yield from _reason_blocks(answer, found)


def _reason_blocks(answer: ChildAnswer, relative: Relative) -> Iterator[Block]:
    """Yield why somebody is, or is not, left to contact, and the evidence."""
    said = relative.answer
    yield sentence(answer_text.standing(relative), "lead", mark_of(said))
    yield sentence(answer_text.why(answer, relative))
    since = " · ".join(line for line in answer_text.since(answer, relative) if line)
    yield from _if_said(f"Since: {since}." if since else "")
    heard = ", ".join(line for line in answer_text.last_heard(relative, answer.as_of) if line)
    yield sentence(f"Last heard: {heard}.")
    yield from claim_blocks(answer, relative.claims, "Claims behind the answer")
    yield from _beliefs(answer, said.evidence)


def claim_blocks(answer: ChildAnswer, claims: Iterable[str], title: str) -> Iterator[Block]:
    """Yield claims as a table: where each was said, in which words, and whether it stands."""
    rows = [_claim_row(answer, id_) for id_ in claims]
    if rows:
        yield table(CLAIM_COLUMNS, rows, caption=title)


def _claim_row(answer: ChildAnswer, id_: str) -> SheetRow:
    claim = answer.claims[id_]
    source = answer.network.sources.get(claim.source)
    title = claim.source if source is None else source.title
    taken_back = f"by {claim.retracted_by}, {claim.retracted_on}: {claim.retracted_why}"
    return SheetRow(
        tone="" if claim.active else "later",
        cells=(
            cell(claim.id),
            cell(part(title, to=way(SOURCE, claim.source))),
            cell(claim.locator),
            cell(claim.words, part(claim.note, "quiet")),
            cell(
                claim.standing.value,
                part(taken_back if claim.standing is Standing.RETRACTED else "", "quiet"),
            ),
        ),
    )


def _beliefs(answer: ChildAnswer, events: Iterable[Event]) -> Iterator[Block]:
    rows = [
        SheetRow(
            cells=(
                cell(f"“{belief.words}”"),
                cell(belief.reading),
                cell(_reader(answer, belief.by)),
                cell(belief.certainty),
            )
        )
        for event in events
        for belief in event.beliefs
    ]
    if rows:
        columns = ("Words", "Read as", "By", "How sure they are")
        yield table(columns, rows, caption="Beliefs: somebody's reading of words, not facts")


def _reader(answer: ChildAnswer, person: str) -> str:
    people = answer.network.all_facts.people
    return answer_text.called(answer, people[person]) if person in people else person


def _timeline(answer: ChildAnswer, person: str) -> Iterator[Block]:
    """Yield what is recorded to have happened to somebody, by when it began."""
    people = answer.network.facts.people
    events = [
        event
        for event in answer.network.facts.events.values()
        if person in {one for _, one in event.people} | reaches(event, people)
    ]
    events.sort(key=lambda e: (e.span.start.earliest, e.span.start.latest, e.id))
    if events:
        rows = [_event_row(answer, event, person) for event in events]
        yield table(TIME_COLUMNS, rows, caption="Timeline; what is after the day leans")


def _event_row(answer: ChildAnswer, event: Event, person: str) -> SheetRow:
    places, people = answer.network.borders.places, answer.network.facts.people
    others = [
        f"{answer_text.called(answer, people[one])} ({role.value})"
        if one in people
        else role.value
        for role, one in event.people
        if one != person
    ]
    roles = [role.value for role, one in event.people if one == person and role != "subject"]
    later = event.past(answer.as_of) is Sureness.NO
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
                answer_text.SURENESS_WORDS[event.exists],
                part(", ".join(event.claims), "quiet"),
            ),
        ),
    )


def _duress(event: Event) -> Block:
    return part("said to have been under duress" if event.duress else "", "warn")


def _if_said(text: str, tone: str = "") -> Iterator[Block]:
    if text:
        yield sentence(text, tone)
