"""The picture before anybody draws it: cards, corners and lines, in no library's terms.

The canvas, the SVG and the page in one file draw the same scene. Nodes are named p0, p1, ...
for people (`Scene.people` has the ids behind them) and j0, j1, ... for the corners of lines.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.facts import Facts
from graph.network_view.layout import places
from graph.network_view.lines import descent
from graph.network_view.pairs import Brackets, marriages, siblings
from graph.network_view.routes import Ground, Joints, Line
from graph.network_view.ties import (
    FONT,
    INK,
    by_birth,
    couples,
    doubtful_descents,
    family_of,
    stated_siblings,
    tie_lines,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Nodes: `id`, `x`, `y` and, for people, `card`; edges: `from`, `to` and a style."""

    people: tuple[str, ...]
    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]


def scene(
    facts: Facts, child: str, cards: Mapping[str, Mapping[str, Any]], carers: Iterable[str]
) -> Scene:
    """Place everybody who has a card, and draw what ties them.

    Args:
        facts: what the records add up to.
        child: whom the picture is about.
        cards: what each card says, by person.
        carers: who cares, or cared, for the child.
    """
    family = family_of(facts, child, cards.keys())
    spots = places(family)
    people = tuple(sorted(spots))
    names = {id_: f"p{i}" for i, id_ in enumerate(people)}
    placed = {names[id_]: spots[id_] for id_ in people}
    joints, brackets = Joints(), Brackets(Ground(placed))
    lines = [
        *descent(placed, by_birth(facts, names), joints, doubtful_descents(facts, names)),
        *marriages(placed, couples(facts, names), joints, brackets),
        *siblings(placed, stated_siblings(facts, names), joints, brackets),
    ]
    return Scene(
        people=people,
        nodes=(
            *(
                {"id": names[i], "x": spots[i].x, "y": spots[i].y, "card": dict(cards[i])}
                for i in people
            ),
            *({"id": name, "x": at.x, "y": at.y} for name, at in joints.spots.items()),
        ),
        edges=(
            *map(_edge, lines),
            *(
                {"from": names[start], "to": names[end]} | drawn
                for start, end, drawn in tie_lines(facts, child, family.members, carers)
            ),
        ),
    )


def _edge(line: Line) -> dict[str, Any]:
    return {
        "from": line.start,
        "to": line.end,
        "width": line.width,
        "dashes": [5, 5] if line.dashed else False,
        "color": INK,
        "smooth": False,
        "arrows": "",
    } | ({"label": line.label, "font": FONT} if line.label else {})
