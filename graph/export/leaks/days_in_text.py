"""The days that a text may mean, in every form in which people write one.

"03/04/2020" may be two days, and both are found. The list of forbidden days is short, and a day
that is missed leaves. A number and a month in two cells or notes are no day.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

_MONTHS = """
january jan ocak janvier januar jaenner января yanvar يانۋار
february feb subat fevrier februar февраля fevral فېۋرال
march mar mart mars marz марта maerz مارت
april apr nisan avril april апреля aprel ئاپرېل
may may mayis mai mai мая may ماي
june jun haziran juin juni июня iyun ئىيۇن
july jul temmuz juillet juli июля iyul ئىيۇل
august aug agustos aout august августа awghust ئاۋغۇست
september sep eylul septembre sept сентября sentebir سېنتەبىر
october oct ekim octobre oktober октября okt ئۆكتەبىر
november nov kasim novembre november ноября noyabir نويابىر
december dec aralik decembre dezember декабря dez دېكابىر
"""
"""A line for each month: English, Turkish, French, German, Russian, Uyghur (in both)."""
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_DASHES = dict.fromkeys(
    (*range(0x2010, 0x2016), 0x2212, 0x2E3A, 0xFE58, 0xFE63, 0xFF0D), "-"
) | {0x131: "i", 0x649: "\u064a"}


def _plain(text: str) -> str:
    """Return a text with plain digits and dashes, without case and accents."""
    if text.isascii():
        return text.lower()
    kept = unicodedata.normalize("NFKD", text.casefold().translate(_DASHES))
    return "".join(chain.from_iterable(map(_sign, kept))).translate(_DASHES)


def _sign(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return "" if unicodedata.category(sign) in ("Mn", "Cf") else sign


_NUMBERS = {
    _plain(name): number
    for number, line in enumerate(_MONTHS.strip().splitlines(), 1)
    for name in line.split()
}
_NAME = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_SIGN = r"[ \t]?[-./_][ \t]?"
_SPACE = r"(?:\.?,?[ \t]+|[-./_,])"
_OF = rf"(?:(?:st|nd|rd|th|er)?{_SPACE}(?:of[ \t]+)?)"
_ALONE, _END = r"(?<!\d)", r"(?!\d)"
_SHORT = (
    rf"(?<!\d[-./_]){_ALONE}(?P<a>\d{{1,2}})(?P<s>{_SIGN})(?P<b>\d{{1,2}})(?P=s)(?P<y>\d\d)"
    r"(?![-./_]?\d)"
)
_UYGHUR = (
    rf"{_ALONE}(?P<y>\d{{4}})-\u064a\u064a\u0644\w*[\s,]*(?P<m>\d{{1,2}})-\u064a\u0627\u064a\w*"
    rf"[\s,]*(?P<d>\d{{1,2}}){_END}"
)
_FORMS = (
    rf"{_ALONE}(?P<y>\d{{4}})(?P<s>{_SIGN})(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}}){_END}",
    rf"{_ALONE}(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d{{1,3}}(?!\d))",
    rf"{_ALONE}(?P<a>\d{{1,2}})(?P<s>{_SIGN})(?P<b>\d{{1,2}})(?P=s)(?P<y>\d{{4}}){_END}",
    _SHORT,
    rf"(?<!\w)(?P<d>\d{{1,2}}){_OF}(?P<n>{_NAME}){_SPACE}(?P<y>\d{{4}}){_END}",
    rf"(?<!\w)(?P<n>{_NAME}){_SPACE}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_SPACE}(?P<y>\d{{4}}){_END}",
    rf"{_ALONE}(?P<y>\d{{4}}){_SPACE}(?P<n>{_NAME}){_SPACE}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_END}",
    rf"{_ALONE}(?P<d>\d{{1,2}})(?P<s>{_SIGN})(?P<r>[ivx]+)(?P=s)(?P<y>\d{{4}}){_END}",
    rf"{_ALONE}(?P<y>\d{{4}})\s*\u5e74\s*(?P<m>\d{{1,2}})\s*\u6708\s*(?P<d>\d{{1,2}}){_END}",
    _UYGHUR,
    rf"{_ALONE}(?P<y>\d{{4}})-?w(?P<w>\d\d)-?(?P<wd>[1-7]){_END}",
    r"(?<!\d)(?<!\d-)(?P<y>(?:19|20)\d\d)-(?P<yd>\d{3})(?![\d-])",
)
_READ = [re.compile(form) for form in _FORMS]
_YEAR = re.compile(r"\d\d")
"""The fewest digits of a year in any of the forms."""


def days_in(text: str) -> Iterator[date]:
    """Yield each day that a text may mean; no day twice for one form of it."""
    plain = _plain(text)
    if not _YEAR.search(plain):
        return
    for form in _READ:
        for match in form.finditer(plain):
            yield from _meant(match.groupdict())


def _meant(read: dict[str, str | None]) -> Iterator[date]:
    """Yield the days that the parts of one form can mean, none where there is no such day."""
    part = {name: value for name, value in read.items() if value and name != "s"}
    year = int(part["y"])
    years = [year] if len(part["y"]) > 2 else [1900 + year, 2000 + year]  # noqa: PLR2004 - digits
    for one in years:
        yield from (day for day in _possible(part, one) if day is not None)


def _possible(part: dict[str, str], year: int) -> Iterator[date | None]:
    if "a" in part:
        first, second = int(part["a"]), int(part["b"])
        yield from {_day(year, second, first), _day(year, first, second)}
    elif "w" in part:
        yield _week(year, int(part["w"]), int(part["wd"]))
    elif "yd" in part:
        yield _of_year(year, int(part["yd"]))
    else:
        yield _day(year, _month(part), int(part["d"]))


def _month(part: dict[str, str]) -> int:
    if "n" in part:
        return _NUMBERS[part["n"]]
    if "r" in part:
        return _ROMAN.index(part["r"]) + 1 if part["r"] in _ROMAN else 0
    return int(part["m"])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _week(year: int, week: int, day: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, day)
    except ValueError:
        return None


def _of_year(year: int, day: int) -> date | None:
    return date(year, 1, 1) + timedelta(days=day - 1) if 0 < day <= 366 else None  # noqa: PLR2004
