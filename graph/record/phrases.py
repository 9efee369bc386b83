"""What people say instead of a date, and the window that each phrase gets.

The table `graph/record/tables/phrases.csv` holds the conventions. Each row has a name, and the
name is shown wherever a window rests on it.
"""

import csv
import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from graph.errors import InvalidDate
from graph.record.dates import (
    ALWAYS,
    BEGINNING,
    END,
    Lag,
    When,
    Window,
    about,
    edtf_window,
    later,
)
from graph.record.two_readings import winter

TABLE = Path(__file__).parent / "tables" / "phrases.csv"
MONTHS = tuple(month.lower() for month in month_name if month)
NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_MONTHS = {
    **{month[:3]: number for number, month in enumerate(MONTHS, start=1)},
    **{month: number for number, month in enumerate(MONTHS, start=1)},
    "sept": 9,
}
_PATTERNS = {
    "{date}": r"(.+?)",
    "{month}": r"(.+?)",
    "{year}": r"(\d{4})",
    "{next}": r"(\d{4})",
    "{n}": r"(\d+|[a-z]+)",
}
_DAYS = re.compile(r"(?:(\d+)\*)?\{n\}([+-]\d+)?")
_HYPHEN = re.compile(r"(?i)^(early|mid|late)[-\u2013](?=\w)")
_SEASON = re.compile(r"(?i)^(?:the )?(spring|summer|autumn|fall|winter)(?: of| in)? (?=\d)")
_WINTER = re.compile(r"(?i)winter (\d{4})(?: ?[-/\u2013] ?| to )(\d\d|\d{4})", re.ASCII)
_SINCE_ANOTHER = re.compile(
    r"(?i)(?:\w+ ){0,3}(?:day|week|month|year)s? (?:later|after|afterwards|before|earlier)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One convention: what is said, and the window or the lag that it stands for."""

    name: str
    kind: str
    phrase: str
    first: str
    last: str
    meaning: str
    pattern: re.Pattern[str]


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the table of conventions, longest phrase first: the closest one is found."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = [
        Phrase(
            name=row["name"],
            kind=row["kind"],
            phrase=row["phrase"],
            first=row["from"],
            last=row["to"],
            meaning=row["meaning"],
            pattern=_pattern(row["phrase"]),
        )
        for row in rows
    ]
    return tuple(sorted(known, key=lambda phrase: -len(phrase.phrase)))


def _pattern(phrase: str) -> re.Pattern[str]:
    """Turn `between {date} and {date}` into a pattern with one group a blank."""
    text = re.escape(phrase).replace(r"\{", "{").replace(r"\}", "}").replace(r"\ ", r"\s+")
    for blank, group in _PATTERNS.items():
        text = text.replace(blank, group)
    return re.compile(text, re.IGNORECASE)


def read_when(text: str, said_on: Window = ALWAYS) -> When | Lag:
    """Read a time as a source says it.

    A season is a convention by name; "winter 2020" is two winters, and so it is asked back.

    Args:
        text: a date, an EDTF expression, a phrase of the table, or `@event-id`.
        said_on: when it was said; "currently" and "over the last year" count from it.

    Returns:
        A window with its basis, or a lag where the phrase only relates two events.

    Raises:
        InvalidDate: none of these, or two readings; the sentence says how to write what was
            typed where that can be told, and else names some phrases that are known.
    """
    said = _one_way(" ".join(text.split()))
    if said.startswith("@"):
        return When(text=text, event=said[1:].strip())
    plain = _plain_date(said)
    if plain is not None:
        return When(text=text, window=plain)
    for phrase in phrases():
        match = phrase.pattern.fullmatch(said)
        if match and (read := _apply(phrase, match, text, said_on)):
            return read
    raise InvalidDate(text, _unknown(said))


def counted_from(basis: str) -> str:
    """Return "after" or "before": the column of the event that a lag of this name counts from.

    "" where the words fit both, and where the days were typed as numbers.
    """
    return _sides().get(basis, "")


@cache
def _sides() -> dict[str, str]:
    lags = (phrase for phrase in phrases() if phrase.kind.startswith("lag "))
    return {phrase.name: phrase.kind.removeprefix("lag ") for phrase in lags}


def _one_way(said: str) -> str:
    """Return words that are written in several ways as the table has them."""
    said = _SEASON.sub(r"\1 ", _HYPHEN.sub(r"\1 ", said))
    years = _WINTER.fullmatch(said)
    if years is None:
        return said
    first, last = years.groups()
    following = int(first) + 1
    if int(last) not in (following, following % 100):
        raise InvalidDate(
            said, "is more than one winter; write first and last month: YYYY-MM/YYYY-MM"
        )
    return f"winter {first}-{following}"


def _unknown(said: str) -> str:
    """Say how to write what is no date, where its words tell the days."""
    lower = said.lower()
    if re.fullmatch(r"winter \d{4}", lower):
        return winter(int(said[-4:]))
    if lower.startswith("by ") and (ended := _ended_by(said[3:])):
        return f"is not a date; write ../{ended}, or put that into edtf"
    if _SINCE_ANOTHER.fullmatch(said):
        return (
            "counts from another event in words that are not known; write the time itself, or "
            "for when the days between the two into lag_min and lag_max"
        )
    return f"is not a date or a known phrase; known are {_examples()}"


