"""The answer for one child: everyone within reach, the clocks, the last thread, the sources.

`ChildAnswer.as_json()` is the shape that `docs/left.schema.json` describes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any

from graph.errors import NotAChild
from graph.facts.adding_up import Event, Facts, Person, Sureness, Tie
from graph.facts.source_dates import Tellings
from graph.record.asking_words import asking_words, speakers
from graph.record.dates import ALWAYS, BEGINNING, Window
from graph.record.model import Claim, Records
from graph.record.vocabulary import Care, Effect, Left, PersonKind, Role, Status
from graph.rule.clocks import Clock, Clocks, clocks
from graph.rule.left import FRESH_DAYS, Answer, left
from graph.rule.nearby import Nearby
from graph.rule.network import Network, is_adult, network
from graph.rule.reach import MAX_DEGREE, Reached, care_around
from graph.rule.same_name import MayBe, may_be_same
from graph.rule.separation import Board, board
from graph.rule.stops import TakenBack, asked_nearby, standing_requests, taken_back_in
from graph.rule.thread import Thread, last_thread
from graph.rule.whereabouts import Side
from graph.words.name_marks import NameMarks
from graph.words.wording import Voice, read_as, reason, when_words, window_json

_LATER = (
    Effect.DEAD,
    Effect.HELD,
    Effect.RELEASED,
    Effect.ASKED,
    Effect.LIFTED,
    Effect.LOST,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """One person within reach, and the answer for them."""

    person: Person
    reached: Reached
    answer: Answer
    reason: str
    later: tuple[Event, ...]
    do_not_contact: tuple[Event, ...]
    household_asked_not: tuple[Event, ...]
    in_region: bool
    care: Care | None
    asked_nearby: tuple[Nearby, ...] = ()
    """Who near them asked not to be contacted, and how near: behind `household_asked_not`."""
    taken_back: tuple[TakenBack, ...] = ()
    """Requests of their own that were withdrawn, or lifted, by the day."""
    duress: tuple[Event, ...] = ()
    """Contact and signs of life by the day that were made under duress; of nobody abroad."""
    asks_in_words: tuple[Claim, ...] = ()
    """Claims that are no request, and whose words may ask not to be contacted."""
    may_be: tuple[MayBe, ...] = ()
    """Who asked not to be contacted and may be the same person, by name and relation."""

    @property
    def group(self) -> bool:
        """Tell whether this is a group that the source speaks of as one."""
        return self.person.kind is PersonKind.GROUP

    @property
    def claims(self) -> tuple[str, ...]:
        """Return the claims that the answer rests on; where none is, those of who they are."""
        cited = [claim for event in self.answer.evidence for claim in event.claims]
        return tuple(dict.fromkeys(cited or self.person.claims))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount:
    """How much was read: reports, the testimonies in them, and until when they speak."""

    reports: int
    testimonies: int
    until: Window | None


@dataclass(frozen=True, kw_only=True)
class ChildAnswer:
    """Who is left to contact for one child on one day."""

    network: Network
    family: str
    as_of: date
    known_on: date | None
    fresh_days: int
    board: Board
    relatives: tuple[Relative, ...]
    thread: Thread
    clocks: Clocks
    sources: SourceCount
    claims: Mapping[str, Claim]
    stops: Mapping[str, tuple[Event, ...]]
    """Requests not to be contacted that stand, of whomever: relatives, brothers and sisters."""
    taken_back: Mapping[str, tuple[TakenBack, ...]] = field(default_factory=dict)
    """Requests that were withdrawn, or lifted, by the day, of whomever."""

    @property
    def child_stop(self) -> tuple[Event, ...]:
        """Return the child's own requests not to be contacted that stand."""
        return self.stops.get(self.network.child.id, ())

    @property
    def child_taken_back(self) -> tuple[TakenBack, ...]:
        """Return the child's own requests that were withdrawn, or lifted, by the day."""
        return self.taken_back.get(self.network.child.id, ())

    def counts(self) -> dict[str, int]:
        """Count the relatives by answer; every answer is there, also where nobody has it."""
        return {
            value.value: sum(relative.answer.left is value for relative in self.relatives)
            for value in (Left.YES, Left.POSSIBLY, Left.NO, Left.UNKNOWN, Left.ABROAD)
        }

    def as_json(self) -> dict[str, Any]:
        """Return the answer as plain JSON values."""
        child = self.network.child
        until = self.sources.until
        return {
            "child": {
                "id": child.id,
                "name": child.name,
                "family": self.family,
                "do_not_contact": bool(self.child_stop),
                "taken_back": [taken_back_json(one) for one in self.child_taken_back],
            },
            "as_of": self.as_of.isoformat(),
            "known_on": None if self.known_on is None else self.known_on.isoformat(),
            "fresh_days": self.fresh_days,
            "separated": self.board.separated.value,
            "adult_since": _day(self.board.adult_since),
            "counts": self.counts(),
            "last_thread": self._thread_json(),
            "clocks": clocks_json(self.clocks),
            "people": [self._relative_json(relative) for relative in self.relatives],
            "sources": {
                "reports": self.sources.reports,
                "testimonies": self.sources.testimonies,
            },
            "recorded_until": None
            if until is None
            else {
                "earliest": _day(until.earliest, ALWAYS.earliest),
                "latest": _day(until.latest, ALWAYS.latest),
            },
        }

    def _thread_json(self) -> dict[str, Any]:
        by_id = {relative.person.id: relative for relative in self.relatives}
        last = by_id[self.thread.lost[0]].answer.deciding if self.thread.lost else None
        return {
            "state": self.thread.state.value,
            "person": self.thread.person,
            "lost": list(self.thread.lost),
            "do_not_contact": [
                id_
                for id_ in dict.fromkeys([self.thread.person, *self.thread.lost])
                if id_ in self.stops
            ],
            "when": None if last is None else window_json(last.span.start, when_words(last)),
        }

    def _relative_json(self, relative: Relative) -> dict[str, Any]:
        answer = relative.answer
        deciding = answer.deciding
        return {
            "id": relative.person.id,
            "name": relative.person.name,
            "group": relative.group,
            "relation": relative.reached.relation,
            "degree": relative.reached.degree,
            "left": answer.left.value,
            "status": answer.status.value,
            "reason": relative.reason,
            "since": None
            if deciding is None
            else window_json(deciding.span.start, when_words(deciding), deciding.basis),
            "last_heard": window_json(answer.last_heard),
            "later": [event.type.name for event in relative.later],
            "do_not_contact": bool(relative.do_not_contact),
            "household_asked_not": bool(relative.household_asked_not),
            "asked_nearby": [self._nearby_json(one) for one in relative.asked_nearby],
            "taken_back": [taken_back_json(one) for one in relative.taken_back],
            "may_be_same_as": [_stopped_json(one.id, one.name) for one in relative.may_be],
            "asks_in_words": [
                {"claim": claim.id, "words": asking_words(claim)}
                for claim in relative.asks_in_words
            ],
            "duress": [event.type.name for event in relative.duress],
            "in_region": relative.in_region,
            "care": None if relative.care is None else relative.care.value,
            "claims": [self._claim_json(claim) for claim in relative.claims],
            "beliefs": [
                {"words": belief.words, "reading": belief.reading, "by": belief.by}
                for event in answer.evidence
                for belief in event.beliefs
            ],
        }

    def _nearby_json(self, nearby: Nearby) -> dict[str, Any]:
        people = self.network.all_facts.people
        name = people[nearby.asker].name if nearby.asker in people else nearby.asker
        return _stopped_json(nearby.asker, name) | {"how": nearby.how.value}

    def _claim_json(self, claim_id: str) -> dict[str, str]:
        claim = self.claims[claim_id]
        return {"id": claim.id, "source": claim.source, "locator": claim.locator}


