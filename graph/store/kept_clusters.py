"""Write on each record of a person the record that names them all, for lists of children."""

from graph.facts.clusters import Clusters, clusters
from graph.record.model import Records
from graph.store import stored
from graph.store.database import Database


def keep_clusters(database: Database) -> Clusters:
    """Write `joined_to` on each record that another one names; return the clusters."""
    joined = clusters(_sameness(database))
    others = {id_: first for id_, first in joined.first.items() if id_ != first}
    database.write(("load/clusters", {"rows": others}))
    return joined


def _sameness(database: Database) -> Records:
    """Return what is said of records that are, or are not, of one person."""
    rows = database.reading(lambda ask: ask("read/sameness"))
    people = {person for row in rows for person in row["people"]}
    return stored.claims_about(database, people | {row["tie"] for row in rows})
