"""GEDCOM 7 (https://gedcom.io/), for genealogists and tracing services.

The file has individuals and families, their events, and their caregivers. Groups, organisations
and places are notes. Nothing is made up: people who are not recorded are not there. A doubtful
death or marriage is neither, but an event that says so.
"""

from collections.abc import Iterator
from typing import IO

from graph.export.formats import gedcom_people as people
from graph.export.formats.file_format import FileFormat
from graph.export.formats.gedcom_families import Families, family_record
from graph.export.formats.gedcom_lines import GedcomLine, lines, pointer, text_of
from graph.export.formats.gedcom_people import GedcomSurroundings
from graph.export.formats.gedcom_sources import (
    Citations,
    others_record,
    place_record,
    source_record,
)
from graph.export.formats.losses import ROW_HASH, lost, not_held
from graph.export.formats.property_graph import PropertyGraph
from graph.export.formats.worded import NOT_IN_NOTES, STOP, answer_text, said
from graph.export.package import Audience, ChildBriefing, Package
from graph.facts.adding_up import Person, Sureness
from graph.record.vocabulary import SAMENESS, PersonKind
from graph.words.wording import NEAR_ASKED

_WARNS = {STOP: "Do not contact", NEAR_ASKED: "Somebody near them asked not to be contacted"}
_LOST = {
    **ROW_HASH,
    "Source.supersedes": "whose row of a source another data set corrected",
    "Place.supersedes": "whose row of a place another data set corrected",
    "Claim.supersedes": "which claim a correction replaced",
    "Claim.retracted_by": "who or what retracted a claim",
    "Claim.retracted_on": "when a claim was retracted",
    "Claim.retracted_why": "why a claim was retracted",
    "PersonClaim.words": "words in claims about people",
    "EventClaim.after": "which events came after which",
    "EventClaim.before": "which events came before which",
    "EventClaim.lag": "the days between two events",
    "EventClaim.ends": "which detention a release ended",
    "PersonClaim.dataset": "the data set of a claim about a person",
    "TieClaim.dataset": "the data set of a claim about a tie",
    "EventClaim.dataset": "the data set of a claim about an event",
    "TieClaim.about": "the ids of ties",
    "Interpretation.about": "the ids of readings",
    "Interpretation.dataset": "the data set of a reading",
    "Interpretation.locator": "the passage of a reading",
    "Interpretation.source": "the source of a reading",
    "Interpretation.note": "notes about readings",
    "Interpretation.further": "further columns of readings",
    "Interpretation.certainty": "how certain a reading is",
    "Interpretation.alternative_to": "which readings exclude each other",
    "Interpretation.of": "the places of coded words, for readings that back no event",
}


def write(package: Package, out: IO[bytes]) -> None:
    """Write one record after another."""
    out.write("\ufeff".encode())
    for record in GedcomRecords(package).every():
        for line in lines(record):
            out.write(f"{line}\n".encode())


