"""Times counted back from the telling by name: "last autumn", "two winters ago", "last Friday".

What can be one of two is asked back with both. Of a day of the week, both are allowed.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from graph.record.dates import ALWAYS, Window, later, month_of
from graph.record.time_parts import WEEKDAY, weekday_before

Reads = Callable[[str], Window | None]
_UNIT: Final = re.compile(
    r"(?i)(?:(?P<this>this|last|past) (?P<unit>year|month|week)"
    r"|(?P<two>year|month|week) before last|(?P<n>\S+) (?P<back>year|week)s? ago)"
)
_AROUND: Final = re.compile(r"(?i)^(?:,|in |on |during |at | )+|(?:,| in| on| during| at| )+$")
_A_DAY: Final = rf"(?:a |one )?{WEEKDAY}"
_MOST: Final = 30


def past(name: str, count: int, told: date, reads: Reads, *, plainly: bool) -> str:
    """Return the words for the one of this name that was so many before the telling.

    Args:
        name: "autumn", "March", "Ramadan": what has a day or more in each year.
        count: 1 for the last one.
        told: the day of the telling.
        reads: returns what words mean; None where they are no time.
        plainly: whether the words say that it has just been, as "this past spring".

    Returns:
        Two names with " or " between them where either may be meant, "" where none is known.
    """
    years = range(told.year, told.year - count - 3, -1)
    named = [
        f"{name} {year}-{year + 1}" if _is_winter(name) else f"{name} {year}" for year in years
    ]
    times = [(words, window) for words in named if (window := reads(words)) is not None]
    ended = [(words, window) for words, window in times if window.latest < told]
    if len(ended) <= count:
        return ""
    runs = any(window.earliest <= told <= window.latest for _, window in times)
    just = ended[0][1].earliest.year == told.year and not _is_winter(name)
    if runs and (plainly or _is_winter(name)):
        now = next(words for words, window in times if window.earliest <= told <= window.latest)
        return f"{([(now, None), *ended])[count - 1][0]} or {ended[count - 1][0]}"
    if just and not plainly:
        return f"{ended[count - 1][0]} or {ended[count][0]}"
    return ended[count - 1][0]


def _is_winter(name: str) -> bool:
    return name.lower().endswith("winter")


def past_weekday(weekday: str, weeks: int, told: date, *, plainly: bool) -> Window:
    """Return the last such day before the telling, and so many weeks less one before that.

    One in the week of the telling may not be meant: then the one before it may be, too.
    """
    day = weekday_before(weekday, Window(told, told)).earliest
    monday = later(told, -told.weekday())
    first = later(day, -7) if day >= monday and not plainly else day
    return Window(later(first, 7 - 7 * weeks), later(day, 7 - 7 * weeks))


def in_the_year(words: str, told: Window, number_of: Callable[[str], int | None]) -> list[str]:
    """Return "March 2017" for "in March two years ago", for each year that the telling allows.

    Of "the 3rd of last month" it is the month, by its name. [] where nothing counts back.
    """
    if told == ALWAYS or told.latest.year > told.earliest.year + 1:
        return []
    for unit in reversed([*_UNIT.finditer(words)]):
        rest = _AROUND.sub("", f"{words[: unit.start()].strip()} {words[unit.end() :].strip()}")
        count = number_of(unit["n"]) if unit["n"] else 2 if unit["two"] else 1
        if rest and count is not None and count <= _MOST:
            return _named(
                rest, unit, 0 if (unit["this"] or "").lower() == "this" else count, told
            )
    return []


def _named(rest: str, unit: re.Match[str], count: int, told: Window) -> list[str]:
    what = (unit["unit"] or unit["two"] or unit["back"]).lower()
    if what == "week":
        return [f"{rest} in {unit[0]}"] if re.fullmatch(_A_DAY, rest, re.IGNORECASE) else []
    if what == "month":
        months = {month_of(day, -count).earliest for day in (told.earliest, told.latest)}
        return [f"{rest} {month:%B %Y}" for month in sorted(months)]
    return [
        f"{rest} {year}"
        for year in sorted({told.earliest.year - count, told.latest.year - count})
    ]
