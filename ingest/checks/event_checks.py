"""Checks across rows about events: one type an id, what ends what, and in which order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from graph.record.dates import BEGINNING, END, Window, later
from graph.record.model import EventClaim
from graph.record.vocabulary import Effect, Role, Stance, event_types
from ingest.checks.contradictions import contradictions
from ingest.checks.rings import on_rings
from ingest.records_seen import Found, RecordsSeen, together
from ingest.table_row import RowFault, fault


def two_types(view: RecordsSeen) -> Found:
    """An event is of one type; sources that disagree on it speak of two events."""
    for entry, claim, others in contradictions(
        view.events, view.known.events, lambda one: one.type
    ):
        problem = (
            f"contradicts another row, in which {claim.about} is {', '.join(others)}; use two "
            "ids, or supersedes"
        )
        yield entry, fault("type", claim.type, problem)


def events_of_others(view: RecordsSeen) -> Found:
    """An id that two data sets use is of one event: somebody whom it befell is in both.

    Else two families that number their events alike would share them. What the store holds
    comes first, then the data set whose name is first.
    """
    stored = defaultdict[str, dict[str, set[str]]](dict)
    of_rows = defaultdict[str, dict[str, set[str]]](dict)
    for claim in view.known.events:
        stored[claim.about].setdefault(claim.dataset, set()).update(_who(claim))
    for _, claim in view.events:
        of_rows[claim.about].setdefault(claim.dataset, set()).update(_who(claim))
    for entry, claim in view.events:
        held, own = stored.get(claim.about, {}), of_rows[claim.about][claim.dataset]
        own = own | held.get(claim.dataset, set())
        before = {
            name: who for name, who in of_rows[claim.about].items() if name < claim.dataset
        }
        others = {name: who for name, who in (held or before).items() if name != claim.dataset}
        shared = any(own & who for who in others.values())
        if others and not shared and not view.stored(claim):
            problem = (
                f"is an event of {', '.join(sorted(set.union(*others.values())))} in the data "
                f"set {min(others)!r}; give this event another id in every row"
            )
            yield entry, fault("id", claim.about, problem)


def endings(view: RecordsSeen) -> Found:
    """A release ends a detention, resumed contact a loss; who asked withdraws a request."""
    named: dict[str, list[EventClaim]] = defaultdict(list)
    ending = [(entry, claim) for entry, claim in view.events if claim.ends]
    wanted = {claim.ends for _, claim in ending}
    for claim in view.all_events():
        if claim.about in wanted:
            named[claim.about].append(claim)
    groups = _groups(view)
    for entry, claim in ending:
        ended = named[claim.ends]
        if problem := _wrong_end(claim, ended) or _wrong_release(claim, ended, groups):
            yield entry, fault("ends", claim.ends, problem)


def _wrong_end(claim: EventClaim, ended: list[EventClaim]) -> str:
    """Return what is wrong with what an event says that it ends."""
    if not ended:
        return ""
    effect = _effect(claim)
    wanted = _LOST if event_types()[claim.type].resumes else _ENDED.get(effect)
    if wanted is None:
        only = "only releases, withdrawals and resumed contact end something"
        return f"has no meaning for {claim.type}; {only}"
    if all(_effect(each) not in wanted for each in ended):
        return f"is of type {ended[0].type}, which {claim.type} does not end"
    requested = {person for each in ended for person in _who(each)}
    if effect is Effect.LIFTED and not set(_who(claim)) <= requested:
        names = ", ".join(sorted(requested))
        return f"was asked by {names}; only who asked can withdraw a request"
    if effect is Effect.LIFTED and (asked_on := _asked_later(claim, ended)):
        return (
            f"was asked on {asked_on} at the earliest, and this row withdraws it by "
            f"{claim.when.window.latest}; mend the date, or name the request that it withdraws"
        )
    return ""


def _asked_later(withdrawal: EventClaim, requests: list[EventClaim]) -> date | None:
    """Return when a request was made that is certainly later than its withdrawal."""
    requested = min(request.when.window.earliest for request in requests)
    return requested if withdrawal.when.window.latest < requested else None


def _wrong_release(
    claim: EventClaim, ended: list[EventClaim], groups: Mapping[str, set[str]]
) -> str:
    """Return why somebody cannot have been released from a detention.

    A detention of a group is one of its members; sources that exclude each other leave all days
    that either allows. What is "so now" began on an unknown day before the telling.
    """
    if _effect(claim) is not Effect.RELEASED or not ended:
        return ""
    held = {person for each in ended for person in _who(each)}
    others = [one for one in _who(claim) if held.isdisjoint(_with_groups(one, groups))]
    if others:
        return f"held {', '.join(sorted(held))}, not {', '.join(others)}; name their detention"
    began = together([each.began for each in ended]).earliest
    last = claim.when.window.latest
    if _counts(claim) and last < began:
        return f"was not before {began}, and this row says by {last}; mend one of the dates"
    return ""


def _groups(view: RecordsSeen) -> dict[str, set[str]]:
    """Return the groups that each person, or group, is said to belong to."""
    groups: dict[str, set[str]] = defaultdict(set)
    for claim in view.all_people():
        groups[claim.about].update(claim.member_of)
    return groups


def _with_groups(person: str, groups: Mapping[str, set[str]]) -> set[str]:
    """Return somebody and every group that they belong to, groups of groups as well."""
    belongs, waiting = {person}, [person]
    while waiting:
        further = groups.get(waiting.pop(), set()) - belongs
        belongs |= further
        waiting += further
    return belongs


_LOST = (Effect.LOST, Effect.MISSING)
_ENDED = {Effect.RELEASED: (Effect.HELD, Effect.MISSING), Effect.LIFTED: (Effect.ASKED,)}


def _effect(claim: EventClaim) -> Effect:
    return event_types()[claim.type].effect


def _who(claim: EventClaim) -> Iterator[str]:
    return (each.person for each in claim.people if each.role is Role.SUBJECT)


def order_rings(view: RecordsSeen) -> Found:
    """Nothing came after itself; every row of a ring is rejected."""
    rings = on_rings(
        pair for claim in view.all_events() if _counts(claim) for pair in _order(claim)
    )
    if not rings:
        return
    for entry, claim in view.events:
        for first, second in _order(claim) if _counts(claim) else ():
            if rings.get(first, -1) == rings.get(second, -2):
                other = second if claim.about == first else first
                column = "after" if claim.about == second else "before"
                problem = "contradicts other rows: each would be after the other; one is wrong"
                yield entry, fault(column, other, problem)


def impossible_orders(view: RecordsSeen) -> Found:
    """An event that is said to come after another one cannot certainly be earlier.

    Called when no ring is left. What is passed on along a chain counts too: a after b, b after
    c. For what lasts, the end counts. Sources that exclude each other leave all that either
    allows.
    """
    ordered = [
        claim for claim in view.all_events() if _counts(claim) and (claim.after or claim.before)
    ]
    if not ordered:
        return
    names = {name for claim in ordered for pair in _order(claim) for name in pair}
    starts, ends = _windows(view, names)
    least = _passed_on(ordered, starts, ends)
    for entry, claim in view.events:
        if _counts(claim):
            wrong = (
                *_before_its_past(claim, ends, least),
                *_after_its_future(claim, ends, least),
            )
            yield from ((entry, each) for each in wrong)


def _before_its_past(
    claim: EventClaim, ends: dict[str, Window], least: dict[str, date]
) -> Iterator[RowFault]:
    """Yield what an event certainly precedes though it is said to come after it."""
    lag = claim.lag.least if claim.lag and len(claim.after) == 1 else 0
    last = claim.when.window.latest
    for other in claim.after:
        first = later(max(ends[other].earliest, least[other]), lag)
        if last < first and first != BEGINNING:
            problem = f"was not before {first}, and this row says by {last}"
            yield fault("after", other, f"{problem}; mend the date or the order")
        elif _too_late(claim, ends[other]):
            yield fault("after", other, "was too long before for the days between them")


def _after_its_future(
    claim: EventClaim, ends: dict[str, Window], least: dict[str, date]
) -> Iterator[RowFault]:
    """Yield what was certainly over before an event that is said to come before it."""
    for other in claim.before:
        first = max(claim.began.earliest, least[claim.about])
        if first > ends[other].latest:
            problem = f"was over by {ends[other].latest}, and this row is not before {first}"
            yield fault("before", other, f"{problem}; mend the date or the order")


def _too_late(claim: EventClaim, other: Window) -> bool:
    """Return whether more days lie between than the source's own words allow."""
    if (
        claim.lag is None
        or claim.lag.most is None
        or len(claim.after) != 1
        or other.latest == END
    ):
        return False
    return claim.began.earliest > later(other.latest, claim.lag.most)


