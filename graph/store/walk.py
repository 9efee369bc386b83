"""Find the people whose claims the rule needs for a child: a few too many, never one too few.

Kin by blood count up to a degree with a marriage at either end, as stated kin compose with it.
Then come caregivers and the household. One step further is stated kin or an acquaintance of
these, and everybody in an event with them. So are the groups that any of them belong to. The
rule itself decides who is within reach: `graph/rule/reach.py`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.store.database import Ask
from graph.store.stored import in_parts

MAX_DEGREE = 5
PEOPLE_AT_ONCE = 2_000
FEW = 20
"""A walk from so many people at most asks for kin within three steps too: it waits less often.
A walk from many would ask for most of those again and again (decision 0165)."""
FEW_MORE = 100
"""On the way too: where so many more are met at once, all are kin of each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """The people that one person leads to, by the kind of tie."""

    parents: frozenset[str]
    children: frozenset[str]
    spouses: frozenset[str]
    siblings: frozenset[str]
    stated_kin: frozenset[str]
    acquainted: frozenset[str]
    carers: frozenset[str]
    household: frozenset[str]
    groups: frozenset[str]
    beside: frozenset[str]
    same: frozenset[str]
    """Other records that are, or may be, of the same person."""

    @property
    def one_step(self) -> frozenset[str]:
        """Whom the rule reaches from kin: stated kin, acquaintances, participants."""
        return self.stated_kin | self.acquainted | self.beside


class Walk:
    """Walks from person to person, asking the store for many at once and for none twice."""

    def __init__(self, ask: Ask) -> None:
        """Take a reading of the store."""
        self._ask = ask
        self._tied: dict[str, Tied] = {}

    def around(
        self, starts: Mapping[str, Iterable[str]], max_degree: int = MAX_DEGREE
    ) -> dict[str, set[str]]:
        """Return for each name whose claims are needed for those who are named by it."""
        kin = self.kin(starts, max_degree)
        near = {
            name: people | self._carers(starts[name]) | self._all(people, self._one_step)
            for name, people in kin.items()
        }
        self._load(_everyone(near.values()))
        near = {name: people | self._all(people, self._same) for name, people in near.items()}
        self._load(_everyone(near.values()))
        return {
            name: people | self._all(people, self._belonging) for name, people in near.items()
        }

    def kin(self, starts: Mapping[str, Iterable[str]], max_degree: int) -> dict[str, set[str]]:
        """Return for each name the kin of those who are named by it, and themselves."""
        with_kin = len(_everyone(set(people) for people in starts.values())) <= FEW
        climbs = {name: _Climb(set(people), self._tied) for name, people in starts.items()}
        for degree in range(max_degree + 1):
            growing = True
            while growing:
                frontier = _everyone(climb.frontier for climb in climbs.values())
                growing = self._load(frontier, with_kin=with_kin)
                for climb in climbs.values():
                    growing |= climb.widen(degree)
            for climb in climbs.values():
                climb.advance()
        self._load(_everyone(climb.seen for climb in climbs.values()))
        kin = {
            name: climb.seen | self._all(climb.seen, self._spouses)
            for name, climb in climbs.items()
        }
        self._load(_everyone(kin.values()))
        return kin

    def one_step(self, people: Iterable[str]) -> set[str]:
        """Return these people with everybody one step beside them."""
        known = set(people)
        self._load(known)
        return known | self._all(known, self._one_step) | self._all(known, self._belonging)

    def _all(self, people: Iterable[str], leads: Callable[[str], frozenset[str]]) -> set[str]:
        return {other for one in people for other in leads(one)}

    def _one_step(self, person: str) -> frozenset[str]:
        tied = self._tied.get(person, NOBODY)
        return tied.one_step | tied.household

    def _belonging(self, person: str) -> frozenset[str]:
        tied = self._tied.get(person, NOBODY)
        return tied.groups | tied.household

    def _same(self, person: str) -> frozenset[str]:
        return self._tied.get(person, NOBODY).same

    def _spouses(self, person: str) -> frozenset[str]:
        return self._tied.get(person, NOBODY).spouses

    def _carers(self, people: Iterable[str]) -> set[str]:
        return self._all(people, lambda one: self._tied.get(one, NOBODY).carers)

    def _load(self, people: Iterable[str], *, with_kin: bool = False) -> bool:
        """Ask for those who are not known yet; return whether there were any."""
        wanted = sorted(set(people) - self._tied.keys())
        name = "read/near" if with_kin and len(wanted) <= FEW_MORE else "read/tied"
        for part in in_parts(wanted, PEOPLE_AT_ONCE):
            for row in self._ask(name, ids=part):
                for id_, *led in row["people"]:
                    if id_ not in self._tied:
                        self._tied[id_] = _tied(*led)
            for nobody in part:
                self._tied.setdefault(nobody, NOBODY)
        return bool(wanted)


