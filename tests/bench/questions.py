"""Figures: every question of the library, as `ask` runs it, beside a bare look-up each."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from statistics import median, quantiles
from time import perf_counter

from neo4j import READ_ACCESS

from graph.questions.asking import MOST_ROWS
from graph.questions.library import Question, library, values
from tests.bench.figures import Figure
from tests.bench.loading import LINEAR
from tests.bench.memory import watching
from tests.bench.trial import Trial

AIM = 2.0
TIMES = 7
CHILDREN = 60
"""Children for whom a question about one child is asked."""
TOLD = date(2018, 6, 1)
WARM_UP = 2
AT_ONCE = 0.02
"""Seconds below which nothing is said of growth: noise is more."""
_BARE = "MATCH (p:KinthreadPerson {id: $id}) RETURN p.name AS name"


def asked(
    trial: Trial, people: int, children: list[str], before: Mapping[str, Figure]
) -> Iterator[Figure]:
    """Ask each question, again and again, each time after a bare look-up."""
    chance = Random(trial.seed)  # noqa: S311 - the same children each time
    sample = chance.sample(children, min(CHILDREN, len(children)))
    for one in library():
        yield _question(trial, people, one, sample, before.get(f"ask {one.name}"))


def _question(
    trial: Trial, people: int, asked: Question, children: list[str], before: Figure | None
) -> Figure:
    about = [param.name for param in asked.params if param.default is None]
    rounds = children if about else children[:TIMES]
    ours, bare, rows = [], [], 0
    with watching(server=trial.connection.pid) as seen:
        for nth, child in enumerate([*rounds[:WARM_UP], *rounds]):
            looked_up, took, found = _beside(trial, asked, dict.fromkeys(about, child), child)
            if nth >= WARM_UP:
                bare.append(looked_up)
                ours.append(took)
                rows = max(rows, found)
    p50, p95 = median(ours), quantiles(ours, n=20, method="inclusive")[-1]
    slower = (p50 / people) / (before.value / before.people) if before else None
    grows = slower is not None and slower > LINEAR and p50 > AT_ONCE
    return Figure(
        name=f"ask {asked.name}",
        says=asked.asks,
        people=people,
        value=p50,
        unit="s",
        aim=f"under {AIM} s{', linear' if before else ''}",
        met=p95 < AIM and not grows,
        memory=seen.peaks,
        more={
            "p95 s": p95,
            "bare look-up ms": 1000 * median(bare),
            "times a look-up": p50 / median(bare),
            "rows, at most": rows,
            "asked": len(ours),
        }
        | ({"a person takes, of the smaller": slower} if slower is not None else {}),
    )


def _beside(
    trial: Trial, asked: Question, given: Mapping[str, str], person: str
) -> tuple[float, float, int]:
    params = values(asked, given, TOLD)
    with trial.driver.session(default_access_mode=READ_ACCESS) as session:
        begun = perf_counter()
        session.execute_read(lambda tx: list(tx.run(_BARE, id=person)))
        looked_up = perf_counter()
    found = trial.store.first(MOST_ROWS + 1, asked.query, **params)
    return looked_up - begun, perf_counter() - looked_up, len(found)
