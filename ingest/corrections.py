"""Rows that answer a claim: one that takes its place, or one that denies it."""

from typing import Final

from graph.export.formats.import_claims import ImportRow
from graph.export.formats.import_rows import Cells, claim_row
from graph.record.claim_names import claim_id, row_hash
from graph.record.model import Claim, EventClaim, TieClaim
from graph.record.schema import table_of
from graph.record.vocabulary import Stance
from ingest.written_rows import cleaned

_WHAT: Final[tuple[str, ...]] = (
    *("id", "type", "subject", "with", "others", "ends"),
    *("person", "kind", "relative", "qualifier", "term"),
)
"""Columns that say what a claim is about; a denial takes no more from it."""


def correction(claim: Claim, cells: Cells, *, on: str, why: str) -> tuple[ImportRow, ...]:
    """Return the row that takes the place of a claim, and the claim's own row with its end.

    The end says by which claim, when and why. Where the claim's own row cannot be written to
    the letter, the reason goes into the note of the new row instead.

    Args:
        claim: the one that is corrected.
        cells: the whole row as it should be; `supersedes` is filled in here.
        on: the day of the decision.
        why: the reason.
    """
    table = table_of(type(claim)).name
    new = cleaned({**cells, "supersedes": claim.id})
    own = claim_row(claim)
    if row_hash(table, own) != claim.row_hash:
        note = f"{new.get('note', '')}; corrected on {on}: {why}".removeprefix("; ")
        return (ImportRow(table, claim.dataset, {**new, "note": note}),)
    end = {
        "standing": "retracted",
        "retracted_by": claim_id(new.get("id", ""), new, row_hash(table, new)),
        "retracted_on": on,
        "retracted_why": why,
    }
    return (
        ImportRow(table, claim.dataset, new),
        ImportRow(table, claim.dataset, cleaned({**own, **end})),
    )


def can_be_denied(claim: Claim) -> bool:
    """Return whether a source may deny a claim: a tie or an event, and no denial itself."""
    return isinstance(claim, TieClaim | EventClaim) and claim.stance is Stance.SUPPORTS


def denial(claim: Claim, evidence: Cells) -> ImportRow:
    """Return the row of a source that denies what a claim says.

    Args:
        claim: of a tie or an event.
        evidence: the source, the locator, the words and the note.
    """
    own = claim_row(claim)
    what = {name: own[name] for name in _WHAT if name in own}
    cells = cleaned({**what, **evidence, "stance": Stance.DISPUTES.value})
    return ImportRow(table_of(type(claim)).name, claim.dataset, cells)
