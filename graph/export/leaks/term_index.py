"""An index that finds thousands of names and ids in a text at once, as whole words.

A text is folded (case, accents, presentation forms, letters that show nothing) and cut into
words. An entry is a row of words. Every word of the text is looked up once, so the time does
not grow with the number of entries. "Ali" is not found in "Alison".
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from graph.export.leaks.days_in_text import days_in

_SHORTEST = 5
"""Of a name that has an ending; shorter ones with one are other words too often."""
_SHORTEST_LATIN = 6
_ENDINGS = (
    *("s", "ning", "ni"),
    *("نيڭ", "ني", "دين", "غا", "كه", "دا", "ده"),
    *(
        "\u0430",
        "\u0443",
        "\u0435",
        "\u044b",
        "\u0438",
        "\u043e\u043c",
        "\u043e\u0439",
        "\u0435\u0439",
        "\u043d\u0438\u043d",
    ),
)
"""English and German; Uyghur in Latin and Arabic letters; Russian. All folded."""
_NUMBERED = re.compile(r"([^\W\d_]{3,})\d{1,4}")


def bent(words: Iterable[str]) -> Iterator[str]:
    """Yield what may be a name of some folded words: each without its ending or number."""
    for word in set(words):
        if word.endswith(_ENDINGS):
            yield from _without(word)
        elif (numbered := _NUMBERED.fullmatch(word)) is not None:
            yield numbered[1]


def _without(word: str) -> Iterator[str]:
    least = _SHORTEST_LATIN if word.isascii() else _SHORTEST
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= least:
            yield stem


_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])[^\W_])+")
"""A word, or one Chinese character: nothing parts words there, so a name is a row of them."""
_ID = re.compile(r"[^\W_][\w.-]*")
_NUMBERS = re.compile(r"\d+(?:[-.]\d+)+|\d+(?:/\d+)+")
"""A month in numbers. A dash in it and a stroke between two of them are not mixed up."""
_BROKEN = re.compile(r"(?<=\w)[-\u2010]\s*\n\s*(?=\w)")
"""A word that goes on in the next line."""
_APOSTROPHE = "'`\u00b4\u02b9\u02bb-\u02bf\u2018-\u201b\u2032\u05f3\uff07"
"""As a class of letters: what people type for one, half rings of transcriptions too."""
_APOSTROPHES = dict.fromkeys(
    [
        *map(ord, "'`\u00b4\u02b9\u2032\u05f3\uff07"),
        *range(0x2BB, 0x2C0),
        *range(0x2018, 0x201C),
    ]
)
_POSSESSIVE = re.compile(rf"(?<=\w\w)[{_APOSTROPHE}]s(?!\w)", re.IGNORECASE)
_LATIN = re.compile("[a-z]")
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501"
    "\u043c\u043d\u0442\u043a\u0432\u03b1\u03bf\u03b9\u03c1",
    "aeopcyxijsdmhtkbaoip",
)
"""Cyrillic and Greek letters that look like Latin ones, read so beside Latin letters."""
_HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\ufe63\uff0d"
_CUT = re.compile(rf"(?<![\w-])[^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+){{1,3}}(?![\w-])")
_ENDED = re.compile(rf"(?<!\w)([^\W\d_]{{3,}})[{_APOSTROPHE}][^\W\d_]{{1,6}}(?!\w)")
_CLOCK = re.compile(r"(?<=\d)T(?=\d)")
"""Between a day and an hour, as programs write them."""
_NEAR = str.maketrans(
    "\u0131\u00f8\u0111\u0142\u0259\u06d5\u06be\u06a9\u06cc\u0649"
    "\u04bb\u04b3\u049b\u0493\u04a3\u04e9\u04af\u0497",
    "iodle\u0647\u0647\u0643\u064a\u064a\u0445\u0445\u043a\u0433\u043d\u043e\u0443\u0436",
)
"""Letters that no accent explains, as people type them and as fonts give them back."""


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=50_000)
def _folded_word(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold()
    plain = unicodedata.normalize("NFKD", wide)
    kept = "".join(one for one in plain if unicodedata.category(one) not in ("Mn", "Cf"))
    folded = unicodedata.normalize("NFKC", kept).translate(_APOSTROPHES).translate(_NEAR)
    return folded.translate(_LOOKALIKES) if _LATIN.search(folded) else folded


def fold(text: str) -> str:
    """Return a text as it is compared: without case, accents, ligatures, hidden letters."""
    joined = _POSSESSIVE.sub("", _BROKEN.sub("", text.replace("\u00ad", "")))
    joined = _CLOCK.sub(" ", joined)
    if joined.isascii():
        return joined.lower().translate(_APOSTROPHES)
    return " ".join(_folded_word(part) for part in joined.split())


def stems(text: str) -> Iterator[str]:
    """Yield the words that hyphens cut, and those before an apostrophe and an ending."""
    for word in _CUT.findall(text):
        yield fold("".join(sign for sign in word if sign not in _HYPHENS))
    for word in _ENDED.findall(text):
        yield fold(word)


class WholeWords:
    """Entries of one word or more, each of a kind, and where they stand in texts."""

    def __init__(self) -> None:
        """Begin with no entries."""
        self._rows: dict[str, dict[tuple[str, ...], str]] = {}
        self._longest: dict[str, int] = {}
        self._ids: dict[str, str] = {}
        self._days: dict[date, str] = {}
        self._months: dict[str, str] = {}

    def copy(self) -> "WholeWords":
        """Return an index of its own with the same entries."""
        other = WholeWords()
        other._rows = {word: dict(rows) for word, rows in self._rows.items()}
        other._longest, other._ids = dict(self._longest), dict(self._ids)
        other._days, other._months = dict(self._days), dict(self._months)
        return other

    def __len__(self) -> int:
        """Return the number of entries."""
        rows = sum(len(rows) for rows in self._rows.values())
        return rows + len(self._ids) + len(self._days) + len(self._months)

    def add_id(self, id_: str, kind: str) -> None:
        """Add an id, which is found only as it is written: `mihriban-left`."""
        self._ids.setdefault(id_.lower(), kind)

    def add_day(self, day: date, kind: str) -> None:
        """Add a day, which is found in every form that `days_in` reads."""
        self._days.setdefault(day, kind)

    def add_month(self, numbers: str, kind: str) -> None:
        """Add a month, `2020-06`; found with dots and strokes, too."""
        self._months.setdefault(numbers, kind)

    def add(self, entry: str, kind: str) -> None:
        """Add an entry; the first kind that it was added with stays."""
        self.add_words(tuple(words(entry)), kind)

    def add_words(self, row: tuple[str, ...], kind: str) -> None:
        """Add a row of folded words."""
        if row:
            self._rows.setdefault(row[0], {}).setdefault(row, kind)
            self._longest[row[0]] = max(self._longest.get(row[0], 0), len(row))

    def found(self, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the kind and the words of each entry that is in a text."""
        read = words(text)
        yield from self._found_rows(read)
        for word in {*stems(text), *bent(read)}:
            yield from self._found_rows([word])
        for id_ in _ID.findall(text.lower()):
            if (kind := self._ids.get(id_.strip("-."))) is not None:
                yield kind, (id_,)
        yield from self._found_days(text)

    def _found_days(self, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        for numbers in _NUMBERS.findall(text):
            if (kind := self._months.get(re.sub(r"[./]", "-", numbers))) is not None:
                yield kind, (numbers,)
        for day in days_in(text):
            if (kind := self._days.get(day)) is not None:
                yield kind, (day.isoformat(),)

    def _found_rows(self, read: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for at, word in enumerate(read):
            if (rows := self._rows.get(word)) is None:
                continue
            for length in range(1, min(self._longest[word], len(read) - at) + 1):
                row = tuple(read[at : at + length])
                if row in rows:
                    yield rows[row], row

    def in_any(self, texts: Iterable[str]) -> bool:
        """Return whether any entry is in any of some texts."""
        return any(True for text in texts for _ in self.found(text))
