"""A network as pyvis builds it: fixed places, one card each, every tie.

`picture` is the network of a child over all days, `free_picture` any people, events and places.
Only this module and `file_scene.py` know pyvis. It returns plain JSON values. The browser draws
them offline with a newer vis-network (`library`), and never as a page of pyvis's own.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pyvis.network import Network as Drawing

from graph.picture.draw.cards import Card, Spans, at, cards
from graph.picture.draw.institutions import institutions
from graph.picture.draw.kin_places import kin_view
from graph.picture.draw.prepared import Picture
from graph.picture.draw.scene import Scene, scene
from graph.picture.draw.shown_text import shown
from graph.picture.draw.tie_days import DrawnTie, bond_drawn, ties_drawn
from graph.picture.draw.tie_lines import INK
from graph.picture.layout.cards_to_place import CardSpot
from graph.picture.layout.closeness import ring_spots
from graph.picture.layout.free_layout import free_places
from graph.picture.layout.free_lines import Straight, drawn_as_kinship, kinship_lines
from graph.picture.layout.hand_places import by_hand
from graph.picture.layout.lower_lanes import below
from graph.record.dates import BEGINNING
from graph.rule.answer import ChildAnswer
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing
from graph.words.answer_text import AnswerText
from graph.words.marks import Mark

_LIBRARY = Path(__file__).parent / "vis_network" / "vis-network.min.js"
_TIE_INK = "#0072b2"


@cache
def library() -> str:
    """Return the script of vis-network, which is shipped."""
    return _LIBRARY.read_text(encoding="utf-8")


def picture(
    answer: ChildAnswer,
    *,
    places: bool = False,
    others: FreeView | None = None,
    keep: Collection[str] = (),
) -> Picture:
    """Build the network around a child, with what it says on every day.

    Args:
        answer: of any day; the picture holds all days.
        places: show institutions too, and who was tied to each when.
        others: people who are not within reach, and what ties them to those who are.
        keep: who has a card of their own where a row is so wide that branches are folded.
    """
    around, found = answer.network, cards(answer)
    kin = kin_view(answer, found, keep)
    spots, said = dict(kin.spots), dict(kin.cards)
    ties = [*ties_drawn(around.facts.ties, found.care, around.child.id)]
    kinds = {id_: ThingKind.MORE if id_ in kin.folded else ThingKind.PERSON for id_ in spots}
    if others is not None:
        spots |= below(spots, others.things, _beside(others.bonds, others.things))
        kinds |= {id_: one.kind for id_, one in others.things.items()}
        said |= {id_: _beyond_card(one) for id_, one in others.things.items()}
        ties += [bond_drawn(bond, over_days=True) for bond in others.bonds]
    if places:
        there = institutions(around, found.people.keys())
        spots |= below(spots, there.cards, _beside(there.ties, there.cards))
        known = around.borders.places
        kinds |= {
            id_: ThingKind.PLACE if id_ in known else ThingKind.EVENT for id_ in there.cards
        }
        said |= there.cards
        ties += there.ties
    return _built(
        spots,
        said,
        kinds,
        tuple(tie for tie in ties if tie.start in spots and tie.end in spots),
        kin.lines,
        day=answer.as_of,
        alt=_alt(answer),
        folded=kin.folded,
    )


def still(answer: ChildAnswer) -> Scene:
    """Return the network of a child on the answer's day, for what draws without a browser."""
    found, around = cards(answer), answer.network
    on_day = {id_: at(spans, answer.as_of).as_dict() for id_, spans in found.people.items()}
    carers = [id_ for id_, spans in found.care.items() if at(spans, answer.as_of) is not None]
    return scene(around.facts, around.child.id, on_day, carers)


def _beside(
    ties: Iterable[DrawnTie] | Iterable[Bond], ids: Collection[str]
) -> dict[str, list[str]]:
    """Return whom each of these is tied to."""
    found: dict[str, list[str]] = {id_: [] for id_ in sorted(ids)}
    for tie in ties:
        for one, other in ((tie.start, tie.end), (tie.end, tie.start)):
            if one in found:
                found[one].append(other)
    return found


def _beyond_card(thing: ViewThing) -> Spans[Card]:
    """Return the card of somebody beyond the child's reach: it says nothing of them."""
    card = _thing_card(thing)
    if thing.kind is ThingKind.PERSON:
        card = replace(card, status="not within reach")
    return ((BEGINNING, card),)


def free_picture(
    view: FreeView,
    *,
    day: date | None = None,
    cards: Mapping[str, Spans[Card]] | None = None,
    middle: str | None = None,
    put: Mapping[str, tuple[float, float]] | None = None,
) -> Picture:
    """Build a picture of any people, events and places, of however many families.

    Families stand as families where kinship is among the ties; all else in lanes below. The
    same view gives the same picture; no two cards overlap, but those that a hand put so.

    Args:
        view: what to draw, from `graph.views.free_view.view` or `view_of`; it may not be empty.
        day: leave out ties that certainly do not hold on that day; the alternative text says
            how many. None: draw every tie.
        cards: what the cards of some people say, instead of only who they are: those of
            `graph.picture.draw.cards.cards`, say.
        middle: who is in the middle of rings of closeness; None: families stand as families.
        put: where a hand put cards. Straight lines then tie them to their kin. In rings, which
            say how close somebody is, no card is put elsewhere.

    Returns:
        A picture whose clicks tell what was clicked: `Picture.behind`.
    """
    ringed = middle in view.things
    laid, rings = ring_spots(view, str(middle)) if ringed else (free_places(view), ())
    spots, aside = by_hand(laid, {} if ringed else put or {})
    plain = {id_: ((BEGINNING, _thing_card(one)),) for id_, one in view.things.items()}
    held = [bond for bond in view.bonds if day is None or bond.may_hold(day)]
    kin = {
        bond
        for bond in held
        if not ringed and not {bond.start, bond.end} & aside and drawn_as_kinship(bond, spots)
    }
    among = tuple(bond for bond in held if bond in kin)
    lines = kinship_lines(FreeView(things=view.things, bonds=among), spots)
    ties = [
        replace(bond_drawn(bond), straight=ringed or spots[bond.start].y != spots[bond.end].y)
        for bond in held
        if bond not in kin
    ]
    drawn = _built(
        spots,
        plain | {id_: spans for id_, spans in (cards or {}).items() if id_ in plain},
        {id_: one.kind for id_, one in view.things.items()},
        tuple(ties),
        tuple(lines),
        day=date.max if day is None else day,
        alt=_free_alt(view, len(view.bonds) - len(held)),
    )
    return replace(drawn, rings=rings)