def _everyone(sets: Iterable[set[str]]) -> set[str]:
    return set().union(*sets)


_NONE: frozenset[str] = frozenset()
NOBODY = Tied(
    parents=_NONE,
    children=_NONE,
    spouses=_NONE,
    siblings=_NONE,
    stated_kin=_NONE,
    acquainted=_NONE,
    carers=_NONE,
    household=_NONE,
    groups=_NONE,
    beside=_NONE,
    same=_NONE,
)
"""Who is not stored leads to nobody."""


class _Climb:
    """Up from some people to their ancestors and down again, one degree after the other."""

    def __init__(self, starts: set[str], tied: Mapping[str, Tied]) -> None:
        self._tied = tied
        self._up = set(starts)
        self._down: set[str] = set()
        self._beside: set[str] = set()
        """Their spouses, whose children are step kin; nobody else is reached through them."""
        self.seen = set(starts)

    @property
    def frontier(self) -> set[str]:
        """Those whose ties are needed for the next step."""
        return self._up | self._down | self._beside

    def widen(self, degree: int) -> bool:
        """Add what counts no degree: other records, stated siblings, marriages at the start.

        Returns:
            Whether that were more people.
        """
        before = len(self._up) + len(self._down) + len(self._beside)
        if degree <= 1:  # a parent's spouse too: what they brought is step kin
            self._up |= self._all(self._up, "spouses")
        for step in ("same", "siblings"):
            self._up |= self._all(self._up, step)
            self._down |= self._all(self._down, step)
        self._beside = self._all(self._up | self._down, "spouses")
        self.seen |= self._up | self._down
        return len(self._up) + len(self._down) + len(self._beside) > before

    def advance(self) -> None:
        """Go one degree on. Who was met before at a lesser degree leads no further now."""
        up = self._all(self._up, "parents")
        down = self._all(self.frontier, "children") | self._all(self._up, "stated_kin")
        self._up, self._down, self._beside = up, down - self.seen, set()

    def _all(self, people: Iterable[str], kind: str) -> set[str]:
        return {
            other for p in people if p in self._tied for other in getattr(self._tied[p], kind)
        }


_BY_TIE = {
    ("PARENT_OF", True): "children",
    ("PARENT_OF", False): "parents",
    ("CARES_FOR", False): "carers",
    ("SPOUSE_OF", True): "spouses",
    ("SIBLING_OF", True): "siblings",
    ("KIN_OF", True): "stated_kin",
    ("LIVES_WITH", True): "household",
    ("KNOWS", True): "acquainted",
    ("SAME_AS", True): "same",
}
"""Where it does not matter which way a tie leads, only True is named."""


def _tied(
    ties: Iterable[tuple[str, bool, str]],
    groups: Iterable[str],
    beside: Iterable[str],
    housed: Iterable[str],
) -> Tied:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, leads_away, other in ties:
        name = _BY_TIE.get((kind, leads_away)) or _BY_TIE.get((kind, True))
        if name is not None:
            found[name].add(other)
    found["household"].update(housed)
    return Tied(
        **{name: frozenset(found[name]) for name in set(_BY_TIE.values())},
        groups=frozenset(groups),
        beside=frozenset(beside),
    )
