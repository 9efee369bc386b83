"""The network of one child as pyvis builds it: fixed places, one card a person, every tie.

The only module that knows pyvis. What it returns is plain JSON values; the browser draws them
with the library that pyvis ships (`library`), offline, and never as a page of pyvis's own.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network as Drawing

from graph.answer import ChildAnswer, Relative
from graph.facts import Sureness, Tie
from graph.network_view.layout import COLUMN, Family, Member, Spot, places
from graph.network_view.lines import Joints, Line, descent
from graph.network_view.marks import Mark, looks, mark_of
from graph.network_view.text import shown
from graph.vocabulary import Care, TieKind
from graph.wording import LEFT_WORDS, STATUS_WORDS

_LIBRARY = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
_BY_BIRTH = ("birth", "unknown", "")
_CARE_WORDS = {
    Care.CAREGIVER: "caregiver",
    Care.VISITED: "visited",
    Care.FORMER: "former caregiver",
    Care.DECLINED: "declined to care",
}
_INK = "#333333"
_TIE_INK = "#0072b2"


@cache
def library() -> str:
    """Return the script of vis-network, as the pyvis wheel carries it."""
    return _LIBRARY.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A network, ready to be drawn; `people` are the ids behind the nodes p0, p1, ..."""

    people: tuple[str, ...]
    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    options: dict[str, Any]
    day: str
    alt: str

    def data(self, selected: str | None) -> dict[str, Any]:
        """Return what the browser needs to draw it."""
        bare = [{k: v for k, v in node.items() if k != "card"} for node in self.nodes]
        return {
            "nodes": list(self.nodes),
            "edges": list(self.edges),
            "options": self.options,
            "looks": looks(),
            "world": self._world(),
            "shape": _digest(bare),
            "lines": _digest(self.edges),
            "selected": f"p{self.people.index(selected)}" if selected in self.people else None,
            "day": self.day,
            "alt": self.alt,
        }

    def _world(self) -> dict[str, float]:
        cards = [node for node in self.nodes if "card" in node]
        return {
            "left": min(node["x"] for node in cards) - COLUMN * 0.55,
            "right": max(node["x"] for node in cards) + COLUMN * 0.55,
            "top": min(node["y"] for node in cards) - 84,
            "bottom": max(node["y"] for node in cards) + 84,
        }


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def picture(answer: ChildAnswer) -> Picture:
    """Build the network around a child on the day of an answer."""
    family = _family(answer)
    spots = places(family)
    people = tuple(sorted(spots))
    names = {id_: f"p{i}" for i, id_ in enumerate(people)}
    placed = {names[id_]: spots[id_] for id_ in people}
    drawing = Drawing(directed=True, heading="", select_menu=False, filter_menu=False)
    cards = _cards(answer)
    for id_ in people:
        _add_card(drawing, names[id_], spots[id_], cards[id_])
    _add_descent(drawing, placed, _by_birth(answer, names))
    for start, end, style in _drawn_ties(answer, family):
        drawing.add_edge(names[start], names[end], **style)
    nodes, edges, *_ = drawing.get_network_data()
    return Picture(
        people=people,
        nodes=tuple(nodes),
        edges=tuple(edges),
        options=_options(),
        day=answer.as_of.isoformat(),
        alt=_alt(answer),
    )


def _options() -> dict[str, Any]:
    """Return the options of the drawing: nothing moves by itself, nothing can be dragged."""
    return {
        "physics": {"enabled": False},
        "layout": {"randomSeed": 1},
        "interaction": {
            "dragNodes": False,
            "dragView": True,
            "zoomView": False,  # the wheel scrolls the page; buttons zoom
            "hover": False,
            "selectable": False,
            "tooltipDelay": 0,
        },
        "nodes": {"chosen": False},
        "edges": {"chosen": False},
    }


def _family(answer: ChildAnswer) -> Family:
    around, people = answer.network, answer.network.facts.people
    shown = sorted({around.child.id, *around.siblings, *around.reached} & people.keys())
    ties = [tie for tie in around.facts.ties if {tie.person, tie.relative} <= set(shown)]
    parents: dict[str, tuple[str, ...]] = {}
    for tie in sorted(ties, key=lambda t: (t.qualifier not in _BY_BIRTH, t.person)):
        if tie.kind is TieKind.PARENT_OF:
            parents[tie.relative] = (*parents.get(tie.relative, ()), tie.person)
    beside: dict[str, tuple[str, ...]] = {}
    for tie in ties:
        beside[tie.person] = (*beside.get(tie.person, ()), tie.relative)
        beside[tie.relative] = (*beside.get(tie.relative, ()), tie.person)
    return Family(
        child=around.child.id,
        members={
            id_: Member(id=id_, sex=people[id_].sex, order=(people[id_].born.earliest,))
            for id_ in shown
        },
        parents={child: tuple(dict.fromkeys(theirs)) for child, theirs in parents.items()},
        couples=_pairs(ties, TieKind.SPOUSE_OF),
        siblings=_pairs(ties, TieKind.SIBLING_OF),
        beside=beside,
    )


def _pairs(ties: Iterable[Tie], kind: TieKind) -> frozenset[frozenset[str]]:
    return frozenset(frozenset({t.person, t.relative}) for t in ties if t.kind is kind)


