"""Letters to those who have a file with something that may no longer be used.

A letter names the files and nobody who is in them: not the person, the source or the reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from graph.export.ledger.ledger import LedgerEntry
from graph.export.ledger.recall import reader_of
from graph.export.ledger.whole_files import check_free, write_whole
from graph.words.prose import in_words
from graph.words.wording import counted

_ASKED = (
    "Something in them may no longer be used: a source took its consent back, or a record was "
    "wrong. Please:\n"
    "1. destroy these files, every copy, and what was printed or taken from them;\n"
    "2. ask the same of everybody who has them from you;\n"
    "3. tell us the day on which it was done;\n"
    "4. contact nobody who is named in them."
)
_NEW = "Use instead what we send with this letter:"
_REFUSED = (
    "For these we send nothing new: by our rules they may not leave any more, even without it. "
    "Destroy them all the same, and use nothing in their place:"
)
_NO_NEW = (
    "For these a file without it can be made. Say whether you need one, and in which format:"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InPlace:
    """What comes in the place of recalled files that are the same but for their day."""

    recalled: Sequence[LedgerEntry]
    new: str = ""
    """The name of the file that was made anew; "": there is none."""
    refused: bool = False
    """Whether a check would not let one leave."""


def by_reader(entries: Iterable[LedgerEntry]) -> list[tuple[str, list[LedgerEntry]]]:
    """Return the readers by their names, each with all files that they have."""
    ordered = sorted(entries, key=lambda one: (reader_of(one), one.number))
    return [(reader, list(theirs)) for reader, theirs in groupby(ordered, key=reader_of)]


def letters(
    entries: Iterable[LedgerEntry], day: date, in_place: Iterable[InPlace] = ()
) -> list[str]:
    """Return a letter for each reader, about all files that they have.

    Args:
        entries: what is recalled.
        day: of the letters.
        in_place: what comes in the place of which of them; of the others, a file can be made.
    """
    comes = {old.number: one for one in in_place for old in one.recalled}
    return [_letter(reader, theirs, day, comes) for reader, theirs in by_reader(entries)]


def _letter(
    reader: str, entries: list[LedgerEntry], day: date, comes: Mapping[int, InPlace]
) -> str:
    had = counted(len(entries), "file")
    parts = [
        _listed(f"You have {had} of ours:", map(_file, entries)),
        _ASKED,
        *_instead([comes.get(one.number, InPlace(recalled=[one])) for one in entries]),
    ]
    return "\n\n".join([in_words(day), f"To {reader}", *parts]) + "\n"


def _instead(every: Iterable[InPlace]) -> Iterator[str]:
    """Yield what the reader has instead: a new file, nothing, or the choice."""
    each = list({one.recalled[-1].number: one for one in every}.values())
    new = [f"{one.new}, in place of {_named(one)}" for one in each if one.new]
    refused = [_named(one) for one in each if one.refused]
    open_ = [_named(one) for one in each if not one.new and not one.refused]
    for head, lines in ((_NEW, new), (_REFUSED, refused), (_NO_NEW, open_)):
        if lines:
            yield _listed(head, lines)


def _listed(head: str, lines: Iterable[str]) -> str:
    return "\n".join([head, *(f"- {line}" for line in lines)])


def _named(one: InPlace) -> str:
    return " and ".join(map(_export, one.recalled))


def _export(entry: LedgerEntry) -> str:
    return f"export {entry.fields['export_id']}, {entry.fields['format']}"


def _file(entry: LedgerEntry) -> str:
    hashed = entry.fields.get("sha256")
    return f"{entry.at[:10]}: {_export(entry)}" + (f", SHA-256 {hashed}" if hashed else "")


def write_letters(folder: Path, texts: Iterable[str]) -> list[Path]:
    """Write each letter into a file that only its owner reads; the names say nothing.

    Raises:
        NotWritten: one of the files is there already, or the folder cannot be written.
    """
    named = [(folder / f"recall-{n}.txt", text) for n, text in enumerate(texts, start=1)]
    for path, _ in named:
        check_free(path, overwrite=False)
    for path, text in named:
        write_whole(path, text.encode(), before=_nothing)
    return [path for path, _ in named]


def _nothing() -> None:
    """Do nothing before a letter gets its name: a letter is no export."""
