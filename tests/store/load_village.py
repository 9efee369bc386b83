"""Load a village in small batches, in a process that a test may kill."""

import sys

from graph.store import IngestRun, Store, write
from tests.store.village import village


def tell() -> None:
    """Say that another batch was handed over."""
    sys.stdout.write("one more\n")
    sys.stdout.flush()


if __name__ == "__main__":
    uri, user, password, people, run, at_once = sys.argv[1:]
    write.AT_ONCE = write.EVENTS_AT_ONCE = write.LINKS_AT_ONCE = int(at_once)
    records = village(int(people))
    with Store.over(uri, user, password) as store:
        store.load(records, IngestRun(id=run), on_progress=lambda *_: tell())
