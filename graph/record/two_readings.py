"""Numbers that can be read as two dates: each reading is written out, and none is chosen."""

import re
from datetime import date
from typing import Final

_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""EDTF's codes. The library makes its own bounds of them, and a code looks like a year."""
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})(?:\2(\d{1,4}))?", re.ASCII)
_DATES = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
_WITHOUT_DAY = re.compile(
    r"(?:00|XX|\?\?|--)[./-](\d{1,2})[./-](\d{4})", re.ASCII | re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"(\d{1,2})[./-](\d{4})", re.ASCII)
_NO_MONTH = re.compile(r"(?<![\d-])(\d{4})-(1[3-9]|[2-9]\d)(?![\d-])", re.ASCII)
_ISO: Final = "the year in four digits, then month and day, with hyphens between them"


def two_readings(text: str) -> str:
    """Say what is wrong with numbers that no rule puts in order; "" where nothing is."""
    if code := _NO_MONTH.search(text):
        return _of_code(code[1], code[2])
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None or (numbers[2] == "-" and _written_as_here(numbers)):
        return ""
    first, _, second, third = numbers.groups()
    return _of_two(first, second) if third is None else _of_three(first, second, third)


def only_reading(text: str) -> str:
    """Return the day that `26/04/2017` can be alone, as ISO; "" where another may be meant.

    `04/2017` is a month.

    The year has four digits, and stands first or last: both orders of month and day are in use
    with either. A year before hyphens is left to ISO.
    """
    if month := _MONTH_FIRST.fullmatch(text) or _WITHOUT_DAY.fullmatch(text):
        return _iso(month[2], f"{month[1]:0>2}")
    numbers = _NUMBERS.fullmatch(text)
    first, sign, second, third = numbers.groups() if numbers else ("",) * 4
    years = [len(part or "") == 4 for part in (first, third)]  # noqa: PLR2004  a year
    if sum(years) != 1 or not third or (years[0] and sign == "-"):
        return ""
    year, one, other = (first, second, third) if years[0] else (third, second, first)
    possible = {_iso(year, one, other), _iso(year, other, one)} - {""}
    return possible.pop() if len(possible) == 1 else ""


def in_one_order(words: str) -> str:
    """Return two dates as ISO where one of them shows the order of day and month for both."""
    dates = [*_DATES.finditer(words)]
    if len(dates) != 2 or dates[0][2] != dates[1][2]:  # noqa: PLR2004  a beginning and an end
        return words
    for day, month in ((1, 3), (3, 1)):
        here = [_iso(one[4], f"{one[month]:0>2}", f"{one[day]:0>2}") for one in dates]
        other = [_iso(one[4], f"{one[day]:0>2}", f"{one[month]:0>2}") for one in dates]
        if all(here) and not all(other):
            first, last = dates
            between = words[first.end() : last.start()]
            ends = words[: first.start()], words[last.end() :]
            return f"{ends[0]}{here[0]}{between}{here[1]}{ends[1]}"
    return words


def winter(year: int) -> str:
    """Say that the winter of one year is two winters."""
    before, after = f"winter {year - 1}-{year % 100:02}", f"winter {year}-{(year + 1) % 100:02}"
    return (
        f"can be the winter that ended in {year} or the one that began in it; write {before} "
        f"or {after}, or put both into edtf: {year - 1}-12/{year + 1}-02"
    )


def _written_as_here(numbers: re.Match[str]) -> bool:
    first, _, second, third = numbers.groups()
    return len(first) == 4 and len(second) == 2 and (third is None or len(third) == 2)  # noqa: PLR2004  YYYY-MM-DD


def _of_code(year: str, number: str) -> str:
    """Ask whether `2017-22` is a range of years or EDTF's code of a season."""
    readings = [_years(year, number)]
    season = _SEASONS.get(int(number), "")
    if season == "winter":
        readings.append(f"winter {year}-{(int(year) + 1) % 100:02}")
    elif season:
        readings.append(f"{season} {year}")
    both = all(readings) and len(readings) > 1
    return _asked(
        readings, "can be a range of years or a season" if both else f"has no month {number}"
    )


def _of_two(first: str, second: str) -> str:
    """Read `2010/11`: a month of a year, or a range of years."""
    readings = [_iso(first, second), _years(first, second)] if len(first) == 4 else []  # noqa: PLR2004  a year
    return _asked(readings, "has a slash or a dot where the reading is not clear")


def _of_three(first: str, second: str, third: str) -> str:
    """Read `02/03/2017`: the day may stand before or behind the month."""
    if len(first) == 4:  # noqa: PLR2004  a year
        readings = [_iso(first, second, third)]
        readings = readings if readings[0] else [_iso(first, third, second)]
    elif len(third) == 4:  # noqa: PLR2004
        readings = [_iso(third, second, first), _iso(third, first, second)]
    else:
        readings = []
    possible = set(filter(None, readings))
    apart = "it is not clear which is the day and which the month"
    return _asked(readings, apart if len(possible) > 1 else "is not as dates are written here")


def _years(year: str, last: str) -> str:
    """Return the range of years that `2017-22` may be; "" where it would end before."""
    return f"{year}/{year[:2]}{last}" if len(last) == 2 and last > year[2:] else ""  # noqa: PLR2004


def _iso(year: str, month: str, day: str = "") -> str:
    """Return a month or a day as it is written here; "" where no calendar has it."""
    try:
        read = date(int(year), int(month), int(day or 1)).isoformat()
    except ValueError:
        return ""
    return read if day else read[:7]


def _asked(readings: list[str], problem: str) -> str:
    possible = list(dict.fromkeys(filter(None, readings)))
    said = ", whichever was said" if len(possible) > 1 else ""
    return f"{problem}; write {' or '.join(possible) or _ISO}{said}"
