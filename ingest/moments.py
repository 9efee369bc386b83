"""Date cells and ages: what a spreadsheet makes of a date is told from what was said."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from graph.errors import InvalidDate
from graph.record.dates import ALWAYS, BEGINNING, END, Lag, When, Window, born_of_age, later
from graph.record.phrases import NUMBERS, read_when

LONGEST: Final = 100
"""Characters in a date cell."""
_OLDEST: Final = 130
_TEENS = tuple(
    f"{word}teen" for word in ("thir", "four", "fif", "six", "seven", "eigh", "nine")
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_AGE = re.compile(
    r"(?:aged?\s+)?(?P<least>\d+|[a-z]+(?:-[a-z]+)??)"
    r"(?:(?:\s*[-\u2013]\s*(?=\d)|\s+(?:to|or|and)\s+)(?P<most>\d+|[a-z]+(?:-[a-z]+)??))?"
    r"(?:[\s-]+(?P<unit>years?|months?))?(?:[\s-]+(?:old|of age))?"
)
_AS_TEXT = "format the column as text and "
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_MANGLED = (
    (
        r"[2-6]\d{4}(\.\d+)?",
        "is the number that a spreadsheet keeps for a date; "
        + _AS_TEXT
        + "write the date again",
    ),
    (
        rf"(?i){_MONTH}-\d{{2,4}}|\d{{1,2}}-{_MONTH}(-\d{{2,4}})?",
        "is what a spreadsheet makes of a date, and it cannot be told what was typed; "
        + _AS_TEXT
        + "write YYYY-MM or YYYY-MM-DD",
    ),
    (
        r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?(\.\d+)?Z?",
        "carries a time of day, which a spreadsheet adds; write what was said: day or month",
    ),
)
_SIMPLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=50_000)
def moment(text: str, said_on: Window = ALWAYS) -> When | Lag:
    """Read a date cell; see `read_when`, which this only makes faster and stricter.

    Raises:
        InvalidDate: the sentence says whether a spreadsheet is to blame.
    """
    if plain := _SIMPLE.fullmatch(text):
        window = _calendar(*plain.groups())
        if window is not None:
            return When(text=text, window=window)
    if len(text) > LONGEST:
        raise InvalidDate(text, "is too long for a date")
    for pattern, problem in _MANGLED:
        if re.fullmatch(pattern, text):
            raise InvalidDate(text, problem)
    try:
        return read_when(text, said_on)
    except InvalidDate:
        raise
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ):
        # The EDTF library lets its own errors through for some of the odder input.
        raise InvalidDate(text, "is not a date that is known here") from None


def _calendar(year: str, month: str | None, day: str | None) -> Window | None:
    """Return the window of a plain date without the EDTF parser's five milliseconds."""
    try:
        if day:
            only = date(int(year), int(month or 0), int(day))
            return Window(only, only)
        if month:
            first = date(int(year), int(month), 1)
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            return Window(first, later(following, -1))
        return Window(date(int(year), 1, 1), date(int(year), 12, 31))
    except ValueError:
        return None


def born(age: str, on: Window) -> Window:
    """Return the window of birth of somebody who was that old on some day of `on`.

    `five`, `5`, `three years old`, `six months`, `5 or 6`, `12 to 16`. Nothing said about the
    unit means years.

    Raises:
        ValueError: not an age that is known here.
    """
    match = _AGE.fullmatch(" ".join(age.lower().split()))
    if match is None:
        raise ValueError(age)
    least = _number(match["least"])
    most = _number(match["most"]) if match["most"] else least
    months = (match["unit"] or "").startswith("month")
    if least > most or most > _OLDEST * (12 if months else 1):
        raise ValueError(age)
    one = _born_of_months if months else born_of_age
    return one(most, on) | one(least, on)


def _number(word: str) -> int:
    if word.isdecimal() and len(word) <= 4:  # noqa: PLR2004  months of a long life
        return int(word)
    if word in (*NUMBERS, *_TEENS):
        return (*NUMBERS, *_TEENS).index(word)
    tens, _, ones = word.partition("-")
    if tens in _TENS and (not ones or ones in NUMBERS[1:10]):
        return 20 + 10 * _TENS.index(tens) + (NUMBERS.index(ones) if ones else 0)
    raise ValueError(word)


def _born_of_months(months: int, on: Window) -> Window:
    return Window(
        later(_months_before(on.earliest, months + 1), 1), _months_before(on.latest, months)
    )


def _months_before(day: date, months: int) -> date:
    """Return the same day so many months before; a missing day becomes the next first."""
    if day in (BEGINNING, END):
        return day
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        year, month = divmod(day.year * 12 + day.month - months, 12)
        return date(year, month + 1, 1)
