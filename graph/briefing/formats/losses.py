"""What a document cannot hold: it tells, and a file for other tools has the records."""

from collections.abc import Iterable, Iterator

from graph.briefing.handed import Handed, Statement, Told
from graph.briefing.scripts import LONGEST


def of_a_document(handed: Handed) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that is in the records and not in a document."""
    records = handed.records
    cited = {claim for one in statements(handed.told) for claim in one.claims}
    every = {claim.id for claim in records.claims()}
    counts = (
        (len(every - cited), "that no sentence of the document rests on", "claim", "claims"),
        (len(records.ties), "as ties: they are in the picture and in words", "tie", "ties"),
        (
            sum(len(claim.other_names) for claim in records.people),
            "beside the one that is used",
            "other name or spelling",
            "other names and spellings",
        ),
        (
            sum(place.lat is not None for place in records.places),
            "as a point on a map",
            "place",
            "places",
        ),
        (
            sum(len(one.text) > LONGEST for one in statements(handed.told)),
            f"beyond their first {LONGEST:,} characters",
            "sentence",
            "sentences",
        ),
    )
    return tuple(
        f"Not held: {number:,} {one if number == 1 else many} {what}."
        for number, what, one, many in counts
        if number
    )


def statements(told: Iterable[Told]) -> Iterator[Statement]:
    """Yield every sentence that is told."""
    for one in told:
        yield from (one.headline, one.thread)
        for row in one.rows:
            yield from (row.reason, *row.later)
        yield from (tile.note for tile in one.clocks)
        yield from (what for _, what in one.timeline)
        yield from (appeal.asked for appeal in one.appeals)
        yield from one.doubtful
        yield from one.disagreeing
