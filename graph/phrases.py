"""What people say instead of a date, and the window that each phrase gets.

The table `graph/tables/phrases.csv` holds the conventions; each row has a name, and the name is
shown wherever a window rests on it.
"""

import csv
import re
from calendar import month_name
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from graph.dates import ALWAYS, BEGINNING, END, Lag, When, Window, about, edtf_window, later
from graph.errors import InvalidDate

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
_PATTERNS = {"{date}": r"(.+?)", "{year}": r"(\d{4})", "{n}": r"(\d+|[a-z]+)"}


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

    Args:
        text: a date, an EDTF expression, a phrase of the table, or `@event-id`.
        said_on: when it was said; "currently" and "over the last year" count from it.

    Returns:
        A window with its basis, or a lag where the phrase only relates two events.

    Raises:
        InvalidDate: none of these; the sentence names some phrases that are known.
    """
    said = " ".join(text.split())
    if said.startswith("@"):
        return When(text=text, event=said[1:].strip())
    plain = _plain_date(said)
    if plain is not None:
        return When(text=text, window=plain)
    for phrase in phrases():
        match = phrase.pattern.fullmatch(said)
        if match and (read := _apply(phrase, match, text, said_on)):
            return read
    raise InvalidDate(text, f"is not a date or a known phrase; known are {_examples()}")


@lru_cache(maxsize=20_000)
def _plain_date(said: str) -> Window | None:
    """Return the window of `2017-03`, `March 2017` or `24 June 2020`; None if it is none."""
    words = said.lower().split()
    match words:
        case [month, year] if month in MONTHS and re.fullmatch(r"\d{4}", year):
            return edtf_window(f"{year}-{MONTHS.index(month) + 1:02}")
        case [day, month, year] if month in MONTHS and (day + year).isdigit():
            return edtf_window(f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}")
        case _:
            pass
    if re.match(r"[\d\[{./Y-]", said):
        return edtf_window(said)
    return None


def _apply(
    phrase: Phrase, match: re.Match[str], text: str, said_on: Window
) -> When | Lag | None:
    """Fill the phrase's blanks; None where a blank does not hold what it must."""
    blanks = list(match.groups())
    if phrase.kind == "lag":
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
    first, last = (side.replace("{n}", number) for side in (phrase.first, phrase.last))
    return Lag(least=int(first), most=int(last) if last else None, basis=phrase.name)


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
    """Read one side: `{year}-01` or `{date}~` with its blank filled."""
    if "{year}" in form:
        return edtf_window(form.replace("{year}", blank))
    window = _plain_date(" ".join(blank.split()))
    if window is None:
        raise InvalidDate(blank, "is not a date")
    approximate = form.endswith("~") and "~" not in blank
    return about(window) if approximate else window


def _examples() -> str:
    shown = [f"'{phrase.phrase}'" for phrase in phrases() if phrase.kind == "date"][:4]
    return ", ".join([*shown, "'soon after'", "'2017-03'", "'March 2017'", "'@event-id'"])
