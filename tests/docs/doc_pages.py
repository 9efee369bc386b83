"""The pages of the documentation, and what is read out of them."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "data_samples" / "README.md",
        ROOT / "docs" / "decisions" / "README.md",
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "docs" / "guide").glob("*.md"),
    ]
)
"""Decision records are not rewritten, so they are not measured."""
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^\s*(?:[-*] |\d+\. |#+ |\|)")
_CODE = re.compile(r"`[^`]*`")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_END = re.compile(r"(?<=[.!?])[\"')*]*\s+")
_TAG = re.compile(r"<[^>]*>")


def name(page: Path) -> str:
    """Return a page's path within the project."""
    return page.relative_to(ROOT).as_posix()


def fences(text: str, language: str) -> list[str]:
    """Return the blocks of code in a language."""
    return [body for _, kind, body in _FENCE.findall(text) if kind == language]


def links(text: str) -> Iterator[str]:
    """Yield where links and pictures lead to."""
    for _, target in _LINK.findall(_FENCE.sub("", text)):
        yield target


def code_spans(text: str) -> list[str]:
    """Return what is set as code within the text."""
    return [span.strip("`") for span in _CODE.findall(_FENCE.sub("", text))]


def read(page: Path) -> str:
    """Return the text of a page; without the tables of columns, which follow a schema."""
    text = page.read_text("utf-8")
    if page.parent.name == "data_samples":
        return "\n".join("" if line[:1] == "|" else line for line in text.splitlines())
    return text


def sentences(text: str) -> Iterator[str]:
    """Yield each sentence; a heading, a list item and a cell of a table end one."""
    for block in _blocks(_FENCE.sub("\n\n", text)):
        plain = _LINK.sub(r"\1", _IMAGE.sub("", _CODE.sub("code", block)))
        yield from (one for one in _END.split(_TAG.sub("", plain)) if one.strip())


def _blocks(text: str) -> Iterator[str]:
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        if block and (not line.strip() or _BLOCK.match(line)):
            yield " ".join(block)
            block = []
        if line.lstrip().startswith("|"):
            yield from line.split("|")
        elif line.startswith("#"):
            yield line
        elif line.strip():
            block.append(line.strip())


def words(sentence: str) -> list[str]:
    """Return the words of a sentence; code counts as one."""
    return re.findall(r"[^\W_][\w'’/-]*", sentence)
