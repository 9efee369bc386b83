"""FollowTheMoney entities (https://followthemoney.tech/), for Aleph, OpenAleph and yente.

One entity a line. Nobody gets a topic: "person of interest" would put sought people on a list.
The stop is the person's `status` and the first of their notes.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import IO

from graph.export.formats import worded
from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import plain
from graph.export.formats.ftm_entities import (
    Entity,
    address,
    date,
    document,
    documentation,
    entity,
    key,
    reading,
)
from graph.export.formats.json_text import as_line, text_of_lines
from graph.export.formats.losses import ROW_HASH, lost, not_held
from graph.export.formats.property_graph import PropertyGraph
from graph.export.formats.worded import NOT_IN_NOTES, STOP, answer_text
from graph.export.package import ChildBriefing, Package
from graph.facts.adding_up import Event, Person, Sureness, Tie
from graph.record.dates import ALWAYS, Window, said_window
from graph.record.model import Claim, EventClaim, Interpretation, Place, TieClaim
from graph.record.vocabulary import Effect, PersonKind, TieKind
from graph.words.wording import NEAR_ASKED

_FAMILY = {
    TieKind.PARENT_OF: ("parent", {"female": "mother", "male": "father"}),
    TieKind.SPOUSE_OF: ("spouse", {"female": "wife", "male": "husband"}),
    TieKind.SIBLING_OF: ("sibling", {"female": "sister", "male": "brother"}),
    TieKind.KIN_OF: ("kin", {}),
}
"""What the one whom a tie names first is to the other: the word, and by sex."""
_AROUND = {
    TieKind.CARES_FOR: "caregiver",
    TieKind.LIVES_WITH: "lives with",
    TieKind.KNOWS: "knows",
    TieKind.SAME_AS: "same person as",
    TieKind.NOT_SAME_AS: "not the same person as",
}
_LOST = {
    **ROW_HASH,
    "Dataset.id": "data sets, whose names are in the notes of their records",
    "Dataset.title": "titles of data sets",
    "Dataset.country_of_risk": "the country of risk of a data set",
    "Dataset.risk": "what contact from outside can lead to",
    "Source.supersedes": "whose row of a source another data set corrected",
    "Place.supersedes": "whose row of a place another data set corrected",
    "Dataset.licence": "licences of data sets",
    "Dataset.further": "further columns of data sets",
    "PersonClaim.words": "words in claims about people",
    "Interpretation.about": "the ids of readings",
}


def write(package: Package, out: IO[bytes]) -> None:
    """Write one entity a line; both ends of every link are there."""
    for each in _Entities(package):
        out.write(f"{as_line(each.as_json())}\n".encode("utf-8", "replace"))


class _Entities:
    """A hand-over as entities; `windows` counts the times that are words only."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._graph = PropertyGraph(package)
        self._known = self._graph.known
        self._names = {id_: person.name for id_, person in self._known.people.items()}
        self._places = {place.id: place for place in package.records.places}
        self._sources = {source.id for source in package.records.sources}
        self._claims = {claim.id: claim for claim in package.records.claims()}
        self.windows = 0
        self.nowhere = 0

    def __iter__(self) -> Iterator[Entity]:
        records = self._package.records
        yield self._export()
        yield from (document(source) for source in records.sources)
        yield from (address(place, self._full(place)) for place in records.places)
        for person in self._known.people.values():
            yield self._person(person)
            yield from self._memberships(person)
        for tie in self._known.ties:
            if {tie.person, tie.relative} <= self._known.people.keys():
                yield self._tie(tie)
            else:
                self.nowhere += 1
        yield from map(self._event, self._known.events.values())
        for claim in records.claims():
            yield from self._claim(claim)
        yield from map(self._answer, self._package.briefings)

    def _export(self) -> Entity:
        facts = worded.export(self._package)
        text = "\n".join(f"{name}: {plain(value)}" for name, value in facts.items())
        return entity("export", "Note", name=self._package.tlp, description=text)

    def _person(self, person: Person) -> Entity:
        stopped = person.id in self._graph.stops
        warnings = [STOP] * stopped + [NEAR_ASKED] * (person.id in self._graph.households)
        grouped = person.kind is PersonKind.GROUP
        common = {
            "name": person.name,
            "alias": person.other_names,
            "status": "do not contact" if stopped else "",
            "notes": (*warnings, *person.notes, *self._born_in_words(person)),
        }
        if person.kind is not PersonKind.PERSON:
            kind = "a group that the source speaks of as one" if grouped else ""
            return entity(
                key("person", person.id), "Organization", classification=kind, **common
            )
        return entity(
            key("person", person.id),
            "Person",
            **common,
            gender=person.sex,
            birthDate=date(person.born),
            deathDate=self._deaths.get(person.id, ()),
        )

    @cached_property
    def _deaths(self) -> dict[str, list[str]]:
        """Return when somebody certainly died, where an event says that day."""
        found: dict[str, list[str]] = {}
        for event in self._known.events.values():
            if event.type.gedcom == "DEAT" and event.exists is Sureness.CERTAIN:
                for person in event.by_role(*event.type.reaches):
                    found.setdefault(person, []).append(date(event.span.start))
        return found

    def _born_in_words(self, person: Person) -> list[str]:
        if person.born == ALWAYS or date(person.born):
            return []
        self.windows += 1
        return [f"born {said_window(person.born)}"]

    def _memberships(self, person: Person) -> Iterator[Entity]:
        for group in person.member_of:
            if group in self._known.people:
                yield entity(
                    key("member", f"{person.id}.{group}"),
                    "Membership",
                    member=key("person", person.id),
                    organization=key("person", group),
                )

    def _tie(self, tie: Tie) -> Entity:
        one, other = self._known.people[tie.person], self._known.people[tie.relative]
        id_, ends = key("tie", tie.id), (key("person", one.id), key("person", other.id))
        word, by_sex = _FAMILY.get(tie.kind, (_AROUND.get(tie.kind, ""), {}))
        role = tie.term or by_sex.get(one.sex, word)
        common = {
            "startDate": self._date(tie.since),
            "endDate": self._date(tie.until),
            "proof": self._proof(tie.claims),
            "recordId": tie.id,
            "description": (_doubt(tie.exists), tie.qualifier, *self._spell(tie)),
        }
        if {one.kind, other.kind} != {PersonKind.PERSON}:
            return entity(
                id_, "UnknownLink", subject=ends[0], object=ends[1], role=role, **common
            )
        if tie.kind in _FAMILY:
            return entity(
                id_,
                "Family",
                person=ends[1],
                relative=ends[0],
                relationship=role,
                **common,
            )
        return entity(
            id_, "Associate", person=ends[1], associate=ends[0], relationship=role, **common
        )

    def _spell(self, tie: Tie) -> Iterator[str]:
        for word, window in (("since", tie.since), ("until", tie.until)):
            if window is not None and window != ALWAYS and not date(window):
                yield f"{word} {said_window(window)}"

    def _event(self, event: Event) -> Entity:
        lasting = event.span.end is not None
        start, end = self._date(event.span.start), self._date(event.span.end)
        who = (f"{role}: {self._names.get(person, person)}" for role, person in event.people)
        place = self._places.get(event.place)
        until = "" if event.span.end is None else f"until {said_window(event.span.end)}"
        return entity(
            key("event", event.id),
            "Trip" if event.effect is Effect.PLACE and event.type.passing else "Event",
            name=event.type.words,
            date="" if lasting else start,
            startDate=start if lasting else "",
            endDate=end,
            involved=(key("person", p) for _, p in event.people if p in self._known.people),
            location="" if place is None else self._full(place),
            addressEntity="" if place is None else key("place", place.id),
            description=("; ".join(who), event.when.text, until),
            notes=(_doubt(event.exists), said_window(event.span.start)),
            proof=self._proof(event.claims),
            recordId=event.id,
        )

    def _claim(self, claim: Claim) -> Iterator[Entity]:
        about = self._about(claim)
        if not about or claim.source not in self._sources:
            self.nowhere += 1
        elif isinstance(claim, Interpretation):
            yield reading(claim, about, self._names)
        else:
            yield documentation(claim, about)

    def _about(self, claim: Claim) -> str:
        """Return the person or event that a claim is about; of a tie, its first person."""
        match claim:
            case TieClaim():
                return self._of_person(claim.person)
            case EventClaim():
                return key("event", claim.about)
            case Interpretation():
                return self._of_reading(claim)
        return self._of_person(claim.about)

    def _of_person(self, person: str) -> str:
        return key("person", person) if person in self._known.people else ""

    def _of_reading(self, claim: Interpretation) -> str:
        if claim.of in self._known.events:
            return key("event", claim.of)
        read = self._claims.get(claim.of)
        return "" if read is None or isinstance(read, Interpretation) else self._about(read)

    def _answer(self, briefing: ChildBriefing) -> Entity:
        return entity(
            key("answer", briefing.child),
            "Note",
            entity=self._of_person(briefing.child),
            name=f"Who is left to contact for {briefing.name}, {self._package.as_of}",
            description=answer_text(briefing),
        )

    def _proof(self, claims: tuple[str, ...]) -> list[str]:
        sources = (self._claims[id_].source for id_ in claims if id_ in self._claims)
        return [key("source", source) for source in sources if source in self._sources]

    def _date(self, window: Window | None) -> str:
        said = date(window)
        self.windows += window is not None and window != ALWAYS and not said
        return said

    def _full(self, place: Place) -> str:
        chain: list[Place] = []
        larger: Place | None = place
        while larger is not None and larger not in chain:
            chain.append(larger)
            larger = self._places.get(larger.part_of)
        return ", ".join(one.name for one in chain)


def _doubt(exists: Sureness) -> str:
    return {Sureness.MAYBE: "not certain", Sureness.NO: "no claim of it counts"}.get(exists, "")


def _losses(package: Package) -> tuple[str, ...]:
    made = _Entities(package)
    for _ in made:
        pass
    found = list(lost(package.records, _LOST))
    if made.windows:
        found.append(
            f"Times that are no single day, month or year are words ({made.windows:,})."
        )
    if made.nowhere:
        found.append(not_held("ties and claims about what was not handed over", made.nowhere))
    if package.briefings:
        found.append(not_held(NOT_IN_NOTES, len(package.briefings)))
    return tuple(found)


FTM = FileFormat(
    name="ftm",
    suffix=".ftm.json",
    about="FollowTheMoney entities, for Aleph and its kin",
    write=write,
    losses=_losses,
    text=text_of_lines,
)
