"""Other spellings of a name: in the other scripts of Uyghur, and Chinese in Latin.

Uyghur: `umsc` (Arabic, Latin, Cyrillic and the former Latin script). Chinese: `pypinyin`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from umsc import UgMultiScriptConverter

from graph.export.leaks.term_index import words
from graph.record.name_folding import syllables

_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_SCRIPTS = ("UAS", "ULS", "UCS", "UYS")


@cache
def _converter(source: str, target: str) -> UgMultiScriptConverter:
    return UgMultiScriptConverter(source, target)


def is_chinese(text: str) -> bool:
    """Return whether a text has Chinese characters."""
    return bool(_HAN.search(text))


@lru_cache(maxsize=50_000)
def spellings(name: str) -> tuple[str, ...]:
    """Return other ways to write a name, itself left out."""
    return tuple(dict.fromkeys(one for one in _spelt(name) if one and one != name))


def _spelt(name: str) -> Iterator[str]:
    if is_chinese(name):
        parts = [part for part in syllables(name) if part.strip("\u00b7 ")]
        yield " ".join(parts)
        for part in re.split(r"[\u00b7\u30fb\s]+", name):
            yield "".join(syllables(part))
        yield "".join(parts)
        return
    own = "UAS" if _ARABIC.search(name) else "UCS" if _CYRILLIC.search(name) else "ULS"
    for script in _SCRIPTS:
        if script != own:
            yield str(_converter(own, script)(name))


_WHERE = re.compile(r"\b(?:in|at|from|near|outside)\s+(?:the\s+)?([^,;()]+)")


def place_words(name: str, allowed: Iterable[str]) -> frozenset[str]:
    """Return the words in a name that only name an allowed place; of "Altay Emet", none.

    Args:
        name: of a person or a group.
        allowed: folded words of the places that may be read.
    """
    said = {word for place in _WHERE.findall(name) for word in words(place)}
    return frozenset(said & set(allowed))
