"""A child's answer as blocks: the answer in words, the clocks, the list of people."""

from collections.abc import Iterable, Iterator

from graph.pages.kit import page_words
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    details,
    fold,
    heading,
    marks,
    part,
    sentence,
    table,
)
from graph.record.vocabulary import Left
from graph.rule.answer import ChildAnswer
from graph.words.answer_text import AnswerText, RelativeText
from graph.words.marks import THREAD_MARKS, Mark, mark_of
from graph.words.wording import STATUS_WORDS, risk_of

COLUMNS = (
    "Person", "Left to contact", "Why", "Since", "Last heard", "After this day", "Care",
)  # fmt: skip


def answer_blocks(text: AnswerText) -> Iterator[Block]:
    """Yield the answer in words, with who asked not to be contacted."""
    answer = text.answer
    yield heading(text.title, level=1)
    if text.about_child:
        yield sentence(text.about_child, "strong")
    yield sentence(text.headline, "lead", THREAD_MARKS[answer.thread.state])
    yield from stop_box(text)
    if any(relative.in_region for relative in answer.relatives):
        yield sentence(risk_of(answer.network), "risk")


def clock_blocks(text: AnswerText) -> Iterator[Block]:
    """Yield the last thread, then the clocks, folded to one line, and what was read."""
    yield details(("Last thread", cell(part(text.thread, "strong"), text.cut_off)))
    line = " · ".join(f"{one.label}: {one.value}" for one in text.clocks)
    clocks = ((one.label, cell(part(one.value, "strong"), one.note)) for one in text.clocks)
    yield fold(line, details(*clocks))
    yield sentence(f"{text.sources_read} {text.circumstances}", "quiet")
    for said in text.apart:
        yield sentence(said, "quiet")


def stop_box(text: AnswerText) -> Iterator[Block]:
    """Yield who around the child asked not to be contacted; nothing where nobody did."""
    if text.stopped:
        yield sentence(text.stopped, "stop", Mark.STOP)


def count_marks(answer: ChildAnswer) -> Block:
    """Return how many there are of each answer, which is the legend of the picture too."""
    no = [r for r in answer.relatives if r.answer.left is Left.NO]
    shown = [(Mark(value), f"{count} {value}") for value, count in _not_no(answer)]
    for mark in (Mark.LOST, Mark.MISSING, Mark.ASKED, Mark.HELD, Mark.DEAD):
        here = [relative for relative in no if mark_of(relative.answer) is mark]
        if here:
            shown.append((mark, f"{len(here)} no: {STATUS_WORDS[here[0].answer.status]}"))
    return marks([*shown, (Mark.CHILD, "the child"), (Mark.SIBLING, "also a child")])


def _not_no(answer: ChildAnswer) -> Iterator[tuple[str, int]]:
    for value, count in answer.counts().items():
        if value != Left.NO.value:
            yield value, count


def list_blocks(text: AnswerText, selected: str | None) -> Iterator[Block]:
    """Yield the list of everybody within reach, by closeness."""
    yield heading("Everybody recorded within reach")
    rows = [_row(text.answer, one, selected) for one in text.relatives]
    yield table(COLUMNS, rows, caption=page_words.CLOSENESS)
    if text.died_before:
        yield sentence(text.died_before, "quiet")


def _row(answer: ChildAnswer, one: RelativeText, selected: str | None) -> SheetRow:
    person, group, region = one.relative.person.id, one.relative.group, one.relative.in_region
    return SheetRow(
        id=person,
        selected=person == selected,
        cells=(
            cell(
                part(one.name, "name"),
                part(one.relation, "quiet"),
                part("a group: someone of them" if group else "", "quiet"),
                *warnings(one),
            ),
            cell(
                part(one.left, "strong", one.mark),
                one.status,
                part("in the country of risk" if region else "", "quiet"),
            ),
            cell(one.reason, part(sources_of(answer, one.relative.claims), "quiet")),
            cell(one.since, part(one.convention, "quiet")),
            cell(one.last_heard),
            cell(*(text for _, text in one.later)),
            cell(one.care),
        ),
    )


def warnings(one: RelativeText) -> list[Block]:
    """Return the hard stop, and what else must be known before any contact."""
    return [
        part(one.stop, "stop", Mark.STOP),
        *(part(caution, "warn") for caution in one.cautions),
    ]


def sources_of(answer: ChildAnswer, claims: Iterable[str]) -> str:
    """Name the sources of some claims, each with the places in it."""
    places_in: dict[str, list[str]] = {}
    for id_ in claims:
        claim = answer.claims[id_]
        places_in.setdefault(claim.source, []).append(claim.locator)
    return "; ".join(
        f"{_title(answer, source)}, {', '.join(dict.fromkeys(locators))}"
        for source, locators in places_in.items()
    )


def _title(answer: ChildAnswer, source: str) -> str:
    return answer.network.sources[source].title if source in answer.network.sources else source
