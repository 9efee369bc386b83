"""Rows that say whether two records are of one person."""

from collections.abc import Iterable

from graph.export.formats.import_claims import ImportRow
from graph.export.formats.import_rows import Cells
from graph.record.model import TieClaim
from graph.record.vocabulary import Basis, TieKind
from ingest.corrections import correction
from ingest.written_rows import cleaned


def sameness_id(pair: tuple[str, str], kind: TieKind) -> str:
    """Return the id of the tie of a decision: the same for the same two in either order."""
    one, other = sorted(pair)
    return f"{one}-{kind}-{other}"


def decision(
    pair: tuple[str, str],
    said: Iterable[TieClaim],
    evidence: Cells,
    *,
    what: tuple[TieKind, Basis],
    dataset: str,
    on: str,
) -> tuple[ImportRow, ...]:
    """Return the rows of a decision; it takes the place of what was left open.

    Args:
        pair: the two records.
        said: what is claimed of their sameness.
        evidence: the source, the locator and the words; the note is the reason.
        what: whether they are one person or two; and how sure, believed where it is left open.
        dataset: of the new row.
        on: the day of the decision.
    """
    (one, other), (kind, basis) = sorted(pair), what
    id_ = sameness_id(pair, kind)
    cells = cleaned(
        {"id": id_, "person": one, "kind": kind, "relative": other, **evidence}
        | ({} if basis is Basis.STATED else {"basis": basis})
    )
    claims = sorted(said, key=lambda claim: claim.id)
    open_ = [c for c in claims if c.active and c.basis is not Basis.STATED]
    if open_:
        return correction(open_[0], cells, on=on, why=evidence.get("note", ""))
    where = (id_, cells.get("source", ""), cells.get("locator", ""))
    again = [c for c in claims if (c.about, c.source, c.locator) == where]
    if again:
        cells["supersedes"] = again[-1].id
    return (ImportRow("kinship", dataset, cells),)
