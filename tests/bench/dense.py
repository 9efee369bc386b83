"""A genealogy in which everybody is kin of everybody, as dense as files of others can be.

`python -m tests.bench.dense 3000` loads it into a Neo4j of its own with the default heap, then
three more rows, then clears, and says of each how long it took and what memory it needed.
"""

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread

from neo4j import Driver, GraphDatabase

from graph.errors import GraphError
from graph.server.throwaway import temporary
from graph.store import Store
from ingest import read
from ingest.into_store import known_in, load
from tests.bench.memory import watching

GENERATION = 250
CHILDREN = 4
FIRST_YEAR, YEARS = 1700, 27
AWAY = 7
"""Each so-manieth lived abroad: so there are children on the board, and others."""
COUNTRY, OUTSIDE = "inland", "abroad"
_COLUMNS = {
    "dataset": ("id", "title", "country_of_risk"),
    "sources": ("id", "title", "kind", "said_on", "consent"),
    "places": ("id", "name", "kind"),
    "people": ("id", "name", "sex", "birth", "source", "locator"),
    "kinship": ("id", "person", "kind", "relative", "qualifier", "source", "locator"),
    "events": ("id", "type", "subject", "place", "when", "source", "locator"),
}


def write_tree(folder: Path, people: int) -> Path:
    """Write the tables of a tree of so many people; the same for the same number."""
    rows = _rows(people)
    folder.mkdir(parents=True, exist_ok=True)
    for table, columns in _COLUMNS.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows[table])
    return folder


def write_more(folder: Path, people: int) -> Path:
    """Write three more rows about the middle of a tree of so many people: where three lived."""
    folder.mkdir(parents=True, exist_ok=True)
    year = str(FIRST_YEAR + people // 2 // GENERATION * YEARS + 30)
    events = [
        [f"more{n}", "lived_at", f"p{n}", COUNTRY, year, "book", f"more {n}"]
        for n in range(people // 2, people // 2 + 3)
    ]
    for table, rows in (("dataset", _background()["dataset"]), ("events", events)):
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(_COLUMNS[table])
            writer.writerows(rows)
    return folder


def _background() -> dict[str, list[list[str]]]:
    return {
        "dataset": [["tree", "A dense tree (invented)", COUNTRY]],
        "sources": [["book", "A genealogy", "database", "2020", "internal"]],
        "places": [[COUNTRY, "Inland", "country"], [OUTSIDE, "Abroad", "country"]],
        "people": [],
        "kinship": [],
        "events": [],
    }


def _rows(people: int) -> dict[str, list[list[str]]]:
    rows = _background()
    parents: list[int] = []
    born: list[int] = []
    for n in range(people):
        if n and n % GENERATION == 0:
            parents, born = born, []
        born.append(n)
        _person(rows, n, FIRST_YEAR + n // GENERATION * YEARS)
        if parents:
            _born_to(rows, n, parents)
    return rows


def _person(rows: dict[str, list[list[str]]], n: int, year: int) -> None:
    sex = "female" if n % 2 else "male"
    rows["people"].append([f"p{n}", f"Person {n}", sex, str(year), "book", f"p. {n}"])
    told = [("died", "", year + 60)]
    if n % AWAY == 0:
        told.append(("lived_at", OUTSIDE, year + 20))
    for kind, place, when in told:
        event = [f"{kind}-p{n}", kind, f"p{n}", place, str(when), "book", f"p. {n}"]
        rows["events"].append(event)


def _born_to(rows: dict[str, list[list[str]]], n: int, parents: list[int]) -> None:
    """Give a child a couple of the generation before; many marry more than once."""
    for parent in Random(n // CHILDREN).sample(parents, 2):  # noqa: S311 - the same each time
        tie = [f"t{parent}-{n}", f"p{parent}", "parent_of", f"p{n}", "birth", "book", f"p. {n}"]
        rows["kinship"].append(tie)


_HELD = "SHOW TRANSACTIONS YIELD estimatedUsedHeapMemory AS held RETURN max(held) AS held"


def _watched(driver: Driver, over: Event, peak: list[int]) -> None:
    while not over.wait(0.3):
        for row in driver.execute_query(_HELD).records:
            peak[0] = max(peak[0], row["held"] or 0)


def _step(name: str, driver: Driver, pid: int, work: Callable[[], object]) -> None:
    """Do one thing, and say how long it took and what the largest transaction held."""
    over, peak = Event(), [0]
    thread = Thread(target=_watched, args=(driver, over, peak), daemon=True)
    thread.start()
    outcome = "done"
    with watching(neo4j=pid) as seen:
        try:
            work()
        except GraphError as error:
            outcome = f"FAILED: {error}"
    over.set()
    thread.join()
    sys.stdout.write(
        f"{name}: {seen.seconds:.0f} s ({seen.own:.0f} s of the program's own), the largest "
        f"transaction {peak[0] / 2**20:.0f} MB, Neo4j {seen.peaks['neo4j']} MB; {outcome}\n"
    )
    sys.stdout.flush()


def measure(people: int) -> None:
    """Load a tree, three more rows, and clear."""
    with (
        TemporaryDirectory() as folder,
        temporary() as server,
        GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        Store.over(server.uri, server.user, server.password) as store,
    ):
        tree = write_tree(Path(folder) / "tree", people)
        more = write_more(Path(folder) / "more", people)
        pid = server.pid or 0
        for name, one in (("the tree", tree), ("three more rows", more)):
            _step(
                f"load {name}",
                driver,
                pid,
                lambda one=one: load(store, read([one], known=known_in(store))),
            )
        _step("clear", driver, pid, store.clear)


if __name__ == "__main__":
    measure(int(sys.argv[1]))
