"""The text of a source, kept on this machine by its hash; it is in no export.

A text is split into numbered lines, always the same ones. So a passage is a few numbers, `L12`
or `L12-L14`. That is the locator of a claim.
"""

import re
import textwrap
from bisect import bisect
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from graph.errors import GraphError
from graph.server.home import write_private
from graph.settings import TEXTS

LONGEST: Final = 2_000_000
"""Letters of a text: a book of a thousand pages."""
_WIDTH: Final = 90
_PASSAGE = re.compile(r"L?\s*(\d{1,6})(?:\s*(?:-|\u2013|to)\s*L?\s*(\d{1,6}))?", re.IGNORECASE)


class TextRefused(GraphError):
    """A text that cannot be read, or cannot be kept."""


def opened_text(name: str, content: bytes) -> str:
    """Return the text of a TXT, DOCX or PDF file.

    Raises:
        TextRefused: the sentence says why it cannot be read.
    """
    ending = Path(name).suffix.lower()
    if ending == ".docx":
        return _of_word(content)
    if ending == ".pdf":
        return _of_pdf(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TextRefused("The file is not text in UTF-8. Save it so, or paste it.") from None


def _of_word(content: bytes) -> str:
    try:
        paragraphs = Document(BytesIO(content)).paragraphs
    except (BadZipFile, KeyError, PackageNotFoundError, ValueError):
        raise TextRefused("The file is no Word document that can be opened.") from None
    return "\n".join(one.text for one in paragraphs)


def _of_pdf(content: bytes) -> str:
    try:
        text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError):
        raise TextRefused("The file is no PDF that can be opened.") from None
    if not text.strip():
        raise TextRefused(
            "The PDF holds pictures of pages and no text. Type the text, or paste it."
        )
    return text


def keep_text(home: Path, source: str, text: str) -> None:
    """Keep the text of a source; the same one again changes nothing.

    Raises:
        TextRefused: it is empty or too long, or the source has another text already.
    """
    if not text.strip():
        raise TextRefused("The text is empty.")
    if len(text) > LONGEST:
        raise TextRefused(
            f"The text has {len(text):,} letters, and {LONGEST:,} are the most. Keep the part "
            "that is about the family."
        )
    before = kept_text(home, source)
    if before is not None and before != text:
        raise TextRefused("This source has another text already. Make a source of its own.")
    content = text.encode("utf-8", "surrogatepass")
    folder = home / TEXTS / source
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(folder / f"{sha256(content).hexdigest()}.txt", content)


def kept_text(home: Path, source: str) -> str | None:
    """Return the text of a source; None where none is kept.

    Raises:
        TextRefused: the file is not what was kept, by its hash.
    """
    file = next((home / TEXTS / source).glob("*.txt"), None)
    if file is None:
        return None
    content = file.read_bytes()
    if sha256(content).hexdigest() != file.stem:
        raise TextRefused(f"{file} was changed since it was kept. Put the kept text back.")
    return content.decode("utf-8", "surrogatepass")


def numbered(text: str) -> list[str]:
    """Return the lines of a text; a long one is broken between words."""
    lines: list[str] = []
    for line in text.splitlines():
        lines += textwrap.wrap(line, _WIDTH) or [""]
    return lines


def passage(typed: str, lines: int) -> tuple[int, int]:
    """Return the first and the last line of a passage: `12`, `L12`, `12-14`, `12 to 14`.

    Raises:
        TextRefused: it is no passage, or not in the text.
    """
    match = _PASSAGE.fullmatch(typed.strip())
    if match is None:
        raise TextRefused("Type the numbers of lines, like 12 or 12-14.")
    first = int(match[1])
    last = int(match[2] or first)
    if not 1 <= first <= last <= lines:
        raise TextRefused(f"The text has the lines 1 to {lines:,}. Type numbers of these.")
    return first, last


def found_in(lines: Iterable[str], words: str) -> list[tuple[int, int]]:
    """Return the passages in which some words are, wherever the lines are broken.

    Blanks of any kind count as one. A few words can be there more than once.
    """
    wanted = "".join(words.split())
    if not wanted:
        return []
    letters = ["".join(line.split()) for line in lines]
    ends = list(accumulate(map(len, letters)))
    text, found, at = "".join(letters), list[tuple[int, int]](), -1
    while (at := text.find(wanted, at + 1)) >= 0:
        first, last = bisect(ends, at) + 1, bisect(ends, at + len(wanted) - 1) + 1
        found.append((first, last))
    return list(dict.fromkeys(found))


def locator(first: int, last: int) -> str:
    """Return a passage as the locator of a claim."""
    return f"L{first}" if first == last else f"L{first}-L{last}"


def written_down(locators: Iterable[str], lines: int) -> set[int]:
    """Return the lines of a text of which something is written down already."""
    found: set[int] = set()
    for one in locators:
        try:
            first, last = passage(one, lines)
        except TextRefused:
            continue
        found |= set(range(first, last + 1))
    return found
