"""The nodes and links that a query under `cypher/load/` makes of a row, read from its text.

So labels, types and ends are written down in the queries alone. Files for `neo4j-admin` have
them from here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from graph.errors import InvalidQuery
from graph.store.queries import query

_COMMENT = re.compile(r"//[^\n]*")
_ROWS = re.compile(r"UNWIND (?:\$rows AS row|row\.(?P<within>\w+) AS (?P<part>\w+))")
_END = re.compile(r"MATCH \((\w+):(\w+) \{id: (\w+)\.(\w+)\}\)")
_MERGED = re.compile(r"MERGE \((\w+):(\w+) \{id: row\.id\}\)")
_CREATED = re.compile(r"CREATE \((\w+)((?::\w+)+)\)")
_LINK = re.compile(r"(MERGE|CREATE) \((\w+)\)-\[(\w*):(\w+)[^\]]*\]->\((\w+)\)")
_WHOLE = re.compile(r"\b(\w+) = (\w+)\.facts\b")
_LABELLED = re.compile(r"[, ](\w+)((?::[A-Z]\w*)+)(?=[,;\n])")
_BEGINS = re.compile(r"\b(\w+)\.(\w+) = coalesce\(\w+, (true|false)\)")
_OWN_LABEL = re.compile(r"^Kinthread")


class NewNode(NamedTuple):
    """A node that a row makes; `space` is the label within which its id is unique."""

    space: str
    labels: tuple[str, ...]
    facts: Mapping[str, Any]


class NewLink(NamedTuple):
    """A link that a row makes, from one (space, id) to another."""

    type: str
    start: tuple[str, str]
    end: tuple[str, str]
    facts: Mapping[str, Any]
    once: bool
    """Whether the query keeps no second one like it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    type: str
    start: str
    end: str
    facts_of: str
    once: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadShape:
    """What one query keeps for each of its rows."""

    name: str
    node: str = ""
    """The variable of the node that it makes; "" if it makes none."""
    space: str = ""
    labels: tuple[str, ...] = ()
    begins: Mapping[str, bool] = field(default_factory=dict)
    """What a node that was not there before begins with."""
    ends: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    """By variable: the label, and the row or the part of it that names the id, and how."""
    within: Mapping[str, str] = field(default_factory=dict)
    """By variable: the list in a row, each of whose parts makes a link."""
    links: tuple[_Link, ...] = ()

    def node_of(self, row: Mapping[str, Any]) -> NewNode | None:
        """Return the node of a row, without what an event has by its type."""
        if not self.node:
            return None
        return NewNode(self.space, self.labels, {**self.begins, **row["facts"]})

    def links_of(self, row: Mapping[str, Any]) -> Iterator[NewLink]:
        """Yield the links of a row."""
        for link in self.links:
            for named in self._named(link, row):
                facts = named[link.facts_of]["facts"] if link.facts_of else {}
                start, end = (self._end(one, named) for one in (link.start, link.end))
                yield NewLink(link.type, start, end, facts, link.once)

    def _named(
        self, link: _Link, row: Mapping[str, Any]
    ) -> Iterator[Mapping[str, Mapping[str, Any]]]:
        """Yield what the query calls by which variable, for each time that it makes a link."""
        used = {self.ends[one][1] for one in (link.start, link.end) if one in self.ends}
        parts = used & self.within.keys()
        if not parts:
            yield {"row": row}
        for part in parts:
            yield from ({"row": row, part: one} for one in row[self.within[part]])

    def _end(self, variable: str, named: Mapping[str, Mapping[str, Any]]) -> tuple[str, str]:
        if variable == self.node:
            return self.space, named["row"]["facts"]["id"]
        label, of, column = self.ends[variable]
        return label, named[of][column]


@cache
def load_shape(name: str) -> LoadShape:
    """Return what the query of this name keeps.

    Raises:
        InvalidQuery: it does more than make nodes and links of its rows.
    """
    text = _COMMENT.sub("", query(name).text)
    if not text.strip().startswith("UNWIND $rows AS row"):
        raise InvalidQuery(f"{name}: makes no nodes and no links of rows")
    merged, created = _MERGED.search(text), _CREATED.search(text)
    node, space, labels = "", "", list[str]()
    if merged:
        node, space, labels = merged[1], merged[2], [merged[2], *_labels_set(text, merged[1])]
    elif created:
        node, labels = created[1], created[2].strip(":").split(":")
        space = next(label for label in labels if _OWN_LABEL.match(label))
    whole = {match[1]: match[2] for match in _WHOLE.finditer(text)}
    shape = LoadShape(
        name=name,
        node=node,
        space=space,
        labels=tuple(sorted(labels)),
        begins={m[2]: m[3] == "true" for m in _BEGINS.finditer(text) if m[1] == node},
        ends={m[1]: (m[2], m[3], m[4]) for m in _END.finditer(text)},
        within={m["part"]: m["within"] for m in _ROWS.finditer(text) if m["part"]},
        links=tuple(
            _Link(
                type=m[4],
                start=m[2],
                end=m[5],
                facts_of=whole.get(m[3], "") if m[3] else "",
                once=m[1] == "MERGE",
            )
            for m in _LINK.finditer(text)
        ),
    )
    known = {shape.node, *shape.ends}
    ends = {end for link in shape.links for end in (link.start, link.end)}
    if not (shape.node or shape.links) or not ends <= known:
        raise InvalidQuery(f"{name}: makes no nodes and no links of rows")
    return shape


def _labels_set(text: str, node: str) -> Iterator[str]:
    """Yield the labels that the text gives to a variable after it has matched it."""
    sets = text.partition("SET ")[2].partition("REMOVE ")[0]
    for match in _LABELLED.finditer(sets):
        if match[1] == node:
            yield from match[2].strip(":").split(":")
