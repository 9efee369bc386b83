"""Who has what is not to be had any more: for a person to ask back, since nothing else can."""

from graph.briefing.ledger import Entry, Ledger

CANNOT = "What was handed over cannot be called back by a program: ask each of them."


def recall_lines(ledger: Ledger, id_: str) -> list[str]:
    """Return a line for each export that carried a claim, a source, or anything about somebody.

    The last one says that it cannot be undone; none at all where nothing carried it.
    """
    told = [_line(entry) for entry in ledger.carrying(id_)]
    return [f"{len(told)} export(s) carried it:", *told, CANNOT] if told else []


def _line(entry: Entry) -> str:
    told = entry.told
    return (
        f"{entry.at[:10]} {told['export_id']} ({told['format']}, {told['audience']}) for "
        f"{told['recipient'] or _keys(told['keys'])}, exported by {told['by']}"
    )


def _keys(keys: list[str]) -> str:
    return f"the owner of {', '.join(keys)}" if keys else "nobody who was named"
