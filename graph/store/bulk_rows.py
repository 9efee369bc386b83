"""Rows of the load steps as files of nodes and links for `neo4j-admin database import`.

A file begins with its header, and only its owner can read it. All rows of a file have the same
columns: a row with a new column begins a new file. What is empty in a row is an empty cell; a
text is quoted.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from graph.errors import StoreRefused
from graph.server.bulk_import import LIST_SIGN, BulkFile
from graph.store.load_shapes import NewLink, NewNode, load_shape
from graph.store.write_steps import Part, Step, part_of

_NODES, _LINKS = "nodes", "links"
_TYPES = {bool: "boolean", int: "long", float: "double", date: "date", str: "string"}


class BulkRows:
    """Takes the steps of a load into an empty store, and writes them into files.

    What an event has by its type is left out: `keep_event_types` writes it where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        """Take a folder that is there, and that only its owner can look into."""
        self._folder = folder
        self._files: list[BulkFile] = []
        self._sheets: defaultdict[tuple[str, ...], list[_Sheet]] = defaultdict(list)
        self._nodes: defaultdict[str, set[str]] = defaultdict(set)
        self._links: set[tuple[Any, ...]] = set()
        self._early: list[NewLink] = []
        """Links that came before one of their ends; where that never comes there is no link."""

    def write(self, steps: list[Step]) -> None:
        """Write the nodes and links of some steps.

        Marks are left out: in a first load everybody is marked for the calendar already.
        """
        for name, params in steps:
            if part_of(name) is Part.MARKS and name.startswith("load/stale"):
                continue
            shape = load_shape(name)
            for row in params["rows"]:
                if node := shape.node_of(row):
                    self._put_node(node)
                for link in shape.links_of(row):
                    self._put_link(link) if self._there(link) else self._early.append(link)

    def wait(self) -> None:
        """Wait for nothing: what is written is in the files."""

    def closed(self) -> list[BulkFile]:
        """Close the files and return them."""
        for link in filter(self._there, self._early):
            self._put_link(link)
        self.close()
        return self._files

    def close(self) -> None:
        """Close the files, whole or not."""
        for sheet in chain.from_iterable(self._sheets.values()):
            sheet.close()

    def _put_node(self, node: NewNode) -> None:
        self._nodes[node.space].add(node.facts["id"])
        facts = {name: value for name, value in node.facts.items() if value is not None}
        key = f"id:ID({node.space})"
        others = {name: value for name, value in facts.items() if name != "id"}
        sheet = self._sheet((_NODES, ":".join(node.labels), key), others)
        sheet.put((facts["id"],), others)

    def _put_link(self, link: NewLink) -> None:
        if link.once:
            seen = (link.type, link.start, link.end, *sorted(link.facts.items()))
            if seen in self._links:
                return
            self._links.add(seen)
        (start, one), (end, other) = link.start, link.end
        ends = (f":START_ID({start})", f":END_ID({end})")
        self._sheet((_LINKS, link.type, *ends), link.facts).put((one, other), link.facts)

    def _there(self, link: NewLink) -> bool:
        return all(id_ in self._nodes[space] for space, id_ in (link.start, link.end))

    def _sheet(self, kind: tuple[str, ...], facts: Mapping[str, Any]) -> "_Sheet":
        """Return an open file that has a column for each of these properties."""
        wanted, sheets = dict(_kinds(facts)), self._sheets[kind]
        for place, sheet in enumerate(sheets):
            if sheet.agrees(wanted):
                if not wanted.keys() <= sheet.columns.keys():
                    sheet.close()
                    sheets[place] = self._new(kind, sheet.columns | wanted)
                return sheets[place]
        sheets.append(self._new(kind, wanted))
        return sheets[-1]

    def _new(self, kind: tuple[str, ...], columns: dict[str, str]) -> "_Sheet":
        what, named, *keys = kind
        path = self._folder / f"rows{len(self._files)}.csv"
        self._files.append(BulkFile(of_nodes=what == _NODES, named=named, path=path))
        return _Sheet(path, keys, columns)


class _Sheet:
    """A file of rows of one kind, which have the same columns."""

    def __init__(self, path: Path, keys: list[str], columns: dict[str, str]) -> None:
        self.columns = columns
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = os.fdopen(handle, "w", encoding="utf-8", newline="")
        self._write([*keys, *(f"{name}:{kind}" for name, kind in columns.items())])
        self.close = self._file.close

    def agrees(self, wanted: Mapping[str, str]) -> bool:
        """Return whether no column has another type than a property of its name."""
        return all(self.columns.get(name, kind) == kind for name, kind in wanted.items())

    def put(self, keys: tuple[str, ...], facts: Mapping[str, Any]) -> None:
        """Add a row."""
        self._write([*map(_quoted, keys), *(_cell(facts.get(name)) for name in self.columns)])

    def _write(self, cells: list[str]) -> None:
        self._file.write(",".join(cells) + "\n")


def _kinds(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in facts.items():
        if isinstance(value, list):
            yield name, "string[]"
        else:
            yield name, _TYPES[type(value)]


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return _listed(value)
        case str():
            return _quoted(value)
        case date():
            return value.isoformat()
        case _:
            return repr(value)


def _listed(parts: list[str]) -> str:
    if not parts or any(LIST_SIGN in part for part in parts):
        raise StoreRefused(
            "A list is empty or has a text with the sign U+001F, which files for neo4j-admin "
            "cannot hold: load without --first."
        )
    return _quoted(LIST_SIGN.join(parts))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
