"""Calendars of children who share their records: work that any process can do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.errors import GraphError
from graph.record.model import Records
from graph.record.vocabulary import table_version
from graph.rule.calendar import Calendar, calendar
from graph.rule.left import RULE_VERSION
from graph.rule.network import networks

Failed = Callable[[str, str], None]
"""Called with a child whose records contradict each other, and with the sentence."""


class OtherVersion(GraphError):
    """A process has another rule, or another table of event types, than who gave the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Some children with the records around all of them, to send to another process."""

    children: tuple[str, ...]
    records: Records
    version: tuple[str, str]

    @classmethod
    def of(cls, children: Sequence[str], records: Records) -> "Family":
        """Leave out who asked elsewhere in the store: no calendar reads it, and it is long."""
        slim = replace(records, stopped=())
        return cls(children=tuple(children), records=slim, version=_version())


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyCalendars:
    """The calendars of a family, and by child why there is none."""

    calendars: tuple[Calendar, ...]
    problems: tuple[tuple[str, str], ...]


def calendars_one_by_one(
    around: Iterable[tuple[str, Records]], failed: Failed
) -> Iterator[Calendar]:
    """Yield the calendar of each child; one whose records contradict each other fails alone."""
    for _, one in networks(around, lambda child, error: failed(child, str(error))):
        yield calendar(one)


def family_calendars(family: Family) -> FamilyCalendars:
    """Work out the calendars of a family.

    Raises:
        OtherVersion: the answers of this process would not be those of who asks.
    """
    if family.version != _version():
        raise OtherVersion(
            f"it has the rule and the event types {_version()}, not {family.version}"
        )
    problems: list[tuple[str, str]] = []
    around = ((child, family.records) for child in family.children)
    found = tuple(calendars_one_by_one(around, lambda *problem: problems.append(problem)))
    return FamilyCalendars(calendars=found, problems=tuple(problems))


def _version() -> tuple[str, str]:
    return RULE_VERSION, table_version()
