"""The lines of kinship in a free view, family by family, as on a child's page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.picture.layout.cards_to_place import CardSpot
from graph.picture.layout.couple_lines import Brackets, marriages, siblings
from graph.picture.layout.descent_lines import descent
from graph.picture.layout.free_layout import BY_BIRTH, kin_groups
from graph.picture.layout.routes import Ground, Joints, RouteLine
from graph.record.vocabulary import TieKind
from graph.views.free_view import Bond, FreeView

Straight = tuple[float, float, float, float, float, int, str]
"""From x, y to x, y; its width; 1 if it is dashed; its words."""


def kinship_lines(view: FreeView, spots: Mapping[str, CardSpot]) -> Iterator[Straight]:
    """Yield the lines of descent, of couples, and of stated brothers and sisters."""
    home = {id_: nth for nth, group in enumerate(kin_groups(view)) for id_ in group}
    bonds: defaultdict[int, list[Bond]] = defaultdict(list)
    for bond in view.bonds:
        if drawn_as_kinship(bond, spots):
            bonds[home[bond.start]].append(bond)
    for nth in sorted(bonds):
        group = {f"p{id_}": spots[id_] for id_, family in home.items() if family == nth}
        yield from _family_lines(group, bonds[nth])


def drawn_as_kinship(bond: Bond, spots: Mapping[str, CardSpot]) -> bool:
    """Return whether a tie is a line among the generations, or an edge like any other.

    A parent who does not stand above the child, since the records run in a circle, is tied by
    an edge.
    """
    if bond.start == bond.end:
        return False
    if bond.kind == TieKind.PARENT_OF.value:
        return bond.qualifier in BY_BIRTH and spots[bond.start].y < spots[bond.end].y
    return bond.kind in (TieKind.SPOUSE_OF.value, TieKind.SIBLING_OF.value)


def _family_lines(group: Mapping[str, CardSpot], bonds: Sequence[Bond]) -> Iterator[Straight]:
    joints, brackets = Joints(), Brackets(Ground(group))
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for bond in _of(bonds, TieKind.PARENT_OF):
        parents[f"p{bond.end}"].append(f"p{bond.start}")
    doubtful = {
        (f"p{b.end}", f"p{b.start}") for b in _of(bonds, TieKind.PARENT_OF) if b.doubtful
    }
    wed = {
        _pair(b): (b.qualifier == "ended", b.doubtful) for b in _of(bonds, TieKind.SPOUSE_OF)
    }
    born = {_pair(b): b.doubtful for b in _of(bonds, TieKind.SIBLING_OF)}
    lines = [
        *descent(
            group, {c: tuple(dict.fromkeys(ps)) for c, ps in parents.items()}, joints, doubtful
        ),
        *marriages(
            group, [(*two, *said) for two, said in sorted(wed.items())], joints, brackets
        ),
        *siblings(
            group, [(*two, said) for two, said in sorted(born.items())], joints, brackets
        ),
    ]
    where = {**group, **joints.spots}
    yield from (_straight(line, where) for line in lines)


def _of(bonds: Sequence[Bond], kind: TieKind) -> list[Bond]:
    return [bond for bond in bonds if bond.kind == kind.value]


def _pair(bond: Bond) -> tuple[str, str]:
    one, other = sorted((f"p{bond.start}", f"p{bond.end}"))
    return one, other


def _straight(line: RouteLine, where: Mapping[str, CardSpot]) -> Straight:
    start, end = where[line.start], where[line.end]
    return start.x, start.y, end.x, end.y, line.width, int(line.dashed), line.label
