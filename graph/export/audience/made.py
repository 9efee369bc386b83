"""What is made for an audience, before it gets its label and its day."""

from dataclasses import dataclass

from graph.export.package import ChildBriefing
from graph.record.model import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the audience gets; `carried` are the claims behind it, by their ids in the store."""

    records: Records
    told: tuple[ChildBriefing, ...]
    selection: str
    left_out: tuple[str, ...]
    carried: frozenset[str]
    do_not_contact: frozenset[str]
    household_asked_not: frozenset[str]
