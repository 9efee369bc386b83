"""A scene of Explore: who and what is shown, hidden and pinned, and the filters.

A scene is a value: each change returns another scene, so a page can undo it. Its address is all
of it, so that a link opens the same scene. It holds ids and words of the vocabulary, no names.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from graph.record.vocabulary import Left
from graph.store.queries import query
from graph.views.free_view import Bond, FreeView, ThingKind
from graph.views.sensitivity import SensitivityStore

NO_ANSWER, A_CHILD, DIFFERS = "no answer", "child", "differs"
"""Answers of a card beside those of `Left`; one that differs by child is `DIFFERS`."""
ANSWERS = (*(left.value for left in Left), DIFFERS, A_CHILD, NO_ANSWER)
TIE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "parents and children": ("parent_of",),
    "marriage": ("spouse_of",),
    "brothers and sisters": ("sibling_of",),
    "other kin": ("kin_of", "same_as", "not_same_as"),
    "care": ("cares_for",),
    "household": ("lives_with",),
    "acquaintance": ("knows",),
    "groups": ("member_of",),
    "events": ("took_part",),
    "places": ("at", "was_at", "part_of"),
}


_MOVED = re.compile(r"(.+):(-?[0-9]{1,6}):(-?[0-9]{1,6})")
_FARTHEST = 99_999


@dataclass(frozen=True, slots=True)
class ExploredScene:
    """What Explore shows. Every field is a list of ids or words, in the order of adding."""

    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    pin: tuple[str, ...] = ()
    """Whom and what no filter takes away."""
    picked: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    """Filters; an empty one takes nothing away."""
    ties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    colour: tuple[str, ...] = ()
    """The property by which cards are coloured; one at most."""
    size: tuple[str, ...] = ()
    """What is counted for the size of a card; one at most."""
    rings: tuple[str, ...] = ()
    """Who is in the middle of rings of closeness; one at most."""
    moved: tuple[str, ...] = ()
    """Cards that are where a hand put them: "id:x:y" of each, as `placed` writes it."""

    @classmethod
    def of(cls, address: Mapping[str, str]) -> "ExploredScene":
        """Read a scene from an address; what is no part of a scene is left alone."""
        return cls(
            **{
                one.name: tuple(dict.fromkeys(filter(None, address[one.name].split(","))))
                for one in fields(cls)
                if one.name in address
            }
        )

    def address(self) -> dict[str, str]:
        """Return the parts of the address that say this scene; empty ones are left out."""
        said = {one.name: ",".join(getattr(self, one.name)) for one in fields(self)}
        return {name: text for name, text in said.items() if text}

    @property
    def spots(self) -> dict[str, tuple[int, int]]:
        """Return where a hand put cards, by id; what is no place is left out."""
        found = [_MOVED.fullmatch(one) for one in self.moved]
        return {one[1]: (int(one[2]), int(one[3])) for one in found if one is not None}

    @property
    def seen(self) -> tuple[str, ...]:
        """Return what is shown and not hidden."""
        return tuple(id_ for id_ in self.show if id_ not in self.hide)

    def with_(self, ids: Iterable[str]) -> "ExploredScene":
        """Return it with more to show; what was hidden stays hidden."""
        return replace(self, show=tuple(dict.fromkeys((*self.show, *ids))))

    def brought(self, id_: str) -> "ExploredScene":
        """Return it with one to show and to pick, also where it was hidden."""
        shown = replace(self, hide=_without(self.hide, (id_,))).with_((id_,))
        return replace(shown, picked=(id_,))

    def hidden(self, ids: Collection[str]) -> "ExploredScene":
        """Return it without some of what is shown."""
        hide = tuple(dict.fromkeys((*self.hide, *ids)))
        return replace(
            self,
            hide=hide,
            picked=_without(self.picked, ids),
            pin=_without(self.pin, ids),
        )

    def pinned(self, ids: Iterable[str]) -> "ExploredScene":
        """Return it with some pinned; those that are pinned already are let go."""
        wanted = tuple(ids)
        new = tuple(id_ for id_ in wanted if id_ not in self.pin)
        return replace(self, pin=(*_without(self.pin, wanted), *new))

    def placed(self, spots: Mapping[str, tuple[float, float]]) -> "ExploredScene":
        """Return it with cards that a hand put somewhere; the others stay where they are."""
        put = self.spots | {id_: (_within(x), _within(y)) for id_, (x, y) in spots.items()}
        return replace(self, moved=tuple(f"{id_}:{x}:{y}" for id_, (x, y) in put.items()))

    def put_back(self, ids: Collection[str]) -> "ExploredScene":
        """Return it with some cards where the layout has them."""
        put = {id_: spot for id_, spot in self.spots.items() if id_ not in ids}
        return replace(self, moved=()).placed(put)

    def also_picked(self, id_: str) -> "ExploredScene":
        """Return it with one more picked, or one fewer."""
        if id_ in self.picked:
            return replace(self, picked=_without(self.picked, (id_,)))
        return replace(self, picked=(*self.picked, id_))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Where people and events of a scene are recorded: the choices of two filters."""

    places: Mapping[str, str]
    """The name of each place, by id."""
    sources: Mapping[str, str]
    having: Mapping[str, frozenset[str]]
    """The places and sources of each person and event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer:
    """The answer for one person on a day, and what is recorded of them."""

    left: str
    status: str = ""


def recorded(store: SensitivityStore, ids: Collection[str]) -> Recorded:
    """Read at which places and in which sources people and events are recorded."""
    rows = store.read(query("read/where_recorded"), ids=sorted(ids)) if ids else []
    having: dict[str, set[str]] = {}
    for row in rows:
        having.setdefault(row["id"], set()).add(row["of"])
    return Recorded(
        places={row["of"]: row["name"] for row in rows if row["kind"] == "place"},
        sources={row["of"]: row["name"] for row in rows if row["kind"] == "source"},
        having={id_: frozenset(those) for id_, those in having.items()},
    )


def day_answers(
    store: SensitivityStore, ids: Collection[str], day: date
) -> dict[str, DayAnswer]:
    """Read the answer for each person on a day, from the calendars of all children.

    A child is `A_CHILD`. Where the answers towards two children are not one, it is `DIFFERS`.
    Who is within reach of no child is not in it.
    """
    rows = store.read(query("read/answers_on"), ids=sorted(ids), day=day) if ids else []
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append(row)
    return {id_: _one_answer(said) for id_, said in found.items()}


def _one_answer(rows: Iterable[Mapping[str, Any]]) -> DayAnswer:
    said = {(row["left"], row["status"]) for row in rows}
    if ("", "") in said:
        return DayAnswer(left=A_CHILD)
    if len({left for left, _ in said}) > 1:
        return DayAnswer(left=DIFFERS, status=" or ".join(sorted({left for left, _ in said})))
    left, status = min(said)
    return DayAnswer(left=left, status=status)


def filtered(
    seen: FreeView,
    scene: ExploredScene,
    answers: Mapping[str, DayAnswer],
    where: Recorded,
    day: date,
) -> FreeView:
    """Return what the filters leave of a view on a day.

    An event or a place goes with the last card to which it was tied, and an event that begins
    after the day goes too. What is pinned stays.
    """
    kept = {
        id_
        for id_, thing in seen.things.items()
        if id_ in scene.pin
        or (
            (thing.kind is not ThingKind.PERSON or _answered(id_, scene, answers))
            and _recorded_at(id_, thing.kind, scene, where)
            and not (thing.kind is ThingKind.EVENT and thing.since > day)
        )
    }
    for kind in (ThingKind.EVENT, ThingKind.PLACE):
        kept -= _left_alone(seen, kept, kind, scene.pin)
    wanted = {kind for group in scene.ties for kind in TIE_GROUPS.get(group, ())}
    bonds = tuple(
        bond
        for bond in seen.bonds
        if {bond.start, bond.end} <= kept and (not wanted or bond.kind in wanted)
    )
    things = {id_: thing for id_, thing in seen.things.items() if id_ in kept}
    return FreeView(things=things, bonds=bonds, missing=seen.missing)


def _answered(id_: str, scene: ExploredScene, answers: Mapping[str, DayAnswer]) -> bool:
    said = answers[id_].left if id_ in answers else NO_ANSWER
    return not scene.answers or said in scene.answers


def _recorded_at(id_: str, kind: ThingKind, scene: ExploredScene, where: Recorded) -> bool:
    if kind is ThingKind.PLACE:
        return not scene.places or id_ in scene.places
    having = where.having.get(id_, frozenset())
    return all(
        not wanted or having & frozenset(wanted) for wanted in (scene.places, scene.sources)
    )


def _left_alone(
    seen: FreeView, kept: set[str], kind: ThingKind, pinned: Collection[str]
) -> set[str]:
    """Return the events whose people, or the places whose ties, are all gone."""
    alone = set()
    for id_ in kept - set(pinned):
        if seen.things[id_].kind is kind:
            others = {other for bond in seen.bonds if (other := _other(bond, id_)) is not None}
            tied = {
                one
                for one in others
                if kind is ThingKind.PLACE or seen.things[one].kind is ThingKind.PERSON
            }
            if tied and not tied & kept:
                alone.add(id_)
    return alone


def _other(bond: Bond, id_: str) -> str | None:
    if id_ == bond.start:
        return bond.end
    return bond.start if id_ == bond.end else None


def _within(place: float) -> int:
    return max(-_FARTHEST, min(_FARTHEST, round(place)))


def _without(ids: Iterable[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ not in gone)
