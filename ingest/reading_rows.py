"""Rows of `interpretations`: what somebody reads in coded words, never a fact by itself."""

from graph.record.claim_names import claim_id, row_hash
from graph.record.model import Interpretation
from graph.record.vocabulary import CERTAINTIES
from ingest.fields import Fields


def interpretation(row: Fields, dataset_id: str) -> Interpretation:
    """Read a row of `interpretations`; `of` is an event's id or a claim's name."""
    this = row.identifier("id")
    if this and row.text("alternative_to") == this:
        row.fault(
            "alternative_to", "is the row's own id; name the reading that it competes with"
        )
    row_is = row_hash("interpretations", row.cells)
    return Interpretation(
        id=claim_id(this, row.cells, row_is),
        about=this,
        source=row.identifier("source"),
        locator=row.text("locator"),
        words=row.text("words"),
        note=row.text("note"),
        supersedes=row.claim("supersedes"),
        row_hash=row_is,
        dataset=dataset_id,
        of=row.claim("of") if "@" in row.text("of") else row.identifier("of"),
        reading=row.text("reading"),
        by=row.identifier("by"),
        certainty=row.word("certainty", CERTAINTIES),
        backs=row.identifier("backs"),
        alternative_to=row.identifier("alternative_to"),
    )
