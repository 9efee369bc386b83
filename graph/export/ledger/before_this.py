"""What left before of the same family, to the same recipient: two files together tell more."""

from collections.abc import Iterable, Iterator
from datetime import date

from graph.export.leaks.plain_names import plain_name
from graph.export.ledger.ledger import ABANDONED, EXPORT, Ledger, LedgerEntry
from graph.export.package import Audience


def went_before(
    ledger: Ledger, people: Iterable[str], recipient: str, audience: Audience, today: date
) -> Iterator[str]:
    """Say of each earlier export about any of some people when it left.

    What is for the public, and what was for nobody who is named, counts for every recipient.
    """
    if audience is Audience.INTERNAL:
        return
    wanted = set(ledger.tokens(people))
    for entry in _left(ledger.entries()):
        told = entry.told
        if told["audience"] == Audience.INTERNAL or not wanted & set(told.get("things", ())):
            continue
        if _same(recipient, told["recipient"]) or Audience.PUBLIC in (
            audience,
            told["audience"],
        ):
            yield _said(entry, today)


def _left(entries: list[LedgerEntry]) -> list[LedgerEntry]:
    """Return the exports that were not abandoned, each once whatever its formats."""
    gone = {one.told.get("export_id") for one in entries if one.kind == ABANDONED}
    left = {one.told["export_id"]: one for one in entries if one.kind == EXPORT}
    return [one for id_, one in left.items() if id_ not in gone]


def _same(one: str, other: str) -> bool:
    return not one or not other or plain_name(one) == plain_name(other)


def _said(entry: LedgerEntry, today: date) -> str:
    days = (today - date.fromisoformat(entry.at[:10])).days
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days:,} days ago")
    to = entry.told["recipient"] or "somebody who was not named"
    as_of = entry.told.get("as_of", "")
    return (
        f"Of this family {entry.told['export_id']} left {ago}, to {to}, for the audience "
        f"{entry.told['audience']}{f', as of {as_of}' if as_of else ''}: whoever has both "
        "files can compare them, and reads more than in one."
    )
