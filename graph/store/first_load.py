"""Load into an empty managed store through `neo4j-admin`: all of it appears at once.

The rows are those of an ordinary load. They go into files instead of queries, and the files
into a store beside the managed one. There a server makes the indexes and writes what every load
ends with. Then that store takes the place of the managed one.
"""

from contextlib import closing
from pathlib import Path

from graph.errors import StoreRefused
from graph.server import Connection, StagedStore, staged_store
from graph.store.bulk_rows import BulkRows
from graph.store.changes import changes
from graph.store.contents import contents, finish_clear_alone, prepare
from graph.store.database import Database, opened
from graph.store.kept_event_types import keep_event_types
from graph.store.loading import Again, ended, run_of
from graph.store.runs import Contents, IngestRun, LoadReport
from graph.store.write import OnProgress, write_by


def load_first(
    database: Database, home: Path, run: IngestRun, again: Again, on_progress: OnProgress
) -> tuple[LoadReport, Connection]:
    """Fill an empty store; killed at any moment, it is empty or whole.

    Args:
        database: the managed one.
        home: its GRAPH_HOME.
        run: who reads, and what.
        again: called as soon as nobody else can write: what it returns is loaded.
        on_progress: called with the progress.

    Returns:
        What was loaded, and where the server is that was started on it.

    Raises:
        StoreRefused: the store is not empty, or another load is under way.
        ServerError: the import failed, or others used the server; nothing was loaded.
    """
    with database.alone(run.id) as alone, staged_store(home) as staged:
        finish_clear_alone(database)
        refuse_unless_empty(contents(database))
        report = _filled(staged, database, run, again, on_progress)
        alone()
        refuse_unless_empty(contents(database))
        return report, staged.put_in_place()


def refuse_unless_empty(found: Contents) -> None:
    """Refuse what holds anything: what is there would be lost.

    Raises:
        StoreRefused: the store is not empty.
    """
    if not found.empty or found.foreign:
        raise StoreRefused(
            "--first is for an empty store, and this one is not: load without --first."
        )


def _filled(
    staged: StagedStore,
    database: Database,
    run: IngestRun,
    again: Again,
    on_progress: OnProgress,
) -> LoadReport:
    records, superseded = again()
    run, found = run_of(run, records), changes(database, records, superseded)
    with closing(BulkRows(staged.files)) as rows:
        write_by(rows, found, run.id, on_progress)
        files = rows.closed()
    staged.take_in(files, on_progress)
    where = staged.start(on_progress)
    with opened(where.uri, where.user, where.password) as beside:
        prepare(beside)
        keep_event_types(beside)
        return ended(beside, run, found, lambda: None)  # nobody else knows this store
