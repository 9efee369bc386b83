"""What a query takes is limited, and whatever it does the server answers again."""

import gc
import threading
import time
from contextlib import suppress

import pytest
from neo4j.exceptions import DriverError, Neo4jError

from graph.console.console_errors import Limit
from graph.console.guard import Limits, QueryStopped
from graph.console.run import fetch
from graph.errors import GraphError, InvalidQuery
from graph.store.queries import query
from tests.console.conftest import listed

HEAVY = [attack["text"] for attack in listed("attacks") if attack["kind"] == "resource"]
ONE_SECOND = Limits(seconds=1)
HALF_A_SECOND = Limits(seconds=0.5)
ENDLESS = (
    "WITH range(1, 9999) AS r UNWIND r AS a UNWIND r AS b UNWIND r AS c RETURN count(*) AS n"
)
UNSTOPPABLE = (
    "UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b WITH collect(b) AS xs "
    "RETURN any(i IN xs WHERE any(j IN xs WHERE i + j < 0)) AS x"
)
"""The guard cannot tell how long a collected list is; the server stops no expression."""
EXHAUSTING = (
    "RETURN [x IN range(1, 3000) | "
    "[y IN range(1, 3000) | toString(x) + '-' + toString(y)]] AS x"
)
"""As often as a loop may turn; what it makes in one expression is not counted by the server."""
ANSWERS_WITHIN = 5.0


def answers(served) -> float:
    """Return after how many seconds the other pages' question is answered."""
    begun = time.monotonic()
    assert served.store.read(query("read/told_until"))
    return time.monotonic() - begun


@pytest.mark.parametrize("text", HEAVY, ids=lambda text: text[:70])
def test_what_takes_too_much_ends_in_a_sentence_and_the_server_answers(served, text):
    with suppress(GraphError):
        assert len(fetch(served.store, text, {}, HALF_A_SECOND).rows) <= HALF_A_SECOND.rows
    assert answers(served) < ANSWERS_WITHIN


def test_rows_beyond_the_limit_are_cut_and_it_is_said(served):
    found = fetch(served.store, "UNWIND range(1, 5000) AS x RETURN x", {})
    assert (len(found.rows), found.cut) == (1_000, "rows")


def test_exactly_as_many_rows_as_allowed_are_not_cut(served):
    found = fetch(served.store, "UNWIND range(1, 7) AS x RETURN x", {}, Limits(rows=7))
    assert (len(found.rows), found.cut) == (7, "")


def test_bytes_beyond_the_limit_are_cut_and_it_is_said(served):
    found = fetch(
        served.store,
        "UNWIND range(1, 100) AS x RETURN range(1, 900) AS xs",
        {},
        Limits(bytes=50_000),
    )
    assert (0 < len(found.rows) < 100, found.cut) == (True, "bytes")


def test_a_query_that_never_ends_is_stopped_by_the_limit(served):
    begun = time.monotonic()
    with pytest.raises(QueryStopped, match="after 1 seconds") as stopped:
        fetch(served.store, ENDLESS, {}, ONE_SECOND)
    assert stopped.value.limit is Limit.TIME
    assert time.monotonic() - begun < 15


def test_a_query_that_never_ends_is_cancelled_from_another_thread(served):
    cancel = threading.Event()
    threading.Timer(0.7, cancel.set).start()
    with pytest.raises(QueryStopped) as stopped:
        fetch(served.store, ENDLESS, {}, Limits(seconds=60), cancel)
    assert stopped.value.limit is Limit.CANCELLED
    with served.driver() as driver:
        rows, _, _ = driver.execute_query(
            "SHOW TRANSACTIONS YIELD metaData, status WHERE metaData.kinthread IS NOT NULL "
            "AND status = 'Running' RETURN metaData"
        )
    assert rows == []


def test_one_value_larger_than_the_memory_takes_nothing_down(served):
    small = Limits(seconds=5, memory=400_000_000)
    with pytest.raises(QueryStopped) as stopped:
        fetch(served.store, EXHAUSTING, {}, small)
    assert stopped.value.limit in (Limit.MEMORY, Limit.TIME)
    assert answers(served) < ANSWERS_WITHIN


def test_what_cannot_be_stopped_makes_the_server_start_anew_and_nothing_is_lost(served):
    before, pid = served.store.graph_hash(), served.current().pid
    with pytest.raises(QueryStopped, match="started anew; nothing that was stored is lost"):
        fetch(served.store, UNSTOPPABLE, {}, ONE_SECOND)
    assert answers(served) < ANSWERS_WITHIN
    assert served.current().pid != pid
    assert served.store.graph_hash() == before


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_exhausted_heap_loses_no_row_that_was_committed(served):
    """Beside a writer of nobody's: each row that it was told is kept is there afterwards."""
    kept, going, failed = [], threading.Event(), []

    def write() -> None:
        while not going.is_set():
            try:
                with served.driver() as driver, driver.session() as session:
                    while not going.is_set():
                        session.run("CREATE (:Kept {n: $n})", n=len(kept)).consume()
                        kept.append(len(kept))
            except (Neo4jError, DriverError, OSError) as error:  # it may be started anew
                failed.append(error)
                time.sleep(0.2)

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    try:
        for _ in range(2):  # each time it is started anew
            with pytest.raises(QueryStopped):
                fetch(served.store, EXHAUSTING, {}, Limits(seconds=5))
            assert answers(served) < ANSWERS_WITHIN
    finally:
        going.set()
        writer.join()
    with served.driver() as driver:
        rows, _, _ = driver.execute_query("MATCH (k:Kept) RETURN count(DISTINCT k.n) AS n")
        driver.execute_query("MATCH (k:Kept) DELETE k")
    assert rows[0]["n"] >= len(kept) > 0
    gc.collect()  # what the driver left half open where a server ended as it was asked


@pytest.mark.parametrize(
    "value",
    [
        "datetime({year: 999999999, timezone: 'Pacific/Apia'})",
        "date({year: -999999999})",
        "[1, {deep: [datetime({year: 999999999})]}]",
    ],
)
def test_a_day_that_cannot_be_read_is_no_stop_and_can_be_had_as_text(served, value):
    with pytest.raises(InvalidQuery, match=r"years 1 to 9999.*toString"):
        fetch(served.store, f"RETURN {value} AS x", {})
    assert fetch(served.store, "RETURN toString(date({year: 10000})) AS x", {}).rows
