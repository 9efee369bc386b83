"""From when until when a node or a link of a graph is there, for programs with a timeline.

Each may be there on every day that its window allows: doubt makes it longer, never shorter.
What has no day is there on all days.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from graph.export.formats.property_graph import GraphLink, Node, PropertyGraph, Value
from graph.facts.adding_up import Event, Sureness
from graph.record.dates import BEGINNING, END
from graph.record.vocabulary import Effect, Role

Lifetime = tuple[date | None, date | None]
"""The first and the last day; None where it is open."""


class Lifetimes:
    """The first and the last days of the nodes and links of a graph."""

    def __init__(self, graph: PropertyGraph) -> None:
        self._graph = graph

    def of_node(self, node: Node) -> Lifetime:
        """Return those of an event, or of a person's life; else they are open."""
        kind, _, id_ = node.key.partition(":")
        if kind == "event":
            return self._events[id_]
        if kind == "person":
            return _in_order(_day(node.facts, "born_earliest"), self._deaths.get(id_))
        return None, None

    def of_link(self, link: GraphLink) -> Lifetime:
        """Return those of a tie, of the event at one end, or the day of an answer."""
        if link.type == "STANDS":
            return self._graph.package.as_of, self._graph.package.as_of
        ends = [end.partition(":") for end in (link.source, link.target)]
        events = [self._events[id_] for kind, _, id_ in ends if kind == "event"]
        if len(events) == 1:
            return events[0]
        return _in_order(_day(link.facts, "since_earliest"), _day(link.facts, "until_latest"))

    @cached_property
    def _events(self) -> Mapping[str, Lifetime]:
        return {event.id: _lasting(event) for event in self._graph.known.events.values()}

    @cached_property
    def _deaths(self) -> Mapping[str, date | None]:
        """Return by person the last day on which a certain death may have been."""
        return {
            person: _closed(event.span.start.latest)
            for event in self._graph.known.events.values()
            if event.effect is Effect.DEAD and event.exists is Sureness.CERTAIN
            for person in event.by_role(Role.SUBJECT)
            if person not in event.doubtful
        }


def _lasting(event: Event) -> Lifetime:
    return _in_order(_closed(event.span.start.earliest), _closed(event.span.close.latest))


def _closed(day: date) -> date | None:
    return None if day in (BEGINNING, END) else day


def _day(facts: Mapping[str, Value], name: str) -> date | None:
    value = facts.get(name)
    return value if isinstance(value, date) else None


def _in_order(first: date | None, last: date | None) -> Lifetime:
    """Return the two days; none where sources contradict each other and the last is before."""
    if first is not None and last is not None and last < first:
        return None, None
    return first, last