def answer(  # noqa: PLR0913 - the question, its limits, and what may be shared
    records: Records,
    child: str,
    *,
    as_of: date | None = None,
    known_on: date | None = None,
    max_degree: int = MAX_DEGREE,
    fresh_days: int = FRESH_DAYS,
    added_up: Facts | None = None,
) -> ChildAnswer:
    """Answer the question for one child.

    Args:
        records: everything recorded around the child (`Store.around`).
        as_of: the day asked about; None: the day until which this child's sources speak.
        known_on: read only what the family knew by that day.
        added_up: what the records add up to, where brothers and sisters share it.

    Raises:
        UnknownPerson: no source mentions the child.
        NotAChild: the id is that of a group or an organisation.
    """
    around = network(
        records, child, known_on=known_on, max_degree=max_degree, added_up=added_up
    )
    if around.child.kind is not PersonKind.PERSON:
        raise NotAChild(
            f"{child} is a {around.child.kind.value}; the question is about a person"
        )
    sources = count_sources(records, around)
    day = as_of or _default_day(sources)
    stops, taken_back = standing_requests(around, day), _taken_back(around, day)
    asking = speakers(records.claims())
    relatives = tuple(
        replace(
            one,
            taken_back=taken_back.get(one.person.id, ()),
            asks_in_words=() if one.do_not_contact else asking.get(one.person.id, ()),
        )
        for one in _relatives(around, day, fresh_days)
    )
    return ChildAnswer(
        network=around,
        family=family_name(around, lambda one: _called(around, stops, one.id)),
        as_of=day,
        known_on=known_on,
        fresh_days=fresh_days,
        board=board(around, day),
        relatives=relatives,
        thread=last_thread({r.person.id: r.answer for r in relatives if not r.group}),
        clocks=clocks(around, day),
        sources=sources,
        claims={claim.id: claim for claim in records.claims()},
        stops=stops,
        taken_back=taken_back,
    )


