"""The days that are more exact than an audience may read, in all the forms that days have."""

from calendar import month_name
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from graph.export.coarse import BAND, Grain, coarse
from graph.export.leaks.term_index import WholeWords
from graph.record.dates import BEGINNING, END, When, Window
from graph.record.model import Claim, Records, Source
from graph.record.schema import table_of

DAY = "an exact date"
_MONTHS = [name.lower() for name in month_name if name]


def add_days(index: WholeWords, records: Records, grain: Grain, spared: Iterable[date]) -> None:
    """Add every day that the records hold, but for those of the export itself."""
    own = set(spared)
    for window in windows(records):
        for day in {window.earliest, window.latest} - {BEGINNING, END, *own}:
            if not _begins_or_ends(day, grain):
                index.add_day(day, DAY)
    for written, row in _periods(records, grain, own):
        if written:
            index.add_month(written, DAY)
        index.add_words(row, DAY)


def _periods(
    records: Records, grain: Grain, own: Collection[date]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield months and years that are too exact, as "2020-06" or else as a row of words.

    The first and the last day of a period stand in every coarse time, and are let through.
    """
    for window in windows(records):
        if grain is not Grain.MONTH and _same_month(window):
            yield from _month(window.earliest, own)
        if grain is Grain.BAND and window.earliest.year == window.latest.year:
            yield from _year(window.earliest, own)


def _begins_or_ends(day: date, grain: Grain) -> bool:
    """Return whether a day is the first or the last of a period: coarse times have those."""
    period = coarse(Window(day, day), grain)
    return day in (period.earliest, period.latest)


def _same_month(window: Window) -> bool:
    first, last = window.earliest, window.latest
    return (first.year, first.month) == (last.year, last.month)


def _month(day: date, own: Collection[date]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a month that neither begins nor ends a year, and is none of the export's own."""
    name, months = _MONTHS[day.month - 1], {(one.year, one.month) for one in own}
    if day.month in (1, 12) or (day.year, day.month) in months:
        return
    yield from (("", (month, str(day.year))) for month in {name, name[:3]})
    yield f"{day.year}-{day.month:02}", ()


def _year(day: date, own: Collection[date]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if day.year % BAND not in (0, BAND - 1) and day.year not in {d.year for d in own}:
        yield "", (str(day.year),)


def windows(records: Records) -> set[Window]:
    """Return every window that a record holds."""
    found = {claim.born for claim in records.people}
    for claim in records.claims():
        found |= {when.window for when in _whens(claim)}
    for source in records.sources:
        found |= {when.window for when in _whens(source)}
    return found - {Window()}


def _whens(record: Source | Claim) -> Iterator[When]:
    said = table_of(type(record)).values(record).values()
    return (value for value in said if isinstance(value, When))
