"""Date cells and ages: separate what a spreadsheet made of a date from what somebody wrote."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from graph.errors import InvalidDate
from graph.record.dates import (
    ALWAYS,
    BEGINNING,
    END,
    Lag,
    Stretch,
    When,
    Window,
    born_of_age,
    later,
    month_of,
)
from graph.record.phrase_table import number_of
from graph.record.phrases import read_when

LONGEST: Final = 100
"""Characters in a date cell."""
_OLDEST: Final = 130
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
        "is what a spreadsheet makes of a date, and it does not show what was typed; "
        + _AS_TEXT
        + "write YYYY-MM or YYYY-MM-DD",
    ),
    (
        r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?(\.\d+)?Z?",
        "carries a time of day, which a spreadsheet adds; write what was said: day or month",
    ),
)


@lru_cache(maxsize=50_000)
def moment(text: str, said_on: Window = ALWAYS) -> When | Lag | Stretch:
    """Read a date cell; see `read_when`, which this only makes stricter.

    Raises:
        InvalidDate: the sentence says whether a spreadsheet is to blame.
    """
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
    if (number := number_of(word)) is None:
        raise ValueError(word)
    return number


def _born_of_months(months: int, on: Window) -> Window:
    return Window(
        later(_months_before(on.earliest, months + 1), 1), _months_before(on.latest, months)
    )


def _months_before(day: date, months: int) -> date:
    """Return the same day so many months before; a missing day becomes the next first."""
    if day in (BEGINNING, END):
        return day
    month = month_of(day, -months)
    same = later(month.earliest, day.day - 1)
    return min(same, later(month.latest, 1))
