"""The lives around a child as lines: each person's status from day to day, and the events.

Pure. The status comes from the calendar. Where a time is only a window, the status within it is
doubtful. So the ends of a line are as soft as the source's words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.record.dates import BEGINNING, END, Window, later, said_window
from graph.record.vocabulary import Effect, Left, Role
from graph.rule.calendar import Calendar, Stay, calendar
from graph.rule.network import Network
from graph.words.marks import Mark, mark_of
from graph.words.wording import LEFT_WORDS, STATUS_WORDS, when_words


@dataclass(frozen=True, slots=True, kw_only=True)
class StayBar:
    """One person's status on the days from `first` to `last`, both included."""

    first: date
    last: date
    mark: Mark
    left: str
    status: str
    soft: bool
    """It may not be so: the answer is `possibly`, or what it rests on is doubtful."""

    def continued_by(self, other: "StayBar") -> bool:
        """Return whether another bar says the same from the next day on."""
        return later(self.last, 1) == other.first and (
            (self.mark, self.left, self.status, self.soft)
            == (other.mark, other.left, other.status, other.soft)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something that happened to a person, with the window of its beginning."""

    event: str
    window: Window
    words: str
    when: str
    kind: str
    doubtful: bool
    until: Window | None = None
    """When it ended, of what lasts and is known to have ended."""

    @property
    def ended(self) -> str:
        """Say when it ended; "" where no end is known."""
        return "" if self.until is None else said_window(self.until)

    @property
    def shown(self) -> Window:
        """Return the window without its open ends: where only one end is known, that day."""
        first, last = self.window.earliest, self.window.latest
        if first == BEGINNING or last == END:
            bounds = last if first == BEGINNING else first
            return Window(bounds, bounds)
        return self.window


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifeline:
    """One person's line; `bars` are empty where nothing that the rule reads is recorded."""

    person: str
    name: str
    relation: str
    bars: tuple[StayBar, ...]
    points: tuple[Point, ...]
    stop: bool
    """Asked not to be contacted: the same on every day."""


KINDS = {
    Effect.DEAD: "death",
    Effect.HELD: "detention",
    Effect.RELEASED: "release",
    Effect.ASKED: "asked not to be contacted",
    Effect.LIFTED: "withdrew the request",
    Effect.MISSING: "disappearance",
    Effect.LOST: "contact lost",
    Effect.OPEN: "contact",
    Effect.CARE: "care of the child",
    Effect.PLACE: "move or placement",
    Effect.NONE: "other",
}
"""What the marks of a timeline tell apart."""
_SPELLS = (Effect.HELD, Effect.OPEN, Effect.CARE, Effect.PLACE)
"""What is drawn until its end. A request or a loss that seems to end would promise contact."""
_ROLES = (Role.SUBJECT, Role.COMPANION, Role.CALLER, Role.SENDER, Role.MESSENGER)


def lifelines(
    around: Network, stops: Iterable[str] = (), derived: Calendar | None = None
) -> tuple[Lifeline, ...]:
    """Return a line for the child, and one for everybody within reach with any record.

    Args:
        around: the child's network.
        stops: who asked not to be contacted.
        derived: its calendar; derived here where it is not given.
    """
    known = calendar(around) if derived is None else derived
    standing = frozenset(stops)
    near = sorted(around.reached, key=lambda person: _closeness(around, person))
    order = [around.child.id, *near]
    every = [_lifeline(around, known, person, standing) for person in order]
    return tuple(one for one in every if one.bars or one.points)


def _closeness(around: Network, person: str) -> tuple[bool, int, str]:
    reached = around.reached[person]
    far = 99 if reached.degree is None else reached.degree
    return not reached.kin, far, around.facts.people[person].name


def _lifeline(
    around: Network, known: Calendar, person: str, standing: frozenset[str]
) -> Lifeline:
    reached = around.reached.get(person)
    return Lifeline(
        person=person,
        name=around.facts.people[person].name,
        relation="the child" if reached is None else reached.relation,
        bars=tuple(_bars(stay for stay in known.stays if stay.person == person)),
        points=tuple(_points(around, person)),
        stop=person in standing,
    )


def _bars(stays: Iterable[Stay]) -> Iterator[StayBar]:
    """Yield a bar for each stay; what differs only by its reasons is one bar."""
    held: StayBar | None = None
    for stay in sorted(stays, key=lambda one: one.first):
        bar = _bar(stay)
        if held is not None and held.continued_by(bar):
            bar = replace(bar, first=held.first)
        elif held is not None:
            yield held
        held = bar
    if held is not None:
        yield held


def _bar(stay: Stay) -> StayBar:
    return StayBar(
        first=stay.first,
        last=stay.last,
        mark=mark_of(stay),
        left=LEFT_WORDS[stay.left],
        status=STATUS_WORDS[stay.status],
        soft=stay.left is Left.POSSIBLY or stay.status.value.startswith("possibly"),
    )


def _points(around: Network, person: str) -> Iterator[Point]:
    events = [
        event
        for event in around.facts.events.values()
        if event.exists is not Sureness.NO and person in event.by_role(*_ROLES)
    ]
    for event in sorted(events, key=lambda e: (e.span.start.sort_days, e.id)):
        yield _point(event)


def _point(event: Event) -> Point:
    return Point(
        event=event.id,
        window=event.span.start,
        words=event.type.words,
        when=when_words(event),
        kind=KINDS[event.effect],
        doubtful=event.exists is not Sureness.CERTAIN,
        until=event.span.end if event.end_said and event.effect in _SPELLS else None,
    )


def span(lines: Iterable[Lifeline], until: date) -> Window:
    """Return the days that a drawing of lines must show: from the first recorded one."""
    bounds = [
        bound
        for line in lines
        for window in (
            *(point.window for point in line.points),
            *(Window(bar.first, bar.last) for bar in line.bars),
        )
        for bound in (window.earliest, window.latest)
        if bound not in (BEGINNING, END)
    ]
    return Window(min([*bounds, until]), until)
