"""Figure: a search among all names, against one plain pass of rapidfuzz over the same names."""

import os
from collections.abc import Callable, Iterator, Sequence
from random import Random
from statistics import median, quantiles
from time import perf_counter

from rapidfuzz import fuzz, process
from umsc import UgMultiScriptConverter

from graph.views.name_search import Index, SearchEntry
from tests.bench.figures import Figure
from tests.bench.memory import resident, watching
from tests.bench.setting import name
from tests.bench.trial import Trial

AIM = 1.0
SEARCHES = 60
IN_TWO_SCRIPTS = 3
"""One of so many people is held in Arabic letters as well."""


def search(trial: Trial, people: int) -> Figure:
    """Search for names as they are held, misspelt, begun, and in another script."""
    chance = Random(trial.seed)  # noqa: S311 - the same names each time
    entries = list(_entries(chance, people))
    before, begun = resident(os.getpid()), perf_counter()
    index = Index(entries)
    building, grown = perf_counter() - begun, resident(os.getpid()) - before
    asked = list(_asked(chance, entries))
    held = [text for entry in entries for text in entry.names]
    ours, plain = [], []
    with watching() as seen:
        for text in asked:
            ours.append(_seconds(lambda text=text: index.search(text)))
            plain.append(_seconds(lambda text=text: _plain(text, held)))
    ratio = median(one / other for one, other in zip(ours, plain, strict=True))
    return Figure(
        name="search",
        says="a search by any spelling, as a multiple of one plain fuzzy pass over all names",
        people=people,
        value=ratio,
        unit="times",
        aim=f"at most {AIM:g}",
        met=ratio <= AIM,
        memory=seen.peaks,
        more={
            "spellings": len(held),
            "building the index s": building,
            "index MB": grown,
            "ours ms": 1000 * median(ours),
            "ours p95 ms": 1000 * quantiles(ours, n=20)[-1],
            "plain ms": 1000 * median(plain),
        },
    )


def _entries(chance: Random, people: int) -> Iterator[SearchEntry]:
    to_arabic = UgMultiScriptConverter("ULS", "UAS")
    for nth in range(people):
        latin = name(chance)
        names = (latin, to_arabic(latin.lower())) if nth % IN_TWO_SCRIPTS == 0 else (latin,)
        yield SearchEntry(kind="person", id=f"p{nth}", names=names)


def _asked(chance: Random, entries: Sequence[SearchEntry]) -> Iterator[str]:
    for nth, entry in enumerate(chance.sample(entries, SEARCHES)):
        text = entry.names[-1]
        match nth % 4:
            case 0:
                yield text
            case 1:
                yield entry.names[0][:3]
            case 2:
                yield entry.names[0].replace("a", "e").replace("q", "k")
            case _:
                yield text.split()[0]


def _plain(text: str, held: Sequence[str]) -> object:
    return process.extract(text, held, scorer=fuzz.WRatio, limit=50)


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun
