"""Earlier exports of the same family to the same recipient: two files together say more."""

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
        fields = entry.fields
        if fields["audience"] == Audience.INTERNAL or not wanted & set(
            fields.get("things", ())
        ):
            continue
        if _same(recipient, fields["recipient"]) or Audience.PUBLIC in (
            audience,
            fields["audience"],
        ):
            yield _said(entry, today)


def _left(entries: list[LedgerEntry]) -> list[LedgerEntry]:
    """Return the exports that were not abandoned, each once whatever its formats."""
    gone = {one.fields.get("export_id") for one in entries if one.kind == ABANDONED}
    left = {one.fields["export_id"]: one for one in entries if one.kind == EXPORT}
    return [one for id_, one in left.items() if id_ not in gone]


def _same(one: str, other: str) -> bool:
    return not one or not other or plain_name(one) == plain_name(other)


def _said(entry: LedgerEntry, today: date) -> str:
    days = (today - date.fromisoformat(entry.at[:10])).days
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days:,} days ago")
    to = entry.fields["recipient"] or "somebody who was not named"
    as_of = entry.fields.get("as_of", "")
    return (
        f"Of this family {entry.fields['export_id']} left {ago}, to {to}, for the audience "
        f"{entry.fields['audience']}{f', as of {as_of}' if as_of else ''}: a reader of "
        "both files can compare them, and learns more than from one."
    )
