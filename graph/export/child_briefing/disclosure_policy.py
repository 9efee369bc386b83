"""The policy of a disclosure: the parts of a child's answer that may be said, and the words.

`DisclosurePolicy` answers nothing by itself. A policy that leaves one question open cannot be
made. So a new question is refused to every audience until its policy answers it. What an
audience may not read is withheld, and the document says so. It is never worked out again
without the withheld part.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Event, Person
from graph.record.dates import Window
from graph.rule.answer import ChildAnswer, Relative, SourceCount
from graph.words.cautions import MAY_BE
from graph.words.name_marks import UNMARKED, NameMarks
from graph.words.prose import aged, as_sentence
from graph.words.wording import NEAR_ASKED, PLAIN, Voice

WITHHELD = "withheld"
"""Said in the place of what rests on what this audience may not see."""


@dataclass(frozen=True, kw_only=True)
class DisclosurePolicy(ABC):
    """The questions that a text about a child asks before it says something."""

    voice: Voice = PLAIN
    people: frozenset[str]
    """Everybody in the export, by their ids in the store."""
    claims: frozenset[str]
    """The claims in the export, by their ids in the store."""
    marks: NameMarks = UNMARKED
    """What must be seen beside the names in a sentence, by their ids in the store."""

    @abstractmethod
    def id(self, person: str) -> str:
        """Return the id that somebody has in the export."""

    @abstractmethod
    def cite(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the claims that may be cited, by the ids that they have in the export."""

    @abstractmethod
    def includes(self, person: str) -> bool:
        """Return whether somebody is in the export at all."""

    @abstractmethod
    def family(self, name: str) -> str:
        """Return what the family is called."""

    @abstractmethod
    def sources(self, answer: ChildAnswer) -> SourceCount:
        """Return how many sources were read, and until when they speak."""

    @abstractmethod
    def relation(self, relative: Relative) -> str:
        """Return what somebody is to the child."""

    @abstractmethod
    def in_region(self, relative: Relative) -> bool:
        """Return whether somebody is to be marked as in the country of risk."""

    @abstractmethod
    def near_asked(self, relative: Relative) -> str:
        """Return what is said of a request of somebody near, or who may be the same; or ""."""

    @abstractmethod
    def discloses_doubles(self) -> bool:
        """Return whether a death or a detention of who may be the same may be said."""

    @abstractmethod
    def discloses(self, event: Event) -> bool:
        """Return whether it may be said that something happened, or may have."""

    @abstractmethod
    def discloses_answer(self, relative: Relative) -> bool:
        """Return whether the answer for somebody may be said."""

    @abstractmethod
    def discloses_headline(self) -> bool:
        """Return whether it may be said how many are left, and who was cut off last."""

    @abstractmethod
    def discloses_circumstances(self) -> bool:
        """Return whether it may be said that the child is apart from a parent."""

    @abstractmethod
    def discloses_clock(self, name: str) -> bool:
        """Return whether a clock may be shown, by its name in `Clocks`."""

    @abstractmethod
    def discloses_outcomes(self, appeal: Event) -> bool:
        """Return whether it may be said what came of an appeal, or that nothing did."""

    @abstractmethod
    def discloses_conventions(self) -> bool:
        """Return whether it may be said by which convention a date was worked out."""

    @abstractmethod
    def withholds_appeal(self, event: Event) -> bool:
        """Return whether an appeal is said only as one of the family's."""

    @abstractmethod
    def order(self, event: Event) -> tuple[object, ...]:
        """Return the order of events in time, as far as it may be said."""

    @abstractmethod
    def reasons(self, event: Event, reasons: Iterable[str]) -> str:
        """Return the recorded reasons of an event, as somebody wrote them."""

    @abstractmethod
    def names(self, people: Iterable[Person]) -> tuple[str, ...]:
        """Return the names of some people."""

    @abstractmethod
    def rough(self, window: Window) -> Window:
        """Return a time as exactly as it may be said."""

    @abstractmethod
    def age(self, child: Person, day: date) -> str:
        """Return how old a child is on a day, as exactly as it may be said."""

    def _marked(self, people: Iterable[Person]) -> tuple[str, ...]:
        return tuple(self.marks.name(self.voice.name(one), one.id) for one in people)


@dataclass(frozen=True, kw_only=True)
class FullAccess(DisclosurePolicy):
    """The audience `internal`: everything of some people, in the words that are recorded."""

    def id(self, person: str) -> str:
        """Return the id in the store."""
        return person

    def cite(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return those of the claims that are in the export."""
        return tuple(dict.fromkeys(claim for claim in claims if claim in self.claims))

    def includes(self, person: str) -> bool:
        """Return whether somebody is in the export."""
        return person in self.people

    def family(self, name: str) -> str:
        """Return the name of the family."""
        return name

    def sources(self, answer: ChildAnswer) -> SourceCount:
        """Return all that were read."""
        return answer.sources

    def relation(self, relative: Relative) -> str:
        """Return the relation that is recorded."""
        return relative.reached.relation

    def in_region(self, relative: Relative) -> bool:
        """Return it as the answer has it."""
        return relative.in_region

    def near_asked(self, relative: Relative) -> str:
        """Return both, each in its own words."""
        said = (
            as_sentence(MAY_BE) if relative.may_have_asked else "",
            relative.asked_nearby and NEAR_ASKED,
        )
        return " ".join(one for one in said if one)

    def discloses_doubles(self) -> bool:
        """Disclose them always."""
        return True

    def discloses(self, event: Event) -> bool:
        """Return whether a claim of it is in the export."""
        return bool(self.claims & set(event.claims))

    def discloses_answer(self, relative: Relative) -> bool:
        """Return whether somebody is in the export."""
        return relative.person.id in self.people

    def discloses_headline(self) -> bool:
        """Disclose it always."""
        return True

    def discloses_circumstances(self) -> bool:
        """Disclose them always."""
        return True

    def discloses_clock(self, name: str) -> bool:
        """Show every clock."""
        return bool(name)

    def discloses_outcomes(self, appeal: Event) -> bool:
        """Disclose all of them."""
        return bool(appeal.id)

    def discloses_conventions(self) -> bool:
        """Disclose them always."""
        return True

    def withholds_appeal(self, event: Event) -> bool:
        """Withhold none."""
        del event
        return False

    def order(self, event: Event) -> tuple[object, ...]:
        """Return the exact days."""
        return (event.span.start.sort_days, event.id)

    def reasons(self, event: Event, reasons: Iterable[str]) -> str:
        """Return every reason once."""
        del event
        return "; ".join(dict.fromkeys(reason for reason in reasons if reason))

    def names(self, people: Iterable[Person]) -> tuple[str, ...]:
        """Return the names as they are recorded."""
        return self._marked(people)

    def rough(self, window: Window) -> Window:
        """Return the time itself."""
        return window

    def age(self, child: Person, day: date) -> str:
        """Return the years."""
        return aged(child.born, day)
