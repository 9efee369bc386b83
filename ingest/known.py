"""Ask the store what it already holds of the things that the rows mention."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from graph.record.claim_names import is_changed_row
from graph.record.model import Records
from graph.record.schema import ReferenceKind, each_record, thing_id

Mentioned = Mapping[ReferenceKind, set[str]]
"""The ids that the rows name or are about, by kind, so that the store is asked once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the store says of them.

    `claims` has the row hash of each claim that is stored under a mentioned name, and of those
    that later forms of its row became. `owners` has their data sets. `retracted` has those that
    no longer count, each with the claim that took its place, or ""; `parents` the
    parent_of pairs of all ancestors and descendants of the people; `records` the active claims
    and the background about the mentioned things, with the sources that contain the sources.
    """

    records: Records = field(default_factory=Records)
    claims: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    owners: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    retracted: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    parents: frozenset[tuple[str, str]] = frozenset()
    state: object = None
    """What the store held, to tell later whether it is still that; None: nobody looked."""

    def forms(self, name: str) -> list[str]:
        """Return the stored claims that the forms of one row became, the latest last."""
        found = [name] if name in self.claims else []
        while found and is_changed_row(after := self.retracted.get(found[-1], ""), name):
            if after in found or after not in self.claims:
                break
            found.append(after)
        return found

    def ids(self) -> Mentioned:
        """Return the ids that are stored, by kind."""
        stored: dict[ReferenceKind, set[str]] = {kind: set() for kind in ReferenceKind}
        for table, record in each_record(self.records):
            stored[table.about].add(thing_id(record))
        stored[ReferenceKind.CLAIM].update(self.claims)
        return stored


def nothing_known(mentioned: Mentioned) -> Known:
    """Answer for an empty store."""
    del mentioned
    return Known()
