"""Windows of time: the days that "late 2017" can mean, and comparisons of two windows.

A time is kept in the words of its source. Beside it are the first and the last day on which it
may have been. Nothing here guesses: a convention comes from `graph/record/tables/phrases.csv`,
by name.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from graph.errors import InvalidDate
from graph.record.two_readings import two_readings

BEGINNING: Final = date.min
END: Final = date.max
"""Open ends: nobody said since when, or until when."""


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day on which something may have been, both included."""

    earliest: date = BEGINNING
    latest: date = END

    def __and__(self, other: "Window") -> "Window":
        """Return what both allow; empty where they exclude each other."""
        return Window(max(self.earliest, other.earliest), min(self.latest, other.latest))

    def __or__(self, other: "Window") -> "Window":
        """Return the hull: all that either allows, and what lies between."""
        return Window(min(self.earliest, other.earliest), max(self.latest, other.latest))

    @property
    def sort_days(self) -> tuple[date, date]:
        """Return the days that it is sorted by in a list: its first, then its last.

        "By 2021" has no first day, and would come before "2012": it is sorted by its last. What
        has neither comes at the end.
        """
        return (self.latest if self.earliest == BEGINNING else self.earliest, self.latest)

    @property
    def empty(self) -> bool:
        """Return whether no day is left."""
        return self.earliest > self.latest

    def shifted(self, least: int, most: int | None) -> "Window":
        """Return the window of what came `least` to `most` days later; most None: no limit."""
        return Window(
            later(self.earliest, least),
            END if most is None else later(self.latest, most),
        )


ALWAYS: Final = Window()
AS_TYPED: Final = "as typed"
"""The basis of a window that is in `edtf` because no phrase of the table fits."""
NOT_KNOWN: Final = "is not a date that is known here"
_LONGEST_MONTH: Final = 31
_SIMPLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SIGNS = re.compile(r"[\dXYESTZ?~%/.,{}\[\]:+ -]+", re.ASCII | re.IGNORECASE)
"""Everything that an EDTF expression is written with."""
_ABOUT_A_DAY: Final = 3


def kept_window(first: Any, last: Any) -> Window:  # noqa: ANN401 - the driver's days, or ours
    """Return a window of two days as a store gives them; None is an open end."""
    days = (day.to_native() if hasattr(day, "to_native") else day for day in (first, last))
    earliest, latest = days
    return Window(earliest or BEGINNING, latest or END)


def later(day: date, days: int) -> date:
    """Return the day so many days later (or earlier); an open end stays open."""
    if not days or day in (BEGINNING, END):
        return day
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return END if days > 0 else BEGINNING


def years_before(day: date, years: int) -> date:
    """Return the same calendar day so many years before; 29 February becomes 1 March."""
    if day in (BEGINNING, END):
        return day
    if not date.min.year <= day.year - years <= date.max.year:
        return BEGINNING if years > 0 else END
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)


