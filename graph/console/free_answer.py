"""Free Cypher as an answer: its rows, whether they were cut, and the marks in them."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.console.free_marks import look_behind, sensitive, stops
from graph.console.limits import Limits
from graph.console.misspelt import misspelt
from graph.console.query_names import named
from graph.console.run import fetch
from graph.questions.answer_values import RowValues, row_values
from graph.store import Store
from graph.store.queries import query
from graph.views import sensitivity

Row = tuple[Any, ...]
KINDS = ("people", "events", "places", "claims", "sources")
CUT = {
    "": "",
    "rows": "Cut: there are more rows than the {rows:,} that are shown.",
    "bytes": "Cut: the rows beyond these are too large to show; return fewer properties.",
}
SENSITIVE = (
    "Sensitive: {held} of {total} rows hold coded words, a relay chain, or what a source gave "
    "for internal use: see who may read it before you pass it on."
)
FOREIGN = "Some of these nodes are not Kinthread's: they lie beside it in the same database."
NO_SECOND_WALL = (
    "On a server that Kinthread does not run, its own settings are no second wall before files "
    "and network: only the guard is."
)
NO_RESTART = "If a query exhausts that server's memory, Kinthread cannot start it anew."
MISSING = (NO_SECOND_WALL, NO_RESTART)
"""What protects the managed server, and may be missing on another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeAnswer:
    """The rows of a free query, with their marks."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    """Plain JSON values, in the order of the columns (`graph/console/driver_values.py`)."""
    cut: str
    """"rows" or "bytes" where there was more; else ""."""
    limits: Limits
    seconds: float
    sensitive: tuple[bool, ...]
    """For each row: coded words, a relay chain, or what was given for internal use."""
    stops: tuple[tuple[str, ...], ...]
    """For each row: whom of the people in it not to contact, on whatever day one looks."""
    found: Mapping[str, tuple[str, ...]]
    """The ids that came back, by kind: people, events, places, claims, sources."""
    behind: Mapping[str, tuple[str, ...]]
    """The same, with what the query names, and what the server's own names stand for."""
    ends: Mapping[str, Mapping[str, Any]]
    """Nodes that relationships in the rows lead to, by `element`: id, labels, name."""
    foreign: bool
    """Nodes came back that are not Kinthread's."""
    misspelt: tuple[str, ...]
    """What the query names and the store does not have, a sentence each."""
    missing: tuple[str, ...]
    """Which walls are missing or not known of on this server, a sentence each."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Of those not to contact, by id."""

    def marked(self) -> list[dict[str, Any]]:
        """Return the rows as dicts with their marks as two more columns."""
        return [
            dict(zip(self.columns, row, strict=True))
            | {"sensitive": held, "do_not_contact": list(stop)}
            for row, held, stop in zip(self.rows, self.sensitive, self.stops, strict=True)
        ]

    def notices(self) -> list[str]:
        """Return what must be said of it before it is passed on, a sentence each."""
        said = [*self.misspelt]
        said += [CUT[self.cut].format(rows=self.limits.rows)] if self.cut else []
        if held := sum(self.sensitive):
            said.append(SENSITIVE.format(held=held, total=len(self.rows)))
        said += sensitivity.said(self.names)
        return [*said, *([FOREIGN] if self.foreign else []), *self.missing]


def ask_freely(
    store: Store,
    text: str,
    params: Mapping[str, Any],
    limits: Limits | None = None,
    cancel: threading.Event | None = None,
) -> FreeAnswer:
    """Run a query that somebody typed, and mark its rows.

    Args:
        store: as `graph.store.opening.open_store` gives it.
        text: Cypher, one statement that reads.
        params: by name; `graph.console.parameters.typed` makes them of texts.
        limits: seconds, rows, bytes; by default those of `Limits`.
        cancel: set from another thread, it ends the query.

    Raises:
        Refused: the guard does not let it run, with the reason.
        Stopped: by the limit of time or memory, or cancelled; `limit` says which.
        WrongSyntax: it cannot be read; with line, column and a caret.
        MissingParameter: a parameter is missing, or one too many is given.
        InvalidQuery, StoreUnavailable, StoreRefused: as for every query.
    """
    allowed = limits or Limits()
    fetched = fetch(store, text, params, allowed, cancel)
    values = [row_values(row) for row in fetched.rows]
    ends = _ends(store, values)
    for row in values:  # whoever a relationship leads to is in the row too
        row.strings |= {ends[end]["id"] for end in row.ends if end in ends}
    came = set().union(*(row.strings for row in values))
    said = named(text, params)
    look_behind(store, said, fetched.rows, values)
    strings = said.values.strings.union(*(row.strings for row in values)) if values else ()
    there = {kind: store.existing(kind, strings) if strings else set() for kind in KINDS}
    stopped = tuple(stops(store, said, values, there["people"]))
    return FreeAnswer(
        columns=fetched.columns,
        rows=fetched.rows,
        cut=fetched.cut,
        limits=allowed,
        seconds=fetched.seconds,
        sensitive=tuple(sensitive(store, said, values, there)),
        stops=stopped,
        names=sensitivity.names(store, stopped),
        found={kind: tuple(sorted(ids & came)) for kind, ids in there.items()},
        behind={kind: tuple(sorted(ids)) for kind, ids in there.items()},
        ends=ends,
        foreign=any(row.foreign for row in values),
        misspelt=misspelt(store, fetched.unknown, said.names),
        missing=() if store.managed else MISSING,
    )


def _ends(store: Store, rows: Sequence[RowValues]) -> dict[str, dict[str, Any]]:
    """Look up those ends of relationships that did not come back as nodes."""
    wanted = sorted(set().union(*(row.ends - row.elements for row in rows)))
    if not wanted:
        return {}
    return {row["element"]: row for row in store.read(query("read/ends"), elements=wanted)}
