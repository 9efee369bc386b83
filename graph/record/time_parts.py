"""Parts of times in words: hours, nights, days of the week, and lengths of two units.

`phrases.py` fills the blanks of its table with these patterns.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from graph.record.dates import Window, later, month_of

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
_AND_A_HALF: Final = re.compile(r"(?i)(\S+) and a half (day|week|month)s\b")
_TENTHS: Final = re.compile(r"(?i)\b(\d{1,2})[.,]5 (day|week|month|year)s?\b")
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
_CHINESE_DIGITS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
_CHINESE_YEAR: Final = re.compile(r"[〇零一二三四五六七八九]{4}(?=年)")
_MONTH_ALONE: Final = re.compile(r"(?<![年\d])(1[0-2]|0?[1-9])月(?!\d)")
_CHINESE_COUNT: Final = re.compile(
    r"([一二两三四五六七八九十]|\d+)(?=(?:个月|年|周|天|个星期|星期)(?:半)?[之以]?前)"
)
_CHINESE_WORDS: Final = (
    ("半年前", "half a year ago "),
    ("个月前", " months ago "),
    ("年前", " years ago "),
    ("个星期前", " weeks ago "),
    ("星期前", " weeks ago "),
    ("周前", " weeks ago "),
    ("天前", " days ago "),
    ("大约", "about "),
    ("大概", "about "),
    ("左右", " about "),
    ("前后", " about "),
    ("之前", " before "),
    ("以前", " by "),
    ("之后", " after "),
    ("以后", " or later "),
    ("以来", " since "),
    ("开始", " since "),
    ("起", " since "),
    ("前年", "year before last "),
    ("去年", "last year "),
    ("今年", "this year "),
    ("上个月", "last month "),
    ("这个月", "this month "),
    ("本月", "this month "),
    ("上周", "last week "),
    ("昨天", "yesterday "),
    ("前天", "day before yesterday "),
    ("今天", "today "),
    ("年初", "年 beginning "),
    ("年底", "年 end "),
    ("年末", "年 end "),
    ("年中", "年 mid "),
    ("第一季度", "first quarter "),
    ("第二季度", "second quarter "),
    ("第三季度", "third quarter "),
    ("第四季度", "fourth quarter "),
    ("上半年", "first half "),
    ("下半年", "second half "),
    ("上旬", " early "),
    ("中旬", " mid "),
    ("下旬", " late "),
    ("月初", "月 early "),
    ("月底", "月 late "),
    ("月末", "月 late "),
    ("春节期间", " 春节 "),
    ("春节", " chinese new year "),
    ("古尔邦节", " qurban "),
    ("宰牲节", " qurban "),
    ("开斋节", " eid al-fitr "),
    ("肉孜节", " eid al-fitr "),
    ("斋月", " ramadan "),
    ("春天", " spring "),
    ("夏天", " summer "),
    ("秋天", " autumn "),
    ("冬天", " winter "),
    ("春季", " spring "),
    ("夏季", " summer "),
    ("秋季", " autumn "),
    ("冬季", " winter "),
    ("晚上", " evening "),
    ("早上", " morning "),
    ("上午", " morning "),
    ("下午", " afternoon "),
    ("期间", " "),
    ("的", " "),
    ("在", " "),
    ("从", "from "),
    ("至", " to "),
    ("到", " to "),
)
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_MONTH: Final = re.compile(r"(?:(\d{1,2})[./ -]+)?([IVX]+)[./ -]+(\d{4})", re.ASCII)
_FRENCH_DAYS: Final = re.compile(r"(?i)^du (\d.*?) au (\d.*)")
_SPACED_NUMBERS: Final = re.compile(r"(?<=\d[./-]) (?=\d)")
_WITH_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z?", re.ASCII)
_WEEK_CODE: Final = re.compile(r"(\d{4})[ -]?W ?(\d{1,2})|(?:KW|W) ?(\d{1,2})[ /.,-]+(\d{4})")
_UYGHUR_YEAR: Final = re.compile(r"(?i)(\d{4})-(?:يىلىدىن|يىلدىن|يىلى|يىل|yili|yil)(?: |$)")


def in_one_unit(words: str, number_of: Callable[[str], int | None]) -> str:
    """Return "27 months" for "two years and three months"; other words as they are."""

    def months(found: re.Match[str]) -> str:
        years = number_of(found[1])
        rest = number_of(found[2]) if found.re is _TWO_UNITS and found[2] else 6
        return found[0] if years is None or rest is None else f"{12 * years + rest} months"

    def either(found: re.Match[str]) -> str:
        number = number_of(found[1])
        return found[0] if number is None else f"{number} or {number + 1} {found[2]}s"

    words = _TENTHS.sub(lambda found: f"{found[1]} and a half {found[2]}s", words)
    words = _HALF.sub(months, _TWO_UNITS.sub(months, words))
    return _AND_A_HALF.sub(either, words)


def week_of(number: int, year: int) -> Window | None:
    """Return a week of a year by its number (ISO 8601); None where it has no such week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Window(monday, monday + timedelta(days=6))


