"""Change what is stored, in a process that is killed at one of its queries."""

import os
import signal
import sys
from dataclasses import replace

from graph.record.model import Lift, Records
from graph.store import IngestRun, Store, database
from tests.builders import event, family, person

CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")
LATER = replace(CALL, id="call@testimony+2", supersedes=CALL.id, words="in spring")
REQUEST = event("asked_not_to_be_contacted", "aunt", "2017-05-01", id_="request", to="mother")
WITHDRAWN = event("request_withdrawn", "aunt", "2018-05-01", id_="w", ends="request")
ASKED = event("asked_not_to_be_contacted", "granny", "2017-05-01", id_="hers", to="mother")
RECORDS = family(CALL, REQUEST, WITHDRAWN, ASKED)
LIFT = Lift(person="granny", on="2020-01-01", by="ana", why="she never asked")
WHO = {"by": "ana", "why": "misread", "on": "2026-01-02"}
NEW = event("sentenced", "cousin", "2018-02-01", id_="sentence", to="mother")
THIRD = replace(LATER, id="call@testimony+3", supersedes=LATER.id)
WRITTEN = (Records(people=(person("cousin"),), events=(NEW, THIRD)), {LATER.id: THIRD.id})
ACTS = {
    "write": lambda store: store.load_whole(IngestRun(id="w"), lambda: WRITTEN),
    "undo": lambda store: store.exchange(LATER.id, CALL.id, **WHO),
    "take back": lambda store: store.retract(WITHDRAWN.id, **WHO),
    "lift": lambda store: store.lift_requests(LIFT),
}


def counted(rows, last):
    """Count the queries; the process ends at the last one, before it is sent."""
    seen = 0

    def count(*asked):
        nonlocal seen
        seen += 1
        sys.stdout.write(f"{seen}\n")
        if seen == last:
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return rows(*asked)

    return count


if __name__ == "__main__":
    uri, user, password, act, last = sys.argv[1:]
    database._rows = counted(database._rows, int(last))  # noqa: SLF001 - a query is a moment
    with Store.over(uri, user, password) as store:
        ACTS[act](store)
