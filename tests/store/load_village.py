"""Load a village in small batches, in a process that a test may kill."""

import sys

from graph.store import IngestRun, Store, write
from tests.store.village import village

if __name__ == "__main__":
    uri, user, password, people, run, at_once = sys.argv[1:]
    write.AT_ONCE = write.EVENTS_AT_ONCE = write.LINKS_AT_ONCE = int(at_once)
    records = village(int(people))
    with Store.over(uri, user, password) as store:
        sys.stdout.write("loading\n")
        sys.stdout.flush()
        store.load(records, IngestRun(id=run))
        sys.stdout.write("loaded\n")
