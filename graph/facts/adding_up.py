"""Add up the claims to people, ties and events, each with how sure it is.

Pure: records in, facts out. Claims about one event narrow its window where they agree. Where
they exclude each other, any of their days may be right, and the event is as certain as before.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from graph.facts.clusters import Clusters, clusters, united
from graph.facts.source_dates import Tellings
from graph.facts.timeline import Span, Timeline, timeline
from graph.record.dates import ALWAYS, BEGINNING, END, When, Window
from graph.record.model import EventClaim, Interpretation, Lift, PersonClaim, Records, TieClaim
from graph.record.vocabulary import (
    Basis,
    Effect,
    EventType,
    PersonKind,
    Role,
    Scope,
    Stance,
    Standing,
    TieKind,
    event_types,
)

C = TypeVar("C", PersonClaim, TieClaim, EventClaim)
_GRAVEST = (Effect.ASKED, *Effect)


class Sureness(IntEnum):
    """Three-valued: whether something is, or was by a day."""

    NO = 0
    MAYBE = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person, a group or an organisation, as all claims about them have it."""

    id: str
    kind: PersonKind
    name: str
    other_names: tuple[str, ...] = ()
    sex: str = ""
    born: Window = ALWAYS
    member_of: tuple[str, ...] = ()
    once_member_of: tuple[str, ...] = ()
    """Groups that only a claim names which counts no more; the hard stop still reads it."""
    sought: bool = False
    asks: bool = False
    other_ids: tuple[str, ...] = ()
    """Of other records of the same person."""
    dataset: str = ""
    notes: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A tie between two people, as all claims about it have it."""

    id: str
    person: str
    kind: TieKind
    relative: str
    qualifier: str = ""
    term: str = ""
    since: Window = ALWAYS
    until: Window | None = None
    exists: Sureness = Sureness.CERTAIN
    basis: Basis = Basis.STATED
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event, as all claims about it have it.

    `when` and `basis` are the time and the convention of the narrowest claim, for showing.
    """

    id: str
    type: EventType
    people: tuple[tuple[Role, str], ...]
    places: tuple[str, ...] = ()
    """Each place that a claim names; more than one where sources disagree."""
    span: Span = field(default_factory=Span)
    exists: Sureness = Sureness.CERTAIN
    doubtful: frozenset[str] = frozenset()
    """The people whom no claim names that makes the event certain."""
    still: date = BEGINNING
    """A day on which it was certainly still so, as "currently" says of the telling."""
    term: Window | None = None
    """Of a sentence: when its term would end. It says nothing of a release."""
    end_said: bool = False
    """Somebody said until when it lasted, or what came after it."""
    dates_differ: bool = False
    """The sources exclude each other's days; all of their days are in the span."""
    from_all: date = BEGINNING
    """The first day on which no claim says that it is yet to come; a request that was retracted
    or replaced is a claim too."""
    when: When = field(default_factory=lambda: When(text=""))
    basis: str = "stated"
    anchor: EventType | None = None
    """What the days are counted from, where the words give no more than days between two."""
    bases: tuple[tuple[Basis, str], ...] = ()
    """What each claim that counts rests on, with its source."""
    scope: Scope = Scope.ALL
    ends: frozenset[str] = frozenset()
    duress: bool = False
    claims: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()
    beliefs: tuple[Interpretation, ...] = ()
    lifted: tuple[Lift, ...] = ()
    """Of a request: for whom every claim of it was lifted."""
    gone: bool = False
    """A request that no claim which counts says any more: the hard stop stays."""

    @property
    def effect(self) -> Effect:
        """Return what it does to the question who is left."""
        return self.type.effect

    @property
    def place(self) -> str:
        """Return the place of the first claim that names one."""
        return self.places[0] if self.places else ""

    def by_role(self, *roles: Role) -> tuple[str, ...]:
        """Return the people in these roles."""
        return tuple([person for role, person in self.people if role in roles])

    def of(self, person: str) -> "Event":
        """Return the event as it is worth for one of its people."""
        if person not in self.doubtful or self.exists is not Sureness.CERTAIN:
            return self
        return replace(self, exists=Sureness.MAYBE)

    def past(self, day: date) -> Sureness:
        """Return whether it has happened by a day; what lasts is past from its start."""
        if self.exists is Sureness.NO or self.span.start.earliest > day:
            return Sureness.NO
        if self.span.start.latest <= day and self.exists is Sureness.CERTAIN:
            return Sureness.CERTAIN
        return Sureness.MAYBE


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All people, ties and events of some records, by id."""

    people: Mapping[str, Person]
    ties: tuple[Tie, ...]
    events: Mapping[str, Event]
    timeline: Timeline
    gone_requests: tuple[Event, ...] = ()
    """Requests not to be contacted by claims that count no more: retracted, or replaced."""
    homes: frozenset[str] = frozenset()
    """Places so small that all who live there live together."""
    clusters: Clusters = field(default_factory=Clusters)

    @cached_property
    def ties_of(self) -> Mapping[str, list[Tie]]:
        """Return the ties of each person, in their order: those of one are looked at alone."""
        found: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            for person in {tie.person, tie.relative}:
                found[person].append(tie)
        return dict(found)

    @cached_property
    def asked_for(self) -> bool:
        """Return whether anybody is marked as asking for a child."""
        return any(person.asks for person in self.people.values())

    @cached_property
    def stated(self) -> tuple[Tie, ...]:
        """Return the ties that name kin by a word, or an acquaintance."""
        return tuple(tie for tie in self.ties if tie.kind in (TieKind.KIN_OF, TieKind.KNOWS))

    @cached_property
    def events_with(self) -> Mapping[str, list[Event]]:
        """Return the events in which each person took part, or of which they brought word."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            for person in {*(one for _, one in event.people), *event.relayed_by}:
                found[person].append(event)
        return dict(found)


