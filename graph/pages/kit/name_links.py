"""Names of people, places and sources as parts of a sheet that lead to their pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.facts.adding_up import Person
from graph.facts.adding_up import people as added_up
from graph.pages.kit.app_store import not_to_contact
from graph.pages.kit.links import EVENT, PLACE, SOURCE, way
from graph.pages.kit.page_state import CHILD, PERSON
from graph.pages.kit.sheet_blocks import Block, part
from graph.record.model import Claim, Place, Records, Source
from graph.words.claim_text import passage
from graph.words.marks import Mark
from graph.words.name_marks import NameMarks
from graph.words.wording import STOP_SHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLinks:
    """Who and what some records name."""

    people: Mapping[str, Person]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    stops: frozenset[str]
    """Whom not to contact, on whatever day: said beside each of their names."""

    @classmethod
    def in_records(cls, records: Records) -> "NameLinks":
        """Take the names from records, and ask the store for the stops of everybody in them."""
        return cls.of(
            added_up(records.people),
            {place.id: place for place in records.places},
            {source.id: source for source in records.sources},
        )

    @classmethod
    def of(
        cls,
        people: Mapping[str, Person],
        places: Mapping[str, Place],
        sources: Mapping[str, Source],
    ) -> "NameLinks":
        """Take people, places and sources, and ask the store for the people's stops."""
        stops = not_to_contact(people)
        return cls(people=people, places=places, sources=sources, stops=stops)

    def name(self, id_: str) -> str:
        """Return the name of a person or a place; of what is not among the records, the id."""
        if id_ in self.people:
            return self.people[id_].name
        return self.places[id_].name if id_ in self.places else id_

    def called(self, id_: str) -> str:
        """Return the same name for a sentence: with the marks of the person behind it."""
        return NameMarks(stopped=self.stops).name(self.name(id_), id_)

    def title(self, source: str) -> str:
        """Return a source's title."""
        return self.sources[source].title if source in self.sources else source

    def person(self, id_: str, after: str = "", tone: str = "") -> list[Block]:
        """Return a person's name, which leads to them, and the hard stop if there is one."""
        return [part(f"{self.name(id_)}{after}", tone, to=way(PERSON, id_)), *self.stop(id_)]

    def persons(self, ids: Iterable[str]) -> list[Block]:
        """Return the names of some people, each as `person` does."""
        return [block for id_ in ids for block in self.person(id_)]

    def stop(self, id_: str) -> list[Block]:
        """Return the hard stop of a row, if that person has one."""
        return [part(STOP_SHORT, "stop", Mark.STOP)] if id_ in self.stops else []

    def child(self, id_: str) -> list[Block]:
        """Return a child's name, which leads to who is left for that child."""
        return [part(self.name(id_), "name", to=way(CHILD, id_)), *self.stop(id_)]

    def place(self, id_: str) -> Block:
        """Return a place's name, which leads to it."""
        return part(self.name(id_), to=way(PLACE, id_))

    def source(self, id_: str, tone: str = "") -> Block:
        """Return a source's title, which leads to it."""
        return part(self.title(id_), tone, to=way(SOURCE, id_))

    def passage(self, claim: Claim) -> str:
        """Return where in its source a claim is, with the heading if one is known."""
        return passage(claim, self.sources)

    def told_by(self, claims: Iterable[Claim]) -> list[Block]:
        """Return the sources of some claims, each with the places in it where they stand."""
        places_in: dict[str, list[str]] = {}
        for claim in claims:
            places_in.setdefault(claim.source, []).append(claim.locator)
        return [
            part(
                ", ".join([self.title(id_), *(one for one in dict.fromkeys(where) if one)]),
                "quiet",
                to=way(SOURCE, id_),
            )
            for id_, where in places_in.items()
        ]


def event_part(words: str, id_: str, tone: str = "") -> Block:
    """Return the words for an event, which lead to it."""
    return part(words, tone, to=way(EVENT, id_))