def listed(around: Network, person: str, day: date) -> bool:
    """Tell whether somebody is listed: brothers and sisters left behind are children.

    One of whom no age is said is a child only if sought, as everywhere.
    """
    if person not in around.siblings:
        return True
    grown = is_adult(around.facts.people[person], day) is Sureness.CERTAIN
    return around.side(person, day) is Side.OUTSIDE or grown


def _relatives(around: Network, day: date, fresh_days: int) -> tuple[Relative, ...]:
    stops = standing_requests(around, day)
    nearby = asked_nearby(around.all_facts, day)
    same, duress = may_be_same(around, stops), _under_duress(around, day)
    care = care_around(around.facts, around.child.id)
    voice = Voice(readings=partial(read_as, name=partial(_called, around, stops)))
    found = []
    for person, reached in around.reached.items():
        if not listed(around, person, day):
            continue
        said = left(around, person, day, fresh_days=fresh_days)
        in_region = around.side(person, day) is not Side.OUTSIDE
        found.append(
            Relative(
                person=around.facts.people[person],
                reached=reached,
                answer=said,
                reason=reason(said, day, fresh_days, voice),
                later=_later(around, person, day),
                do_not_contact=stops.get(person, ()),
                household_asked_not=_requests(nearby.get(person, ())),
                asked_nearby=nearby.get(person, ()),
                duress=tuple(duress.get(person, ())) if in_region else (),
                may_be=same.get(person, ()),
                in_region=in_region,
                care=care_on(care.get(person, []), said, day),
            )
        )
    return tuple(sorted(found, key=_closeness))


def _requests(nearby: Iterable[Nearby]) -> tuple[Event, ...]:
    return tuple({one.request.id: one.request for one in nearby}.values())


def _taken_back(around: Network, day: date) -> dict[str, tuple[TakenBack, ...]]:
    """Return the requests that were withdrawn, or lifted, by a day; by person."""
    found = {
        person: tuple(one for one in each if one.holds_no_more <= day)
        for person, each in taken_back_in(around.all_facts).items()
    }
    return {person: each for person, each in found.items() if each}


def _under_duress(around: Network, day: date) -> dict[str, list[Event]]:
    """Return who spoke, wrote or was seen under duress by a day, or perhaps by then."""
    found: dict[str, list[Event]] = {}
    for event in around.facts.events.values():
        if event.duress and event.type.clock and event.past(day) is not Sureness.NO:
            for person in dict.fromkeys(event.by_role(Role.SUBJECT, *event.type.reaches)):
                found.setdefault(person, []).append(event)
    return found


def _called(around: Network, stops: Mapping[str, object], person: str) -> str:
    """Return the name of somebody by id, with the stop if it stands."""
    known = around.all_facts.people.get(person)
    return person if known is None else NameMarks(stopped=stops).name(known.name, person)


def _closeness(relative: Relative) -> tuple[int, int, str, str]:
    """Sort by closeness alone: it is no advice whom to contact."""
    degree = relative.reached.degree
    far = 99 if degree is None else degree
    return (not relative.reached.kin, far, relative.person.name, relative.person.id)


def _later(around: Network, person: str, day: date) -> tuple[Event, ...]:
    """Return what happened to a person after the day, or may have."""
    return tuple(
        event
        for event in around.events_of.get(person, ())
        if event.effect in _LATER and event.span.start.latest > day
    )


def care_on(
    recorded: Iterable[tuple[Care, Tie | Event]], said: Answer, day: date
) -> Care | None:
    """Return what somebody does, or did, for the child by a day; possibly, where doubtful."""
    care = None
    for word, record in recorded:
        if isinstance(record, Event):
            past = record.past(day)
            if past is Sureness.CERTAIN or (past is Sureness.MAYBE and word is not Care.FORMER):
                care = _as_sure(word, past)
        elif record.since.earliest <= day:
            ended = record.until is not None and record.until.latest <= day
            care = _as_sure(Care.FORMER if ended else word, record.exists)
    if said.left is Left.NO and said.status in (Status.DEAD, Status.HELD):
        return _CARE_OF_THE_GONE.get(care, care)
    return care