def facts(records: Records, known_on: date | None = None) -> Facts:
    """Add up the claims.

    Args:
        records: with every event that another one is dated by.
        known_on: read only what the family knew by that day; None: everything that was ever
            recorded.
    """
    joined = clusters(records)
    records = united(records, joined)
    events, line, gone = _events(records, known_on)
    return Facts(
        people={
            id_: replace(one, other_ids=joined.ids(id_)[1:]) if id_ in joined.first else one
            for id_, one in people(records.people).items()
        },
        ties=ties(records.ties),
        events=events,
        timeline=line,
        gone_requests=gone,
        homes=frozenset(place.id for place in records.places if place.kind == "home"),
        clusters=joined,
    )


def people(claims: Iterable[PersonClaim]) -> dict[str, Person]:
    """Add up what is said of each person; the first claim of the own id gives the name."""
    return {id_: _person(id_, said) for id_, said in _by_subject(claims).items()}


def _person(id_: str, claims: Sequence[PersonClaim]) -> Person:
    if len(claims) > 1:
        claims = sorted(claims, key=lambda claim: not claim.id.startswith(f"{id_}@"))
    active = [claim for claim in claims if claim.active] or list(claims)
    names = [name for claim in active for name in (claim.name, *claim.other_names)]
    groups = {group for claim in active for group in claim.member_of}
    once = {group for claim in claims for group in claim.member_of} - groups
    return Person(
        id=id_,
        kind=active[0].kind,
        name=active[0].name,
        other_names=tuple(dict.fromkeys(n for n in names if n != active[0].name)),
        sex=next((claim.sex for claim in active if claim.sex), ""),
        born=agreed([claim.born for claim in active if claim.born != ALWAYS])[0],
        member_of=tuple(sorted(groups)),
        once_member_of=tuple(sorted(once)),
        sought=any(claim.sought for claim in active),
        asks=any(claim.asks for claim in active),
        dataset=next((claim.dataset for claim in [*active, *claims] if claim.dataset), ""),
        notes=tuple(dict.fromkeys(claim.note for claim in active if claim.note)),
        claims=tuple(claim.id for claim in claims if claim.active),
    )


def ties(claims: Iterable[TieClaim]) -> tuple[Tie, ...]:
    """Add up what is said of each tie; one whose every claim is retracted is no tie."""
    added = (_tie(id_, said) for id_, said in _by_subject(claims).items())
    return tuple(tie for tie in added if tie.exists is not Sureness.NO)


def _tie(id_: str, claims: Sequence[TieClaim]) -> Tie:
    active = [claim for claim in claims if claim.active]
    supporting = [claim for claim in active if claim.stance is Stance.SUPPORTS]
    said = (supporting or list(claims))[0]
    stated = [claim for claim in supporting if claim.basis is Basis.STATED]
    disputed = len(supporting) < len(active)
    exists = Sureness.CERTAIN if stated and not disputed else Sureness.MAYBE
    return Tie(
        id=id_,
        person=said.person,
        kind=said.kind,
        relative=said.relative,
        qualifier=said.qualifier,
        term=said.term,
        since=agreed([claim.since.window for claim in supporting if claim.since])[0],
        until=_until([claim.until for claim in supporting]),
        exists=exists if supporting else Sureness.NO,
        basis=(stated or supporting or [said])[0].basis,
        claims=tuple(claim.id for claim in active),
    )


