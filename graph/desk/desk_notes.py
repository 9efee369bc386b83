"""Notes and open questions of analysts, about a person, a family, an event or a claim.

They are internal: files on this machine, which no export, no query and no hash reads.
"""

import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from graph.desk.private_files import Drawer
from graph.errors import GraphError

LONGEST_NOTE: Final = 10_000
_KIND: Final = "notes"


class NoteRefused(GraphError):
    """A note cannot be kept as it is; the sentence says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note; an open question until somebody has done it."""

    id: str
    about: str
    """The way to the page of what it is about, such as `person:amina`; "" for none."""
    text: str
    by: str
    written: str
    """The moment, ISO 8601 in UTC."""
    asks: bool = False
    """It is a question, or something to do."""
    done_by: str = ""
    done: str = ""
    """The moment when it was done."""
    doubt: str = ""
    """The doubt or gap that somebody looked at, by the hash of its row."""

    @property
    def open(self) -> bool:
        """Return whether something is still to do."""
        return self.asks and not self.done

    @property
    def changed(self) -> str:
        """Return the moment of its last change."""
        return max(self.written, self.done)


def now() -> str:
    """Return this moment as notes keep it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def write_note(
    home: Path, about: str, text: str, by: str, *, asks: bool = False, doubt: str = ""
) -> Note:
    """Keep a note.

    Args:
        home: GRAPH_HOME.
        about: the way to what it is about.
        text: as it was written.
        by: who wrote it.
        asks: whether it is a question, or something to do.
        doubt: the hash of a doubt that was looked at.

    Raises:
        NoteRefused: it is empty, or too long.
    """
    text = text.strip()
    if not 0 < len(text) <= LONGEST_NOTE:
        raise NoteRefused(f"Write a note of at most {LONGEST_NOTE:,} letters.")
    note = Note(
        id=secrets.token_hex(12),
        about=about,
        text=text,
        by=by,
        written=now(),
        asks=asks,
        doubt=doubt,
    )
    _put(home, note)
    return note


def turn_note(home: Path, id_: str, by: str) -> None:
    """Mark an open question as done, or open it again where it is done."""
    for note in notes(home):
        if note.id == id_ and note.asks:
            _put(home, replace(note, done=now(), done_by=by) if note.open else _open(note))


def delete_note(home: Path, id_: str) -> None:
    """Delete a note for good."""
    Drawer(home, _KIND).remove(id_)


def notes(home: Path) -> list[Note]:
    """Return every note: open ones first, and the latest first."""
    found = (one for _, content in Drawer(home, _KIND).files() if (one := _note(content)))
    return sorted(
        sorted(found, key=lambda one: one.changed, reverse=True), key=lambda one: not one.open
    )


def notes_about(home: Path, ways: Collection[str]) -> list[Note]:
    """Return the notes about any of these, in the same order."""
    return [one for one in notes(home) if one.about in ways]


def since(every: Iterable[Note], moment: str) -> list[Note]:
    """Return the notes that were written, or done, after a moment."""
    return [one for one in every if one.changed > moment]


def unreadable_notes(home: Path) -> list[str]:
    """Return the files that are no notes; they stay where they are."""
    return [name for name, content in Drawer(home, _KIND).files() if _note(content) is None]


def _put(home: Path, note: Note) -> None:
    Drawer(home, _KIND).put(note.id, asdict(note))


def _open(note: Note) -> Note:
    return replace(note, done="", done_by="")


def _note(content: Mapping[str, Any] | None) -> Note | None:
    """Return a note as its file holds it; None where it holds none."""
    try:
        note = Note(**content or {})
    except TypeError:
        return None
    return note if all(isinstance(one, str | bool) for one in asdict(note).values()) else None
