"""Who is on the board of a day: children apart from a parent abroad."""

from dataclasses import dataclass
from datetime import date

from graph.facts import Sureness
from graph.rule.network import Network, adult_since, day_before, is_adult
from graph.rule.whereabouts import Side
from graph.vocabulary import Separated


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Whether a child is on the board of a day; `adult_since` where they are 18 by then."""

    listed: bool
    separated: Separated
    adult_since: date | None = None


def board(network: Network, day: date) -> Board:
    """Tell whether the child is on the board of a day.

    A child: born, not certainly 18, not certainly outside the country of risk, with a recorded
    parent who is, or may be, outside it. Whoever was on the board when they turned 18 stays.
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
    the parent may be none, or where the child may not have been born yet.
    """
    own = network.side(network.child.id, day)
    born = network.child.born
    if own is Side.OUTSIDE or born.earliest > day:
        return Separated.NO
    parents = {network.side(parent, day) for parent in network.parents()}
    certain = {network.side(parent, day) for parent in network.certain_parents()}
    if not parents & {Side.OUTSIDE, Side.MAYBE_OUTSIDE}:
        return Separated.NO
    unborn = born.latest > day and born.latest != date.max
    if unborn or own is Side.MAYBE_OUTSIDE or Side.OUTSIDE not in certain:
        return Separated.POSSIBLY
    return Separated.YES
