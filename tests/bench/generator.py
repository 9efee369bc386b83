"""Data sets of any size with real shape, the same ones for the same seed.

Families of some dozens of people over three to five generations, joined now and then by a
marriage; about a tenth of the people are children whose parents are abroad; events of 2014 to
2021 with times as people say them, from several sources. Families are written one after the
other, so memory does not grow with the size.
"""

import csv
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

from graph.record.schema import TABLES
from tests.bench.chronicle import Chronicle
from tests.bench.history import tell
from tests.bench.lineage import Member, grow
from tests.bench.setting import DATASET, INLAND, Row, Setting, setting

FAMILIES_A_REPORT = 40
STRANGERS = 200
"""So many grown people wait at most to be married into a later family."""
SMALLEST = 15
"""Where fewer people than this are still wanted, no further family begins."""
TRIALS = 12


def generate(folder: Path, people: int, seed: int = 1) -> Counter[str]:
    """Write a data set of exactly so many rows of people (with groups and organisations).

    Args:
        folder: made if it is not there; tables of the same names are replaced.
        people: at least 60.
        seed: the same gives the same files.

    Returns:
        How many rows each table has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    with ExitStack() as files:
        writers = {}
        for table, columns in TABLES.items():
            path = folder / f"{table}.csv"
            file = files.enter_context(path.open("w", encoding="utf-8", newline=""))
            writers[table] = csv.DictWriter(
                file, list(columns.holds), restval="", lineterminator="\n"
            )
            writers[table].writeheader()
        for table, row in _rows(people, seed):
            writers[table].writerow(row)
            counts[table] += 1
    return counts


def _rows(people: int, seed: int) -> Iterator[tuple[str, Row]]:
    shared = setting(people)
    title = f"GENERATED: {people} people who do not exist, seed {seed}"
    yield "dataset", {"id": DATASET, "title": title, "country_of_risk": INLAND}
    yield from (("places", place) for place in shared.places)
    yield from (("sources", source) for source in shared.sources)
    yield from (("people", organisation) for organisation in shared.organisations)
    left = people - len(shared.organisations)
    if left < SMALLEST:
        raise ValueError(f"{people} people are too few; give 60 or more")
    strangers: deque[Member] = deque(maxlen=STRANGERS)
    number = 0
    while left >= SMALLEST:
        chronicle = _family(number, left, seed, shared, strangers)
        if number % FAMILIES_A_REPORT == 0:
            yield "sources", _report(chronicle.report)
        for table, rows in chronicle.tables.items():
            yield from ((table, row) for row in rows)
        left -= len(chronicle.tables["people"])
        number += 1
        last = chronicle
    for n in range(left):
        yield from _neighbour(last, n)


def _family(
    number: int, room: int, seed: int, shared: Setting, strangers: deque[Member]
) -> Chronicle:
    """Return the next family, small enough for the room that is left."""
    report = f"report{number // FAMILIES_A_REPORT}"
    for trial in range(TRIALS):
        chance = Random(f"{seed}/{number}/{trial}")  # noqa: S311 - the same one each time
        depth = min(chance.choice((3, 4, 4, 5)), 5 if room > 200 else 3)
        waiting = deque(strangers, STRANGERS)
        unmarried = [m for m in waiting if not m.married]
        family = grow(f"f{number}", chance, waiting, depth)
        chronicle = Chronicle(family, shared, report)
        tell(chronicle)
        if len(chronicle.tables["people"]) <= room:
            strangers.clear()
            strangers.extend(waiting)
            return chronicle
        for member in unmarried:  # whom the family that was too large had married
            member.married = False
    chance = Random(f"{seed}/{number}")  # noqa: S311 - the same one each time
    chronicle = Chronicle(grow(f"f{number}", chance, deque(), 2), shared, report)
    tell(chronicle)
    return chronicle


def _report(id_: str) -> Row:
    return {
        "id": id_,
        "title": f"GENERATED: {id_}",
        "kind": "report",
        "date": "2021-12-01",
        "consent": "public",
        "reliability": "B",
    }


def _neighbour(chronicle: Chronicle, number: int) -> Iterator[tuple[str, Row]]:
    """Fill up with neighbours of the last family, who do nothing."""
    source = chronicle.tables["sources"][0]["id"]
    family, known = chronicle.family.name, chronicle.family.members[0].id
    id_ = f"{family}.n{number}"
    said = {"source": source, "locator": f"n{number}"}
    yield "people", {"id": id_, "name": f"neighbour {number} of {family}"} | said
    tie = {"id": f"{id_}.t", "person": id_, "kind": "knows", "relative": known}
    yield "kinship", tie | {"term": "neighbour"} | said
