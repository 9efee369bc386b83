"""Sources, places, groups and organisations as GEDCOM records, and citations of claims."""

from collections.abc import Iterable, Iterator, Mapping

from graph.export.formats.gedcom_lines import GedcomLine, pointer, some
from graph.export.formats.worded import said
from graph.facts.adding_up import Person
from graph.record.model import Claim, EventClaim, PersonClaim, Place, Source, TieClaim
from graph.record.vocabulary import Basis, Scope, Stance

QUALITY = {"A": "3", "B": "2", "C": "1", "D": "1", "E": "0"}
"""Reliability as QUAY; F (cannot be judged) says nothing, and so does GEDCOM then."""


def source_record(source: Source, xref: str, names: Mapping[str, str]) -> GedcomLine:
    """Return the record of a source."""
    note = said(
        kind=source.kind,
        part_of=source.part_of,
        language=source.language,
        address=source.url,
        date=source.date,
        said_on=source.said_on,
        consent=source.consent.value,
        reliability=source.reliability,
        data_set=source.dataset,
    )
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
    text = said(
        place=place.name,
        also=place.aliases,
        kind=place.kind,
        part_of=place.part_of,
        latitude="" if place.lat is None else str(place.lat),
        longitude="" if place.lon is None else str(place.lon),
        precision=place.precision,
        data_set=place.dataset,
    )
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
        match claim:
            case PersonClaim():
                own = said(
                    says_the_name=(claim.name, *claim.other_names),
                    kind=claim.kind.value,
                    sex=claim.sex,
                    born=claim.birth,
                    age=claim.age_text,
                    on=claim.age_on,
                    member_of=claim.member_of,
                    sought="yes" if claim.sought else "",
                    body=claim.body,
                )
            case TieClaim():
                one, other = self._name(claim.person), self._name(claim.relative)
                own = said(
                    says=f"{one} {claim.kind} {other}",
                    qualifier=claim.qualifier,
                    term=claim.term,
                    since=claim.since,
                    until=claim.until,
                )
            case EventClaim():
                own = self._of_event(claim)
            case _:
                own = ""
        rest = said(note=claim.note, claim=claim.id)
        return "\n".join(part for part in (_standing_of(claim), own, rest) if part)

    def _of_event(self, claim: EventClaim) -> str:
        return said(
            when=claim.when,
            until=claim.until,
            repeats=claim.repeats,
            learned=claim.learned,
            scope="" if claim.scope is Scope.ALL else claim.scope.value,
            certainty=claim.certainty,
            through=tuple(map(self._name, claim.relayed_by)),
            under_duress="yes" if claim.duress else "",
            lifted=tuple(
                f"{self._name(one.person)} on {one.on} by {one.by}: {one.why}"
                for one in claim.lifted
            ),
        )

    def _name(self, person: str) -> str:
        return self._names.get(person, person)


def _standing_of(claim: Claim) -> str:
    """Say first what makes a claim doubtful."""
    if not isinstance(claim, TieClaim | EventClaim):
        return ""
    denied = "this source denies it" if claim.stance is Stance.DISPUTES else ""
    basis = "" if claim.basis is Basis.STATED else f"basis: {claim.basis}"
    return "\n".join(part for part in (denied, basis) if part)
