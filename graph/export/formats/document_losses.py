"""The parts of a package that a document cannot hold: it has sentences, and no records."""

from collections.abc import Iterable, Iterator

from graph.export.formats.losses import not_held, rows
from graph.export.leaks.scripts import too_long
from graph.export.package import ChildBriefing, Package, Statement


def of_a_document(package: Package) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that is in the records and not in a document."""
    records = package.records
    cited = {claim for one in statements(package.briefings) for claim in one.claims}
    every = {claim.id for claim in records.claims()}
    long = sum(too_long(one.text) for one in statements(package.briefings))
    counts = {
        "claims that no sentence rests on": len(every - cited),
        "the ends of very long words and sentences": long,
    }
    counted = (not_held(words, count) for words, count in counts.items() if count)
    return (*counted, *rows(records))


def without_a_child(package: Package) -> str:
    """Say that documents and pictures tell of children, where a hand-over has none; else ""."""
    if package.briefings:
        return ""
    return (
        "Nothing was exported: documents and pictures say who is left to contact for a child, "
        "and no child is selected, or none of whom this audience may read. Choose one with "
        "--child or --family; or another format, such as csv or graphml, for what is recorded "
        "of some people."
    )


def statements(briefings: Iterable[ChildBriefing]) -> Iterator[Statement]:
    """Yield every sentence of a package."""
    for one in briefings:
        yield from (one.headline, one.thread)
        for row in one.rows:
            yield from (row.reason, *row.later)
        yield from (tile.note for tile in one.clocks)
        yield from (what for _, what in one.timeline)
        yield from (appeal.asked for appeal in one.appeals)
        yield from one.doubtful
        yield from one.disagreeing
        yield from one.conventions
