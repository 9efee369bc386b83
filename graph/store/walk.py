"""Whose claims the rule needs for a child: a few people too many, but never one too few.

Kin by blood up to a degree with a marriage at either end, as stated kin compose with it;
caregivers and household; one step further whoever is stated as kin or acquaintance of these, or
takes part in an event with them; the groups that any of them belong to. The rule itself decides
who is within reach: `graph/reach.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.store.database import Ask
from graph.store.stored import in_parts

MAX_DEGREE = 5
PEOPLE_AT_ONCE = 2_000


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
        near = self.kin(starts, max_degree)
        for name, people in near.items():
            own = set(starts[name])
            for start in own & self._tied.keys():
                people |= self._tied[start].carers
            people |= {far for one in set(people) for far in self._one_step(one)}
        self._load("read/tied", self._unknown(near))
        for people in near.values():
            people |= {other for one in set(people) for other in self._belonging(one)}
        return near

    def kin(self, starts: Mapping[str, Iterable[str]], max_degree: int) -> dict[str, set[str]]:
        """Return for each name the kin of those who are named by it, and themselves."""
        climbs = {name: _Climb(set(people), self._tied) for name, people in starts.items()}
        for degree in range(max_degree + 1):
            growing = True
            while growing:
                frontier = {p for climb in climbs.values() for p in climb.frontier}
                loaded = self._load("read/near", frontier)
                growing = any([climb.widen(degree) for climb in climbs.values()]) or loaded
            for climb in climbs.values():
                climb.advance()
        kin = {name: climb.seen for name, climb in climbs.items()}
        self._load("read/near", self._unknown(kin))
        for people in kin.values():
            people |= {spouse for one in set(people) for spouse in self._spouses(one)}
        self._load("read/tied", self._unknown(kin))
        return kin

    def one_step(self, people: Iterable[str]) -> set[str]:
        """Return these people with whoever is one step beside them."""
        known = set(people)
        self._load("read/tied", known)
        return known | {
            far for one in known for far in (*self._one_step(one), *self._belonging(one))
        }

    def _one_step(self, person: str) -> frozenset[str]:
        tied = self._tied.get(person)
        return frozenset() if tied is None else tied.one_step | tied.household

    def _belonging(self, person: str) -> frozenset[str]:
        tied = self._tied.get(person)
        return frozenset() if tied is None else tied.groups | tied.household

    def _spouses(self, person: str) -> frozenset[str]:
        tied = self._tied.get(person)
        return frozenset() if tied is None else tied.spouses

    def _unknown(self, sets: Mapping[str, set[str]]) -> set[str]:
        return {person for people in sets.values() for person in people} - self._tied.keys()

    def _load(self, name: str, people: Iterable[str]) -> bool:
        """Ask for those who are not known yet; tell whether there were any."""
        wanted = sorted(set(people) - self._tied.keys())
        for part in in_parts(wanted, PEOPLE_AT_ONCE):
            for row in self._ask(name, ids=part):
                if row["id"] not in self._tied:
                    self._tied[row["id"]] = _tied(row)
            for nobody in part:
                self._tied.setdefault(nobody, NOBODY)
        return bool(wanted)


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
)
"""Who is not stored leads to nobody."""


class _Climb:
    """Up from some people to their ancestors and down again, one degree after the other."""

    def __init__(self, starts: set[str], tied: Mapping[str, Tied]) -> None:
        self._tied = tied
        self._up = set(starts)
        self._down: set[str] = set()
        self.seen = set(starts)

    @property
    def frontier(self) -> set[str]:
        """Those whose ties are needed for the next step."""
        return self._up | self._down

    def widen(self, degree: int) -> bool:
        """Add what counts no degree: stated siblings, and marriages at the start.

        Returns:
            Whether that were more people.
        """
        before = len(self._up) + len(self._down)
        if degree <= 1:  # a parent's spouse too: what they brought is step kin
            self._up |= self._all(self._up, "spouses")
        self._up |= self._all(self._up, "siblings")
        self._down |= self._all(self._down, "siblings")
        self.seen |= self.frontier
        return len(self._up) + len(self._down) > before

    def advance(self) -> None:
        """Go one degree on. Who was met before at a lesser degree leads no further now."""
        up = self._all(self._up, "parents")
        down = self._all(self.frontier, "children") | self._all(self._up, "stated_kin")
        self._up, self._down = up, down - self.seen

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
}
"""Where it does not matter which way a tie leads, only True is named."""


def _tied(row: Mapping[str, Any]) -> Tied:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, leads_away, other in row["ties"]:
        name = _BY_TIE.get((kind, leads_away)) or _BY_TIE.get((kind, True))
        if name is not None:
            found[name].add(other)
    found["household"].update(row["housed"])
    return Tied(
        **{name: frozenset(found[name]) for name in set(_BY_TIE.values())},
        groups=frozenset(row["groups"]),
        beside=frozenset(row["beside"]),
    )
