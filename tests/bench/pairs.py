"""Figure: the kinship of a pair, counted in seconds of the processor: nothing is waited for."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import permutations
from random import Random
from time import process_time

from graph.kinship import Kin, KinTie
from graph.record.model import Records
from graph.record.vocabulary import KINSHIP, PersonKind
from tests.bench.figures import Figure
from tests.bench.memory import watching
from tests.bench.trial import Trial

PAIR_AIM = 20.0
FAMILIES = 200
MICRO = 1e6


@dataclass(slots=True)
class _Timed:
    """Seconds, and how many pairs they went for."""

    building: float = 0.0
    first: float = 0.0
    again: float = 0.0
    pairs: int = 0
    kin: int = 0


def kinship(trial: Trial, people: int) -> Figure:
    """Ask for the kinship of all pairs of some families, each pair for the first time."""
    ties, sexes = _families(trial.records(people))
    chance = Random(trial.seed)  # noqa: S311 - the same families each time
    sample = chance.sample(sorted(ties), min(FAMILIES, len(ties)))
    timed = _Timed()
    with watching() as seen:
        for family in sample:
            _ask(timed, ties[family], sexes[family])
    if not timed.kin:
        raise AssertionError("nobody is kin of anybody: nothing was measured")
    each = MICRO * timed.first / timed.pairs
    return Figure(
        name="kinship",
        says="the kinship of a pair, each pair of a family asked for the first time",
        people=people,
        value=each,
        unit="microseconds",
        aim=f"under {PAIR_AIM:g}",
        met=each < PAIR_AIM,
        memory=seen.peaks,
        more={
            "families": len(sample),
            "pairs": timed.pairs,
            "of them kin": timed.kin,
            "with the building of the family": each + MICRO * timed.building / timed.pairs,
            "asked again": MICRO * timed.again / timed.pairs,
        },
    )


def _families(records: Records) -> tuple[dict[str, list[KinTie]], dict[str, dict[str, str]]]:
    """Return the ties within each family, and the sex of each of its people."""
    sexes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for claim in records.people:
        if claim.kind is PersonKind.PERSON:
            sexes[_family(claim.about)][claim.about] = claim.sex
    ties: defaultdict[str, list[KinTie]] = defaultdict(list)
    for tie in records.ties:
        if tie.kind in KINSHIP and _family(tie.person) == _family(tie.relative):
            ties[_family(tie.person)].append(
                KinTie(
                    person=tie.person,
                    kind=tie.kind.value,
                    relative=tie.relative,
                    qualifier=tie.qualifier,
                    term=tie.term,
                )
            )
    return ties, sexes


def _family(id_: str) -> str:
    return id_.partition(".")[0]


def _ask(timed: _Timed, ties: list[KinTie], sexes: dict[str, str]) -> None:
    pairs = list(permutations(sexes, 2))
    clock = [process_time()]
    kin = Kin(ties, sexes)
    clock.append(process_time())
    found = [kin.relation(one, other) for one, other in pairs]
    clock.append(process_time())
    for one, other in pairs:
        kin.relation(one, other)
    clock.append(process_time())
    timed.building += clock[1] - clock[0]
    timed.first += clock[2] - clock[1]
    timed.again += clock[3] - clock[2]
    timed.pairs += len(pairs)
    timed.kin += sum(relation is not None for relation in found)
