"""Rows of `kinship`, read as a sentence: *person* kind *relative*."""

from graph.record.claim_names import claim_id, row_hash
from graph.record.model import TieClaim
from graph.record.vocabulary import QUALIFIERS, Basis, Stance, TieKind
from ingest.fields import Fields


def tie(row: Fields, dataset_id: str) -> TieClaim:
    """Read a row of `kinship`."""
    kind = row.choice("kind", TieKind.KIN_OF)
    person, relative = row.identifier("person"), row.identifier("relative")
    if person and person == relative:
        row.fault("relative", "is the same as person; nobody is their own kin")
    since, until = row.date("from"), row.date("until")
    if since and until and until.window.latest < since.window.earliest:
        row.fault("until", f"certainly ends before it begins ({since.text})")
    row_is = row_hash("kinship", row.cells)
    this = row.identifier("id")
    return TieClaim(
        id=claim_id(this, row.cells, row_is),
        about=this,
        source=row.identifier("source"),
        locator=row.text("locator"),
        words=row.text("words"),
        note=row.text("note"),
        supersedes=row.claim("supersedes"),
        row_hash=row_is,
        dataset=dataset_id,
        person=person,
        kind=kind,
        relative=relative,
        qualifier=_qualifier(row, kind),
        term=row.text("term"),
        since=since,
        until=until,
        basis=row.choice("basis", Basis.STATED),
        stance=row.choice("stance", Stance.SUPPORTS),
    )


def _qualifier(row: Fields, kind: TieKind) -> str:
    if not row.text("qualifier"):
        return ""
    if kind not in QUALIFIERS:
        row.fault("qualifier", f"has no meaning for {kind}; leave it empty or use term")
        return ""
    return row.word("qualifier", QUALIFIERS[kind])
