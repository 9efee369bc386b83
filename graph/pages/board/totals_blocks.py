"""The totals of a day as blocks: two charts, whose lines open to the people behind them."""

from collections.abc import Iterator, Sequence
from datetime import date

from graph.pages.kit.links import way
from graph.pages.kit.name_links import event_part
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    bar,
    cell,
    heading,
    part,
    sentence,
    table,
)
from graph.record.dates import said_window
from graph.record.vocabulary import Status, event_types
from graph.views.totals import LOSSES, SILENCES, Loss, Totals, years
from graph.words.marks import Mark
from graph.words.wording import RISK, STATUS_WORDS, STOP_SHORT, counted

TITLE = "How many people around the children are lost, by what and when"
BY_WHAT, BY_YEAR = "By what", "In which year"
BY_WHAT_NOTE = "Coloured: recorded. Dashed: possibly, or not heard since."
BY_YEAR_NOTE = (
    "Only who is recorded as lost. Coloured: certainly in that year. Dashed: perhaps in that "
    "year; such a person is in each of the years that it may have been."
)
EACH_ONCE = (
    "Each person counts once, by the worst that is recorded on this day. Who came back into "
    "contact is not lost. Groups are not counted among people."
)
UNKNOWN_YEAR = "No year is known"
NOBODY = "On this day nobody is recorded as lost."
MOST = 200
"""People in one line."""
_MARKS = {
    Status.DEAD: Mark.DEAD,
    Status.HELD: Mark.HELD,
    Status.ASKED: Mark.ASKED,
    Status.MISSING: Mark.MISSING,
    Status.LOST: Mark.LOST,
}


def top_of_totals(found: Totals, day: date) -> Iterator[Block]:
    """Yield the title, and the totals in one sentence."""
    yield heading(TITLE, level=1)
    yield sentence(in_words(found, day), "lead")
    yield sentence(RISK, "risk")
    yield sentence(EACH_ONCE, "quiet")


def in_words(found: Totals, day: date) -> str:
    """Say how many people are lost, possibly lost, silent and left."""
    certain = len(found.certain())
    possibly = sum(not loss.certain for status in LOSSES for loss in found.by(status))
    silent = sum(len(found.by(status)) for status in SILENCES)
    said = (
        f"{day.isoformat()}: of {counted(found.people, 'person', 'people')} around "
        f"{counted(found.children, 'child', 'children')}, {certain} "
        f"{'is' if certain == 1 else 'are'} recorded as lost, {possibly} possibly, "
        f"and {silent} not heard since. {found.left} left to contact, or possibly left."
    )
    groups = f" {counted(found.groups, 'group is', 'groups are')} lost." if found.groups else ""
    return f"{said}{groups}"


def by_what(found: Totals, stops: frozenset[str]) -> Iterator[Block]:
    """Yield the chart of what people are lost by."""
    lines = [(status, found.by(status)) for status in (*LOSSES, *SILENCES)]
    most = max((len(losses) for _, losses in lines), default=0)
    yield heading(BY_WHAT)
    yield from _chart(
        BY_WHAT,
        BY_WHAT_NOTE,
        [_what(status, losses, most, stops) for status, losses in lines if losses],
    )


def by_year(found: Totals, stops: frozenset[str]) -> Iterator[Block]:
    """Yield the chart of the years in which people were lost."""
    lines = [(year, found.in_year(year)) for year in (*found.all_years(), None)]
    most = max((len(losses) for _, losses in lines), default=0)
    yield heading(BY_YEAR)
    yield from _chart(
        BY_YEAR,
        BY_YEAR_NOTE,
        [_year(year, losses, most, stops) for year, losses in lines if losses or year],
    )


def _chart(title: str, note: str, rows: Sequence[SheetRow]) -> Iterator[Block]:
    if rows:
        yield table((title, "How many people"), rows, caption=note)
    else:
        yield sentence(NOBODY)


def _what(status: Status, losses: Sequence[Loss], most: int, stops: frozenset[str]) -> SheetRow:
    certain = sum(loss.certain for loss in losses)
    perhaps = len(losses) - certain
    silent = status in SILENCES
    said = [f"{certain} recorded"] if certain else []
    said += [f"{perhaps} {'not heard since' if silent else 'possibly'}"] if perhaps else []
    return SheetRow(
        opens=_word(status).capitalize(),
        cells=(
            cell(),
            cell(bar(", ".join(said), [(certain, _MARKS.get(status)), (perhaps, None)], most)),
        ),
        rows=_people(losses, stops),
    )


def _word(status: Status) -> str:
    return STATUS_WORDS[status].removeprefix("recorded as ")


def _year(
    year: int | None, losses: Sequence[Loss], most: int, stops: frozenset[str]
) -> SheetRow:
    sure = [loss for loss in losses if years(loss.since) == (year,) and year is not None]
    counts = {status: sum(loss.by is status for loss in sure) for status in LOSSES}
    parts = [(count, _MARKS[status]) for status, count in counts.items()]
    perhaps = len(losses) - len(sure)
    said = [f"{count} {_word(status)}" for status, count in counts.items() if count]
    said += [f"{perhaps} {'perhaps' if year else 'recorded'}"] if perhaps else []
    called = UNKNOWN_YEAR if year is None else str(year)
    return SheetRow(
        opens=called if losses else "",
        cells=(
            cell("" if losses else called),
            cell(bar(", ".join(said) or "nobody", [*parts, (perhaps, None)], most)),
        ),
        rows=_people(losses, stops),
    )


def _people(losses: Sequence[Loss], stops: frozenset[str]) -> tuple[SheetRow, ...]:
    rows = [_person(loss, stops) for loss in losses[:MOST]]
    rest = len(losses) - MOST
    return (
        (*rows, SheetRow(cells=(cell(f"and {rest:,} more"), cell()))) if rest > 0 else (*rows,)
    )


def _person(loss: Loss, stops: frozenset[str]) -> SheetRow:
    stop = [part(STOP_SHORT, "stop", Mark.STOP)] if loss.person in stops else []
    return SheetRow(
        cells=(
            cell(part(loss.name, "strong", to=way(PERSON, loss.person)), *stop),
            cell(
                STATUS_WORDS[loss.status],
                *_event(loss),
                part(f"for {counted(len(loss.children), 'child', 'children')}", "quiet"),
                part("still left for another child" if loss.some else "", "quiet"),
            ),
        ),
    )


def _event(loss: Loss) -> Iterator[Block]:
    """Yield the event that decides the answer, which leads to its claims."""
    if loss.deciding and loss.event in event_types():
        words = event_types()[loss.event].words
        yield event_part(f"{words}, {said_window(loss.since)}", loss.deciding)
