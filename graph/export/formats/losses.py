"""What a format could not hold, in sentences with how many: the loss report.

A format names the fields of the records that it leaves out; what they hold is then counted. So
no field is lost without a word, and no word is said of what was not there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from graph.export.formats.flattening import illegal, plain
from graph.export.formats.property_graph import PropertyGraph, Value
from graph.export.package import Package
from graph.record.model import Records

ROW_HASH = {"Claim.row_hash": "the fingerprint of the row that a claim was read from"}


def lost(records: Records, named: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each named field that some record fills.

    Args:
        records: what is handed over.
        named: by "Kind.field", what is lost with it, in words; "Claim.field" is of every claim.
    """
    counts: Counter[str] = Counter()
    for record in _all(records):
        for name, empty in _empty(type(record)).items():
            if getattr(record, name) != empty:
                counts[f"{type(record).__name__}.{name}"] += 1
    for field, words in named.items():
        kind, _, name = field.partition(".")
        kinds = _CLAIMS if kind == "Claim" else (kind,)
        if count := sum(counts[f"{each}.{name}"] for each in kinds):
            yield not_held(words, count)


def not_held(words: str, count: int) -> str:
    """Say that something is not in a file, and how often it would have been."""
    return f"Not in this file: {words} ({count:,})."


def graph_losses(
    handed: Package, *, controls: bool = False, lists: bool = False, days: bool = False
) -> tuple[str, ...]:
    """Return what a graph format could not hold.

    Args:
        handed: what is handed over.
        controls: it holds control characters; else they are replaced.
        lists: it holds lists; else their parts are joined.
        days: it holds days as such; else they are text.
    """
    graph = PropertyGraph(handed)
    found = list(lost(handed.records, ROW_HASH))
    if graph.dangling:
        found.append(not_held("links to what was not handed over", graph.dangling))
    counts: Counter[str] = Counter()
    for facts in _facts(graph):
        for value in facts.values():
            counts["lists"] += isinstance(value, list) and len(value) > 1
            counts["days"] += isinstance(value, date)
            counts["controls"] += 0 if controls else illegal(plain(value))
    if counts["lists"] and not lists:
        found.append(
            f"Lists are one text, their parts joined by a semicolon ({counts['lists']:,})."
        )
    if counts["days"] and not days:
        found.append(f"Days are text, the year first ({counts['days']:,}).")
    if counts["controls"]:
        found.append(f"Control characters became \ufffd ({counts['controls']:,}).")
    return tuple(found)


def _facts(graph: PropertyGraph) -> Iterable[Mapping[str, Value]]:
    yield from (node.facts for node in graph.nodes())
    yield from (link.facts for link in graph.links())


_CLAIMS = ("PersonClaim", "TieClaim", "EventClaim", "Interpretation")


def _all(records: Records) -> Iterator[Any]:
    yield from (*records.datasets, *records.sources, *records.places)
    yield from records.claims()


_EMPTY: dict[type, dict[str, object]] = {}


def _empty(kind: type) -> dict[str, object]:
    """Return the fields of a kind of record, each with what it holds where nothing is said."""
    if kind not in _EMPTY:
        _EMPTY[kind] = {each.name: _default(each) for each in fields(kind)}
    return _EMPTY[kind]


def _default(field: Any) -> object:  # noqa: ANN401 - dataclasses give their fields no useful type
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else ""
