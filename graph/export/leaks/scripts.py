"""Writing systems of the parts of a text: names keep their direction and their letters.

A document is written in English, and names in it may be Uyghur, Arabic or Chinese. Each run is
set with its own direction and language. So a number or a comma beside a name keeps its place
(Unicode Standard Annex 9, higher-level protocols).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from graph.errors import shortened
from graph.picture.draw.shown_text import shown

LONGEST, LONGEST_WORD = 20_000, 1_000
"""No sentence and no word is longer; what is, is cut, and says so.

A sentence names every child of a family, and everybody who is left: it is cut later.
"""

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_CHINESE = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WITHIN = r"[\s\d\u200c\u200d'\u2019\u00b7\-\u2013.]"
_RUNS = re.compile(
    rf"(?P<arabic>[{_ARABIC}](?:{_WITHIN}*[{_ARABIC}])*)|(?P<chinese>[{_CHINESE}]+)"
)
_WORD = re.compile(r"\S+")
_UYGHUR = re.compile("[\u06d0\u06c6\u06c7\u06c8\u06d5\u06ad\u06cb\u06be]")
"""Letters that Uyghur has and Arabic has not."""


@dataclass(frozen=True, slots=True)
class ScriptRun:
    """A part of a text in one writing system; `lang` is "" where it is in the document's."""

    text: str
    lang: str = ""

    @property
    def rtl(self) -> bool:
        """Return whether it is read from right to left."""
        return self.lang in ("ug", "ar")


@lru_cache(maxsize=10_000)
def runs(text: str) -> tuple[ScriptRun, ...]:
    """Return the parts of a text, in order; no text has none."""
    text = clean(text)
    found: list[ScriptRun] = []
    end = 0
    for match in _RUNS.finditer(text):
        found.append(ScriptRun(text[end : match.start()]))
        found.append(ScriptRun(match.group(), _lang(match)))
        end = match.end()
    found.append(ScriptRun(text[end:]))
    return tuple(run for run in found if run.text)


def clean(text: str) -> str:
    """Return a text as a document may hold it.

    Without marks that turn the direction of what follows, and with a space for each character
    that is a command to a printer or that XML cannot hold; one that is too long is cut.
    """
    kept = "".join(" " if _unprintable(sign) else sign for sign in shown(text))
    return shortened(_WORD.sub(lambda word: shortened(word[0], LONGEST_WORD), kept), LONGEST)


def too_long(text: str) -> bool:
    """Return whether a part of a text is cut in a document."""
    return len(text) > LONGEST or any(len(word) > LONGEST_WORD for word in text.split())


def _unprintable(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return kind in ("Cc", "Cs", "Co", "Zl", "Zp") or ord(sign) & 0xFFFE == 0xFFFE  # noqa: PLR2004 - no character


def _lang(match: re.Match[str]) -> str:
    if match["arabic"] is None:
        return "zh"
    return "ug" if _UYGHUR.search(match["arabic"]) else "ar"