def _cards(answer: ChildAnswer) -> dict[str, dict[str, Any]]:
    around = answer.network
    found = {around.child.id: _plain_card(around.child.name, Mark.CHILD, "the child", "")}
    for id_ in around.siblings:
        relation = (
            around.reached[id_].relation if id_ in around.reached else "brother or sister"
        )
        name = around.facts.people[id_].name
        found[id_] = _plain_card(name, Mark.SIBLING, "also a child", "not counted", relation)
    for id_, card in found.items():
        card["stop"] = "Do not contact" if id_ in answer.stops else ""
    return found | {relative.person.id: _card(relative) for relative in answer.relatives}


def _plain_card(
    name: str, mark: Mark, word: str, status: str, relation: str = ""
) -> dict[str, Any]:
    return {
        "name": shown(name),
        "mark": mark.value,
        "word": word,
        "status": status,
        "relation": shown(relation),
        "stop": "",
        "note": "",
    }


def _card(relative: Relative) -> dict[str, Any]:
    said = relative.answer
    notes = [
        "household asked not to" if relative.household_asked_not else "",
        "" if relative.care is None else _CARE_WORDS[relative.care],
        "a group" if relative.group else "",
    ]
    return _plain_card(
        relative.person.name,
        mark_of(said),
        LEFT_WORDS[said.left],
        STATUS_WORDS[said.status],
        relative.reached.relation,
    ) | {
        "stop": "Do not contact" if relative.do_not_contact else "",
        "note": " · ".join(note for note in notes if note),
    }


def _add_card(drawing: Drawing, name: str, spot: Spot, card: Mapping[str, Any]) -> None:
    """Add a person; the label is a blank, since pyvis would show the id instead of none."""
    drawing.add_node(name, label=" ", shape="custom", x=spot.x, y=spot.y, card=dict(card))


def _by_birth(answer: ChildAnswer, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    parents: dict[str, tuple[str, ...]] = {}
    for tie in answer.network.facts.ties:
        drawn = tie.person in names and tie.relative in names
        if drawn and tie.kind is TieKind.PARENT_OF and tie.qualifier in _BY_BIRTH:
            child = names[tie.relative]
            parents[child] = (*parents.get(child, ()), names[tie.person])
    return parents


def _add_descent(
    drawing: Drawing, placed: Mapping[str, Spot], parents: Mapping[str, tuple[str, ...]]
) -> None:
    joints = Joints()
    lines: list[Line] = descent(placed, parents, joints)
    for name, spot in joints.spots.items():
        drawing.add_node(name, label=" ", shape="dot", size=0.1, color=_INK, x=spot.x, y=spot.y)
    for line in lines:
        drawing.add_edge(
            line.start, line.end, color=_INK, width=line.width, smooth=False, arrows=""
        )


def _drawn_ties(
    answer: ChildAnswer, family: Family
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every tie that is not a line of descent; ties of the same two bend apart."""
    bends: Counter[frozenset[str]] = Counter()
    for start, end, label, style in _ties(answer, family):
        pair = frozenset({start, end})
        straight = style.get("smooth") is False
        if not straight:
            bends[pair] += 1
        bend = 0.1 + 0.13 * bends[pair]
        curve = {"enabled": True, "type": "curvedCW", "roundness": bend}
        drawn = {
            "label": shown(label)[:40] or " ",
            "color": _TIE_INK,
            "dashes": [6, 4],
            "width": 1.6,
            "smooth": curve,
            "arrows": "",
            "font": {"size": 12, "color": "#000000", "strokeWidth": 4, "multi": False},
        }
        yield start, end, drawn | style


def _ties(
    answer: ChildAnswer, family: Family
) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for relative in answer.relatives:
        if relative.care is not None and relative.person.id in family.members:
            # The card says which care it is.
            yield relative.person.id, family.child, "", {"width": 2.4}
    for tie in answer.network.facts.ties:
        drawn = _drawn(tie, family.child)
        if drawn is not None and {tie.person, tie.relative} <= family.members.keys():
            label, style = drawn
            doubt = "" if tie.exists is Sureness.CERTAIN else "?"
            yield tie.person, tie.relative, f"{label}{doubt}", style


def _drawn(tie: Tie, child: str) -> tuple[str, dict[str, Any]] | None:
    """Return the word on a tie's line and how it differs; None for what is drawn otherwise."""
    kinship = {"color": _INK, "dashes": False}
    match tie.kind:
        case TieKind.SPOUSE_OF:
            dashes = [5, 5] if tie.qualifier == "ended" else False
            return "", kinship | {"width": 3, "smooth": False, "dashes": dashes}
        case TieKind.SIBLING_OF:
            return "siblings", kinship
        case TieKind.PARENT_OF if tie.qualifier not in _BY_BIRTH:
            return tie.qualifier, kinship | {"dashes": [6, 4]}
        case TieKind.LIVES_WITH if child in (tie.person, tie.relative):
            return "lives with", {}
        case TieKind.KIN_OF | TieKind.KNOWS:
            return "", {}  # the card says which
    return None


def _alt(answer: ChildAnswer) -> str:
    counts = ", ".join(f"{count} {word}" for word, count in answer.counts().items())
    return shown(
        f"Network of the {len(answer.relatives)} people recorded around "
        f"{answer.network.child.name} on {answer.as_of.isoformat()}: {counts}. The list below "
        "says the same in words, and a person can be chosen there."
    )
