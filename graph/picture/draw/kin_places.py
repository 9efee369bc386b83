"""The places of people around a child, and the lines of kinship: the same on every day.

Where a row is too wide to read, whole branches become one card with the names of its people
(`collapse.py`). It carries their hard stops, and its counts follow the day.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from graph.picture.draw.cards import Card, Cards, Spans, at, joined
from graph.picture.draw.collapsed_cards import more_card
from graph.picture.draw.scene import Fold, scene
from graph.picture.layout.cards_to_place import CardSpot
from graph.picture.layout.free_lines import Straight
from graph.record.dates import BEGINNING
from graph.rule.answer import ChildAnswer
from graph.words.marks import Mark

_FOLDED = "folded "


@dataclass(frozen=True, slots=True)
class KinView:
    """Spots and cards by id, and whom the cards stand for that stand for several."""

    spots: Mapping[str, CardSpot]
    cards: Mapping[str, Spans[Card]]
    lines: tuple[Straight, ...]
    folded: Mapping[str, tuple[str, ...]]


def kin_view(answer: ChildAnswer, found: Cards, keep: Collection[str]) -> KinView:
    """Place everybody around a child.

    Args:
        answer: of any day.
        found: everybody's cards.
        keep: who has a card of their own, however wide the row is.
    """
    facts, child = answer.network.facts, answer.network.child.id
    blank: dict[str, dict[str, Any]] = {id_: {} for id_ in found.people}
    drawn = scene(facts, child, blank, (), fold=Fold(keep={child, *keep}))
    where = {node["id"]: CardSpot(node["x"], node["y"]) for node in drawn.nodes}
    folded = {f"{_FOLDED}{people[0]}": people for people in drawn.more.values()}
    spots = {id_: where[f"p{nth}"] for nth, id_ in enumerate(drawn.people)}
    spots |= {f"{_FOLDED}{people[0]}": where[name] for name, people in drawn.more.items()}
    return KinView(
        spots=spots,
        cards={id_: found.people[id_] for id_ in drawn.people}
        | {id_: _more_days(found, people) for id_, people in folded.items()},
        lines=tuple(
            _straight_line(edge, where) for edge in drawn.edges if edge["smooth"] is False
        ),
        folded=folded,
    )


def _more_days(found: Cards, people: Collection[str]) -> Spans[Card]:
    """Return the text of a card of several people, on every day."""
    theirs = [found.people[id_] for id_ in people]
    days = sorted({BEGINNING, *(day for spans in theirs for day, _ in spans)})
    told = ((day, more_card([at(spans, day).as_dict() for spans in theirs])) for day in days)
    return joined((day, _card(said)) for day, said in told)


def _card(said: Mapping[str, str]) -> Card:
    rest = {name: text for name, text in said.items() if name != "mark"}
    return Card(mark=Mark(said["mark"]), **rest)


def _straight_line(edge: Mapping[str, Any], where: Mapping[str, CardSpot]) -> Straight:
    """Return an edge of kinship as the browser draws it; ties with days bend, these do not."""
    words = str(edge.get("label", "")).strip()
    start, end = where[edge["from"]], where[edge["to"]]
    dashed = int(bool(edge.get("dashes")))
    return start.x, start.y, end.x, end.y, edge["width"], dashed, words
