"""Corrections of a claim that shares nobody with the row: perhaps a slip in `supersedes`."""

from collections.abc import Iterator, Mapping

from graph.record.model import Claim, Interpretation, Records
from ingest.batch import RowBatch


def corrections_of_others(
    batch: RowBatch, superseded: Mapping[str, str], stored: Records
) -> Iterator[str]:
    """Say which rows correct a claim that shares neither its thing nor a person with them.

    The claim of somebody else would count no more without a word. It may be meant: an event
    may have been written down for the wrong person. A row whose note says why says nothing.

    Args:
        superseded: claims that the rows correct, each with the claim that takes its place.
        stored: what the store holds of them.
    """
    if not superseded:
        return
    rows = (entry.record for table in batch.entries for entry in batch.standing(table))
    claims = {
        claim.id: claim for claim in (*stored.claims(), *rows) if isinstance(claim, Claim)
    }
    for before, after in sorted(superseded.items()):
        old, new = claims.get(before), claims.get(after)
        if old and new and not new.note and not (_about(old) & _about(new)):
            of = ", ".join(sorted(_about(old)))
            yield (
                f"{new.id} corrects {old.id}: that is about {of}, and the row about none of "
                "them. It counts no more. If so it is meant, write why into note; else: "
                "python -m graph retract this one, restore that one, then restore this one"
            )


def _about(claim: Claim) -> set[str]:
    """Return what a claim is about, and whom; of a reading, what it is of as well."""
    of = {claim.of.partition("@")[0]} if isinstance(claim, Interpretation) else set[str]()
    return {claim.about, *claim.involved} | of
