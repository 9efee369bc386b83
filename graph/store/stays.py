"""Read back from the derived calendars how a person's answer runs towards each child."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.rule.calendar import Stay
from graph.store.calendars import children_near_people, stay
from graph.store.database import Database
from graph.store.stored import in_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeStay:
    """One person's answer towards one child, unchanged between two days."""

    name: str
    """Of the person."""
    child: str
    child_name: str
    stay: Stay
    decides: bool = False
    """The event that was asked about is the one that the answer is about."""

    def holds(self, day: date) -> bool:
        """Return whether it is the answer on a day."""
        return self.stay.first <= day <= self.stay.last


def standings(database: Database, person: str) -> list[RelativeStay]:
    """Return somebody's answers towards each child, by the child's name, then by day.

    There are none for a person without a record that the rule reads.
    """
    rows = database.reading(lambda ask: ask("read/stands", id=person))
    return [
        RelativeStay(
            name="",
            child=row["child"],
            child_name=row["name"],
            stay=stay(person, row["facts"]),
        )
        for row in rows
    ]


def decided_by(database: Database, event: str, claims: Iterable[str]) -> list[RelativeStay]:
    """Return the answers that an event decides, or that rest on its claims among others."""
    cited = sorted(set(claims))
    rows = database.reading(lambda ask: ask("read/decided_by", id=event, claims=cited))
    return [
        RelativeStay(
            name=row["name"],
            child=row["child"],
            child_name=row["of"],
            stay=stay(row["person"], row["facts"]),
            decides=row["decides"],
        )
        for row in rows
    ]


def children_near(database: Database, people: Iterable[str]) -> set[str]:
    """Return the children within whose reach these people may be, and a few too many."""
    wanted = set(people)
    for part in in_parts(sorted(wanted)):
        rows = database.reading(lambda ask, part=part: ask("read/members", ids=part))  # type: ignore[misc]
        wanted |= {row["id"] for row in rows}
    return children_near_people(database, wanted) if wanted else set()
