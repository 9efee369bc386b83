"""A name with what must be seen beside it, for every page, command and file.

What is marked on a name is decided here and nowhere else.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

ASKED_NOT = "asked not to be contacted"
"""The hard stop, as it stands behind a name."""
HOUSEHOLD_ASKED = "somebody of the household asked not to be contacted"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMarks:
    """What stands behind the names of some people, by their ids."""

    stopped: Collection[str] = frozenset()
    """Who asked not to be contacted, on whatever day."""
    households: Collection[str] = frozenset()
    """For whom somebody of their household asked."""
    cautions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What else must be seen behind a name."""

    def of(self, person: str) -> tuple[str, ...]:
        """Return the marks of a person; none where nothing has to be seen."""
        if person in self.stopped:
            return (ASKED_NOT,)
        near = (HOUSEHOLD_ASKED,) if person in self.households else ()
        return (*self.cautions.get(person, ()), *near)

    def name(self, name: str, person: str) -> str:
        """Return a name with its marks: "Amina (asked not to be contacted)"."""
        return with_marks(name, self.of(person))


def with_marks(text: str, marks: Collection[str]) -> str:
    """Return a text with marks behind it; the same text where there is none, or it is said."""
    new = [mark for mark in marks if mark not in text]
    return f"{text} ({'; '.join(new)})" if new else text


UNMARKED = NameMarks()
