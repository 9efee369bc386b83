"""Who is on the board of a day: children apart from a parent abroad."""

from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Sureness
from graph.record.vocabulary import Separated, TieKind
from graph.rule.network import Network, adult_since, day_before, has_age, is_adult
from graph.rule.whereabouts import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Whether a child is on the board of a day; `adult_since` where they are 18 by then."""

    listed: bool
    separated: Separated
    adult_since: date | None = None


def board(network: Network, day: date) -> Board:
    """Tell whether the child is on the board of a day.

    A child: born, not certainly 18, not certainly outside the country of risk, not born abroad
    without a word of being left behind, with a recorded parent who is, or may be, outside the
    country. Whoever was on the board when they turned 18 stays.
    """
    separated = separation(network, day)
    if is_adult(network.child, day) is not Sureness.CERTAIN:
        return Board(listed=separated is not Separated.NO, separated=separated)
    grown = adult_since(network.child)
    if grown is None:
        return Board(listed=False, separated=separated)
    stays = separation(network, day_before(grown)) is not Separated.NO
    return Board(listed=stays, separated=separated, adult_since=grown)


def separation(network: Network, day: date) -> Separated:
    """Tell whether the child is apart from a parent abroad on a day.

    Only `possibly` where the parent, or the child, may be on either side of the border, where
    the child was last said to be abroad and nobody said where it went, where the parent may be
    none, or where the child may not have been born yet.
    """
    own = network.side(network.child.id, day)
    born = network.child.born
    if own is Side.OUTSIDE or born.earliest > day or born_abroad(network):
        return Separated.NO
    parents = {network.side(parent, day) for parent in network.parents()}
    certain = {network.side(parent, day) for parent in network.certain_parents()}
    if not parents & {Side.OUTSIDE, Side.MAYBE_OUTSIDE}:
        return Separated.NO
    unborn = born.latest > day and born.latest != date.max
    away = own is Side.MAYBE_OUTSIDE or network.last_told(day) == {Side.OUTSIDE}
    if unborn or away or Side.OUTSIDE not in certain:
        return Separated.POSSIBLY
    return Separated.YES


def born_abroad(network: Network) -> bool:
    """Tell whether a child was born abroad, and nobody said that it was left behind.

    Its mother, or both parents, were certainly abroad on every day on which it may have been
    born; nobody looks for it, cares for it in their place, or says anything else of it.
    """
    child, people = network.child, network.facts.people
    parents, certain = network.parents(), network.certain_parents()
    if child.sought or not has_age(child) or set(parents) != set(certain):
        return False
    moved = [event.span.start for one in parents for event in network.place_events(one)]
    turns = {day for window in moved for day in (window.earliest, window.latest)}
    days = {child.born.earliest, child.born.latest} | {
        day for day in turns if child.born.earliest <= day <= child.born.latest
    }
    abroad = all(network.side(one, day) is Side.OUTSIDE for one in parents for day in days)
    with_mother = len(parents) > 1 or any(people[one].sex == "female" for one in parents)
    return abroad and with_mother and not _spoken_of(network)


def _spoken_of(network: Network) -> bool:
    """Tell whether anything happened to the child, or anybody but a parent cares for it."""
    child = network.child.id
    carers = {
        tie.person
        for tie in network.facts.ties
        if tie.kind in (TieKind.CARES_FOR, TieKind.LIVES_WITH)
        and child in (tie.person, tie.relative)
    }
    return bool(carers - {child, *network.parents()}) or any(
        event.exists is not Sureness.NO and child in (one for _, one in event.people)
        for event in network.facts.events.values()
    )
