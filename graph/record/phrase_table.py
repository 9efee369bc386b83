"""The table of how times are told: each convention, its words, and other words for the same.

The table `graph/record/tables/phrases.csv` holds the conventions. Decision 0097 says how it is
written. `graph.record.phrases` reads words by it.
"""

import csv
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from graph.record.dates import Window
from graph.record.time_parts import HOUR, NIGHT, NTH, WEEKDAY, in_one_unit, part_first

_TABLES: Final = Path(__file__).parent / "tables"
_ONES: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (f"{word}teen" for word in ("thir", "four", "fif", "six", "seven", "eigh", "nine"))
_TO_NINETEEN: Final = (*_ONES, "ten", "eleven", "twelve", *_TEENS)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS: Final = {
    "day": (1, 1, 0),
    "week": (7, 7, 3),
    "month": (30, 31, 15),
    "year": (365, 366, 182),
}
"""Days of the shortest and the longest one, and half of it: words name the nearest unit."""
_BLANKS: Final = {
    **dict.fromkeys(("{date}", "{month}", "{season}", "{feast}", "{day}"), r"(.+?)"),
    "{hour}": HOUR,
    "{night}": NIGHT,
    "{weekday}": WEEKDAY,
    "{nth}": NTH,
    **dict.fromkeys(("{year}", "{next}"), r"(\d{4}|last year|this year)"),
    "{past}": r"((?!(?:day|week|month|year|night|hour)s?\b)[^\W\d]+(?: [^\W\d]+)?)",
    "{number}": r"(\d{1,2})",
    "{decade}": r"(\d{3})",
    "{n}": r"(\d{1,4}|[a-z]+(?:-[a-z]+)?)",
}
_COUNT = re.compile(r"(-?)(\d+|n)([+-]?)(?:\*(\d)/(\d))?")
_ENDING = re.compile(
    r"(?<=\d)(?:['\u2019](?!s\b)[^\W\d]+|-(?:\u0433\u043e|\u043c|\u043e\u043c|\u0439|\u0445)\b)"
)
"""An ending behind a number, as in Turkish and Russian: "2017'den beri"."""
_YEAR_BEFORE = re.compile(
    r"(?i)(?<!turn )(?<!school )(?<!academic )(?<!new )\byears? (?=\d{4}(?!\d))"
)
_HYPHEN = re.compile(r"(?i)\b(early|mid|late)[-\u2013](?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One convention: the words, and the window or the lag that they mean."""

    name: str
    kind: str
    phrase: str
    first: str
    last: str
    meaning: str
    unit: str = ""


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with (_TABLES / "phrases.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the conventions; a row for any unit or with several wordings is several.

    Feasts are none of them: people are called by their names.
    """
    return tuple(one for one in _all() if one.kind != "feast")


@cache
def _all() -> tuple[Phrase, ...]:
    return tuple(
        Phrase(
            name=row["name"].replace("{unit}", unit),
            kind=row["kind"],
            phrase=phrase.replace("{unit}", unit),
            first=row["from"],
            last=row["to"],
            meaning=row["meaning"].replace("{unit}", unit),
            unit=unit,
        )
        for row in _rows()
        if row["kind"] != "spelling"
        for phrase in row["phrase"].split("|")
        for unit in (_UNITS if "{unit}" in phrase else ("",))
    )


@cache
def literals() -> dict[str, Phrase]:
    """Return the phrases without a blank, by their words."""
    return {same_words(one.phrase).lower(): one for one in _all() if "{" not in one.phrase}


def with_blanks(words: str) -> list[Phrase]:
    """Return the phrases with blanks whose own words are in these, longest first.

    The closest one counts.
    """
    lower = words.lower()
    found = [one for word, each in _by_word().items() if word in lower for one in each]
    fit = [one for one in found if all(word in lower for word in one[1])]
    return [phrase for *_, phrase in sorted(fit, key=lambda one: one[0])]


@cache
def _by_word() -> dict[str, list[tuple[int, tuple[str, ...], Phrase]]]:
    """Return the phrases with blanks by their longest word, with their place and words."""
    blanks = sorted(
        (one for one in _all() if "{" in one.phrase), key=lambda one: -len(one.phrase)
    )
    by_word: dict[str, list[tuple[int, tuple[str, ...], Phrase]]] = {}
    for place, phrase in enumerate(blanks):
        words = _fixed_words(phrase)
        by_word.setdefault(max(words, key=len, default=""), []).append((place, words, phrase))
    return by_word


def _fixed_words(phrase: Phrase) -> tuple[str, ...]:
    """Return the words of a phrase, which are looked for before its pattern is made."""
    words = re.sub(r"{\w+}", " ", same_words(phrase.phrase)).lower().split()
    return tuple(phrase.unit if word == f"{phrase.unit}s" else word for word in words)


@cache
def pattern_of(phrase: Phrase) -> re.Pattern[str]:
    """Turn `between {date} and {date}` into a pattern with one group a blank."""
    text = re.sub(r"\\([ {}-])", r"\1", re.escape(same_words(phrase.phrase)))
    if phrase.unit and "{n}" in phrase.phrase:
        text = text.replace(f"{phrase.unit}s", f"{phrase.unit}s?")
    for blank, group in _BLANKS.items():
        text = text.replace(blank, group)
    return re.compile(text, re.IGNORECASE)


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return other words for the same, longest first; `the` and `of` are none."""
    same = {
        words: row["from"]
        for row in _rows()
        if row["kind"] == "spelling"
        for words in row["phrase"].split("|")
    }
    same |= {"the": "", "of": ""}
    longest = sorted(map(re.escape, same), key=len, reverse=True)
    return re.compile(rf"(?i)(?<![\w'])(?:{'|'.join(longest)})(?!\w)"), same


def counted_from(basis: str) -> str:
    """Return the column that a lag of this name needs: after, before or until.

    It is "until" for words that say how long something lasted, and "" where the words fit both
    sides, and where the days were typed as numbers.
    """
    return _sides().get(basis, "")


@cache
def _sides() -> dict[str, str]:
    sides = {one.name: one.kind.removeprefix("lag ") for one in _all() if "lag " in one.kind}
    return sides | {one.name: "until" for one in _all() if one.kind == "length"}


@cache
def bounds(basis: str) -> bool:
    """Return whether words only bound or move a time, as "by June 2018" does, and name none."""
    first = basis.split(", ", maxsplit=1)[0]
    kinds = {one.kind.split()[0] for one in _all() if one.name == first}
    return not kinds.isdisjoint(("bound", "lag"))


def still_so(basis: str) -> bool:
    """Return whether words say no more than that something is so at the telling."""
    return basis in _still_so()


@cache
def _still_so() -> frozenset[str]:
    return frozenset(one.name for one in _all() if one.kind == "telling now")


def same_words(said: str) -> str:
    """Return words that are written in several ways as the table has them."""
    said = part_first(unicodedata.normalize("NFKC", said))
    said = _ENDING.sub("", said)
    pattern, same = _spellings()
    for _ in range(2):  # "a year and a half earlier" is "18 months earlier" first
        said = " ".join(pattern.sub(lambda found: same[found[0].lower()], said).split())
    said = re.sub(r", (?=\d{4}$)", " ", said)
    said = _YEAR_BEFORE.sub("", said)
    said = re.sub(r"(?<=[^\W\d]|\.) ?/ ?(?=[^\W\d])", " or ", said)
    said = in_one_unit(_HYPHEN.sub(r"\1 ", said), number_of)
    return re.sub(r"(?<=\w)[.,]$", "", said)


def number_of(word: str) -> int | None:
    """Return the number of `5`, `five`, `an` or `twenty-five`; None for any other word."""
    word = word.lower()
    if word.isdecimal() and len(word) <= 4:  # noqa: PLR2004  months of a long life
        return int(word)
    if word in {"a", "an"}:
        return 1
    if word in _TO_NINETEEN:
        return _TO_NINETEEN.index(word)
    tens, _, ones = word.partition("-")
    if tens in _TENS and (not ones or ones in _ONES[1:]):
        return 20 + 10 * _TENS.index(tens) + (_ONES.index(ones) if ones else 0)
    return None


def days_of(phrase: Phrase, form: str, number: int) -> int:
    """Count `7`, `n`, `-n+` or `n*3/4`, where n is the number of units."""
    [(backwards, what, further, times, parts)] = _COUNT.findall(form)
    if what != "n":
        return int(f"{backwards}{what}")
    shortest, longest, half = _UNITS[phrase.unit]
    is_longest = (form is phrase.last) != bool(backwards)
    days = number * (longest if is_longest else shortest) * int(times or 1) // int(parts or 1)
    days += {"": 0, "+": half, "-": -half}[further]
    return -days if backwards else days


@cache
def feast_days() -> dict[str, tuple[Window, ...]]:
    """Return the computed days of each movable feast, in order."""
    days: dict[str, tuple[Window, ...]] = {}
    with (_TABLES / "feasts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            window = Window(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
            days[row["feast"]] = (*days.get(row["feast"], ()), window)
    return days
