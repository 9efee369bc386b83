"""Count the contents of the store, ours and others', and take ours out."""

from typing import Any

from graph.errors import StoreRefused
from graph.store.database import Ask, Database
from graph.store.runs import Contents

SCHEMA = (
    "schema/people",
    "schema/stops",
    "schema/stops_ended",
    "schema/joined",
    "schema/stale",
    "schema/doubtful",
    "schema/named_from",
    "schema/due",
    "schema/places",
    "schema/events",
    "schema/events_control",
    "schema/events_effect",
    "schema/events_until",
    "schema/events_passport",
    "schema/claims",
    "schema/claims_about",
    "schema/claims_standing",
    "schema/claims_lifted",
    "schema/claims_restored",
    "schema/claims_run",
    "schema/claims_type",
    "schema/claims_member_of",
    "schema/sources",
    "schema/datasets",
    "schema/runs",
    "schema/calendars",
    "schema/board_from",
    "schema/courses",
)
LABELS = (
    "Person",
    "Place",
    "Event",
    "Claim",
    "Source",
    "Dataset",
    "IngestRun",
    "Calendar",
    "Course",
)
NOTHING = dict.fromkeys(LABELS, 0)
WAIT_SECONDS = 120
CLEARED_AT_ONCE = 4_000
CLEARING = "clearing"
"""The name and the state of the run that marks a clear."""
NAMED = 5
NOT_WHOLE = ("loading", "broken off")
"""The states of runs whose rows are not all in."""


def prepare(database: Database, *, into_shared: bool = False) -> None:
    """Make the store ready for a load: constraints and indexes, for nodes of ours alone.

    Raises:
        StoreRefused: the database holds nodes that are not ours, and `into_shared` is not set.
    """
    found = contents(database)
    if found.foreign and not into_shared:
        labels = ", ".join(found.foreign_labels[:NAMED])
        raise StoreRefused(
            f"The database at {database.where} holds {found.foreign:,} nodes that are not "
            f"Kinthread's ({labels}). Name a database of its own in NEO4J_DATABASE, or load "
            "beside them with --into-shared: they will not be touched."
        )
    for name in SCHEMA:
        database.write((name, {}))
    database.write(("schema/wait", {"seconds": WAIT_SECONDS}))


def contents(database: Database) -> Contents:
    """Count what is there, ours and others'."""

    def count(ask: Ask) -> tuple[Any, ...]:
        return (
            NOTHING | {row["label"]: row["total"] for row in ask("read/contents")},
            ask("read/all_nodes")[0]["total"],
            [row["facts"] for row in ask("read/runs")],
            tuple((row["id"], row["title"]) for row in ask("read/all_datasets")),
        )

    counts, every, runs, datasets = database.reading(count)
    foreign = every - sum(counts.values())
    labels = database.reading(lambda ask: ask("read/foreign_labels")) if foreign else []
    return Contents(
        counts=counts,
        datasets=datasets,
        last_run=runs[0] if runs else None,
        unfinished=tuple(sorted(run["id"] for run in runs if run.get("state") in NOT_WHOLE)),
        foreign=foreign,
        foreign_labels=tuple(row["label"] for row in labels),
    )


def clear(database: Database) -> int:
    """Take out all that our runs made, and nothing else; return how many nodes that were."""
    with database.alone("clear"):
        return _clear(database)


def finish_clear(database: Database) -> bool:
    """Clear to the end where that was broken off; return whether it was.

    Raises:
        StoreRefused: somebody is just clearing, or loading.
    """
    if not clear_broken_off(database):
        return False
    with database.alone("clear"):
        return finish_clear_alone(database)


def finish_clear_alone(database: Database) -> bool:
    """Do as `finish_clear` does, where the right to write is held already."""
    begun = clear_broken_off(database)
    if begun:
        _clear(database)
    return begun


def clear_broken_off(database: Database) -> bool:
    """Return whether a clear was begun and not ended."""
    return bool(database.reading(lambda ask: ask("read/clear_broken_off"))[0]["begun"])


def _clear(database: Database) -> int:
    """Mark that this is under way, and take everything out; the mark goes last."""
    database.write(("load/run", {"id": CLEARING, "facts": {"state": CLEARING}}))
    removed = _emptied(database, "clear/claims")
    _emptied(database, "clear/links")
    removed += _emptied(database, "clear/things")
    database.write(("clear/done", {}))
    return removed


def _emptied(database: Database, name: str) -> int:
    """Run a query that takes out some until there are none."""
    removed = 0
    while True:
        rows = database.writing(lambda ask: ask(name, most=CLEARED_AT_ONCE))
        if not rows[0]["removed"]:
            return removed
        removed += int(rows[0]["removed"])
