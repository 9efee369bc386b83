"""The package as one flat graph: every graph format reads this and nothing else.

People, events, places and ties are the sum of their claims, as the store keeps them. Each claim
is a node of its own. It points to the thing that it is about, and to its source. A new field
here appears in all formats. Nodes and links are made one by one, so a writer need not hold them
all.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from graph.export.formats import worded
from graph.export.package import Package
from graph.facts.adding_up import Facts
from graph.facts.clusters import united
from graph.record.model import Claim, EventClaim, Interpretation, Records
from graph.record.vocabulary import PersonKind
from graph.rule.stops import asked_nearby, requests_in
from graph.store import load_rows
from graph.store.properties import flat

Value = str | bool | int | float | date | list[str]
NOT_KEPT = frozenset({"stale", "run", "row_hash"})
"""What only the store and the import have a use for."""

PERSON_LABELS = {
    PersonKind.PERSON: ("Person",),
    PersonKind.GROUP: ("Person", "Group"),
    PersonKind.ORGANISATION: ("Organisation",),
}
_LINKS = {
    "load/after": ("AFTER", "event", "later", "event", "earlier"),
    "load/at": ("AT", "event", "event", "place", "place"),
    "load/at_time_of": ("AT_TIME_OF", "event", "event", "event", "other"),
    "load/backs": ("BACKS", "claim", "reading", "event", "event"),
    "load/ends": ("ENDS", "event", "event", "event", "ended"),
    "load/informants": ("INFORMANT", "source", "source", "person", "person"),
    "load/about_people": ("ABOUT", "claim", "claim", "person", "person"),
    "load/member_of": ("MEMBER_OF", "person", "person", "person", "group"),
    "load/places_part_of": ("PART_OF", "place", "part", "place", "whole"),
    "load/reads_claim": ("READS", "claim", "reading", "claim", "claim"),
    "load/reads_event": ("READS", "claim", "reading", "event", "event"),
    "load/relayed_by": ("RELAYED_BY", "claim", "claim", "person", "person"),
    "load/sources_part_of": ("PART_OF", "source", "part", "source", "whole"),
}
"""For each link that the store keeps: its type, and where its row names its two ends."""
_ABOUT = {
    "load/person_claims": (("ABOUT", "person", "person"),),
    "load/tie_claims": (("ABOUT", "person", "person"), ("ABOUT", "person", "relative")),
    "load/supporting_claims": (("SUPPORTS", "event", "event"),),
    "load/disputing_claims": (("DISPUTES", "event", "event"),),
    "load/readings": (),
}
"""What a claim of each kind points to: the type, the kind of the end, its name in the row."""


class Node(NamedTuple):
    """A thing: `key` is unique in the file, `facts["id"]` among its own kind."""

    key: str
    labels: tuple[str, ...]
    facts: Mapping[str, Value]


class GraphLink(NamedTuple):
    """A directed link between two nodes, by their keys."""

    type: str
    source: str
    target: str
    facts: Mapping[str, Value]


@dataclass(frozen=True)
class PropertyGraph:
    """The nodes and links of a hand-over. Each may be gone through as often as wanted."""

    package: Package

    def nodes(self) -> Iterator[Node]:
        """Yield the export, the answers, then what they stand on; in one order."""
        records = self.records
        yield Node("export:export", ("Export",), worded.export(self.package))
        for briefing in self.package.briefings:
            yield Node(
                f"answer:{briefing.child}", ("Answer",), worded.answer(briefing, self.package)
            )
        for kind, label in (
            ("datasets", "Dataset"),
            ("sources", "Source"),
            ("places", "Place"),
        ):
            for record in _once(getattr(records, kind)):
                yield Node(f"{label.lower()}:{record.id}", (label,), flat(record))
        yield from self._people()
        for event in self.known.events.values():
            row = load_rows.event_row(event, self._said.get(event.id, ()))
            yield Node(f"event:{event.id}", ("Event",), row["facts"])
        for claim in _once(records.claims()):
            labels = ("Claim", type(claim).__name__)
            yield Node(f"claim:{claim.id}", labels, _kept(flat(claim)))

    def links(self) -> Iterator[GraphLink]:
        """Yield every link of which both ends are here; `dangling` counts the others."""
        return (link for link in self._all_links() if self._there(link))

    @cached_property
    def dangling(self) -> int:
        """Return how many links lead to what was not handed over."""
        return sum(1 for link in self._all_links() if not self._there(link))

    @property
    def known(self) -> Facts:
        """Return what the claims add up to."""
        return self.package.facts

    @cached_property
    def records(self) -> Records:
        """Return the records with one id for each person of several records."""
        return united(self.package.records, self.known.clusters)

    @cached_property
    def stops(self) -> frozenset[str]:
        """Return people with a request not to be contacted in force; the same on every day."""
        rows = {r.person for t in self.package.briefings for r in t.rows if r.do_not_contact}
        return self.package.do_not_contact | rows | requests_in(self.known).keys()

    @cached_property
    def households(self) -> frozenset[str]:
        """Return whose household asked not to be contacted."""
        rows = {
            r.person for t in self.package.briefings for r in t.rows if r.household_asked_not
        }
        return self.package.household_asked_not | rows | asked_nearby(self.known).keys()

    def _people(self) -> Iterator[Node]:
        for person in self.known.people.values():
            added_up = _kept(load_rows.person_row(person)["facts"])
            added_up["do_not_contact"] = person.id in self.stops
            added_up["household_asked_not"] = person.id in self.households
            yield Node(f"person:{person.id}", PERSON_LABELS[person.kind], added_up)

    @cached_property
    def _said(self) -> Mapping[str, list[EventClaim]]:
        said: dict[str, list[EventClaim]] = {}
        for claim in sorted(self.records.events, key=lambda claim: claim.id):
            said.setdefault(claim.about, []).append(claim)
        return said

    @cached_property
    def _ids(self) -> Mapping[str, Container[str]]:
        records = self.records
        return {
            "export": ("export",),
            "answer": {briefing.child for briefing in self.package.briefings},
            "dataset": {record.id for record in records.datasets},
            "source": {record.id for record in records.sources},
            "place": {record.id for record in records.places},
            "person": self.known.people,
            "event": self.known.events,
            "claim": {claim.id for claim in records.claims()},
        }

    def _there(self, link: GraphLink) -> bool:
        return self._has(link.source) and self._has(link.target)

    def _has(self, key: str) -> bool:
        kind, _, id_ = key.partition(":")
        return id_ in self._ids[kind]

    def _all_links(self) -> Iterator[GraphLink]:
        yield from self._of_answers()
        yield from self._of_ties()
        yield from self._of_events()
        for claim in _once(self.records.claims()):
            yield from _of_claim(claim)
        yield from _of_background(self.records)

    def _of_answers(self) -> Iterator[GraphLink]:
        for briefing in self.package.briefings:
            answer, child = f"answer:{briefing.child}", f"person:{briefing.child}"
            yield GraphLink("HOLDS", "export:export", answer, {})
            yield GraphLink("ANSWERS_FOR", answer, child, {})
            for row in briefing.rows:
                carried = replace(row, do_not_contact=row.person in self.stops)
                stands = worded.stands(carried, self.package)
                yield GraphLink("STANDS", f"person:{row.person}", child, stands)

    def _of_ties(self) -> Iterator[GraphLink]:
        for tie in self.known.ties:
            row = load_rows.tie_row(tie)
            ends = (f"person:{row['person']}", f"person:{row['relative']}")
            yield GraphLink(tie.kind.value.upper(), *ends, _tied(row["facts"]))
        for row in load_rows.member_rows(self.records.people):
            yield _linked("load/member_of", row)

    def _of_events(self) -> Iterator[GraphLink]:
        for event in self.known.events.values():
            said = self._said.get(event.id, [])
            for part in load_rows.event_row(event, said)["people"]:
                ends = (f"person:{part['id']}", f"event:{event.id}")
                yield GraphLink("TOOK_PART", *ends, part["facts"])
            for row in load_rows.place_rows(event, said):
                yield _linked("load/at", row)
        for name, links in load_rows.order_links(self.records.events).items():
            yield from (_linked(name, row) for row in links)


def _linked(name: str, row: Mapping[str, Any]) -> GraphLink:
    """Return the link that a query of the store would keep for a row."""
    type_, source_kind, source, target_kind, target = _LINKS[name]
    facts = row.get("facts", {})
    return GraphLink(
        type_, f"{source_kind}:{row[source]}", f"{target_kind}:{row[target]}", facts
    )


def _of_claim(claim: Claim) -> Iterator[GraphLink]:
    name, row = load_rows.claim_row(claim, "")
    this = f"claim:{claim.id}"
    yield GraphLink("FROM", this, f"source:{claim.source}", {})
    for type_, kind, column in _ABOUT[name]:
        yield GraphLink(type_, this, f"{kind}:{row[column]}", {})
    for link, its_row in load_rows.claim_links(claim):
        yield _linked(link, its_row)
    if claim.supersedes:
        yield GraphLink("SUPERSEDES", this, f"claim:{claim.supersedes}", {})
    if isinstance(claim, Interpretation):
        for link, its_row in load_rows.reading_links(claim, of_claim="@" in claim.of):
            yield _linked(link, its_row)
        if claim.by:
            yield GraphLink("READ_BY", this, f"person:{claim.by}", {})


def _of_background(records: Records) -> Iterator[GraphLink]:
    for name, links in load_rows.catalogue_links(records.sources, records.places).items():
        yield from (_linked(name, row) for row in links)
    for dataset in records.datasets:
        ends = (f"dataset:{dataset.id}", f"place:{dataset.country_of_risk}")
        yield GraphLink("COUNTRY_OF_RISK", *ends, {})


def _kept(found: Mapping[str, Value]) -> dict[str, Value]:
    return {
        name: value
        for name, value in found.items()
        if name not in NOT_KEPT and value is not None
    }


def _tied(found: Mapping[str, Value]) -> dict[str, Value]:
    """Return the facts of a tie; many tools keep the name `id` of a link for themselves."""
    return {"tie" if name == "id" else name: value for name, value in found.items()}


def _once(records: Iterable[Any]) -> Iterable[Any]:
    """Return records of one name once; the last word counts, as in the store."""
    return {record.id: record for record in records}.values()