def _passed_on(
    ordered: list[EventClaim], starts: dict[str, Window], ends: dict[str, Window]
) -> dict[str, date]:
    """Return the first day on which each event may have been, by all that it came after."""
    following: dict[str, set[str]] = defaultdict(set)
    waiting: dict[str, int] = defaultdict(int)
    for pair in {pair for claim in ordered for pair in _order(claim)}:
        following[pair[0]].add(pair[1])
        waiting[pair[1]] += 1
    least = {name: window.earliest for name, window in starts.items()}
    ready = [name for name in starts if not waiting[name]]
    while ready:
        name = ready.pop()
        for other in following[name]:
            least[other] = max(least[other], least[name], ends[name].earliest)
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    return least


def _windows(view: RecordsSeen, names: set[str]) -> tuple[dict[str, Window], dict[str, Window]]:
    """Return the windows of start and end of some events."""
    starts: dict[str, list[Window]] = {name: [] for name in names}
    ends: dict[str, list[Window]] = {name: [] for name in names}
    for claim in view.all_events():
        if claim.about in names and _counts(claim):
            start = claim.began
            until = claim.ended.window if claim.ended else start
            starts[claim.about].append(start)
            ends[claim.about].append(Window(max(start.earliest, until.earliest), until.latest))
    return (
        {name: together(windows or [Window()]) for name, windows in starts.items()},
        {name: together(windows or [Window()]) for name, windows in ends.items()},
    )


def _order(claim: EventClaim) -> Iterator[tuple[str, str]]:
    """Yield (earlier, later) pairs that a claim states."""
    yield from ((other, claim.about) for other in claim.after)
    yield from ((claim.about, other) for other in claim.before)


def _counts(claim: EventClaim) -> bool:
    return claim.stance is Stance.SUPPORTS
