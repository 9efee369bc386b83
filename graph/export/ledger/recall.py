"""List the recipients of an export that carried a claim that has since been withdrawn.

A person then asks each of them back: a program cannot.
"""

from graph.export.ledger.ledger import Ledger, LedgerEntry

CANNOT = "What was handed over cannot be called back by a program: ask each of them."


def recall_lines(ledger: Ledger, id_: str) -> list[str]:
    """Return a line for each file that carried a claim, a source, or anything about somebody.

    The last one says that it cannot be undone; none at all where nothing carried it.
    """
    entries = ledger.carrying(id_)
    if not entries:
        return []
    exports = len({entry.fields["export_id"] for entry in entries})
    said = "1 export" if exports == 1 else f"{exports} exports"
    files = "1 file" if len(entries) == 1 else f"{len(entries)} files"
    return [f"{said}, in {files}, carried it:", *map(_line, entries), CANNOT]


def _line(entry: LedgerEntry) -> str:
    fields = entry.fields
    return (
        f"{entry.at[:10]} {fields['export_id']} ({fields['format']}, {fields['audience']}) for "
        f"{reader_of(entry)}, exported by {fields['by']}"
    )


def reader_of(entry: LedgerEntry) -> str:
    """Return for whom a file was made: the recipient, else the owners of its keys."""
    return entry.fields["recipient"] or _keys(entry.fields["keys"])


def _keys(keys: list[str]) -> str:
    return f"the owner of {', '.join(keys)}" if keys else "nobody who was named"
