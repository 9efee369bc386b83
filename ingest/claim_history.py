"""The history of a person, a tie or an event: what was claimed, changed by whom, when and why.

Pure. It is read from the claims themselves, which are never overwritten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph.export.formats.import_rows import claim_row
from graph.record.model import Claim, EventClaim, TieClaim
from graph.record.vocabulary import Stance
from graph.store.changes import Restoration, Retraction

_Rows = Mapping[str, Mapping[str, Any]]
"""Rows of `read/written_in`, by claim."""
_NOT_CHANGES = frozenset({"supersedes"})


class ChangeKind(StrEnum):
    """What happened to a claim."""

    CAME = "written down"
    CORRECTED = "corrected"
    DENIED = "denied"
    TAKEN_BACK = "taken back"
    RESTORED = "counts again"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """One thing that happened to a claim."""

    kind: ChangeKind
    claim: Claim
    on: str
    """A day, or the time of a load; "" where it is not known."""
    by: str
    why: str = ""
    files: tuple[str, ...] = ()
    cells: tuple[tuple[str, str, str], ...] = ()
    """Of a correction: each column that changed, as it was and as it is now."""


def claim_history(
    claims: Iterable[Claim], written: Iterable[Mapping[str, Any]]
) -> tuple[ClaimChange, ...]:
    """Return what happened to some claims, the last first.

    Args:
        claims: all that are claimed of a thing, counting or not.
        written: rows of `read/written_in` about them.
    """
    every = {claim.id: claim for claim in claims}
    rows = {row["claim"]: row for row in written}
    found = [
        change for _, claim in sorted(every.items()) for change in _of_claim(claim, every, rows)
    ]

    def when(one: ClaimChange) -> tuple[str, str]:
        """Of one day only a load has its time; the claim that came last was changed last."""
        return one.on[:10], rows.get(one.claim.id, {}).get("started") or ""

    return tuple(sorted(found, key=when, reverse=True))


def _of_claim(claim: Claim, every: Mapping[str, Claim], rows: _Rows) -> Iterator[ClaimChange]:
    """Yield what happened to a claim, the last first: days do not say which was before."""
    row = rows.get(claim.id, {})
    if not claim.active and claim.retracted_by not in every:
        yield ClaimChange(
            kind=ChangeKind.TAKEN_BACK,
            claim=claim,
            on=claim.retracted_on,
            by=claim.retracted_by,
            why=claim.retracted_why,
        )
    for one in reversed(_restorations(row)):
        yield ClaimChange(
            kind=ChangeKind.RESTORED, claim=claim, on=one.on, by=one.by, why=one.why
        )
        ended = one.ended
        if ended.by not in every:
            yield ClaimChange(
                kind=ChangeKind.TAKEN_BACK, claim=claim, on=ended.on, by=ended.by, why=ended.why
            )
    yield _coming(claim, every.get(claim.supersedes), row, rows)


def _coming(
    claim: Claim, old: Claim | None, row: Mapping[str, Any], rows: _Rows
) -> ClaimChange:
    denies = isinstance(claim, TieClaim | EventClaim) and claim.stance is Stance.DISPUTES
    kind = ChangeKind.DENIED if denies else ChangeKind.CAME
    why = claim.note if denies else ""
    if old is not None:
        kind, why = ChangeKind.CORRECTED, _why(old, claim.id, rows)
    return ClaimChange(
        kind=kind,
        claim=claim,
        on=row.get("started") or "",
        by=row.get("by") or "",
        why=why,
        files=tuple(row.get("files", ())),
        cells=() if old is None else corrected_cells(old, claim),
    )


def _why(old: Claim, by: str, rows: _Rows) -> str:
    """Return why a claim took the place of an old one, whatever became of both later."""
    ends = [one.ended for one in _restorations(rows.get(old.id, {}))]
    now = Retraction(by=old.retracted_by, why=old.retracted_why)
    return next((one.why for one in (*ends, now) if one.by == by), "")


def _restorations(row: Mapping[str, Any]) -> list[Restoration]:
    return [Restoration.of_text(text) for text in row.get("restored", ())]


def corrected_cells(old: Claim, new: Claim) -> tuple[tuple[str, str, str], ...]:
    """Return each column in which two claims differ, with both cells."""
    before, after = claim_row(old), claim_row(new)
    columns = dict.fromkeys((*before, *after))
    return tuple(
        (name, before.get(name, ""), after.get(name, ""))
        for name in columns
        if name not in _NOT_CHANGES and before.get(name, "") != after.get(name, "")
    )
