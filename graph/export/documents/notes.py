"""Footnotes: each statement leads to the claims that it rests on, and they to their sources."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from graph.export.documents.source_names import SourceNames
from graph.export.package import Package, Statement
from graph.record.model import Claim, Source
from graph.words.prose import as_sentence


class Notes:
    """Numbers the footnotes of a document, in the order in which it is read.

    A note names its sources as a person would. The claims behind it have their ids in the
    appendix, under the number of the note.
    """

    def __init__(self, package: Package) -> None:
        records = package.records
        self._claims = {claim.id: claim for claim in records.claims()}
        self._sources = {source.id: source for source in records.sources}
        self._called = SourceNames(package)
        self._behind: dict[str, dict[str, None]] = {}
        """By what a note says, the claims behind it; in the order of the notes."""
        self.sources: dict[str, Source] = {}
        """The sources that the notes name, the first one first."""

    def cite(self, statement: Statement, of: str = "") -> Statement:
        """Return a statement with its footnote."""
        claims = tuple(dict.fromkeys(statement.claims))
        if not claims:
            return replace(statement, of=of)
        body = self._body(claims)
        first = body not in self._behind
        self._behind.setdefault(body, {}).update(dict.fromkeys(claims))
        number = [*self._behind].index(body) + 1
        return Statement(
            text=statement.text, note=number, first=first, body=body if first else "", of=of
        )

    @property
    def bodies(self) -> tuple[str, ...]:
        """Return what each note says, the first one first."""
        return tuple(self._behind)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the claims of each note by their ids in this export: "3: c12, c14"."""
        numbered = enumerate(self._behind.values(), start=1)
        return tuple(f"{number}: {', '.join(ids)}" for number, ids in numbered)

    def _body(self, claims: Iterable[str]) -> str:
        by_source: dict[str, list[Claim]] = {}
        for id_ in claims:
            claim = self._claims[id_]
            by_source.setdefault(claim.source, []).append(claim)
        for source in by_source:
            self.sources[source] = self._sources[source]
        said = "; ".join(
            self._called.passage(self._sources[source], [one.locator for one in of_it])
            for source, of_it in by_source.items()
        )
        return as_sentence(said)


T = TypeVar("T", bound=Hashable)


def merged(
    of_each: Mapping[str, Sequence[T]], key: Callable[[T], Any] = lambda _: 0
) -> Iterator[tuple[T, str]]:
    """Yield each item once, with the names of those whose it is: "" where it is everybody's.

    Args:
        of_each: by name, what is said of that child, in the order in which it is to be read.
        key: what comes first where the children's orders leave it open.
    """
    for item in in_order([list(dict.fromkeys(items)) for items in of_each.values()], key):
        whose = [name for name, items in of_each.items() if item in items]
        yield item, "" if len(whose) == len(of_each) else "; ".join(whose)


def in_order(sequences: Iterable[list[T]], key: Callable[[T], Any]) -> Iterator[T]:
    """Yield every item once, in an order that keeps each sequence's own where that can be."""
    waiting = [items for items in sequences if items]
    while waiting:
        heads = [items[0] for items in waiting]
        free = [head for head in heads if not any(head in items[1:] for items in waiting)]
        item = min(free or heads[:1], key=key)
        yield item
        for items in waiting:
            if item in items:
                items.remove(item)
        waiting = [items for items in waiting if items]
