"""Times as cells of the import tables: in the words of the source, or as a window."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from graph.errors import InvalidDate
from graph.record.dates import ALWAYS, BEGINNING, END, Lag, Stretch, When, Window
from graph.record.phrases import read_when


def cell(when: When | None) -> str:
    """Return a date cell that is read as this time; the words as said where they are."""
    if when is None:
        return ""
    if when.event:
        return f"@{when.event}"
    return when.text if reads_as(when) else edtf(when.window)


def reads_as(when: When) -> bool:
    """Return whether the words by themselves give the window, by the same convention."""
    said = said_of(when.text)
    times = (said.between, said.began) if isinstance(said, Stretch) else (said,)
    return any(
        isinstance(one, When) and (one.window, one.basis) == (when.window, when.basis)
        for one in times
    )


def said_of(text: str) -> When | Lag | Stretch | None:
    """Read words; None where they hold no date or known phrase."""
    try:
        return read_when(text) if text else None
    except InvalidDate:
        return None


def edtf(window: Window) -> str:
    """Return the shortest EDTF expression of a window; "" where both ends are open."""
    return next(spellings(window), "")


def spellings(window: Window) -> Iterator[str]:
    """Yield the ways to write a window, the shortest first."""
    if window == ALWAYS or window.empty:
        return
    first, last = list(_first(window.earliest)), list(_last(window.latest))
    yield from (one for one in first if one in last)
    yield from (f"{one}/{other}" for one in first for other in last)


def _first(day: date) -> Iterator[str]:
    """Yield what begins on a day: a year, a month, the day."""
    if day == BEGINNING:
        yield ".."
        return
    if (day.month, day.day) == (1, 1):
        yield f"{day.year:04}"
    if day.day == 1:
        yield f"{day.year:04}-{day.month:02}"
    yield day.isoformat()


def _last(day: date) -> Iterator[str]:
    """Yield what ends on a day."""
    if day == END:
        yield ".."
        return
    if (day.month, day.day) == (12, 31):
        yield f"{day.year:04}"
    if day.day == monthrange(day.year, day.month)[1]:
        yield f"{day.year:04}-{day.month:02}"
    yield day.isoformat()
