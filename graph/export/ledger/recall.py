"""Who has what is not to be had any more: for a person to ask back, since nothing else can."""

from graph.export.ledger.ledger import Ledger, LedgerEntry

CANNOT = "What was handed over cannot be called back by a program: ask each of them."


def recall_lines(ledger: Ledger, id_: str) -> list[str]:
    """Return a line for each file that carried a claim, a source, or anything about somebody.

    The last one says that it cannot be undone; none at all where nothing carried it.
    """
    entries = ledger.carrying(id_)
    if not entries:
        return []
    exports = len({entry.told["export_id"] for entry in entries})
    said = "1 export" if exports == 1 else f"{exports} exports"
    files = "1 file" if len(entries) == 1 else f"{len(entries)} files"
    return [f"{said}, in {files}, carried it:", *map(_line, entries), CANNOT]


def _line(entry: LedgerEntry) -> str:
    told = entry.told
    return (
        f"{entry.at[:10]} {told['export_id']} ({told['format']}, {told['audience']}) for "
        f"{told['recipient'] or _keys(told['keys'])}, exported by {told['by']}"
    )


def _keys(keys: list[str]) -> str:
    return f"the owner of {', '.join(keys)}" if keys else "nobody who was named"
