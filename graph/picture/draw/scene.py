"""The picture before it is drawn: cards, corners and lines, in no library's terms.

The canvas, the SVG and the page in one file draw the same scene. Nodes of people are named p0,
p1, ... (`Scene.people` has the ids behind them). The corners of lines are j0, j1, ...
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.facts.adding_up import Facts
from graph.picture.draw.collapsed_cards import more_card
from graph.picture.draw.tie_lines import (
    FONT,
    INK,
    couples,
    doubtful_descents,
    family_of,
    stated_siblings,
    tie_lines,
)
from graph.picture.layout.cards_to_place import CardSpot, CardsToPlace
from graph.picture.layout.collapse import WIDEST, folded
from graph.picture.layout.couple_lines import Brackets, marriages, siblings
from graph.picture.layout.descent_lines import descent
from graph.picture.layout.family_layout import places
from graph.picture.layout.routes import Ground, Joints, RouteLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Nodes: `id`, `x`, `y` and, for people, `card`; edges: `from`, `to` and a style.

    `more` has, by node (m0, m1, ...), the people of one card.
    """

    people: tuple[str, ...]
    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """How wide a row may be before branches are folded, and who is not."""

    keep: Collection[str]
    widest: int = WIDEST


def scene(
    facts: Facts,
    child: str,
    cards: Mapping[str, Mapping[str, Any]],
    carers: Iterable[str],
    *,
    fold: Fold | None = None,
) -> Scene:
    """Place everybody who has a card, and draw what ties them.

    Args:
        facts: what the records add up to.
        child: whom the picture is about.
        cards: what each card says, by person.
        carers: who cares, or cared, for the child.
        fold: None: everybody has a card, however wide a row is.
    """
    family = family_of(facts, child, cards.keys())
    family, folds = (family, ()) if fold is None else folded(family, fold.keep, fold.widest)
    spots = places(family)
    mores = {one.id: one for one in folds}
    people = tuple(sorted(spots.keys() - mores.keys()))
    names = {id_: f"p{i}" for i, id_ in enumerate(people)}
    names |= {id_: f"m{i}" for i, id_ in enumerate(sorted(mores))}
    says = {
        names[id_]: more_card([cards[one] for one in mores[id_].people])
        if id_ in mores
        else dict(cards[id_])
        for id_ in spots
    }
    placed = {names[id_]: spots[id_] for id_ in sorted(spots)}
    joints = Joints()
    lines = _kinship(facts, family, names, placed, joints)
    return Scene(
        people=people,
        nodes=tuple(
            {"id": name, "x": at.x, "y": at.y} | ({"card": says[name]} if name in says else {})
            for name, at in (placed | joints.spots).items()
        ),
        edges=(
            *map(_edge, lines),
            *(
                {"from": names[start], "to": names[end]} | drawn
                for start, end, drawn in tie_lines(facts, child, people, carers)
            ),
        ),
        more={names[id_]: one.people for id_, one in mores.items()},
    )


def _kinship(
    facts: Facts,
    family: CardsToPlace,
    names: Mapping[str, str],
    placed: Mapping[str, CardSpot],
    joints: Joints,
) -> list[RouteLine]:
    """Return the lines of descent, of couples and of stated brothers and sisters."""
    parents = {
        names[child]: tuple(names[p] for p in theirs if p in names)
        for child, theirs in family.parents.items()
        if child in names
    }
    brackets = Brackets(Ground(placed))
    return [
        *descent(placed, parents, joints, doubtful_descents(facts, names)),
        *marriages(placed, couples(facts, names), joints, brackets),
        *siblings(placed, stated_siblings(facts, names), joints, brackets),
    ]


def _edge(line: RouteLine) -> dict[str, Any]:
    return {
        "from": line.start,
        "to": line.end,
        "width": line.width,
        "dashes": [5, 5] if line.dashed else False,
        "color": INK,
        "smooth": False,
        "arrows": "",
    } | ({"label": line.label, "font": FONT} if line.label else {})
