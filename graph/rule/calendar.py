"""The calendar of a child: the days on which the answer changes, and the answer in between.

The rule itself derives it, so a page that reads a calendar never works out the answer again. A
test holds it equal to the rule on every day on which it changes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import eq
from typing import TypeVar, cast

from graph.facts.adding_up import Event
from graph.record.dates import BEGINNING, END, Window, later
from graph.record.vocabulary import Effect, Left, PersonKind, Separated, SeparatedWay, Status
from graph.rule.answer import listed
from graph.rule.blocks import is_history
from graph.rule.contact import relay
from graph.rule.left import FRESH_DAYS, RULE_VERSION, Answer, left
from graph.rule.network import Network, adult_since
from graph.rule.separation import Board, board, board_days

Found = TypeVar("Found")

_CHANNELS = (Effect.OPEN, Effect.LOST, Effect.MISSING)
"""What the rule asks who is at the other end of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One person's answer towards the child, unchanged between two days, both included."""

    person: str
    first: date
    last: date
    left: Left
    status: Status
    since: Window | None
    group: bool
    deciding: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The days on which a child is on the board, and how."""

    first: date
    last: date
    separated: Separated
    way: SeparatedWay
    adult: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Days on the board on which as many stand as they do towards the child.

    Who has nothing recorded has no stay, and is not counted.
    """

    first: date
    last: date
    separated: Separated
    way: SeparatedWay
    adult: bool
    people: Mapping[Left, int]
    groups: Mapping[Left, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """All that is derived for one child.

    `nothing_recorded` counts people within reach without a record that the rule reads: they are
    unknown on every day, and have no stays.
    """

    child: str
    stays: tuple[Stay, ...]
    listings: tuple[Listing, ...]
    nothing_recorded: int
    rule: str = RULE_VERSION


def calendar(around: Network) -> Calendar:
    """Derive the calendar of the network's child, with the default limits.

    A child who is on the board of no day has no stays.
    """
    listings = tuple(_listings(around))
    if not listings:
        return Calendar(child=around.child.id, stays=(), listings=(), nothing_recorded=0)
    stays: list[Stay] = []
    silent = 0
    for person in around.reached:
        if is_history(around, person):
            continue
        if _always_unknown(around, person):
            silent += 1
        else:
            stays += _stays(around, person)
    return Calendar(
        child=around.child.id,
        stays=tuple(stays),
        listings=listings,
        nothing_recorded=silent,
    )


def tallies(of: Calendar) -> Iterator[Tally]:
    """Yield how many stand how, for all days on the board, in their order."""
    for listing in of.listings:
        days, counts = zip(*_counted(of.stays, listing), strict=True)
        for first, last, (people, groups) in _runs(days, counts, listing.last):
            yield Tally(
                first=first,
                last=last,
                separated=listing.separated,
                way=listing.way,
                adult=listing.adult,
                people=people,
                groups=groups,
            )


def _counted(
    stays: Iterable[Stay], on: Listing
) -> Iterator[tuple[date, tuple[Mapping[Left, int], Mapping[Left, int]]]]:
    """Yield people and groups as counted from a day on, for each day of change of a listing."""
    changes: defaultdict[date, list[tuple[Stay, int]]] = defaultdict(list)
    for stay in stays:
        if stay.first <= on.last and on.first <= stay.last:
            changes[max(stay.first, on.first)].append((stay, 1))
            if stay.last < on.last:
                changes[later(stay.last, 1)].append((stay, -1))
    people, groups = Counter[Left](), Counter[Left]()
    for day in sorted({on.first, *changes}):
        for stay, more in changes[day]:
            (groups if stay.group else people)[stay.left] += more
        yield day, (_present(people), _present(groups))


def _present(counts: Mapping[Left, int]) -> dict[Left, int]:
    return {left: many for left, many in counts.items() if many}


def _always_unknown(around: Network, person: str) -> bool:
    return not (
        around.events_of.get(person) or around.place_events(person) or person in around.siblings
    )


def change_days(around: Network, person: str) -> list[date]:
    """Return every day on which what is said of a person may change, the first of time first.

    Pictures ask for more than an answer has, such as when somebody was last heard, so these
    are more days than `_answer_days`.
    """
    events, places = _turning(around, person)
    days = {*turns(events, FRESH_DAYS + 1), *turns(places, 1)}
    return sorted(days | _days_by_name(around, person, events))


def turns(events: Iterable[Event], stale: int) -> Iterator[date]:
    """Yield the days on which what is said of events may change.

    The bounds of their windows, the day after each, and as many days later as `stale` says:
    when contact grows old.
    """
    for event in events:
        for window in (event.span.start, event.span.close):
            for bound in _bounds(window):
                yield from (bound, later(bound, 1), later(bound, stale))


def _answer_days(around: Network, person: str) -> list[date]:
    """Return every day on which a person's answer may change, the first of time first.

    These are the bounds of windows. What goes on is cut at the day from which one looks back,
    so it may be later than another event only from the day after that one was over. And
    contact grows old so many days after it was.
    """
    events = _events_turning(around, person)
    goes_on = any(event.span.end is not None or event.still != BEGINNING for event in events)
    days = {*around.move_days(person), *_days_abroad(around, person)}
    for event in events:
        over = _bounds(event.span.close)
        days |= _bounds(event.span.start) | over
        if event.effect is Effect.OPEN:
            days |= {later(bound, FRESH_DAYS + 1) for bound in over}
        if goes_on:
            days |= {later(bound, 1) for bound in over}
            days.add(event.from_all)  # from when contact that goes on may have been resumed
    return sorted(days - {END} | _days_by_name(around, person, events))


def _days_abroad(around: Network, person: str) -> Iterator[date]:
    """Yield when it may change whether somebody at the other end of a contact was abroad.

    They were so on days of the contact itself, or not: where they were before and after it
    changes nothing.
    """
    for event in _events_read(around, person):
        if event.effect in _CHANNELS:
            start, close = event.span.start, event.span.close
            last = max(start.latest, close.latest, event.still)
            for other in dict.fromkeys(other for _, other in event.people):
                if other in around.within_reach:
                    for day in around.move_days(other):
                        if start.earliest <= day <= last:
                            yield day


def _turning(around: Network, person: str) -> tuple[list[Event], list[Event]]:
    """Return the events that the rule reads of somebody, and those that tell of places."""
    own = around.events_of.get(person, ())
    others = {other for event in own for _, other in event.people} | {person}
    places = [event for one in others for event in around.moves(one)]
    return _events_turning(around, person), places


def _events_turning(around: Network, person: str) -> list[Event]:
    """Return the events that the rule reads of somebody, those of life and of place beside."""
    events = _events_read(around, person)
    if any(event.effect is Effect.HELD for event in events):
        events += around.emptyings
    events += around.life_events.get(person, ())
    return events


def _days_by_name(around: Network, person: str, events: Iterable[Event]) -> set[date]:
    """Return the beginning, the days of lifts, and when a brother or sister is 18."""
    days = {BEGINNING} | {
        date.fromisoformat(lift.on) for event in events for lift in event.lifted
    }
    if person in around.siblings:
        days |= {adult_since(around.facts.people[person]) or BEGINNING}
    return days


def _bounds(window: Window) -> set[date]:
    return {window.earliest, window.latest} - {BEGINNING, END}


def _stays(around: Network, person: str) -> tuple[Stay, ...]:
    """Return somebody's course; one that was worked out for another child serves again."""
    key = _course_key(around, person)
    if key not in around.courses:
        around.courses[key] = tuple(_course(around, person))
    return cast(tuple[Stay, ...], around.courses[key])


def _course_key(around: Network, person: str) -> Hashable:
    """Return all that the rule reads of the child for one person.

    These are the people of the person's events who are within the child's reach, and how
    surely; whether the person is a brother or sister, or speaks to the child itself; and the
    country of risk. All else is the same for every child of the same records.
    """
    involved = {other for event in _events_read(around, person) for _, other in event.people}
    within, child = around.within_reach, around.child.id
    return (
        person,
        frozenset((one, within[one]) for one in involved if one in within and one != child),
        (child, person in around.parents()) if child in involved else None,
        person in around.siblings,
        around.borders.country_of_risk,
        around.known_on,
    )


def _events_read(around: Network, person: str) -> list[Event]:
    """Return the events of somebody, and what ended those who brought word of them."""
    events = list(around.events_of.get(person, ()))
    opened = [event for event in events if event.effect is Effect.OPEN]
    beside = (e for one in opened for id_ in relay(one) for e in around.events_of.get(id_, ()))
    return events + [e for e in beside if e.effect in (Effect.LOST, Effect.MISSING)]


def _course(around: Network, person: str) -> Iterator[Stay]:
    group = around.facts.people[person].kind is PersonKind.GROUP
    days = _answer_days(around, person)
    sibling = person in around.siblings  # everybody else is listed on every day
    answers = [
        left(around, person, day) if not sibling or listed(around, person, day) else None
        for day in days
    ]
    for first, last, answer in _runs(days, answers, same=_same_reasons):
        if answer is not None:
            yield Stay(
                person=person,
                first=first,
                last=last,
                left=answer.left,
                status=answer.status,
                since=answer.since,
                group=group,
                deciding="" if answer.deciding is None else answer.deciding.id,
                claims=tuple(
                    dict.fromkeys(c for event in answer.evidence for c in event.claims)
                ),
            )


def _same_reasons(one: Answer | None, other: Answer | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.left, one.status, one.since) == (other.left, other.status, other.since) and [
        event.id for event in one.evidence
    ] == [event.id for event in other.evidence]


def _listings(around: Network) -> Iterator[Listing]:
    """Yield the days on which the child is on the board."""
    days = {BEGINNING, *board_days(around)}
    grown = adult_since(around.child)
    ordered = sorted(days if grown is None else days | {grown})
    boards = [board(around, day) for day in ordered]
    for first, last, shown in _runs(ordered, boards, same=_same_listing):
        if shown.listed:
            yield Listing(
                first=first,
                last=last,
                separated=shown.separated,
                way=shown.way,
                adult=shown.adult_since is not None,
            )


def _same_listing(one: Board, other: Board) -> bool:
    return (one.listed, one.separated, one.way, one.adult_since) == (
        other.listed,
        other.separated,
        other.way,
        other.adult_since,
    )


def _runs(
    days: Sequence[date],
    found: Sequence[Found],
    end: date = END,
    same: Callable[[Found, Found], bool] = eq,
) -> Iterator[tuple[date, date, Found]]:
    """Join days on which the same was found."""
    begun = 0
    for i in range(1, len(days) + 1):
        if i == len(days) or not same(found[begun], found[i]):
            last = end if i == len(days) else later(days[i], -1)
            yield days[begun], last, found[begun]
            begun = i
