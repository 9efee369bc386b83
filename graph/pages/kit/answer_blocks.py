"""A child's answer as blocks: the answer in words, the clocks, the list of people."""

from collections.abc import Iterable, Iterator

from graph.pages.kit import page_words
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    heading,
    marks,
    part,
    sentence,
    table,
    tiles,
)
from graph.record.vocabulary import Left
from graph.rule.answer import ChildAnswer, Relative
from graph.words import answer_text
from graph.words.cautions import cautions
from graph.words.marks import THREAD_MARKS, Mark, mark_of
from graph.words.wording import LEFT_WORDS, RISK, STATUS_WORDS, STOP, status_words

COLUMNS = (
    "Person", "Left to contact", "Why", "Since", "Last heard", "After this day", "Care",
)  # fmt: skip


def answer_blocks(answer: ChildAnswer) -> Iterator[Block]:
    """Yield the answer in words, then the clocks."""
    yield heading(answer_text.title(answer), level=1)
    yield sentence(answer_text.headline(answer), "lead", THREAD_MARKS[answer.thread.state])
    yield from stop_box(answer)
    yield sentence(
        f"{answer_text.read_from(answer.sources)} {answer_text.circumstances(answer)}",
        "quiet",
    )
    if any(relative.in_region for relative in answer.relatives):
        yield sentence(RISK, "risk")
    yield tiles(*_clock_tiles(answer))


def stop_box(answer: ChildAnswer) -> Iterator[Block]:
    """Yield who around the child asked not to be contacted; nothing where nobody did."""
    stopped = answer_text.stopped(answer)
    if stopped:
        yield sentence(stopped, "stop", Mark.STOP)


def _clock_tiles(answer: ChildAnswer) -> Iterator[tuple[str, str, str]]:
    for _, label, value, note in answer_text.clock_tiles(answer):
        yield label, value, note
    yield "Last thread", answer.thread.state.value, answer_text.thread_note(answer)


def count_marks(answer: ChildAnswer) -> Block:
    """Return how many there are of each answer, which is the legend of the picture too."""
    no = [r for r in answer.relatives if r.answer.left is Left.NO]
    shown = [(Mark(value), f"{count} {value}") for value, count in _not_no(answer)]
    for mark in (Mark.LOST, Mark.ASKED, Mark.HELD, Mark.DEAD):
        here = [relative for relative in no if mark_of(relative.answer) is mark]
        if here:
            shown.append((mark, f"{len(here)} no: {STATUS_WORDS[here[0].answer.status]}"))
    return marks([*shown, (Mark.CHILD, "the child"), (Mark.SIBLING, "also a child")])


def _not_no(answer: ChildAnswer) -> Iterator[tuple[str, int]]:
    for value, count in answer.counts().items():
        if value != Left.NO.value:
            yield value, count


def list_blocks(answer: ChildAnswer, selected: str | None) -> Iterator[Block]:
    """Yield the list of everybody within reach, by closeness."""
    yield heading("Everybody recorded within reach")
    yield table(
        COLUMNS,
        [_row(answer, relative, selected) for relative in answer.relatives],
        caption=page_words.CLOSENESS,
    )


def _row(answer: ChildAnswer, relative: Relative, selected: str | None) -> SheetRow:
    said = relative.answer
    return SheetRow(
        id=relative.person.id,
        selected=relative.person.id == selected,
        cells=(
            cell(
                part(relative.person.name, "name"),
                part(relative.reached.relation, "quiet"),
                part("a group: someone of them" if relative.group else "", "quiet"),
                *warnings(relative),
            ),
            cell(
                part(LEFT_WORDS[said.left], "strong", mark_of(said)),
                status_words(said),
                part("in the country of risk" if relative.in_region else "", "quiet"),
            ),
            cell(answer_text.why(answer, relative), part(_sources(answer, relative), "quiet")),
            cell(*_first_then_quiet(answer_text.since(answer, relative))),
            cell(*_first_then_quiet(answer_text.last_heard(relative, answer.as_of))),
            cell(*(answer_text.deed(event) for event in relative.later)),
            cell("" if relative.care is None else answer_text.CARE_WORDS[relative.care]),
        ),
    )


def warnings(relative: Relative) -> list[Block]:
    """Return the hard stop, and what else must be known before any contact."""
    return [
        part(STOP if relative.do_not_contact else "", "stop", Mark.STOP),
        *(part(caution, "warn") for caution in cautions(relative)),
    ]


def _first_then_quiet(lines: Iterable[str]) -> list[Block]:
    return [part(line, "quiet" if i else "") for i, line in enumerate(lines)]


def _sources(answer: ChildAnswer, relative: Relative) -> str:
    """Name the sources of an answer, each with its places."""
    found: dict[str, list[str]] = {}
    for id_ in relative.claims:
        claim = answer.claims[id_]
        found.setdefault(claim.source, []).append(claim.locator)
    return "; ".join(
        f"{_title(answer, source)}, {', '.join(dict.fromkeys(locators))}"
        for source, locators in found.items()
    )


def _title(answer: ChildAnswer, source: str) -> str:
    return answer.network.sources[source].title if source in answer.network.sources else source
