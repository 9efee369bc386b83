"""Everything that the rule needs for a child, read in a few round trips."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from typing import TypeVar

from graph.record.model import Claim, EventClaim, Interpretation, Records, Stopped
from graph.store.database import Ask, Database
from graph.store.kept_stops import stopped
from graph.store.pool import Pool
from graph.store.stored import claim, in_parts
from graph.store.walk import MAX_DEGREE, Walk

Part = TypeVar("Part")
Around = TypeVar("Around")

CHILDREN_AT_ONCE = 200
"""Children whose surroundings are read together: those of a family share most of them."""
PEOPLE_TOGETHER = 3_000
"""So many people at most are around children who share their records. Where all are kin of each
other, each of them has hundreds around, and nearly the same ones."""


def around(database: Database, child: str, max_degree: int = MAX_DEGREE) -> Records:
    """Return what is recorded around one child; of nobody, empty records."""
    return database.reading(lambda ask: _around(ask, {child: [child]}, max_degree)[child])


def around_many(
    database: Database,
    children: Iterable[str],
    max_degree: int = MAX_DEGREE,
    *,
    with_stopped: bool = True,
    turns: Executor | None = None,
) -> Iterator[tuple[str, Records]]:
    """Yield each child with what is recorded around it.

    Children of one family come one after the other and share one and the same records: what is
    around all of them together. These are brothers and sisters, and cousins near enough.

    Args:
        database: the store's.
        children: each once.
        max_degree: of kinship by blood.
        with_stopped: with everybody in the store who asked not to be contacted. No calendar
            reads it, and it is read anew with each part.
        turns: reads the next part while one is used; none: each is read when it is needed.
    """

    def read(families: list[list[str]]) -> Iterator[tuple[list[str], Records]]:
        starts = {family[0]: family for family in families}
        pool, groups = database.reading(
            lambda ask: _shared(ask, starts, max_degree, with_stopped=with_stopped)
        )
        return (  # shared out when it is asked for: who reads ahead reads on meanwhile
            ([child for name in names for child in starts[name]], pool.records(people))
            for names, people in groups
        )

    parts = in_parts(_families(database, children), CHILDREN_AT_ONCE)
    for families in map(read, parts) if turns is None else _ahead(turns, read, parts):
        for names, records in families:
            yield from ((child, records) for child in names)


def _ahead(
    turns: Executor, read: Callable[[Part], Around], parts: Iterable[Part]
) -> Iterator[Around]:
    """Yield what is read of each part; the next one is read meanwhile."""
    coming: Future[Around] | None = None
    for part in parts:
        before, coming = coming, turns.submit(read, part)
        if before is not None:
            yield before.result()
    if coming is not None:
        yield coming.result()


def _families(database: Database, children: Iterable[str]) -> list[list[str]]:
    """Put children together who have the same parents recorded."""
    families: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for part in in_parts(dict.fromkeys(children)):
        rows = database.reading(lambda ask, part=part: ask("read/parents", ids=part))  # type: ignore[misc]
        for row in rows:
            families[tuple(row["parents"]) or (row["id"],)].append(row["id"])
    return [sorted(family) for _, family in sorted(families.items())]


def _around(
    ask: Ask, starts: Mapping[str, Sequence[str]], max_degree: int
) -> dict[str, Records]:
    needed = Walk(ask).around(starts, max_degree)
    pool = _pool(ask, needed.values(), stopped(ask))
    return {name: pool.records(people) for name, people in needed.items()}


def _shared(
    ask: Ask, starts: Mapping[str, Sequence[str]], max_degree: int, *, with_stopped: bool
) -> tuple[Pool, list[tuple[list[str], set[str]]]]:
    """Return what was read, and the names whose surroundings are much the same, with these."""
    needed = Walk(ask).around(starts, max_degree)
    pool = _pool(ask, needed.values(), stopped(ask) if with_stopped else ())
    return pool, _together(needed)


def _together(needed: Mapping[str, set[str]]) -> list[tuple[list[str], set[str]]]:
    """Put those together who are within each other's surroundings, while these stay small."""
    groups: list[tuple[list[str], set[str]]] = []
    for name, people in needed.items():
        for names, group in groups:
            most = max(PEOPLE_TOGETHER, len(group))
            if name in group and len(group | people) <= most:
                names.append(name)
                group.update(people)
                break
        else:
            groups.append(([name], set(people)))
    return groups


def _pool(ask: Ask, needed: Iterable[set[str]], asked: tuple[Stopped, ...]) -> Pool:
    """Read all that is recorded of these people, each claim once."""
    everyone = sorted(set().union(*needed))
    rows = ask("read/claims_around", people=everyone)
    claims = {
        facts["id"]: claim(labels, facts) for row in rows for labels, facts in row["claims"]
    }
    catalogue = ask("read/catalogue_around", **named(claims, everyone))
    return Pool(claims, catalogue, asked)


def named(claims: Mapping[str, Claim], read: Iterable[str]) -> dict[str, list[str]]:
    """Return what claims name that is still to be read."""
    events = [c for c in claims.values() if isinstance(c, EventClaim)]
    people = {part.person for event in events for part in event.people}
    people |= {person for event in events for person in event.relayed_by}
    people |= {c.by for c in claims.values() if isinstance(c, Interpretation) and c.by}
    return {
        "sources": sorted({c.source for c in claims.values()}),
        "places": sorted({event.place for event in events if event.place}),
        "people": sorted(people - set(read)),
        "datasets": sorted({c.dataset for c in claims.values() if c.dataset}),
    }