def agreed(windows: Sequence[Window]) -> tuple[Window, bool]:
    """Return what all windows allow; where they exclude each other their hull, and False."""
    if len(windows) < 2:  # noqa: PLR2004 - nothing to agree with
        return (windows[0], not windows[0].empty) if windows else (ALWAYS, True)
    common = hull = windows[0]
    for window in windows[1:]:
        common &= window
        hull |= window
    return (hull, False) if common.empty else (common, True)


def _until(ends: Iterable[When | None]) -> Window | None:
    said = [end.window for end in ends if end is not None]
    return agreed(said)[0] if said else None


def _by_subject(claims: Iterable[C]) -> dict[str, list[C]]:
    """Sort the claims by what they are about, each list by the claims' names."""
    found: defaultdict[str, list[C]] = defaultdict(list)
    for claim in sorted(claims, key=attrgetter("id")):
        found[claim.about].append(claim)
    return dict(sorted(found.items()))


def _events(
    records: Records, known_on: date | None
) -> tuple[dict[str, Event], Timeline, tuple[Event, ...]]:
    tellings = Tellings(records.sources)
    said = _by_subject(records.events)
    line = _dated(said, tellings)
    learned: dict[str, Window] = {}
    heard = said
    if known_on is not None:
        learned = {
            claim.id: learned_window(claim, line, tellings)
            for claims in said.values()
            for claim in claims
        }
        heard = {
            id_: [claim for claim in claims if learned[claim.id].earliest <= known_on]
            for id_, claims in said.items()
        }
        line = _dated({id_: heard[id_] or claims for id_, claims in said.items()}, tellings)
    beliefs = _beliefs(records.interpretations)
    adding = _Adding(
        line=line,
        learned=learned,
        known_on=known_on or END,
        beliefs=beliefs,
        tellings=tellings,
        types={id_: event_types()[each[0].type] for id_, each in heard.items() if each},
    )
    added = {id_: adding.event(id_, claims) for id_, claims in heard.items() if claims}
    return added, line, _gone(said, tellings, adding)


def _dated(said: Mapping[str, list[EventClaim]], tellings: Tellings) -> Timeline:
    """Date the events by all that is said of them and of what orders them."""
    spans = {id_: _span(claims, tellings) for id_, claims in said.items()}
    return timeline(spans, [claim for claims in said.values() for claim in claims])


def _gone(
    said: Mapping[str, list[EventClaim]], tellings: Tellings, adding: "_Adding"
) -> tuple[Event, ...]:
    """Add up the requests that no claim which counts says any more, as if they counted."""
    gone = {id_: asked for id_, claims in said.items() if (asked := _gone_requests(claims))}
    if not gone:
        return ()
    again = replace(adding, line=_dated({**said, **gone}, tellings), known_on=END)
    return tuple(replace(again.event(id_, asked), gone=True) for id_, asked in gone.items())


def _gone_requests(claims: Sequence[EventClaim]) -> list[EventClaim]:
    """Return the claims by which somebody asked that the event itself no longer says.

    They are retracted, or replaced by a claim that says something else. A stop does not go by
    the way, so they are read as if they counted.
    """
    asked = [claim for claim in claims if asks(claim)]
    if not asked:
        return []
    is_request = asks(_gravest(_supporting(claims) or asked))
    return [
        replace(claim, standing=Standing.ACTIVE)
        for claim in asked
        if not (claim.active and is_request)
    ]


def asks(claim: EventClaim) -> bool:
    """Return whether a claim says that somebody asked not to be contacted."""
    return (
        event_types()[claim.type].effect is Effect.ASKED
        and claim.stance is Stance.SUPPORTS
        and claim.basis is not Basis.PLANNED
    )


def _gravest(claims: Sequence[EventClaim]) -> EventClaim:
    """Return the claim that says what an event was: a request, else the gravest effect."""
    if len(claims) == 1:
        return claims[0]
    return min(claims, key=lambda claim: _GRAVEST.index(event_types()[claim.type].effect))


def _span(claims: Sequence[EventClaim], tellings: Tellings) -> Span:
    """Add up what the claims themselves say of an event's time."""
    counted = _supporting(claims)
    start = _start(counted, tellings)
    ends = [_end(claim, claim.ended, tellings) for claim in counted if claim.ended is not None]
    ended = agreed(ends)[0] if ends else None
    if ended is None and counted and event_types()[counted[0].type].lasts:
        first = max(start.earliest, _still_on(counted))
        ended = Window(first, _until_told(counted, tellings))
    return Span(start=start, end=ended)


