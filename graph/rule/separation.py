"""Separation: the children on the board of a day, whom a border parts from a parent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Sureness
from graph.record.dates import BEGINNING, END, later
from graph.record.vocabulary import Effect, Separated, SeparatedWay, TieKind
from graph.rule.blocks import blocks
from graph.rule.network import Network, adult_since, day_before, has_age, is_adult
from graph.rule.whereabouts import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """From whom a child is apart, which way, and how surely."""

    person: str
    way: SeparatedWay
    sure: Sureness


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Whether a child is on the board of a day; `adult_since` where they are 18 by then."""

    listed: bool
    apart: tuple[Apart, ...] = ()
    adult_since: date | None = None

    @property
    def separated(self) -> Separated:
        """Return whether the child is apart from anybody."""
        return _separated(self.apart)

    @property
    def way(self) -> SeparatedWay:
        """Return which way: a child left behind is that first."""
        return min(
            (one.way for one in self.apart),
            key=[*SeparatedWay].index,
            default=SeparatedWay.LEFT_BEHIND,
        )


def board(network: Network, day: date) -> Board:
    """Return whether the child is on the board of a day.

    Born, and either apart and not certainly 18, or sought. A child who was on the board when
    they turned 18 stays. One who was last recorded with a parent outside does not.
    """
    child, away = network.child, apart(network, day)
    if child.born.earliest > day:
        return Board(listed=False)
    if is_adult(child, day) is not Sureness.CERTAIN:
        return Board(listed=bool(away) or _still_sought(network, day), apart=away)
    grown = adult_since(child)
    if grown is None:
        return Board(listed=False, apart=away)
    stays = bool(apart(network, day_before(grown))) and not _with_a_parent(network, day)
    sought = child.sought and (bool(away) or _still_sought(network, day))
    return Board(listed=stays or sought, apart=away, adult_since=grown)


def _still_sought(network: Network, day: date) -> bool:
    """Return whether a child is looked for whom nobody recorded as apart that day.

    While it is missing, or perhaps. Else not before the day on which a recorded separation
    begins, nor with a parent outside.
    """
    if not network.child.sought:
        return False
    standing = blocks(network, network.child.id, day)
    if any(block.event.effect is Effect.MISSING for block in standing):
        return True
    if _with_a_parent(network, day):
        return False
    return not any(apart(network, other) for other in turning_days(network) if other > day)


def turning_days(network: Network) -> list[date]:
    """Return the days on which it may change where the child is, and those who ask for it."""
    born = network.child.born
    moved = map(network.move_days, (network.child.id, *network.askers))
    return sorted({born.earliest, born.latest}.union(*moved) - {BEGINNING, END})


def board_days(network: Network) -> list[date]:
    """Return the days on which it may change whether the child is on the board.

    Where somebody is changes on the bounds of windows. What happened to a sought child may be
    over from the day after one.
    """
    child = network.child
    days = set(turning_days(network))
    if child.sought:
        events = (*network.events_of.get(child.id, ()), *network.life_events.get(child.id, ()))
        windows = [
            window for event in events for window in (event.span.start, event.span.close)
        ]
        days |= {day for w in windows for day in (w.earliest, w.latest)}
        days |= {later(day, 1) for day in days}
    return sorted(days - {BEGINNING, END})


def separation(network: Network, day: date) -> Separated:
    """Return whether the child is apart from anybody who asks for it on a day."""
    return _separated(apart(network, day))


def _separated(away: tuple[Apart, ...]) -> Separated:
    sure = max((one.sure for one in away), default=Sureness.NO)
    return {
        Sureness.NO: Separated.NO,
        Sureness.MAYBE: Separated.POSSIBLY,
        Sureness.CERTAIN: Separated.YES,
    }[sure]


