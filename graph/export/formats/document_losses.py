"""What a document cannot hold: it tells, and a file for other tools has the records."""

from collections.abc import Iterable, Iterator

from graph.export.formats.losses import not_held
from graph.export.leaks.scripts import LONGEST
from graph.export.package import ChildBriefing, Package, Statement


def of_a_document(handed: Package) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that is in the records and not in a document."""
    records = handed.records
    cited = {claim for one in statements(handed.told) for claim in one.claims}
    every = {claim.id for claim in records.claims()}
    long = sum(len(one.text) > LONGEST for one in statements(handed.told))
    counts = {
        "claims that no sentence rests on": len(every - cited),
        "ties as such: they are in words and in the picture": len(records.ties),
        "people's other names": sum(len(claim.other_names) for claim in records.people),
        "places as points of a map": sum(place.lat is not None for place in records.places),
        f"what sentences say after {LONGEST:,} characters": long,
    }
    return tuple(not_held(words, count) for words, count in counts.items() if count)


def without_a_child(handed: Package) -> str:
    """Say that documents and pictures tell of children, where a hand-over has none; else ""."""
    if handed.told:
        return ""
    return (
        "Nothing was exported: documents and pictures tell who is left to contact for a child, "
        "and no child is selected, or none of whom this audience may read. Choose one with "
        "--child or --family; or another format, such as csv or graphml, for what is recorded "
        "of some people."
    )


def statements(told: Iterable[ChildBriefing]) -> Iterator[Statement]:
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
