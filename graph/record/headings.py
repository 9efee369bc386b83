"""The headings of a source, so that who holds the printed text finds a passage.

A source says in `headings` which lines or pages stand under which heading. That is one place
for all its passages. A heading in each locator would be in the name of each claim.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.record.model import Source

_ROW = re.compile(r"(?P<unit>[^\W\d]*)\.? ?(?P<first>\d+)(?:-\D*(?P<last>\d+))? (?P<words>.+)")
_PASSAGE = re.compile(r"(?P<unit>[^\W\d]*)\.? ?(?P<first>\d+)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and the first and last line or page under it; `unit` is "l", "p" and so on."""

    unit: str
    first: int
    last: int
    words: str


def read_heading(text: str) -> Heading | None:
    """Read `L236-L256 A stream of news`; None if it is none, or ends before it begins."""
    if (row := _ROW.fullmatch(text)) is None:
        return None
    first = int(row["first"])
    last = int(row["last"] or first)
    return Heading(_unit(row["unit"]), first, last, row["words"]) if last >= first else None


def heading_of(locator: str, source: str, sources: Mapping[str, Source]) -> str:
    """Return the heading over a passage; "" where no source says it.

    Args:
        locator: where in the source; of several lines the first counts.
        source: of the claim. A part of a source without headings has those of the whole.
        sources: the sources that are known.
    """
    passage = _PASSAGE.match(locator)
    if passage is None:
        return ""
    unit, number = _unit(passage["unit"]), int(passage["first"])
    for row in _headings(source, sources):
        if row.unit == unit and row.first <= number <= row.last:
            return row.words
    return ""


def _headings(source: str, sources: Mapping[str, Source]) -> list[Heading]:
    """Return the headings of a source, else those of the one that contains it, and so on."""
    seen: set[str] = set()
    while source in sources and source not in seen:
        seen.add(source)
        if said := dict(sources[source].further).get("headings"):
            return [row for row in map(read_heading, said) if row is not None]
        source = sources[source].part_of
    return []


def _unit(word: str) -> str:
    """Return a unit as it is compared: `pp.` and `p.` are pages."""
    word = word.casefold()
    return "p" if word in {"p", "pp", "page", "pages"} else word
