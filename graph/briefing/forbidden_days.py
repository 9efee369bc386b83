"""The days that are more exact than an audience may read, in all the forms that days have."""

from calendar import month_name
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from graph.briefing.coarse import BAND, Grain, coarse
from graph.briefing.whole_words import WholeWords
from graph.dates import BEGINNING, END, When, Window
from graph.model import Claim, Records, Source

DAY = "an exact date"
_MONTHS = [name.lower() for name in month_name if name]


def add_days(index: WholeWords, records: Records, grain: Grain, spared: Iterable[date]) -> None:
    """Add every day that the records hold, but for those of the export itself."""
    for numbers, row in _days(records, grain, set(spared)):
        if numbers:
            index.add_day(numbers, DAY)
        index.add_words(row, DAY)


def _days(
    records: Records, grain: Grain, own: Collection[date]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each day in numbers, such as "24-06-2020", or else as a row of words."""
    for window in windows(records):
        bounds = {window.earliest, window.latest} - {BEGINNING, END, *own}
        rough = coarse(window, grain)
        for day in bounds - {rough.earliest, rough.latest}:
            yield from ((numbers, ()) for numbers in _in_numbers(day))
            yield (
                "",
                (str(day.year), "\u5e74", str(day.month), "\u6708", str(day.day), "\u65e5"),
            )
        if window.earliest == window.latest and window.earliest not in own:
            yield from (("", row) for row in _in_words(window.earliest))
        if grain is not Grain.MONTH and _same_month(window):
            yield from _month(window.earliest, own)
        if grain is Grain.BAND and window.earliest.year == window.latest.year:
            yield from _year(window.earliest, own)


def _same_month(window: Window) -> bool:
    first, last = window.earliest, window.latest
    return (first.year, first.month) == (last.year, last.month)


def _in_numbers(day: date) -> Iterator[str]:
    year, month, of_month = str(day.year), f"{day.month:02}", f"{day.day:02}"
    yield f"{year}-{month}-{of_month}"
    yield f"{year}-{day.month}-{day.day}"
    yield f"{year}{month}{of_month}"
    yield f"{of_month}-{month}-{year}"
    yield f"{month}-{of_month}-{year}"
    yield f"{day.day}-{day.month}-{year}"


def _in_words(day: date) -> Iterator[tuple[str, ...]]:
    year, name = str(day.year), _MONTHS[day.month - 1]
    for month in {name, name[:3]}:
        for of_month in {str(day.day), f"{day.day:02}"}:
            yield (of_month, month, year)
            yield (month, of_month, year)


def _month(day: date, own: Collection[date]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a month; as numbers only where no bound of a year, and no day of the export is."""
    name, months = _MONTHS[day.month - 1], {(one.year, one.month) for one in own}
    yield from (("", (month, str(day.year))) for month in {name, name[:3]})
    if day.month not in (1, 12) and (day.year, day.month) not in months:
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
    for name in record.__dataclass_fields__:
        value = getattr(record, name)
        if isinstance(value, When):
            yield value
