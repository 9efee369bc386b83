"""Write on events what the table of event types says of them, where another version did."""

from graph.record.vocabulary import event_types, table_version
from graph.store.database import Database

_AT_ONCE = 10_000


def keep_event_types(database: Database) -> None:
    """Write it on every event that has it not, or of another version of the table."""
    version = table_version()
    types = {name: type_.properties() for name, type_ in event_types().items()}
    asked = {"types": types, "version": version, "most": _AT_ONCE}
    if database.reading(lambda ask: ask("read/other_table", version=version))[0]["other"]:
        while database.writing(lambda ask: ask("load/event_types", **asked))[0]["written"]:
            continue
