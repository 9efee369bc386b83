"""Who is told: what may be said to them, and in which words.

`Hearer` may hear everything: the audience `internal`. What another one may not hear is withheld
with a word, never worked out again without it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.facts.adding_up import Event, Person
from graph.rule.answer import ChildAnswer, Relative, SourceCount
from graph.words.name_marks import UNMARKED, NameMarks
from graph.words.wording import PLAIN, Voice

WITHHELD = "withheld"
"""Said in the place of what rests on what this audience may not see."""


@dataclass(frozen=True, kw_only=True)
class Hearer:
    """Somebody who may hear everything of some people, in the words that are recorded."""

    voice: Voice = PLAIN
    people: frozenset[str]
    """Who is handed over."""
    claims: frozenset[str]
    """The claims that are handed over, by their ids in the store."""
    marks: NameMarks = UNMARKED
    """What must be seen beside the names in a sentence, by their ids in the store."""

    def id(self, person: str) -> str:
        """Return the id that somebody has in the export."""
        return person

    def cite(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the claims that may be cited, by the ids that they have in the export."""
        return tuple(dict.fromkeys(claim for claim in claims if claim in self.claims))

    def sees(self, person: str) -> bool:
        """Tell whether somebody is in the export at all."""
        return person in self.people

    def family(self, name: str) -> str:
        """Return what the family is called."""
        return name

    def sources(self, answer: ChildAnswer) -> SourceCount:
        """Return how many sources were read, and until when they speak."""
        return answer.sources

    def relation(self, relative: Relative) -> str:
        """Return what somebody is to the child."""
        return relative.reached.relation

    def in_region(self, relative: Relative) -> bool:
        """Tell whether somebody is to be marked as in the country of risk."""
        return relative.in_region

    def hears_answer(self, relative: Relative) -> bool:
        """Tell whether the answer for somebody may be said."""
        return relative.person.id in self.people

    def hears_headline(self) -> bool:
        """Tell whether it may be said how many are left, and who was cut off last."""
        return True

    def hears_circumstances(self) -> bool:
        """Tell whether it may be said that the child is apart from a parent."""
        return True

    def hears_clock(self, name: str) -> bool:
        """Tell whether a clock may be shown, by its name in `Clocks`."""
        return bool(name)

    def hears(self, event: Event) -> bool:
        """Tell whether it may be said that something happened, or may have."""
        return bool(self.claims & set(event.claims))

    def withholds_appeal(self, event: Event) -> bool:
        """Tell whether an appeal is told only as one of those of the family."""
        del event
        return False

    def hears_outcomes(self, asked: Event) -> bool:
        """Tell whether it may be said what came of an appeal, or that nothing did."""
        return bool(asked.id)

    def hears_conventions(self) -> bool:
        """Tell whether it may be said by which convention a date was worked out."""
        return True

    def in_time(self, event: Event) -> tuple[object, ...]:
        """Return what puts events into the order of time, as far as it may be told."""
        return (event.span.start.earliest, event.span.start.latest, event.id)

    def why(self, event: Event, reasons: Iterable[str]) -> str:
        """Return the recorded reasons of an event, as somebody wrote them."""
        del event
        return "; ".join(dict.fromkeys(reason for reason in reasons if reason))

    def who(self, people: Iterable[Person]) -> str:
        """Return the names of some people, joined."""
        return ", ".join(self.marks.name(self.voice.name(one), one.id) for one in people)
