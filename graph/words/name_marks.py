"""A name with the marks that must be beside it, for every page, command and file.

Only this module decides the marks of a name.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from graph.facts.adding_up import Person

ASKED_NOT = "asked not to be contacted"
"""The hard stop, as it is written behind a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMarks:
    """What is written behind the names of some people, by their ids."""

    stopped: Collection[str] = frozenset()
    """Who asked not to be contacted, on whatever day."""
    cautions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What else must be seen behind a name."""

    def of(self, person: str) -> tuple[str, ...]:
        """Return the marks of a person; none where nothing has to be seen."""
        return (ASKED_NOT,) if person in self.stopped else self.cautions.get(person, ())

    def name(self, name: str, person: str) -> str:
        """Return a name with its marks: "Amina (asked not to be contacted)"."""
        return with_marks(name, self.of(person))

    def beside(self, name: Callable[[Person], str]) -> Callable[[Person], str]:
        """Return the same way to name people, with their marks behind each name."""
        return lambda person: self.name(name(person), person.id)


def with_marks(text: str, marks: Collection[str]) -> str:
    """Return a text with marks behind it; the same text where there is none, or it has it."""
    new = [mark for mark in marks if mark not in text]
    return f"{text} ({'; '.join(new)})" if new else text


UNMARKED = NameMarks()
