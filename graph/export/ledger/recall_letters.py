"""Letters to those who have a file with something that may no longer be used.

A letter names the files and nobody who is in them: not the person, the source or the reason.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from graph.export.ledger.ledger import LedgerEntry
from graph.export.ledger.recall import reader_of
from graph.export.ledger.whole_files import check_free, write_whole
from graph.words.prose import in_words
from graph.words.wording import counted

NOTHING_NEW: Mapping[str, Sequence[str]] = MappingProxyType({})
_ASKED = (
    "Something in them may no longer be used: a source took its consent back, or a record was "
    "wrong. Please:\n"
    "1. destroy these files, every copy, and what was printed or taken from them;\n"
    "2. ask the same of everybody who has them from you;\n"
    "3. tell us the day on which it was done;\n"
    "4. contact nobody who is named in them."
)
_NEW = "Use instead what we send with this letter:\n"
_NO_NEW = "A file without it can be made: say whether you need one, and in which format."


def by_reader(entries: Iterable[LedgerEntry]) -> list[tuple[str, list[LedgerEntry]]]:
    """Return the readers by their names, each with all files that they have."""
    ordered = sorted(entries, key=lambda one: (reader_of(one), one.number))
    return [(reader, list(theirs)) for reader, theirs in groupby(ordered, key=reader_of)]


def letters(
    entries: Iterable[LedgerEntry], day: date, new: Mapping[str, Sequence[str]] = NOTHING_NEW
) -> list[str]:
    """Return a letter for each reader, about all files that they have.

    Args:
        entries: what is recalled.
        day: of the letters.
        new: the names of the files that were made anew, by reader.
    """
    every = by_reader(entries)
    return [_letter(reader, theirs, day, new.get(reader, ())) for reader, theirs in every]


def _letter(reader: str, entries: list[LedgerEntry], day: date, new: Sequence[str]) -> str:
    files = "\n".join(map(_file, entries))
    had = counted(len(entries), "file")
    sent = _NEW + "\n".join(f"- {name}" for name in new) if new else _NO_NEW
    about = f"You have {had} of ours:\n{files}\n\n{_ASKED}\n\n{sent}"
    return f"{in_words(day)}\n\nTo {reader}\n\n{about}\n"


def _file(entry: LedgerEntry) -> str:
    fields = entry.fields
    hashed = f", SHA-256 {fields['sha256']}" if fields.get("sha256") else ""
    named = f"export {fields['export_id']}, {fields['format']}"
    return f"- {entry.at[:10]}: {named}{hashed}"


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