def _as_sure(care: Care, sureness: Sureness) -> Care:
    return care if sureness is Sureness.CERTAIN else Care(f"possibly {care}")


_CARE_OF_THE_GONE: Mapping[Care | None, Care] = {
    Care.CAREGIVER: Care.FORMER,
    Care.POSSIBLY_CAREGIVER: Care.POSSIBLY_FORMER,
}


def family_name(around: Network, name: Callable[[Person], str] = attrgetter("name")) -> str:
    """Name a family by the child's recorded parents."""
    people = around.facts.people
    names = [name(people[parent]) for parent in around.parents() if parent in people]
    return " and ".join(names) or name(around.child)


def count_sources(records: Records, around: Network) -> SourceCount:
    """Count the sources that say something of the child and those within its reach.

    `until` is the window until which those speak that say it: a report that only contains them
    was printed later.
    """
    cited = {claim.source for claim in _claims_around(records, around)}
    whole = {source.part_of for source in records.sources if source.id in cited} - {""}
    counted = [source for source in records.sources if source.id in cited | whole]
    told = Tellings(records.sources)
    tellings = [source for source in counted if source.kind in ("testimony", "interview")]
    return SourceCount(
        reports=len(counted) - len(tellings),
        testimonies=len(tellings),
        until=_latest_telling((told.told(source) for source in cited), around),
    )


def _claims_around(records: Records, around: Network) -> Iterator[Claim]:
    """Yield what is claimed of the child and of those within its reach."""
    near = {around.child.id, *around.reached}
    yield from (claim for claim in records.people if claim.about in near)
    yield from (tie for tie in records.ties if near & {tie.person, tie.relative})
    for event in records.events:
        if any(participant.person in near for participant in event.people):
            yield event


def _latest_telling(told: Iterable[Window], around: Network) -> Window | None:
    windows = [window for window in told if window != ALWAYS]
    if windows:
        return Window(max(w.earliest for w in windows), max(w.latest for w in windows))
    starts = [e.span.start for e in around.all_facts.events.values() if e.span.start != ALWAYS]
    bounded = [window for window in starts if window.latest != ALWAYS.latest]
    if not bounded:
        return None
    return Window(max(w.earliest for w in bounded), max(w.latest for w in bounded))


def _default_day(sources: SourceCount) -> date:
    """Return the day until which the sources speak; today where none says when it was told."""
    if sources.until is None or sources.until.latest == ALWAYS.latest:
        return date.today()  # noqa: DTZ011 - a calendar day where the analyst sits
    return sources.until.latest


def clocks_json(shown: Clocks) -> dict[str, Any]:
    """Return the four clocks as plain JSON values; null where nothing is recorded."""
    return {
        "direct_voice": _clock_json(shown.direct_voice),
        "relayed_news": _clock_json(shown.relayed_news),
        "proof_of_life": _clock_json(shown.proof_of_life),
        "last_place": _clock_json(shown.last_place, place=True),
    }


def _stopped_json(person: str, name: str) -> dict[str, Any]:
    """Return somebody who asked not to be contacted: the stop stands beside the name."""
    return {"id": person, "name": name, "do_not_contact": True}


def taken_back_json(one: TakenBack) -> dict[str, Any]:
    """Return a request that holds no more as plain JSON values."""
    return {
        "request": one.request.id,
        "holds_no_more": _day(one.holds_no_more, BEGINNING),
        "on": window_json(one.on),
        "by": one.by,
        "why": one.why,
        "claims": [*one.request.claims, *(one.withdrawal.claims if one.withdrawal else ())],
    }


def _clock_json(clock: Clock | None, *, place: bool = False) -> dict[str, Any] | None:
    if clock is None:
        return None
    last = clock.events[0]
    shown: dict[str, Any] = {
        **(window_json(clock.window, when_words(last)) or {}),
        "days_min": clock.days_min,
        "days_max": clock.days_max,
        "claims": [claim for event in clock.events[:3] for claim in event.claims],
    }
    if place:
        shown["place"] = last.place or None
        shown["event"] = last.type.name
    return shown


def _day(day: date | None, opened: date | None = None) -> str | None:
    return None if day is None or day == opened else day.isoformat()