def month_of(day: date, further: int = 0) -> Window:
    """Return the month of a day, or the one so many months further on."""
    year, month = divmod(day.year * 12 + day.month - 1 + further, 12)
    first = date(year, month + 1, 1)
    return Window(first, first.replace(day=monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as said, its window, and what the window owes to a convention.

    `basis` is "stated" where the words give the window themselves, else the name of the
    convention. `event` is set where the words were "at the time of that event".
    """

    text: str
    window: Window = ALWAYS
    basis: str = "stated"
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """So many days between two events: at least `least`, at most `most` (None: no limit)."""

    least: int = 0
    most: int | None = None
    basis: str = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A beginning and an end in one: "from March to mid-May 2018".

    `divided` is False where the words may mean one time between the two as well ("3-7 July").
    """

    first: When
    last: When
    text: str = ""
    basis: str = "stated"
    divided: bool = True

    @property
    def between(self) -> When:
        """Return one time between the beginning and the end."""
        window = self.first.window | self.last.window
        return When(text=self.text, window=window, basis=self.basis)

    @property
    def began(self) -> When:
        """Return when it began."""
        return replace(self.first, text=self.text, basis=self.basis)


@lru_cache(maxsize=20_000)
def edtf_window(text: str) -> Window:
    """Return the strict bounds of an EDTF expression.

    Raises:
        InvalidDate: not EDTF, reversed, a form whose bounds the library gets wrong (an interval
            with a blank end: write `..`), or one that can be read in two ways.
    """
    if (window := _plain(text)) is not None:
        return window
    if text.startswith("/") or text.endswith("/"):
        closed = f"..{text}" if text.startswith("/") else f"{text}.."
        raise InvalidDate(text, f"has a blank end; where it is open write {closed}")
    if problem := two_readings(text):
        raise InvalidDate(text, problem)
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-\d\d", text):
        raise InvalidDate(text, "is no day of the calendar: that month does not have it")
    if not _SIGNS.fullmatch(text):
        raise InvalidDate(text, NOT_KNOWN)
    try:
        parsed = parse_edtf(text)
    except EDTFParseException:
        raise InvalidDate(text, NOT_KNOWN) from None
    window = Window(
        _bound(parsed.lower_strict(), BEGINNING), _bound(parsed.upper_strict(), END)
    )
    if window.empty:
        raise InvalidDate(text, "ends before it begins")
    return about(window) if re.search(r"[~?%]", text) else window


def _plain(text: str) -> Window | None:
    """Return the window of plain dates, from one to another, without the parser's time.

    The parser takes five milliseconds for each text. None is what is left to it.
    """
    sides = [_SIMPLE.fullmatch(side) for side in text.split("/")]
    windows = [side and _of_calendar(*side.groups()) for side in sides]
    if len(windows) > 2 or not all(windows):  # noqa: PLR2004  a beginning and an end
        return None
    first, last = windows[0], windows[-1]
    window = Window(first.earliest, last.latest) if first and last else None
    return None if window is None or window.empty else window


def _of_calendar(year: str, month: str | None, day: str | None) -> Window | None:
    """Return the window of a plain date; None where it is none of the calendar."""
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return Window(first, first)
    return month_of(first) if month else Window(first, date(first.year, 12, 31))


def about(window: Window) -> Window:
    """Widen what is marked as approximate or uncertain by one unit of its own precision.

    A year to either side of a year, a month of a month, three days of a day. The strict bounds
    of the library drop the mark, its fuzzy ones widen year and month alike.
    """
    length = (window.latest - window.earliest).days
    if length > _LONGEST_MONTH:
        return Window(years_before(window.earliest, 1), years_before(window.latest, -1))
    days = _LONGEST_MONTH if length else _ABOUT_A_DAY
    return Window(later(window.earliest, -days), later(window.latest, days))


def _bound(value: object, opened: date) -> date:
    """Turn the library's struct_time or infinity into a day."""
    if isinstance(value, float):
        return opened
    year, month, day = value[:3]  # type: ignore[index]
    try:
        return date(year, month, min(day, monthrange(year, month)[1]))
    except ValueError:
        raise InvalidDate(f"{year}-{month}-{day}", "is not a day of the calendar") from None


def born_of_age(years: int, on: Window) -> Window:
    """Return the window of birth of somebody who was `years` old on some day of `on`.

    Aged 5 on a day means born after that day 6 years before, up to that day 5 years before.
    """
    return Window(
        later(years_before(on.earliest, years + 1), 1), years_before(on.latest, years)
    )


def said_window(window: Window) -> str:
    """Say a window in words, for where no source's own words are at hand."""
    if window == ALWAYS:
        return "at an unknown time"
    if window.earliest == window.latest:
        return window.earliest.isoformat()
    if window.earliest == BEGINNING:
        return f"by {window.latest.isoformat()}"
    if window.latest == END:
        return f"from {window.earliest.isoformat()} on"
    return f"between {window.earliest.isoformat()} and {window.latest.isoformat()}"