def _ended_by(said: str) -> str:
    """Return a plain day, month or year as EDTF; "" where it is none."""
    try:
        window = _plain_date(said)
    except InvalidDate:
        return ""
    if window is None:
        return ""
    forms = (window.latest.isoformat()[:length] for length in (4, 7, 10))
    return next((form for form in forms if edtf_window(form) == window), "")


@lru_cache(maxsize=20_000)
def _plain_date(said: str) -> Window | None:
    """Return the window of `2017-03`, `March 2017` or `24 June 2020`; None if it is none."""
    words = [_bare(word) for word in said.lower().replace(",", " ").split() if word != "of"]
    if len(words) == 3 and words[0] in _MONTHS:  # noqa: PLR2004  "June 24, 2020"
        words[:2] = words[1::-1]
    match words:
        case [month, year] if month in _MONTHS and _is_number(year, 4):
            return edtf_window(f"{year}-{_MONTHS[month]:02}")
        case [day, month, year] if (
            month in _MONTHS and _is_number(day, 2) and _is_number(year, 4)
        ):
            return edtf_window(f"{year}-{_MONTHS[month]:02}-{int(day):02}")
        case _:
            pass
    if re.match(r"[\d\[{./Y-]", said) and not re.match(r"\d+ [A-Za-z]", said):
        return edtf_window(said)
    return None


def _bare(word: str) -> str:
    """Return "24" for "24th", "oct" for "oct."."""
    return re.sub(r"(?<=\d)(st|nd|rd|th)$", "", word).removesuffix(".")


def _is_number(word: str, longest: int) -> bool:
    shortest = 1 if longest == 2 else longest  # noqa: PLR2004  a day has one or two digits
    return word.isascii() and word.isdigit() and shortest <= len(word) <= longest


def _apply(
    phrase: Phrase, match: re.Match[str], text: str, said_on: Window
) -> When | Lag | None:
    """Fill the phrase's blanks; None where a blank does not hold what it must."""
    blanks = list(match.groups())
    if phrase.kind.startswith("lag"):
        return _lag(phrase, blanks)
    if phrase.kind == "telling":
        window = Window(
            later(said_on.earliest, int(phrase.first)), later(said_on.latest, int(phrase.last))
        )
        return When(text=text, window=window, basis=phrase.name)
    dated = _date_window(phrase, blanks)
    return None if dated is None else When(text=text, window=dated, basis=phrase.name)


def _lag(phrase: Phrase, blanks: list[str]) -> Lag | None:
    number = "" if not blanks else blanks[0].lower()
    if number in NUMBERS:
        number = str(NUMBERS.index(number))
    if blanks and not number.isdigit():
        return None
    first, last = (_days(side, number) for side in (phrase.first, phrase.last))
    return Lag(least=first or 0, most=last, basis=phrase.name)


def _days(form: str, number: str) -> int | None:
    """Count `7`, `{n}` or `7*{n}-3`; None where the side is open."""
    if counted := _DAYS.fullmatch(form):
        return int(counted[1] or 1) * int(number) + int(counted[2] or 0)
    return int(form) if form else None


def _date_window(phrase: Phrase, blanks: list[str]) -> Window | None:
    """Read the two sides of a `date` phrase; a side that is empty is open."""
    try:
        first = _side(phrase.first, blanks[0]) if phrase.first else ALWAYS
        last = _side(phrase.last, blanks[-1]) if phrase.last else ALWAYS
    except InvalidDate:
        return None
    if not phrase.first:  # "before March 2017" ends where March begins
        return Window(BEGINNING, later(last.earliest, -1))
    if not phrase.last:
        return Window(later(first.latest, 1), END)
    window = Window(first.earliest, last.latest)
    return None if window.empty else window


def _side(form: str, blank: str) -> Window:
    """Read one side: `{year}-01`, `{month}-10` or `{date}~` with its blank filled."""
    if form.startswith(("{year}", "{next}")):
        return edtf_window(f"{blank}{form[len('{year}') :]}")
    window = _plain_date(" ".join(blank.split()))
    if window is None:
        raise InvalidDate(blank, "is not a date")
    if "{month}" in form:
        return _days_of_month(form, window)
    approximate = form.endswith("~") and "~" not in blank
    return about(window) if approximate else window


def _days_of_month(form: str, month: Window) -> Window:
    """Return the day that a form such as `{month}-10` names; what is no month has none."""
    first, last = month.earliest, month.latest
    if (first.day, last) != (1, _last_of_month(first)):
        raise InvalidDate(form, "is not a month")
    day = last if form == "{month}" else first.replace(day=int(form.removeprefix("{month}-")))
    return Window(day, day)


def _last_of_month(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _examples() -> str:
    shown = [f"'{phrase.phrase}'" for phrase in phrases() if phrase.kind == "date"][:4]
    return ", ".join([*shown, "'soon after'", "a day as YYYY-MM-DD", "'@event-id'"])