def _built(  # noqa: PLR0913 - the parts of a picture
    spots: Mapping[str, CardSpot],
    cards: Mapping[str, Spans[Card]],
    kinds: Mapping[str, ThingKind],
    ties: tuple[DrawnTie, ...],
    lines: tuple[Straight, ...],
    *,
    day: date,
    alt: str,
    folded: Mapping[str, tuple[str, ...]] | None = None,
) -> Picture:
    ids = tuple(sorted(spots))
    names = {id_: f"p{nth}" for nth, id_ in enumerate(ids)}
    drawing = Drawing(directed=True, heading="", select_menu=False, filter_menu=False)
    for id_ in ids:
        # The label is a blank, since pyvis would show the id instead of none.
        spot = spots[id_]
        drawing.add_node(names[id_], label=" ", shape="custom", x=spot.x, y=spot.y)
    for tie, style in zip(ties, _styles(ties), strict=True):
        drawing.add_edge(names[tie.start], names[tie.end], **style)
    nodes, edges, *_ = drawing.get_network_data()
    return Picture(
        ids=ids,
        kinds=tuple(kinds[id_] for id_ in ids),
        cards={id_: cards[id_] for id_ in ids},
        nodes=tuple(nodes),
        edges=tuple(edges),
        ties=ties,
        lines=lines,
        day=day,
        alt=alt,
        over_days=folded is not None,
        folded=folded or {},
        options=options(),
    )


def options() -> dict[str, Any]:
    """Return the options of the drawing: nothing moves by itself, nothing can be dragged."""
    return {
        "physics": {"enabled": False},
        "layout": {"randomSeed": 1, "improvedLayout": False},
        "interaction": {
            "dragNodes": False,
            "dragView": True,
            "zoomView": False,  # the wheel scrolls the page; buttons zoom
            "hover": False,
            "selectable": False,
            "tooltipDelay": 0,
        },
        "nodes": {"chosen": False},
    }


def _styles(ties: Iterable[DrawnTie]) -> Iterable[dict[str, Any]]:
    """Yield how each tie is drawn; ties of the same two people bend apart."""
    bends: Counter[frozenset[str]] = Counter()
    for tie in ties:
        style: dict[str, Any] = {
            "label": " ",
            "color": INK if tie.kin else _TIE_INK,
            "width": tie.width,
            "dashes": ([5, 5] if tie.straight else [6, 4])
            if tie.dashed or not tie.kin
            else False,
            "smooth": False,
            "arrows": "",
        }
        pair = frozenset({tie.start, tie.end})
        bends[pair] += 1
        if not tie.straight or bends[pair] > 1:
            bend = 0.1 + 0.13 * bends[pair]
            style["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": bend}
        yield style


_KIND_MARKS = {
    ThingKind.EVENT: Mark.EVENT,
    ThingKind.PLACE: Mark.PLACE,
    ThingKind.MORE: Mark.MORE,
}
_THING_MARKS = {
    "person": Mark.PERSON,
    "group": Mark.GROUP,
    "organisation": Mark.ORGANISATION,
}


def _thing_card(thing: ViewThing) -> Card:
    mark = _KIND_MARKS.get(thing.kind)
    return Card(
        name=thing.name,
        mark=_THING_MARKS[thing.word] if mark is None else mark,
        word=thing.word,
        relation=thing.said,
        stop="Do not contact" if thing.stop else "",
    )


def described(answer: ChildAnswer) -> str:
    """Say in words what a still picture of the answer's day shows."""
    counts = ", ".join(f"{count} {word}" for word, count in answer.counts().items())
    return shown(f"{_alt(answer)} On {answer.as_of.isoformat()}: {counts}.")


def _alt(answer: ChildAnswer) -> str:
    return shown(
        f"Network of the {len(answer.network.reached)} people recorded around "
        f"{AnswerText(answer).child}."
    )


def _free_alt(view: FreeView, not_drawn: int) -> str:
    kinds = Counter(thing.kind for thing in view.things.values())
    counts = ", ".join(
        f"{kinds[kind]} {word}" for kind, word in _PLURALS.items() if kinds[kind]
    )
    rest = f" {not_drawn} ties of other days are not drawn." if not_drawn else ""
    return f"Network of {counts} and {len(view.bonds)} ties among them.{rest}"


_PLURALS = {
    ThingKind.PERSON: "people",
    ThingKind.EVENT: "events",
    ThingKind.PLACE: "places",
}
