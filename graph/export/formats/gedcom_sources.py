"""Sources, places, groups and organisations as GEDCOM records, and citations of claims."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from graph.export.formats.gedcom_lines import GedcomLine, pointer, some
from graph.export.formats.worded import OF_EVERY_CLAIM, record_text, said
from graph.facts.adding_up import Person
from graph.record.model import Claim, EventClaim, Interpretation, Place, Source, TieClaim
from graph.record.vocabulary import Basis, Stance

QUALITY = {"A": "3", "B": "2", "C": "1", "D": "1", "E": "0"}
"""Reliability as QUAY; F (cannot be judged) says nothing, and so does GEDCOM then."""


def source_record(source: Source, xref: str, names: Mapping[str, str]) -> GedcomLine:
    """Return the record of a source."""
    note = record_text(source, {"id", "title", "publisher", "informant"})
    below = (
        *some("AUTH", names.get(source.informant, source.informant)),
        *some("TITL", source.title),
        *some("PUBL", source.publisher),
        GedcomLine("REFN", source.id),
        *some("NOTE", note),
    )
    return GedcomLine("SOUR", "", below, xref)


def place_record(place: Place, xref: str) -> GedcomLine:
    """Return a place as a note that the events at it point to."""
    text = record_text(place, {"id"})
    return GedcomLine("SNOTE", text, (GedcomLine("REFN", place.id),), xref)


def others_record(
    person: Person, xref: str, warnings: Iterable[str], *below: GedcomLine
) -> GedcomLine:
    """Return a group or an organisation, which is no individual, as a note."""
    facts = said(
        **{person.kind.value: person.name},
        also=person.other_names,
        notes=person.notes,
        data_set=person.dataset,
    )
    text = "\n".join([*warnings, facts])
    return GedcomLine("SNOTE", text, (GedcomLine("REFN", person.id), *below), xref)


_ELSEWHERE = {
    TieClaim: frozenset({"basis", "stance"}),
    EventClaim: frozenset(
        {
            *("type", "people", "place", "after", "before", "lag", "basis", "stance"),
            *("ends", "reason"),
        }
    ),
    Interpretation: frozenset(one.name for one in fields(Interpretation)),
}
"""Fields of a claim that are in the event, before its citation, or not in the file."""


class Citations:
    """Where claims were said: the records of their sources, and how reliable these are."""

    def __init__(self, sources: Mapping[str, Source], names: Mapping[str, str]) -> None:
        self.xrefs = {source: f"@S{n}@" for n, source in enumerate(sources, start=1)}
        self._sources = sources
        self._names = names

    def of(self, claims: Iterable[Claim]) -> Iterator[GedcomLine]:
        """Yield a citation for each claim; one whose source is not here has none."""
        for claim in claims:
            if claim.source in self.xrefs:
                quality = QUALITY.get(self._sources[claim.source].reliability, "")
                text = (
                    (GedcomLine("DATA", "", (GedcomLine("TEXT", claim.words),)),)
                    if claim.words
                    else ()
                )
                below = (*some("PAGE", claim.locator), *text, *some("QUAY", quality))
                note = some("NOTE", self._note(claim))
                yield pointer("SOUR", self.xrefs[claim.source], *below, *note)

    def _note(self, claim: Claim) -> str:
        """Return what a claim says beyond the facts that it adds up to."""
        elsewhere = OF_EVERY_CLAIM | _ELSEWHERE.get(type(claim), frozenset())
        own = record_text(claim, elsewhere, self._name)
        rest = said(note=claim.note, claim=claim.id, **dict(claim.further))
        return "\n".join(part for part in (_standing_of(claim), own, rest) if part)

    def _name(self, person: str) -> str:
        return self._names.get(person, person)


def _standing_of(claim: Claim) -> str:
    """Say first what makes a claim doubtful."""
    if not isinstance(claim, TieClaim | EventClaim):
        return ""
    denied = "this source denies it" if claim.stance is Stance.DISPUTES else ""
    basis = "" if claim.basis is Basis.STATED else f"basis: {claim.basis}"
    return "\n".join(part for part in (denied, basis) if part)
