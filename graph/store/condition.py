"""Check the condition of the store before any answer: is it whole, and up to date?

One place for pages, terminal and exports. Pure: the store is asked through `Readable`.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from graph.store.queries import Query, query

EMPTYING = (
    "The store is being emptied, or that was broken off: no answer of it counts. The next "
    "command, or load, empties it to the end; `python -m graph clear` too."
)
IN_AN_EXPORT = (
    "NOT WHOLE: the store was half loaded when this was made. People, claims, stops and "
    "answers may be missing or wrong."
)
"""Names nobody and nothing, so that every audience may read it."""
_FILES = 4
"""So many files of a load stand in the sentence."""


class Readable(Protocol):
    """What is needed of the store."""

    def read(self, query: Query, /, **params: object) -> list[dict[str, Any]]:
        """Run one query that only reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenOff:
    """A load that is under way, or was broken off and not run again."""

    under_way: bool = False
    started: str
    files: tuple[str, ...]
    datasets: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Say which load it was, and which answers it may touch."""
        more = f" and {len(self.files) - _FILES} more" if len(self.files) > _FILES else ""
        files = f" of {', '.join(self.files[:_FILES])}{more}" if self.files else ""
        begun = f", begun {self.started}," if self.started else ""
        about = (
            f"about {', '.join(self.datasets)}, and about people tied to people in it,"
            if self.datasets
            else "of the store"
        )
        head, how, end = (
            ("LOADING", "is under way", "it has ended")
            if self.under_way
            else ("HALF LOADED", "was broken off", "the same is loaded again")
        )
        return (
            f"{head}: the load{files}{begun} {how}. Until {end}, every answer {about} may be "
            "wrong: people, claims and requests not to be contacted may be missing, and counts "
            "are too small."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What the store is in the middle of."""

    emptying: bool = False
    broken_off: tuple[BrokenOff, ...] = ()

    def sentences(self) -> list[str]:
        """Return what must be said first; nothing where the store is whole."""
        return [EMPTYING] * self.emptying + [one.sentence for one in self.broken_off]

    @property
    def in_an_export(self) -> str:
        """Return the same for a file that leaves the house; "" where the store is whole."""
        return IN_AN_EXPORT if self.sentences() else ""


def condition(store: Readable) -> Condition:
    """Return what the store is in the middle of."""
    rows = store.read(query("read/broken_off"))
    loads = [row for row in rows if row["state"] != "clearing"]
    writers = {row["run"] for row in store.read(query("read/writers"))} if loads else set()
    return Condition(
        emptying=len(loads) < len(rows),
        broken_off=tuple(
            BrokenOff(
                under_way=row["id"] in writers,
                started=row["started"] or "",
                files=tuple(row["files"]),
                datasets=tuple(row["datasets"]),
            )
            for row in loads
        ),
    )
