"""Runs of ingest: their files, their changes, and the content of the store after each."""

from dataclasses import dataclass, field
from typing import Any

from graph.words.request_text import keeps_the_stop
from graph.words.wording import counted

MOST_DOUBTS = 10
"""Doubts that a report of a load lists; the question `doubts` has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestRun:
    """One run of ingest: what was read, when, and by which version of the program."""

    id: str
    files: tuple[str, ...] = ()
    hashes: tuple[str, ...] = ()
    """The sha256 of each file, in the order of `files`."""
    tool: str = ""
    started: str = ""
    by: str = ""
    """The user who ran it."""
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
    doubts: tuple[str, ...] = ()
    """Doubts about it, a sentence each; it is loaded anyway."""
    not_derived: str = ""
    """Why the answers of some children could not be worked out; "" where all were."""

    def in_words(self) -> list[str]:
        """Say, a sentence each, what a load has changed."""
        new = counted(self.new_claims, "new claim")
        lines = [f"{new}; {self.known_claims:,} were there already."]
        if self.retracted_claims:
            corrected = counted(self.retracted_claims, "claim")
            lines.append(f"{corrected} corrected; the old text stays readable.")
        if self.kept_requests:
            lines.append(keeps_the_stop(self.kept_requests))
        if self.conflicts:
            lines.append(
                f"{len(self.conflicts):,} claims are stored with other content and were left."
            )
        if self.replaced:
            changed = ", ".join(self.replaced)
            lines.append(f"Sources, places or data sets with new content: {changed}.")
        if self.mended_runs:
            lines.append("What a load that was broken off had written is added up now.")
        if self.healed:
            lines.append(
                "An older version had cut these from what they belong to; they lead there "
                f"again: {', '.join(self.healed)}."
            )
        lines += self._doubts()
        return [*lines, self.not_derived] if self.not_derived else lines

    def _doubts(self) -> list[str]:
        many = len(self.doubts)
        if not many:
            return []
        more = f"{many - MOST_DOUBTS:,} more are listed by `python -m graph ask doubts`."
        first = counted(many, "doubt")
        return [
            f"{first} about what was loaded. It is kept; please look at the claims again.",
            *self.doubts[:MOST_DOUBTS],
            *([more] if many > MOST_DOUBTS else []),
        ]


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
        """Return whether nothing of ours is there."""
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
    "Course": "courses of answers",
}
