"""Derive calendars with two processes, in a process that a test may kill."""

import sys
import time
from multiprocessing import active_children

from graph.store import Store
from graph.store.deriving import derive_calendars
from graph.store.hands import processes

if __name__ == "__main__":

    def tell(*_progress: object) -> None:
        """Say which processes help, and give the test the time to kill this one."""
        sys.stdout.write(" ".join(str(one.pid) for one in active_children()) + "\n")
        sys.stdout.flush()
        time.sleep(0.05)

    with Store.over(*sys.argv[1:]) as store:
        derive_calendars(store, tell, hands=processes(2, print, few=0))
