"""Plain dates: `2017-03`, EDTF, and days and months by their names in several languages.

The table `graph/record/tables/months.csv` holds the names of the months, by CLDR.
"""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from graph.errors import InvalidDate
from graph.record.dates import Window, edtf_window
from graph.record.two_readings import only_reading

TABLE = Path(__file__).parent / "tables" / "months.csv"
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月份?(?:(\d{1,2})[日号])?)?", re.ASCII)
_FIRST: Final = ("first", "second", "third", "fourth", "fifth")
_ONES: Final = (*_FIRST, "sixth", "seventh", "eighth", "ninth")
_TEENS: Final = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
_DAYS: Final = (
    *(*_ONES, "tenth", "eleventh", "twelfth"),
    *(*(f"{one}teenth" for one in _TEENS), "twentieth"),
    *(*(f"twenty-{one}" for one in _ONES), "thirtieth", "thirty-first"),
)
_UNPARTED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:['\u2019][^\W\d]+)?", re.ASCII)
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?", re.ASCII)
_WEEKDAY = re.compile(
    r"(?i)(?:on )?(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?,? (?=.*\d)"
)
_APOSTROPHE = re.compile(r"['\u2019]\w+$")
_STEM: Final = 3
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its folded names."""
    return {
        _folded(row[str(number)]): number
        for row in _rows()
        for number in range(1, 13)
        if row[str(number)]
    }


@cache
def _year_words() -> frozenset[str]:
    """Return words for "year" and "in", which are left out."""
    return frozenset(_folded(word) for row in _rows() for word in row["year"].split())


@cache
def _endings() -> tuple[str, ...]:
    """Return the endings for "in" and "of"."""
    return tuple(sorted({end for row in _rows() for end in row["case"].split()}))


def _month(word: str) -> int | None:
    """Return the number of a month by its name, which may have an ending of its language."""
    known, name = months(), _folded(_APOSTROPHE.sub("", word))
    stems = (name.removesuffix(end) for end in _endings())
    longer = (stem for stem in stems if len(stem) >= _STEM)
    return known.get(name) or next((known[stem] for stem in longer if stem in known), None)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _folded(word: str) -> str:
    """Return a word in small letters without marks, so that "Ağustos" is "agustos"."""
    plain = unicodedata.normalize("NFKD", word.casefold()).replace("\u0131", "i")
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).removesuffix(".")


@lru_cache(maxsize=20_000)
def plain_date(said: str) -> Window | None:
    """Return the window of `2017-03`, `March 2017` or `24 June 2020`; None if it is none.

    A day of the week is read as well.

    Raises:
        InvalidDate: numbers that are no date or two, or a day of another day of the week.
    """
    rest = _WEEKDAY.sub("", said, count=1) if (weekday := _WEEKDAY.match(said)) else said
    rest = "-".join(unparted.groups()) if (unparted := _UNPARTED.fullmatch(rest)) else rest
    if words := _named(rest):
        window = edtf_window(words)
    elif re.match(r"[\d\[{./YX?-]", rest) and not re.match(r"\d+ [^\W\d]", rest):
        window = edtf_window(only_reading(rest) or rest)
    else:
        return None
    if weekday is None:
        return window
    if window.earliest != window.latest:
        return None
    if _WEEK.index(weekday[1].lower()) != window.earliest.weekday():
        raise InvalidDate(said, f"was a {window.earliest:%A}; mend the date or leave that out")
    return window


def _named(said: str) -> str:
    """Return a date as EDTF: a year, the name of a month and maybe a day, in any order."""
    if numbers := _CHINESE.fullmatch(said):
        return "-".join(f"{int(part):02}" for part in numbers.groups() if part)
    parts: dict[str, list[str]] = {"year": [], "month": [], "day": []}
    spaced = re.sub(r"年|,|(?<=\d)[-./](?=[^\W\d])|(?<=[^\W\d])[-./](?=\d)", " ", said)
    for word in spaced.split():
        if _folded(word) in _year_words():
            continue
        kind, value = _part(word)
        if not kind:
            return ""
        parts[kind].append(value)
    if [len(parts["year"]), len(parts["month"])] != [1, 1] or len(parts["day"]) > 1:
        return ""
    return "-".join(value for values in parts.values() for value in values)


def _part(word: str) -> tuple[str, str]:
    """Return the kind of a word: a year, a month or a day; "" for any other."""
    if year := _YEAR.fullmatch(word):
        return "year", year[1]
    if day := _DAY.fullmatch(word.lower()):
        return "day", f"{int(day[1]):02}"
    if word.lower() in _DAYS:
        return "day", f"{_DAYS.index(word.lower()) + 1:02}"
    number = _month(word)
    return ("month", f"{number:02}") if number else ("", "")
