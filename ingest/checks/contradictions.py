"""Rows of one id that say two things of it, of which only one can be."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from graph.record.model import EventClaim, PersonClaim, TieClaim
from ingest.batch import RowEntry

C = TypeVar("C", PersonClaim, TieClaim, EventClaim)


def contradictions(
    rows: Sequence[tuple[RowEntry, C]],
    stored: Iterable[C],
    says: Callable[[C], str],
    *,
    by_data_set: bool = False,
) -> Iterator[tuple[RowEntry, C, list[str]]]:
    """Yield each row that says otherwise than what is recorded of its id, with that.

    What the store holds is recorded, or else what all rows say.

    Args:
        rows: of one table.
        stored: the claims of the store about the same things.
        says: what a claim says that only one of can be.
        by_data_set: of rows, those of the data set whose name is first are recorded alone.
    """
    held, of_rows = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    first: dict[str, str] = {}
    for claim in stored:
        held[claim.about].add(says(claim))
    for _, claim in rows:
        first[claim.about] = min(claim.dataset, first.get(claim.about, claim.dataset))
    for _, claim in rows:
        if not by_data_set or claim.dataset == first[claim.about]:
            of_rows[claim.about].add(says(claim))
    for entry, claim in rows:
        recorded = held.get(claim.about) or of_rows[claim.about]
        if recorded != {says(claim)}:
            yield entry, claim, sorted(recorded - {says(claim)})
