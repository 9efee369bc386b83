"""A free view: any people, events and places, of however many families, and their ties.

It shows the result of a question, or any things together. A view comes from the store (`view`,
few queries whatever the size) or from facts in memory (`view_of`). It holds nobody who was not
requested, and lists the ids that nothing has.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from graph.facts.adding_up import Event, Facts, Sureness, Tie
from graph.facts.timeline import Span
from graph.record.dates import BEGINNING, END, When, Window, later, said_window
from graph.record.model import Place
from graph.record.vocabulary import PersonKind, Role, event_types
from graph.store.queries import query
from graph.views import sensitivity
from graph.views.sensitivity import SensitivityStore

PART_OF, MEMBER_OF, TOOK_PART, AT, WAS_AT = "part_of", "member_of", "took_part", "at", "was_at"
"""Ties that are no `TieKind`; `was_at`: took part in an event there that is not shown."""

_A_MONTH = 31


class ThingKind(StrEnum):
    """The kind of thing that a card shows, for a click."""

    PERSON = "person"
    EVENT = "event"
    PLACE = "place"
    MORE = "more"
    """A card for things that are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewThing:
    """A person (or a group, or an organisation), an event or a place."""

    id: str
    kind: ThingKind
    name: str
    word: str
    """What it is, in a word: person, group, event, orphanage ..."""
    said: str = ""
    """A second line: when an event was."""
    sex: str = ""
    since: date = BEGINNING
    """Birth or beginning: the older comes first."""
    stop: bool = False
    """The person asked not to be contacted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A tie between two things of a view, with the days on which it may hold."""

    start: str
    end: str
    kind: str
    """A `TieKind`, or one of the words at the head of this module."""
    words: str = ""
    qualifier: str = ""
    doubtful: bool = False
    first: date = BEGINNING
    last: date = END

    def may_hold(self, day: date) -> bool:
        """Return whether it may hold on a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeView:
    """Things by id, and the ties among them; `missing` are ids of nothing that is recorded."""

    things: Mapping[str, ViewThing]
    bonds: tuple[Bond, ...]
    missing: tuple[str, ...] = ()


def view(store: SensitivityStore, ids: Iterable[str]) -> FreeView:
    """Read from the store what these ids name, and the ties among them.

    Args:
        store: what answers the queries.
        ids: of people, events and places, in any order; the same view for the same ids.
    """
    wanted = sorted(set(ids))
    found = things_named(store, wanted)
    bonds = store.read(query("read/view_bonds"), ids=wanted)
    return FreeView(
        things=found,
        bonds=_ordered(_stored_bond(row) for row in bonds),
        missing=tuple(id_ for id_ in wanted if id_ not in found),
    )


def things_named(store: SensitivityStore, ids: Iterable[str]) -> dict[str, ViewThing]:
    """Read what these ids name, without ties: people, events and places, by id."""
    rows = store.read(query("read/view_things"), ids=sorted(set(ids)))
    found = {row["id"]: row for row in rows}
    people = {id_ for id_, row in found.items() if row["kind"] == ThingKind.PERSON.value}
    carrying = frozenset(sensitivity.stops(store, [people])[0])
    return {id_: _stored_thing(found[id_], carrying) for id_ in sorted(found)}


def view_of(
    known: Facts,
    ids: Iterable[str],
    *,
    places: Mapping[str, Place],
    stops: Collection[str],
) -> FreeView:
    """Make a view of facts at hand.

    Args:
        known: what the records add up to.
        ids: of people, events and places.
        places: those that the events name.
        stops: who carries the hard stop (`standing_requests`); asked for, so that no picture
            forgets it.
    """
    wanted = sorted(set(ids))
    things: dict[str, ViewThing] = {}
    for id_ in wanted:
        if id_ in known.people:
            person = known.people[id_]
            things[id_] = ViewThing(
                id=id_,
                kind=ThingKind.PERSON,
                name=person.name,
                word=person.kind.value,
                sex=person.sex,
                since=person.born.earliest,
                stop=id_ in stops,
            )
        elif id_ in known.events:
            things[id_] = _event_thing(known.events[id_])
        elif id_ in places:
            things[id_] = _place_thing(id_, places[id_].name, places[id_].kind)
    bonds = [
        *_ties_among(known.ties, things),
        *_events_among(known, things),
        *_wholes_among(known, things, places),
    ]
    return FreeView(
        things=things,
        bonds=_ordered(bonds),
        missing=tuple(id_ for id_ in wanted if id_ not in things),
    )


def short_window(window: Window) -> str:
    """Say a window in as few signs as it can be said in, for a card or a line.

    2018, 2018-05, 2018-05-15; where it is no calendar year, month or day: from when to when.
    """
    first, last = window.earliest, window.latest
    if BEGINNING in (first, last) or END in (first, last):
        return said_window(window)
    after = later(last, 1)
    if (first.month, first.day, after) == (1, 1, date(first.year + 1, 1, 1)):
        return f"{first.year}"
    if first.day == 1 and after.day == 1 and (last - first).days < _A_MONTH:
        return f"{first:%Y-%m}"
    return first.isoformat() if first == last else f"{first} to {last}"


def _ordered(bonds: Iterable[Bond]) -> tuple[Bond, ...]:
    kept = {(b.start, b.end, b.kind, b.words, b.qualifier, b.first, b.last): b for b in bonds}
    return tuple(kept[key] for key in sorted(kept))


def _event_thing(event: Event) -> ViewThing:
    return ViewThing(
        id=event.id,
        kind=ThingKind.EVENT,
        name=event.type.words,
        word="event" if event.exists is Sureness.CERTAIN else "event?",
        said=short_window(event.span.start),
        since=event.span.start.earliest,
    )


def _place_thing(id_: str, name: str, kind: str) -> ViewThing:
    word = (kind or "place").replace("_", " ")
    return ViewThing(id=id_, kind=ThingKind.PLACE, name=name, word=word)


def _ties_among(ties: Iterable[Tie], things: Mapping[str, ViewThing]) -> Iterator[Bond]:
    for tie in ties:
        if {tie.person, tie.relative} <= things.keys():
            yield Bond(
                start=tie.person,
                end=tie.relative,
                kind=tie.kind.value,
                words=tie.term,
                qualifier=tie.qualifier,
                doubtful=tie.exists is not Sureness.CERTAIN,
                first=tie.since.earliest,
                last=END if tie.until is None else tie.until.latest,
            )


def _events_among(known: Facts, things: Mapping[str, ViewThing]) -> Iterator[Bond]:
    for event in known.events.values():
        if event.exists is not Sureness.NO:
            yield from _parts_among(event, things)
        if event.id in things and event.place in things:
            yield Bond(start=event.id, end=event.place, kind=AT)


def _parts_among(event: Event, things: Mapping[str, ViewThing]) -> Iterator[Bond]:
    for role, person in event.people:
        if person in things and event.id in things:
            yield _part_bond(person, event, role.value)
        elif person in things and event.place in things:
            yield _was_at(person, event)


def _wholes_among(
    known: Facts, things: Mapping[str, ViewThing], places: Mapping[str, Place]
) -> Iterator[Bond]:
    """Yield which place is part of which, and who belongs to which group."""
    for id_ in things.keys() & places.keys():
        if places[id_].part_of in things:
            yield Bond(start=id_, end=places[id_].part_of, kind=PART_OF)
    for id_ in things.keys() & known.people.keys():
        for group in set(known.people[id_].member_of) & things.keys():
            yield Bond(start=id_, end=group, kind=MEMBER_OF)


def _part_bond(person: str, event: Event, role: str) -> Bond:
    return Bond(
        start=person,
        end=event.id,
        kind=TOOK_PART,
        words="" if role == Role.SUBJECT.value else role,
        doubtful=event.exists is not Sureness.CERTAIN,
        first=event.span.start.earliest,
    )


def _was_at(person: str, event: Event) -> Bond:
    return Bond(
        start=person,
        end=event.place,
        kind=WAS_AT,
        words=f"{event.type.words}, {short_window(event.span.start)}",
        doubtful=event.exists is not Sureness.CERTAIN,
        first=event.span.start.earliest,
        last=END if event.span.end is None else event.span.end.latest,
    )


def _stored_thing(row: Mapping[str, Any], stops: Collection[str]) -> ViewThing:
    facts = row["facts"]
    match row["kind"]:
        case ThingKind.EVENT.value:
            return _event_thing(_stored_event(facts))
        case ThingKind.PLACE.value:
            return _place_thing(row["id"], facts["name"], facts.get("kind", ""))
        case _:
            return ViewThing(
                id=row["id"],
                kind=ThingKind.PERSON,
                name=facts["name"],
                word=PersonKind(facts["kind"]).value,
                sex=facts.get("sex", ""),
                since=_day(facts, "born_earliest", BEGINNING),
                stop=row["id"] in stops,
            )


def _stored_event(facts: Mapping[str, Any]) -> Event:
    """Return an event as far as a picture shows it; its people are ties of the view."""
    start = Window(_day(facts, "earliest", BEGINNING), _day(facts, "latest", END))
    ended = Window(_day(facts, "until_earliest", BEGINNING), _day(facts, "until_latest", END))
    return Event(
        id=facts["id"],
        type=event_types()[facts["type"]],
        people=(),
        places=(facts["place"],) if facts.get("place") else (),
        span=Span(start=start, end=ended if facts.get("lasts") else None),
        exists=Sureness[facts["exists"].upper()],
        when=When(text=facts.get("text", "")),
        basis=facts["window_basis"],
    )


def _stored_bond(row: Mapping[str, Any]) -> Bond:
    facts, kind = row["facts"], row["kind"].lower()
    if kind in (TOOK_PART, WAS_AT):
        event = _stored_event(facts | {"place": row["end"] if kind == WAS_AT else ""})
        if kind == WAS_AT:
            return _was_at(row["start"], event)
        return _part_bond(row["start"], event, row["role"])
    return Bond(
        start=row["start"],
        end=row["end"],
        kind=kind,
        words=facts.get("term") or facts.get("role") or "",
        qualifier=facts.get("kind", ""),
        doubtful=facts.get("exists", "certain") != Sureness.CERTAIN.name.lower(),
        first=_day(facts, "since_earliest", BEGINNING),
        last=_day(facts, "until_latest", END),
    )


def _day(facts: Mapping[str, Any], name: str, opened: date) -> date:
    """Return a day of the driver as Python's; an absent end is open."""
    value = facts.get(name)
    return opened if value is None else date(value.year, value.month, value.day)