def edge_of(time: Window, side: str, count: int, unit: str) -> Window | None:
    """Return the first or last days, weeks or months; None where a time has not so many."""
    is_first = side == "first"
    if unit == "month":
        inner = time.earliest if is_first else time.latest
        outer = month_of(inner, count - 1 if is_first else 1 - count)
        part = Window(inner, outer.latest) if is_first else Window(outer.earliest, inner)
    else:
        days = count * {"day": 1, "week": 7}[unit] - 1
        part = (
            Window(time.earliest, later(time.earliest, days))
            if is_first
            else Window(later(time.latest, -days), time.latest)
        )
    return part if part & time == part else None


def part_first(said: str) -> str:
    """Return Chinese, Uyghur and numbered forms in the order of the table: "end 2017年4月"."""
    said = _FRENCH_DAYS.sub(r"from \1 to \2", said)
    said = _WITH_TIME.sub(r"\1 \2", _SPACED_NUMBERS.sub("", said))
    if week := _WEEK_CODE.fullmatch(said):
        return f"week {week[2] or week[3]} {week[1] or week[4]}"
    roman = _ROMAN_MONTH.fullmatch(said)
    if roman and roman[2] in _ROMAN:
        name = f"{date(2000, _ROMAN.index(roman[2]) + 1, 1):%B}"
        return f"{roman[1] or ''} {name} {roman[3]}".strip()
    if any("\u4e00" <= sign <= "\u9fff" for sign in said):
        said = _in_chinese(said)
    if season := _CHINESE_SEASON.fullmatch(said):
        return f"{_CHINESE_SEASONS[season[2]]} {season[1]}"
    if part := _CHINESE_PART.fullmatch(said):
        year, of_year, month, of_month = part.groups()
        return f"{_OF_A_YEAR[of_year]} {year}" if year else f"{_OF_A_MONTH[of_month]} {month}"
    if numbers := _UYGHUR_DATE.fullmatch(said):
        return "-".join(f"{int(part):02}" for part in numbers.groups() if part)
    return _UYGHUR_YEAR.sub(r"\1 ", said).strip()


def _in_chinese(said: str) -> str:
    """Return Chinese words with years in digits, and the rest in the words of the table."""
    said = _CHINESE_YEAR.sub(lambda year: year[0].translate(_CHINESE_DIGITS), said)
    if _CHINESE_SEASON.fullmatch(said) or _CHINESE_PART.fullmatch(said):
        return said
    said = _CHINESE_COUNT.sub(
        lambda count: str(
            ("一二三四五六七八九十".find(count[0].replace("两", "二")) + 1) or count[0]
        ),
        said,
    )
    for word, words in _CHINESE_WORDS:
        said = said.replace(word, words)
    said = _MONTH_ALONE.sub(lambda month: f"{date(2000, int(month[1]), 1):%B} ", said)
    return " ".join(re.sub(r"(?<=\d)年(?=\s|$)", " ", said).split())


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
