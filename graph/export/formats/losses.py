"""The loss report: what a format could not hold, in sentences, with how many.

A format names the fields of the records that it leaves out. The filled ones are then counted.
So no field is lost in silence, and no empty field is reported as lost.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from graph.export.formats.flattening import illegal, plain
from graph.export.formats.property_graph import PropertyGraph, Value
from graph.export.package import Package
from graph.record.model import Records
from graph.record.schema import each_record

ROW_HASH = {"Claim.row_hash": "the fingerprint of the row that a claim was read from"}
SAME = "ties that say whether records are one person: joined ones are one node, with all ids"


def lost(records: Records, named: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each named field that some record fills.

    Args:
        records: what is handed over.
        named: by "Kind.field", what is lost with it, in words; "Claim.field" is of every claim.
    """
    counts: Counter[str] = Counter()
    for table, record in each_record(records):
        for name, empty in (table.empty | {"further": ()}).items():
            if getattr(record, name, empty) != empty:
                counts[f"{table.kind.__name__}.{name}"] += 1
    for field, words in named.items():
        kind, _, name = field.partition(".")
        kinds = _CLAIMS if kind == "Claim" else (kind,)
        if count := sum(counts[f"{each}.{name}"] for each in kinds):
            yield not_held(words, count)


def rows(records: Records) -> Iterator[str]:
    """Yield a sentence for each table of which a file has no rows: sentences, or a picture."""
    counts = Counter(table.name for table, _ in each_record(records))
    for name, count in counts.items():
        yield not_held(f"the rows of {name}, each with all its columns", count)


def not_held(words: str, count: int) -> str:
    """Say that something is not in a file, and how often it would have been."""
    return f"Not in this file: {words} ({count:,})."


def graph_losses(
    package: Package, *, controls: bool = False, lists: bool = False, days: bool = False
) -> tuple[str, ...]:
    """Return what a graph format could not hold.

    Args:
        handed: what is handed over.
        controls: it holds control characters; else they are replaced.
        lists: it holds lists; else their parts are joined.
        days: it holds days as such; else they are text.
    """
    graph = PropertyGraph(package)
    found = list(lost(package.records, ROW_HASH))
    if same := len(package.records.ties) - len(graph.records.ties):
        found.append(not_held(SAME, same))
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