class GedcomRecords:
    """A hand-over as records of GEDCOM 7.

    `called` has, by the pointer to an individual, the name with the stop beside it; by that to
    a source, its title.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._graph = PropertyGraph(package)
        self._known = self._graph.known
        every = self._known.people.values()
        self._individuals = [one for one in every if one.kind is PersonKind.PERSON]
        self._others = [one for one in every if one.kind is not PersonKind.PERSON]
        xrefs = {one.id: f"@I{n}@" for n, one in enumerate(self._individuals, start=1)}
        self._xrefs = xrefs
        self._other_xrefs = {one.id: f"@N{n}@" for n, one in enumerate(self._others, start=1)}
        names = {one.id: self._named(one) for one in every}
        self.called = {xref: names[id_] for id_, xref in xrefs.items()}
        sources = {source.id: source for source in package.records.sources}
        self._citations = Citations(sources, names)
        self.called |= {
            self._citations.xrefs[id_]: one.title or id_ for id_, one in sources.items()
        }
        self._sources = [
            source_record(source, self._citations.xrefs[id_], names)
            for id_, source in sources.items()
        ]
        self._claims = {claim.id: claim for claim in package.records.people}
        self._around = GedcomSurroundings(
            package.records, self._known, xrefs, self._citations, names
        )
        self._families = Families(self._known, xrefs)
        self._below = self._events_and_ties()
        self._briefings = {briefing.child: briefing for briefing in package.briefings}

    def every(self) -> Iterator[GedcomLine]:
        """Yield all records, the header first; each time anew."""
        yield self._head()
        for person in self._individuals:
            yield self._individual(person)
        ties = {claim.id: claim for claim in self._package.records.ties}
        for family in self._families:
            yield family_record(family, self._xrefs, self._known, ties, self._citations)
        yield from self._sources
        for place in self._package.records.places:
            yield place_record(place, self._around.place_xrefs[place.id])
        for other in self._others:
            cited = self._citations.of(self._claims[id_] for id_ in other.claims)
            warnings = self._warnings(other)
            yield others_record(other, self._other_xrefs[other.id], warnings, *cited)
        yield GedcomLine("TRLR")

    def _head(self) -> GedcomLine:
        package = self._package
        note = said(
            label=package.tlp,
            export=package.export_id,
            audience=package.audience.value,
            selection=package.selection,
            as_of=package.as_of.isoformat(),
            made_on=package.made_on.isoformat(),
            recipient=package.recipient,
            left_out=package.left_out,
        )
        sets = [
            said(
                data_set=f"{one.title} ({one.id})",
                country_of_risk=one.country_of_risk,
                risk=one.risk,
                licence=one.licence,
                **dict(one.further),
            )
            for one in package.records.datasets
        ]
        version = GedcomLine("GEDC", "", (GedcomLine("VERS", "7.0"),))
        text = "\n".join([note, *sets])
        return GedcomLine(
            "HEAD", "", (version, GedcomLine("SOUR", "KINTHREAD"), GedcomLine("NOTE", text))
        )

    def _individual(self, person: Person) -> GedcomLine:
        stopped = person.id in self._graph.stops
        private = stopped or self._package.audience is not Audience.PUBLIC
        warnings = self._warnings(person)
        below = (
            *((GedcomLine("RESN", "CONFIDENTIAL"),) if private else ()),
            *people.names(person),
            GedcomLine("SEX", people.SEXES.get(person.sex, "U")),
            *self._around.born(person),
            *(
                GedcomLine("FACT", text, (GedcomLine("TYPE", _WARNS[text]),))
                for text in warnings
            ),
            *self._below.get(person.id, ()),
            *(
                pointer("FAMC", family.xref, *family.children[person.id])
                for family in self._families.of_child[person.id]
            ),
            *(pointer("FAMS", family.xref) for family in self._families.of_parent[person.id]),
            GedcomLine("REFN", person.id, (GedcomLine("TYPE", "Kinthread"),)),
            people.uid("person", person.id),
            *(GedcomLine("NOTE", note) for note in person.notes),
            *(
                GedcomLine("NOTE", answer_text(briefing))
                for briefing in self._briefings_of(person)
            ),
            *(pointer("SNOTE", self._other_xrefs[g]) for g in self._groups(person)),
            *self._citations.of(self._claims[id_] for id_ in person.claims),
        )
        return GedcomLine("INDI", "", below, self._xrefs[person.id])

    def _events_and_ties(self) -> dict[str, list[GedcomLine]]:
        found: dict[str, list[GedcomLine]] = {}
        for event in self._known.events.values():
            if event.exists is not Sureness.NO:
                for holder in self._around.holders(event):
                    found.setdefault(holder, []).append(self._around.event(event, holder))
        for tie in self._families.left:
            if tie.relative in self._xrefs:
                found.setdefault(tie.relative, []).append(self._around.tie(tie))
        return found

    def _warnings(self, person: Person) -> list[str]:
        stops, households = self._graph.stops, self._graph.households
        return [STOP] * (person.id in stops) + [NEAR_ASKED] * (person.id in households)

    def _named(self, person: Person) -> str:
        """Return a name as a text shows it, with the stop."""
        return f"{person.name} ({STOP})" if person.id in self._graph.stops else person.name

    def _groups(self, person: Person) -> list[str]:
        return [group for group in person.member_of if group in self._other_xrefs]

    def _briefings_of(self, person: Person) -> list[ChildBriefing]:
        return [self._briefings[person.id]] if person.id in self._briefings else []

    def unheld(self) -> Iterator[str]:
        """Yield what no individual carries."""
        records = self._package.records
        events = [e for e in self._known.events.values() if not self._around.holders(e)]
        ties = [tie for tie in self._families.left if tie.relative not in self._xrefs]
        retracted = sum(not claim.active for claim in records.claims())
        unread = sum(not one.backs for one in records.interpretations)
        of = self._known.clusters.of
        joined = [
            t for t in records.ties if t.kind in SAMENESS and of(t.person) == of(t.relative)
        ]
        for words, count in (
            ("events in which no individual took part", len(events)),
            ("ties to groups and organisations", len(ties)),
            ("ties between records that are joined into one person", len(joined)),
            ("retracted claims", retracted),
            ("readings that back no event", unread),
            (NOT_IN_NOTES, len(self._package.briefings)),
        ):
            if count:
                yield not_held(words, count)


def record_losses(package: Package) -> tuple[str, ...]:
    """Return what no record of a family tree can hold."""
    return (*lost(package.records, _LOST), *GedcomRecords(package).unheld())


GEDCOM = FileFormat(
    name="gedcom",
    suffix=".ged",
    about="GEDCOM 7, for genealogists and tracing services",
    write=write,
    losses=record_losses,
    text=text_of,
)