def apart(network: Network, day: date) -> tuple[Apart, ...]:
    """Return from which parents, caregivers who left and askers the child is apart on a day.

    Only perhaps so where one of the two may be on either side of the border, where the child
    was last said to be abroad and nobody said where it went, where the tie is doubtful, or
    where the child may not have been born yet.
    """
    born, own = network.child.born, network.side(network.child.id, day)
    if born.earliest > day or (own is Side.OUTSIDE and _with_a_parent(network, day)):
        return ()
    unborn = born.latest > day and born.latest != END
    ways = [
        (person, sure, *_way(own, network.side(person, day)))
        for person, sure in network.askers.items()
    ]
    away = any(way for _, _, way, _ in ways) and _perhaps_away(network, own, day)
    found = [
        Apart(
            person=person,
            way=way,
            sure=Sureness.MAYBE if unborn or away or not certain else sure,
        )
        for person, sure, way, certain in ways
        if way is not None
    ] or [*_elsewhere(network, own, day, unborn=unborn)]
    # asked last, for it reads all that is recorded, and few children are apart
    return () if found and born_abroad(network) else tuple(found)


def _perhaps_away(network: Network, own: Side, day: date) -> bool:
    """Return whether a child who is not surely abroad is perhaps, or was when last heard of."""
    if own is Side.OUTSIDE:
        return False
    return own is Side.MAYBE_OUTSIDE or network.last_told(day) == {Side.OUTSIDE}


def _way(own: Side, other: Side) -> tuple[SeparatedWay | None, bool]:
    """Return which way a border lies between a child and somebody, and whether certainly."""
    if own is not Side.OUTSIDE and other in (Side.OUTSIDE, Side.MAYBE_OUTSIDE):
        return SeparatedWay.LEFT_BEHIND, other is Side.OUTSIDE
    if own in (Side.OUTSIDE, Side.MAYBE_OUTSIDE) and other is Side.INSIDE:
        return SeparatedWay.PARENT_INSIDE, own is Side.OUTSIDE
    return None, False


def _elsewhere(network: Network, own: Side, day: date, *, unborn: bool) -> Iterator[Apart]:
    """Yield the parents in another country outside than the child, where none is with it."""
    if own is not Side.OUTSIDE:
        return
    for person, sure in network.askers.items():
        if person in network.parents() and network.side(person, day) is Side.OUTSIDE:
            yield Apart(
                person=person,
                way=SeparatedWay.ELSEWHERE,
                sure=Sureness.MAYBE if unborn else sure,
            )


def _with_a_parent(network: Network, day: date) -> bool:
    """Return whether the child was last said to be outside, and so was a parent.

    In the same country, or in one of which nobody said that it is another.
    """
    if network.side(network.child.id, day) is not Side.OUTSIDE:
        return False
    own = network.countries(network.child.id, day)
    return any(
        network.side(parent, day) in (Side.OUTSIDE, Side.MAYBE_OUTSIDE)
        and (not own or not (there := network.countries(parent, day)) or bool(own & there))
        for parent in network.parents()
    )


def born_abroad(network: Network) -> bool:
    """Return whether a child was born abroad, and nobody said that it was left behind.

    Its mother, or both parents, were certainly abroad on every day on which it may have been
    born; nobody looks for it, cares for it in their place, or says anything else of it.
    """
    child, people = network.child, network.facts.people
    parents, certain = network.parents(), network.certain_parents()
    if child.sought or not has_age(child) or set(parents) != set(certain):
        return False
    moved = [event.span.start for one in parents for event in network.moves(one)]
    turns = {day for window in moved for day in (window.earliest, window.latest)}
    days = {child.born.earliest, child.born.latest} | {
        day for day in turns if child.born.earliest <= day <= child.born.latest
    }
    abroad = all(network.side(one, day) is Side.OUTSIDE for one in parents for day in days)
    with_mother = len(parents) > 1 or any(people[one].sex == "female" for one in parents)
    return abroad and with_mother and not _spoken_of(network)


def _spoken_of(network: Network) -> bool:
    """Return whether anything happened to the child, or anybody but a parent cares for it.

    Where the child comes from is no happening: families abroad say so of who was born there.
    """
    child = network.child.id
    carers = {
        tie.person
        for tie in network.facts.ties_of.get(child, ())
        if tie.kind in (TieKind.CARES_FOR, TieKind.LIVES_WITH)
    }
    return bool(carers - {child, *network.parents()}) or any(
        event.exists is not Sureness.NO and child in (one for _, one in event.people)
        for event in network.facts.events_with.get(child, ())
        if not event.type.origin
    )
