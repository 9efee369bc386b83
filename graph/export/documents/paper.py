"""A document before it is set: every sentence of a `Package`, in the order of reading.

PDF and Word are set from the same `Paper`, so they say the same. It holds no layout and no
mark-up. Everything in it comes from the `Package`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.export.documents.family_part import FamilyPart, family_part
from graph.export.documents.notes import Notes
from graph.export.documents.sentences import AUDIENCE_WORDS, NOT_SAID, QUESTION
from graph.export.package import Package
from graph.record.model import Records, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The text of every page, and of the list of particulars at the end."""

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
    """A document: its families, and the text around them."""

    question: str
    frame: Frame
    families: tuple[FamilyPart, ...]
    sources: tuple[str, ...]
    not_said: tuple[str, ...]
    left_out: tuple[str, ...]
    notes: tuple[str, ...]
    ids: tuple[str, ...]
    """The claims that each note rests on."""


def paper(package: Package) -> Paper:
    """Put a `Package` into the order of a document."""
    notes = Notes(package)
    families = tuple(
        family_part(list(briefings), package, notes)
        for _, briefings in groupby(package.briefings, key=lambda one: one.family)
    )
    return Paper(
        question=f"{package.warning} {QUESTION}".lstrip(),
        frame=frame(package),
        families=families,
        sources=tuple(described(notes.sources.values(), package.records)),
        not_said=NOT_SAID,
        left_out=package.left_out,
        notes=notes.bodies,
        ids=notes.ids,
    )


def frame(package: Package) -> Frame:
    """Return the text of every page."""
    return Frame(
        tlp=package.tlp,
        audience=AUDIENCE_WORDS[package.audience],
        as_of=package.as_of.isoformat(),
        known_on="" if package.known_on is None else package.known_on.isoformat(),
        export_id=package.export_id,
        recipient=package.recipient,
        made_on=package.made_on.isoformat(),
        selection=package.selection,
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