def _start(claims: Sequence[EventClaim], tellings: Tellings) -> Window:
    """Return when an event began, as its claims say.

    Where dates exclude each other, a claim that says no time opens no further days. It counts
    only where its source is older than all of them.
    """
    windows = [_told_window(claim, tellings) for claim in claims]
    common, agree = agreed(windows)
    if agree:
        return common
    by_claim = list(zip(windows, map(_says_when, claims), strict=True))
    dates = [window for window, dated in by_claim if dated]
    return agreed(
        [one for one, dated in by_claim if dated or all((one & date).empty for date in dates)]
    )[0]


def _says_when(claim: EventClaim) -> bool:
    """Return whether a claim says when, by days or by another event."""
    said = claim.when.window != ALWAYS or bool(claim.when.event)
    return said and not claim.still_so


def _still_on(claims: Iterable[EventClaim]) -> date:
    """Return the last day on which a claim has an event as still so."""
    said = (claim.when.window.earliest for claim in claims if claim.still_so)
    return max(said, default=BEGINNING)


def _end(claim: EventClaim, until: When, tellings: Tellings) -> Window:
    """Return when something ended; where somebody still lived at the telling they live on."""
    type_ = event_types()[claim.type]
    if _still(claim, until, tellings) and type_.lasts and type_.effect is not Effect.OPEN:
        return Window(until.window.earliest, END)
    return until.window


def _still(claim: EventClaim, until: When, tellings: Tellings) -> bool:
    """Return whether something still was so at the telling, which is no end."""
    told = tellings.told(claim.source)
    return told != ALWAYS and until.window.earliest >= told.earliest


def _until_told(claims: Sequence[EventClaim], tellings: Tellings) -> date:
    """Return until when contact of no stated end may have lasted: not beyond the telling.

    Where somebody lives goes on until something else is said.
    """
    if event_types()[claims[0].type].effect is not Effect.OPEN:
        return END
    told = [tellings.told(claim.source) for claim in claims]
    return max((window.latest for window in told if window != ALWAYS), default=END)


def _told_window(claim: EventClaim, tellings: Tellings) -> Window:
    """Return a claim's window, which ends by the date of its source."""
    began, last = claim.began, tellings.told(claim.source).latest
    if last >= began.latest or last < began.earliest:
        return began
    return Window(began.earliest, last)


def _supporting(claims: Iterable[EventClaim]) -> list[EventClaim]:
    """Return the claims that count for the event; what is only planned has not happened."""
    return [
        claim
        for claim in claims
        if claim.active and claim.stance is Stance.SUPPORTS and claim.basis is not Basis.PLANNED
    ]


def learned_window(claim: EventClaim, line: Timeline, tellings: Tellings) -> Window:
    """Return when the family learned what a claim says.

    Where no source says so: contact, requests and lost contact on the day itself, and so
    whatever the informant took part in; all else at some time from the event to the telling.
    """
    if claim.learned is not None:
        at = line.spans.get(claim.learned.event)
        return claim.learned.window if at is None else at.start
    start = line.spans[claim.about].start if claim.about in line.spans else claim.when.window
    informant = tellings.informant(claim.source)
    took_part = any(participant.person == informant for participant in claim.people)
    if event_types()[claim.type].known_at_once or (informant and took_part):
        return start
    told = tellings.told(claim.source).latest
    return Window(start.earliest, max(told, start.earliest))


