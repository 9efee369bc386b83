"""The answer for one child: everyone within reach, the clocks, the last thread, the sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from graph.errors import NotAChild
from graph.facts.adding_up import Event, Facts, Person, Sureness, Tie
from graph.facts.clusters import united
from graph.facts.source_dates import Tellings
from graph.record.asking_words import speakers
from graph.record.dates import ALWAYS, Window
from graph.record.model import Claim, Records
from graph.record.vocabulary import Care, Effect, Left, PersonKind, Role, Status
from graph.rule.blocks import is_history
from graph.rule.clocks import Clocks, clocks
from graph.rule.left import FRESH_DAYS, Answer, left
from graph.rule.nearby import Nearby, nearby_in
from graph.rule.network import Network, is_adult, network
from graph.rule.reach import MAX_DEGREE, Reached, care_around
from graph.rule.same_name import MayBe, may_be_same
from graph.rule.separation import Board, board
from graph.rule.stops import TakenBack, standing_requests, taken_back_in
from graph.rule.thread import Thread, last_thread
from graph.rule.whereabouts import Side

_LATER = (
    Effect.DEAD,
    Effect.HELD,
    Effect.RELEASED,
    Effect.ASKED,
    Effect.LIFTED,
    Effect.MISSING,
    Effect.LOST,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """One person within reach, and the answer for them."""

    person: Person
    reached: Reached
    answer: Answer
    later: tuple[Event, ...]
    do_not_contact: tuple[Event, ...]
    in_region: bool
    care: Care | None
    asked_nearby: tuple[Nearby, ...] = ()
    """Who near them asked not to be contacted, and how near they are."""
    taken_back: tuple[TakenBack, ...] = ()
    """Requests of their own that were withdrawn, or lifted, by the day."""
    duress: tuple[Event, ...] = ()
    """Contact and signs of life by the day that were made under duress; of nobody abroad."""
    asks_in_words: tuple[Claim, ...] = ()
    """Claims that are no request, and whose words may ask not to be contacted."""
    child: bool = False
    """A brother or sister left behind who is not certainly 18, and was heard themselves."""
    may_be: tuple[MayBe, ...] = ()
    """Who may be the same person, and asked not to be contacted, died, is held or missing."""

    @property
    def group(self) -> bool:
        """Return whether this is a group that the source speaks of as one."""
        return self.person.kind is PersonKind.GROUP

    @property
    def may_have_asked(self) -> tuple[MayBe, ...]:
        """Return who of those who may be the same asked not to be contacted."""
        return tuple(one for one in self.may_be if one.status is Status.ASKED)

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
    """Requests not to be contacted in force, of relatives, brothers, sisters and all others."""
    taken_back: Mapping[str, tuple[TakenBack, ...]] = field(default_factory=dict)
    """Requests of anybody that were withdrawn, or lifted, by the day."""
    history: tuple[Person, ...] = ()
    """Who within reach certainly died before the child was born: not among the relatives."""

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
    records = united(records, around.all_facts.clusters)
    if around.child.kind is not PersonKind.PERSON:
        raise NotAChild(
            f"{child} is a {around.child.kind.value}; the question is about a person"
        )
    sources = count_sources(records, around)
    day = as_of or _default_day(sources)
    stops, taken_back = standing_requests(around, day), _taken_back(around, day)
    relatives = _relatives(around, stops, day, fresh_days)
    asking = speakers(
        records.claims(), {one.person.id for one in relatives if not one.do_not_contact}
    )
    relatives = tuple(
        replace(
            one,
            taken_back=taken_back.get(one.person.id, ()),
            asks_in_words=asking.get(one.person.id, ()),
        )
        for one in relatives
    )
    return ChildAnswer(
        network=around,
        family=family_name(around),
        as_of=day,
        known_on=known_on,
        fresh_days=fresh_days,
        board=board(around, day),
        relatives=relatives,
        thread=last_thread(
            {r.person.id: (r.answer.left, r.answer.since) for r in relatives if not r.group}
        ),
        clocks=clocks(around, day),
        sources=sources,
        claims={claim.id: claim for claim in records.claims()},
        stops=stops,
        taken_back=taken_back,
        history=tuple(
            around.facts.people[one] for one in around.reached if is_history(around, one)
        ),
    )


def listed(around: Network, person: str, day: date) -> bool:
    """Return whether somebody is listed.

    A person who died before the child was born is history. Brothers and sisters left behind are
    children, and listed if they were heard themselves.
    """
    if is_history(around, person):
        return False
    return not is_child(around, person, day) or any(
        event.effect is Effect.OPEN and event.past(day) is not Sureness.NO
        for event in around.events_of.get(person, ())
    )


def is_child(around: Network, person: str, day: date) -> bool:
    """Return whether somebody is a brother or sister left behind who is not certainly 18.

    One of unknown age is a child only if sought, as everywhere.
    """
    if person not in around.siblings or around.side(person, day) is Side.OUTSIDE:
        return False
    return is_adult(around.facts.people[person], day) is not Sureness.CERTAIN


def _relatives(
    around: Network, stops: Mapping[str, tuple[Event, ...]], day: date, fresh_days: int
) -> tuple[Relative, ...]:
    nearby = nearby_in(around.all_facts, stops)
    same, duress = may_be_same(around, stops, day), _under_duress(around, day)
    care = care_around(around.facts, around.child.id)
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
                later=_later(around, person, day),
                do_not_contact=stops.get(person, ()),
                asked_nearby=nearby.get(person, ()),
                duress=tuple(duress.get(person, ())) if in_region else (),
                child=is_child(around, person, day),
                may_be=same.get(person, ()),
                in_region=in_region,
                care=care_on(care.get(person, []), said, day),
            )
        )
    return tuple(sorted(found, key=_closeness))


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
    if said.left is Left.NO and said.status in _GONE:
        return _CARE_OF_THE_GONE.get(care, care)
    return care


def _as_sure(care: Care, sureness: Sureness) -> Care:
    return care if sureness is Sureness.CERTAIN else Care(f"possibly {care}")


_GONE = (Status.DEAD, Status.HELD, Status.MISSING)
_CARE_OF_THE_GONE: Mapping[Care | None, Care] = {
    Care.CAREGIVER: Care.FORMER,
    Care.POSSIBLY_CAREGIVER: Care.POSSIBLY_FORMER,
}


def family_name(around: Network) -> str:
    """Name a family by the child's recorded parents."""
    return " and ".join(person.name for person in family_heads(around))


def family_heads(around: Network) -> list[Person]:
    """Return by whom a family is named: the parents whom nobody disputes, else the child.

    A parent who is only believed, or disputed, names it where there is no other one.
    """
    people, parents = around.facts.people, around.certain_parents() or around.parents()
    return [people[one] for one in parents if one in people] or [around.child]


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
    yield from (tie for tie in records.ties if tie.person in near or tie.relative in near)
    for event in records.events:
        for participant in event.people:
            if participant.person in near:
                yield event
                break


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
    """Return the last day of the sources; today where no source has a date."""
    if sources.until is None or sources.until.latest == ALWAYS.latest:
        return date.today()  # noqa: DTZ011 - a calendar day where the analyst sits
    return sources.until.latest
