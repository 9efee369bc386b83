"""Parts of times in words: hours, nights, days of the week, and lengths of two units.

`phrases.py` fills the blanks of its table with these patterns.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from graph.record.dates import Window, later

_MOMENT: Final = "dawn|daybreak|sunrise|dusk|sunset|nightfall|noon|midday|lunchtime"
_PART: Final = (
    r"(?:very )?(?:early |late |mid )?(?:in )?"
    rf"(?:morning|afternoon|evening|early hours|small hours|{_MOMENT})"
)
_WORDS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_CLOCK: Final = (
    r"(?:\d{1,2}[:.]\d\d(?: ?(?:[ap]\.?m\.?|h|hours|o'clock))?"
    r"|\d{1,2} ?(?:[ap]\.?m\.?|h|o'clock)"
    rf"|(?:(?:half|quarter) (?:past |to )?)?(?:{_WORDS}|\d{{1,2}})(?: o'clock|(?= (?:in|on) )))"
)
_BESIDE: Final = r"(?:(?:shortly |just |soon )?(?:before |after ))?"
HOUR: Final = (
    rf"(?:(?:about |exactly |almost )?(?:{_BESIDE}(?:{_CLOCK}(?: (?:in|at) (?:{_PART}|night))?"
    rf"|(?:{_MOMENT}))|{_PART}))"
)
"""Words for an hour, or for a part of a day that does not reach over midnight."""
_IN_THE_NIGHT: Final = r"(?:(?:late|middle|dead) )?(?:in |at )?(?:night|midnight|overnight)"
NIGHT: Final = rf"(?:(?:about )?{_BESIDE}{_IN_THE_NIGHT})"
"""Words for a night, of which nobody can say whether it began or ended on a day."""
WEEKDAY: Final = r"((?:mon|tues|wednes|thurs|fri|satur|sun)day)"
NTH: Final = "(first|second|third|fourth|last|1st|2nd|3rd|4th)"
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TWO_UNITS: Final = re.compile(r"(?i)(\S+) years? (?:and )?(?:(\S+) months?|a half)\b")
_HALF: Final = re.compile(r"(?i)(\S+) and a half years\b")
_CHINESE_SEASONS: Final = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_CHINESE_SEASON: Final = re.compile(r"(\d{4})年(?:的)?([春夏秋冬])[天季]?$")
_OF_A_YEAR: Final = {
    "年初": "beginning",
    "年中": "mid",
    "年底": "end",
    "年末": "end",
    "年上半年": "first half",
    "年下半年": "second half",
}
_OF_A_MONTH: Final = {
    "初": "early",
    "上旬": "early",
    "中旬": "mid",
    "下旬": "late",
    "底": "late",
    "末": "late",
}
_CHINESE_PART: Final = re.compile(
    rf"(\d{{4}})({'|'.join(_OF_A_YEAR)})|(\d{{4}}年\d{{1,2}}月)份?({'|'.join(_OF_A_MONTH)})"
)
_UYGHUR_DATE: Final = re.compile(
    r"(?i)(\d{4})-(?:يىلى|يىل|yili|yil) (\d{1,2})-(?:ئاي|ay)(?:نىڭ|دا|ning|da)?"
    r"(?: (\d{1,2})-(?:كۈن|kün)(?:ى|ىدە|i|ide)?)?"
)
_UYGHUR_YEAR: Final = re.compile(r"(?i)(\d{4})-(?:يىلى|يىل|yili|yil) ")


def in_one_unit(words: str, number_of: Callable[[str], int | None]) -> str:
    """Return "27 months" for "two years and three months"; other words as they are."""

    def months(found: re.Match[str]) -> str:
        years = number_of(found[1])
        rest = number_of(found[2]) if found.re is _TWO_UNITS and found[2] else 6
        return found[0] if years is None or rest is None else f"{12 * years + rest} months"

    return _HALF.sub(months, _TWO_UNITS.sub(months, words))


def part_first(said: str) -> str:
    """Return Chinese and Uyghur words with the part of a year before it: "end 2017年4月"."""
    if season := _CHINESE_SEASON.fullmatch(said):
        return f"{_CHINESE_SEASONS[season[2]]} {season[1]}"
    if part := _CHINESE_PART.fullmatch(said):
        year, of_year, month, of_month = part.groups()
        return f"{_OF_A_YEAR[of_year]} {year}" if year else f"{_OF_A_MONTH[of_month]} {month}"
    if numbers := _UYGHUR_DATE.fullmatch(said):
        return "-".join(f"{int(part):02}" for part in numbers.groups() if part)
    return _UYGHUR_YEAR.sub(r"\1 ", said)


def weekday_within(weekday: str, window: Window) -> Window:
    """Return the first to the last such day of the week in a window; empty where none is."""
    return Window(
        _on_or_after(weekday, window.earliest), _before(weekday, later(window.latest, 1))
    )


def nth_weekday(nth: str, weekday: str, month: Window) -> Window:
    """Return the third Friday of a month; empty where the month has none."""
    if nth.lower() == "last":
        day = _before(weekday, later(month.latest, 1))
    else:
        place = ("first", "second", "third", "fourth")
        weeks = place.index(nth.lower()) if nth.lower() in place else int(nth[0]) - 1
        day = later(_on_or_after(weekday, month.earliest), 7 * weeks)
    return Window(day, day)


def weekday_before(weekday: str, begun: Window) -> Window:
    """Return the last such day of the week before what began within a window."""
    return Window(_before(weekday, begun.earliest), _before(weekday, begun.latest))


def weekday_after(weekday: str, ended: Window) -> Window:
    """Return the first such day of the week after what ended within a window."""
    days = (later(day, 1) for day in (ended.earliest, ended.latest))
    return Window(*(_on_or_after(weekday, day) for day in days))


def _on_or_after(weekday: str, day: date) -> date:
    return day + timedelta(days=(_number(weekday) - day.weekday()) % 7)


def _before(weekday: str, day: date) -> date:
    return day - timedelta(days=(day.weekday() - _number(weekday) - 1) % 7 + 1)


def _number(weekday: str) -> int:
    return _WEEK.index(weekday[:3].lower())
