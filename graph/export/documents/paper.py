"""A document before it is set: every sentence of a `Package`, in the order in which it is read.

PDF and Word are set from the same `Paper`, so they say the same; it holds no layout and no
mark-up, and nothing that is not in the `Package`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.export.documents.family_part import FamilyPart, family_part
from graph.export.documents.notes import Cited, Notes
from graph.export.documents.sentences import AUDIENCE_WORDS, NOT_SAID, QUESTION
from graph.export.package import Package
from graph.record.model import Records, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands on every page, and in the list of particulars at the end."""

    tlp: str
    audience: str
    as_of: str
    known_on: str
    export_id: str
    recipient: str
    made_on: str
    selection: str


PARTICULARS = {
    "Selection": "selection",
    "Day asked about": "as_of",
    "As known to the family on": "known_on",
    "Audience": "audience",
    "Label": "tlp",
    "Recipient": "recipient",
    "Export": "export_id",
    "Made on": "made_on",
}
"""The list at the end: how each is called, and which field of the frame it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document: its families, and what stands around them."""

    question: str
    frame: Frame
    families: tuple[FamilyPart, ...]
    sources: tuple[str, ...]
    not_said: tuple[str, ...]
    left_out: tuple[str, ...]
    notes: tuple[str, ...]


def paper(handed: Package) -> Paper:
    """Put a `Package` into the order of a document."""
    notes = Notes(handed.records)
    families = tuple(
        family_part(list(told), handed, notes)
        for _, told in groupby(handed.told, key=lambda one: one.family)
    )
    return Paper(
        question=f"{handed.warning} {QUESTION}".lstrip(),
        frame=frame(handed),
        families=families,
        sources=tuple(described(notes.sources.values(), handed.records)),
        not_said=NOT_SAID,
        left_out=handed.left_out,
        notes=tuple(notes.bodies),
    )


def frame(handed: Package) -> Frame:
    """Return what stands on every page."""
    return Frame(
        tlp=handed.tlp,
        audience=AUDIENCE_WORDS[handed.audience],
        as_of=handed.as_of.isoformat(),
        known_on="" if handed.known_on is None else handed.known_on.isoformat(),
        export_id=handed.export_id,
        recipient=handed.recipient,
        made_on=handed.made_on.isoformat(),
        selection=handed.selection,
    )


def described(cited: Iterable[Source], records: Records) -> Iterator[str]:
    """Describe the sources that a document cites; those of one report once, together."""
    by_id = {source.id: source for source in records.sources}
    together: dict[str, list[Source]] = {}
    for source in cited:
        together.setdefault(source.part_of if source.part_of in by_id else "", []).append(
            source
        )
    for whole, parts in together.items():
        if not whole:
            yield from (_described(source) for source in parts if source.id not in together)
            continue
        named = Counter(_with_reliability(part) for part in parts)
        inside = (f"{one} ({many})" if many > 1 else one for one, many in named.items())
        yield f"{_described(by_id[whole])}. In it: {'; '.join(inside)}"


def _described(source: Source) -> str:
    date = "" if source.date is None else source.date.text
    parts = (_with_reliability(source), source.publisher, date, source.url)
    return ", ".join(part for part in parts if part)


def _with_reliability(source: Source) -> str:
    graded = f" (reliability {source.reliability})" if source.reliability else ""
    return f"{source.title}{graded}"


__all__ = [
    "PARTICULARS",
    "Cited",
    "FamilyPart",
    "Frame",
    "Notes",
    "Paper",
    "described",
    "frame",
    "paper",
]
