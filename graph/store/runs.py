"""What a run of ingest was, what it changed, and what the store holds."""

from dataclasses import dataclass, field
from typing import Any

from graph.words.request_text import keeps_the_stop


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestRun:
    """One run of ingest: what was read, when, and by which version of the program."""

    id: str
    files: tuple[str, ...] = ()
    hashes: tuple[str, ...] = ()
    """The sha256 of each file, in the order of `files`."""
    tool: str = ""
    started: str = ""
    datasets: tuple[str, ...] = ()
    """Of what is loaded: if it is broken off, answers about these may be wrong."""
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
    """Runs that had been broken off, of which what was written is now added up."""
    healed: tuple[str, ...] = ()
    """Sources and places that did not lead where they say, and do now."""
    not_derived: str = ""
    """Why the answers of some children could not be worked out; "" where all were."""

    def in_words(self) -> list[str]:
        """Say, a sentence each, what a load has changed."""
        said = [f"{self.new_claims:,} new claims; {self.known_claims:,} were there already."]
        if self.retracted_claims:
            said.append(f"{self.retracted_claims:,} claims were corrected and stay readable.")
        if self.kept_requests:
            said.append(keeps_the_stop(self.kept_requests))
        if self.conflicts:
            said.append(
                f"{len(self.conflicts):,} claims are stored with other content and were left."
            )
        if self.replaced:
            changed = ", ".join(self.replaced)
            said.append(f"Sources, places or data sets with new content: {changed}.")
        if self.mended_runs:
            said.append("What a load that was broken off had written is added up now.")
        if self.healed:
            said.append(
                "An older version had cut these from what they belong to; they lead there "
                f"again: {', '.join(self.healed)}."
            )
        return [*said, self.not_derived] if self.not_derived else said


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
