"""Institutions as places that people are tied to for a time: camps, orphanages, consulates.

`graph/views/place_view.py` decides when somebody is there. A detention lasts as long as the
rule says, a placement until something certain is said later. A place without a name is a card
of its own for each event. Two people taken "to a camp" need not be in the same camp.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.picture.draw.cards import Card, Spans, joined
from graph.picture.draw.tie_days import DrawnTie, TieWords
from graph.record.dates import BEGINNING, later
from graph.record.vocabulary import Effect, Role
from graph.rule.calendar import change_days, turns
from graph.rule.network import Network
from graph.views.free_view import short_window
from graph.views.place_view import there_on
from graph.words.marks import Mark

INSTITUTIONS = frozenset(
    {
        "camp", "prison", "police_custody", "orphanage", "boarding_school", "hospital",
        "consulate", "institution",
    }
)  # fmt: skip
_THERE = (Role.SUBJECT, Role.COMPANION)


@dataclass(frozen=True, kw_only=True)
class Institutions:
    """The cards of places, who was tied to each when, and the events behind a card."""

    cards: Mapping[str, Spans[Card]]
    ties: tuple[DrawnTie, ...]
    events: Mapping[str, tuple[str, ...]]


def institutions(around: Network, people: Collection[str]) -> Institutions:
    """Return the institutions to which any of these people was tied, with the ties."""
    held: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in around.facts.events.values():
        place = _place(around, event)
        if place is not None and event.exists is not Sureness.NO:
            for person in event.by_role(*_THERE):
                if person in people:
                    held[place, person].append(event)
    ties = tuple(
        _tie(around, person, place, events) for (place, person), events in sorted(held.items())
    )
    behind: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for (place, _), events in held.items():
        behind[place] |= dict.fromkeys(event.id for event in events)
    cards = {place: _card(around, place, ties, behind[place]) for place in sorted(behind)}
    return Institutions(
        cards=cards, ties=ties, events={place: tuple(ids) for place, ids in behind.items()}
    )


def _place(around: Network, event: Event) -> str | None:
    """Return the id of an event's institution: of the place, or of the event itself."""
    place = around.borders.places.get(event.place)
    if place is not None:
        return place.id if place.kind in INSTITUTIONS or event.type.institution else None
    return event.id if event.type.institution else None


def _card(
    around: Network, place: str, ties: Iterable[DrawnTie], events: Collection[str]
) -> Spans[Card]:
    """Return the card of a place: how many people are recorded there, day by day."""
    known = around.borders.places.get(place)
    first = around.facts.events[min(events)].type.institution or "place"
    kind = ((known.kind if known else "") or first).replace("_", " ")
    name = known.name if known else f"{kind}, not named"
    theirs = [tie for tie in ties if tie.end == place]
    days = sorted({day for tie in theirs for day, _ in tie.spans})

    def card(day: date) -> Card:
        held = [words for tie in theirs if (words := _on(tie, day)) is not None]
        sure = sum(not words.doubtful for words in held)
        counts = [(sure, "recorded"), (len(held) - sure, "possibly")]
        people = ", ".join(f"{count} {word}" for count, word in counts if count)
        return Card(
            name=name, mark=Mark.PLACE, word=kind, status=people or "nobody on this day"
        )

    return joined((day, card(day)) for day in days)


def _on(tie: DrawnTie, day: date) -> TieWords | None:
    return next(words for first, words in reversed(tie.spans) if first <= day)


def _tie(around: Network, person: str, place: str, events: list[Event]) -> DrawnTie:
    ordered = sorted(events, key=lambda e: (e.span.start.earliest, e.span.start.latest, e.id))
    days = {BEGINNING, *change_days(around, person), *turns(ordered, 1)}
    days |= {later(day, 1) for day in days if day != BEGINNING}

    def words(day: date) -> TieWords | None:
        known = [
            (there_on(around, person, _somewhere(e), day), n) for n, e in enumerate(ordered)
        ]
        sure, last = max(known)
        if sure is Sureness.NO:
            return None
        return TieWords(_words(ordered[last]), sure is not Sureness.CERTAIN)

    return DrawnTie(
        start=person, end=place, spans=joined((day, words(day)) for day in sorted(days))
    )


def _somewhere(event: Event) -> Event:
    """Return an event with a place: one that nobody named is the event's own, and no doubt."""
    return event if event.places else replace(event, places=(event.id,))


def _words(event: Event) -> str:
    when = short_window(event.span.start)
    first, _, last = when.partition(" to ")
    when = f"{first[:7]}…{last[:7]}" if last else when  # a line has room for months only
    match event.effect:
        case Effect.HELD:
            return f"held since {when}"
        case Effect.PLACE:
            return f"placed {when}"
        case _:
            return f"{event.type.words} {when}"
