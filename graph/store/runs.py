"""What a run of ingest was, what it changed, and what the store holds."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestRun:
    """One run of ingest: what was read, when, and by which version of the program."""

    id: str
    files: tuple[str, ...] = ()
    hashes: tuple[str, ...] = ()
    """The sha256 of each file, in the order of `files`."""
    tool: str = ""
    started: str = ""
    rows_read: int = 0
    rows_taken: int = 0
    rows_rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a load did."""

    new_claims: int = 0
    known_claims: int = 0
    """Already stored, and left as they were."""
    retracted_claims: int = 0
    replaced: tuple[str, ...] = ()
    """Sources, places and data sets whose content was another one before."""
    conflicts: tuple[str, ...] = ()
    """Claims that are stored with another content; they were left as they were."""
    kept_requests: tuple[str, ...] = ()
    """Who asked not to be contacted by claims that now count no more: their stop stays."""
    mended_runs: tuple[str, ...] = ()
    """Runs that had been broken off, and are now whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """What a retraction did."""

    kept_requests: tuple[str, ...] = ()
    """Who asked not to be contacted by what was retracted: their stop stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the store holds that our runs made, and how many nodes others have beside it."""

    counts: dict[str, int]
    """By label."""
    datasets: tuple[tuple[str, str], ...]
    """Id and title."""
    last_run: dict[str, Any] | None = None
    unfinished: tuple[str, ...] = ()
    """Runs that were broken off: the same ingest again, or any other one, mends them."""
    foreign: int = 0
    foreign_labels: tuple[str, ...] = field(default=())

    @property
    def empty(self) -> bool:
        """Tell whether nothing of ours is there."""
        return not any(self.counts.values())

    def as_json(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "counts": self.counts,
            "datasets": [{"id": id_, "title": title} for id_, title in self.datasets],
            "last_run": self.last_run,
            "unfinished": list(self.unfinished),
            "foreign": self.foreign,
        }

    def in_words(self) -> str:
        """Say it in a few lines: what there is, and so what would be lost."""
        if self.empty:
            return "The store is empty."
        named = ((_WORDS.get(label, label), total) for label, total in self.counts.items())
        lines = [", ".join(f"{total:,} {word}" for word, total in named if total) + "."]
        lines += [f"Data set {id_}: {title}." for id_, title in self.datasets]
        if self.last_run and self.last_run.get("started"):
            lines.append(f"Last loaded: {self.last_run['started']}.")
        if self.unfinished:
            lines.append("A load was broken off: load the same again, and it is whole.")
        if self.foreign:
            lines.append(f"{self.foreign:,} nodes beside it are not Kinthread's.")
        return "\n".join(lines)


_WORDS = {
    "Person": "people, groups and organisations",
    "Place": "places",
    "Event": "events",
    "Claim": "claims",
    "Source": "sources",
    "Dataset": "data sets",
    "IngestRun": "runs of ingest",
    "Calendar": "calendars derived",
}
