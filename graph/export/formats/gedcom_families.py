"""Parents, couples and children as GEDCOM families.

A child has a family for each kind of parents (by birth, adopted, foster, step). Each has at
most two parents. A parent who is not recorded leaves a side empty: nobody is made up.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from graph.export.formats.gedcom_lines import GedcomLine, date_lines, pointer
from graph.export.formats.gedcom_sources import Citations
from graph.facts.adding_up import Facts, Sureness, Tie
from graph.record.dates import Window
from graph.record.model import TieClaim
from graph.record.vocabulary import TieKind

_PEDIGREE = {"birth": "BIRTH", "adoptive": "ADOPTED", "foster": "FOSTER"}
_PAIR = 2


@dataclass(slots=True)
class GedcomFamily:
    """At most two parents, their children, and the ties that say so."""

    xref: str
    parents: tuple[str, ...]
    children: dict[str, tuple[GedcomLine, ...]] = field(default_factory=dict)
    """Each child, with how it is one: PEDI and STAT."""
    parenthood: list[Tie] = field(default_factory=list)
    couple: list[Tie] = field(default_factory=list)


class Families:
    """The families of some people; `left` are the ties that are none of a family."""

    def __init__(self, known: Facts, individuals: Collection[str]) -> None:
        self._found: dict[frozenset[str], GedcomFamily] = {}
        self.of_child: defaultdict[str, list[GedcomFamily]] = defaultdict(list)
        self.of_parent: defaultdict[str, list[GedcomFamily]] = defaultdict(list)
        self.left: list[Tie] = []
        parents: defaultdict[tuple[str, str], list[Tie]] = defaultdict(list)
        for tie in known.ties:
            here = tie.person in individuals and tie.relative in individuals
            if here and tie.kind is TieKind.PARENT_OF:
                parents[tie.relative, _kind(tie.qualifier)].append(tie)
            elif here and tie.kind is TieKind.SPOUSE_OF:
                self._family(tie.person, tie.relative).couple.append(tie)
            else:
                self.left.append(tie)
        for (child, kind), ties in sorted(parents.items()):
            self._add_child(child, kind, ties)

    def __iter__(self) -> Iterator[GedcomFamily]:
        return iter(self._found.values())

    def _family(self, *parents: str) -> GedcomFamily:
        key = frozenset(parents)
        if key not in self._found:
            family = GedcomFamily(f"@F{len(self._found) + 1}@", tuple(dict.fromkeys(parents)))
            self._found[key] = family
            for parent in family.parents:
                self.of_parent[parent].append(family)
        return self._found[key]

    def _add_child(self, child: str, kind: str, ties: list[Tie]) -> None:
        """Add a child to its parents of a kind, those first who are certain."""
        sure = sorted(ties, key=lambda tie: (-tie.exists, tie.person))
        people = list(dict.fromkeys(tie.person for tie in sure))
        for begun in range(0, len(people), _PAIR):
            pair = people[begun : begun + _PAIR]
            family = self._family(*pair)
            theirs = [tie for tie in sure if tie.person in pair]
            if child not in family.children:
                self.of_child[child].append(family)
            family.children[child] = _how(kind, theirs)
            family.parenthood += theirs


def _kind(qualifier: str) -> str:
    return "birth" if qualifier in ("", "birth") else qualifier


def _how(kind: str, ties: list[Tie]) -> tuple[GedcomLine, ...]:
    """Return how a child is one of a family: nothing where no source says what kind it is."""
    qualifiers = {tie.qualifier for tie in ties}
    if kind in _PEDIGREE:
        found = [GedcomLine("PEDI", _PEDIGREE[kind])] if "" not in qualifiers else []
    else:
        found = [GedcomLine("PEDI", "OTHER", (GedcomLine("PHRASE", kind),))]
    if any(tie.exists is not Sureness.CERTAIN for tie in ties):
        found.append(GedcomLine("STAT", "CHALLENGED"))
    return tuple(found)


def family_record(
    family: GedcomFamily,
    xrefs: Mapping[str, str],
    known: Facts,
    claims: Mapping[str, TieClaim],
    citations: Citations,
) -> GedcomLine:
    """Return the record of a family, with the claims that it rests on."""
    below = [pointer(tag, xrefs[person]) for tag, person in _sides(family.parents, known)]
    for tie in family.couple:
        cited = tuple(citations.of(claims[id_] for id_ in tie.claims))
        below += _couple(tie, cited)
    below += [pointer("CHIL", xrefs[child]) for child in family.children]
    for tie in family.parenthood:
        below += citations.of(claims[id_] for id_ in tie.claims)
    return GedcomLine("FAM", "", tuple(below), family.xref)


def _sides(parents: tuple[str, ...], known: Facts) -> Iterator[tuple[str, str]]:
    """Yield who is on which side; GEDCOM 7 has two sides and asks for no sexes."""
    free = ["HUSB", "WIFE"]
    wanted = {"male": "HUSB", "female": "WIFE"}
    for person in sorted(parents, key=lambda one: not known.people[one].sex):
        side = wanted.get(known.people[person].sex, free[0])
        side = side if side in free else free[0]
        free.remove(side)
        yield side, person


def _couple(tie: Tie, cited: tuple[GedcomLine, ...]) -> list[GedcomLine]:
    """Return a marriage; whatever is no stated marriage is an event with its own name."""
    since = date_lines(tie.since)
    if tie.exists is Sureness.CERTAIN and tie.qualifier in ("", "married"):
        found = [GedcomLine("MARR", "" if since else "Y", (*since, *cited))]
    else:
        doubt = "" if tie.exists is Sureness.CERTAIN else ", not certain"
        kind = GedcomLine("TYPE", f"Couple ({tie.qualifier or 'married'}{doubt})")
        found = [GedcomLine("EVEN", "", (kind, *since, *cited))]
    if tie.until is not None:
        found.append(_end(tie.until))
    return found


def _end(until: Window) -> GedcomLine:
    return GedcomLine("EVEN", "", (GedcomLine("TYPE", "Couple ended"), *date_lines(until)))