def _beliefs(
    interpretations: Iterable[Interpretation],
) -> dict[str, tuple[Interpretation, ...]]:
    found: defaultdict[str, list[Interpretation]] = defaultdict(list)
    for reading in sorted(interpretations, key=lambda reading: reading.id):
        if reading.active and reading.backs:
            found[reading.backs].append(reading)
    return {event: tuple(readings) for event, readings in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Adding:
    """Adds up the claims of one event after the other."""

    line: Timeline
    learned: Mapping[str, Window]
    """When the family learned each claim; empty where nobody asks what was known by a day."""
    known_on: date
    beliefs: Mapping[str, tuple[Interpretation, ...]]
    tellings: Tellings
    types: Mapping[str, EventType]

    def event(self, id_: str, claims: Sequence[EventClaim]) -> Event:
        counted = _supporting(claims)
        said = counted or list(claims)
        narrowest = _narrowest(said)
        exists, doubtful = self._worth(claims, counted)
        return Event(
            id=id_,
            type=event_types()[_gravest(said).type],
            people=tuple(
                dict.fromkeys((p.role, p.person) for claim in said for p in claim.people)
            ),
            places=tuple(dict.fromkeys(claim.place for claim in said if claim.place)),
            span=self.line.spans.get(id_, Span()),
            exists=exists,
            doubtful=doubtful,
            end_said=id_ in self.line.successors or any(map(self._ended, counted)),
            term=_until([claim.until for claim in counted if claim.ended is None]),
            still=_still_on(counted),
            dates_differ=len(counted) > 1 and not agreed([c.began for c in counted])[1],
            from_all=max(c.when.window.earliest for c in (*said, *filter(asks, claims))),
            when=narrowest.when,
            basis=_basis(narrowest),
            anchor=self._anchor(narrowest),
            bases=tuple((claim.basis, claim.source) for claim in counted),
            scope=Scope.SOME if all(c.scope is Scope.SOME for c in said) else Scope.ALL,
            ends=frozenset(claim.ends for claim in said if claim.ends),
            duress=any(claim.duress for claim in said),
            claims=tuple(claim.id for claim in claims if claim.active),
            relayed_by=tuple(dict.fromkeys(p for claim in said for p in claim.relayed_by)),
            beliefs=self.beliefs.get(id_, ()),
            lifted=_lifted(said),
        )

    def _anchor(self, claim: EventClaim) -> EventType | None:
        ends = (claim.after or claim.before) if claim.lag is not None else ()
        return next((self.types[one] for one in ends if one in self.types), None)

    def _ended(self, claim: EventClaim) -> bool:
        return claim.ended is not None and not _still(claim, claim.ended, self.tellings)

    def _worth(
        self, claims: Sequence[EventClaim], counted: Sequence[EventClaim]
    ) -> tuple[Sureness, frozenset[str]]:
        """Return how sure it is that the event was, and for which of its people it is not.

        `docs/rule.md`, what an event is worth. A source that names fewer people denies nothing,
        but who withdrew a request is certain only if every source names them.
        """
        if not counted:
            return Sureness.NO, frozenset()
        denied = any(c.active and c.stance is Stance.DISPUTES for c in claims)
        effects = {event_types()[claim.type].effect for claim in counted}
        stated = [claim for claim in counted if self._states(claim)]
        if denied or len(effects) > 1 or not stated:
            return Sureness.MAYBE, frozenset()
        if len(counted) == 1 and effects != {Effect.LIFTED}:
            return Sureness.CERTAIN, frozenset()  # it names everybody
        named = [{part.person for part in claim.people} for claim in stated]
        certain = set.union(*named)
        if effects == {Effect.LIFTED}:
            certain = set.intersection(*(set(_subjects(claim)) for claim in counted))
        everybody = {part.person for claim in counted for part in claim.people}
        return Sureness.CERTAIN, frozenset(everybody - certain)

    def _states(self, claim: EventClaim) -> bool:
        """Return whether a claim makes its event certain: stated so, and certainly known."""
        return (
            claim.basis is Basis.STATED
            and claim.certainty in ("", "certain")
            and self.learned.get(claim.id, ALWAYS).latest <= self.known_on
        )


def _narrowest(claims: Sequence[EventClaim]) -> EventClaim:
    """Return the claim that says the time most narrowly."""
    if len(claims) == 1:
        return claims[0]
    began = ((claim.began, claim) for claim in claims)
    return min(began, key=lambda said: (said[0].latest - said[0].earliest, said[1].id))[1]


def _lifted(claims: Iterable[EventClaim]) -> tuple[Lift, ...]:
    """Return the lifts for whom every claim has one, the last word for each person."""
    lifts = [{lift.person: lift for lift in claim.lifted} for claim in claims]
    if not lifts or not all(lifts):
        return ()
    people = set.intersection(*(set(each) for each in lifts))
    return tuple(
        max((each[person] for each in lifts), key=lambda lift: lift.on)
        for person in sorted(people)
    )


def _subjects(claim: EventClaim) -> frozenset[str]:
    return frozenset(part.person for part in claim.people if part.role is Role.SUBJECT)


def _basis(claim: EventClaim) -> str:
    """Name the convention behind the words: of the date, else of the lag, else "stated"."""
    if claim.when.basis != "stated" or claim.lag is None:
        return claim.when.basis
    return claim.lag.basis
