"""The ties of a network on every day: whether each has a line, and the words of the line.

Kinship by birth and marriage does not change with the day: `scene.py` draws it. Two ties of the
same two people are two lines.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Sureness, Tie
from graph.picture.draw.cards import Spans, joined
from graph.record.dates import ALWAYS, BEGINNING, END, later
from graph.record.vocabulary import Care, TieKind
from graph.views.free_view import Bond

BY_BIRTH = ("birth", "unknown", "")
_DASHED = ("ended", "separated", "partner", "adoptive", "step", "foster", "half")
_KIN = (TieKind.PARENT_OF, TieKind.SPOUSE_OF, TieKind.SIBLING_OF)


@dataclass(frozen=True, slots=True)
class TieWords:
    """What a line says while it holds; a doubtful one is dashed and ends in "?"."""

    text: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTie:
    """A line between two cards; None in its spans: it does not hold then, and is not drawn."""

    start: str
    end: str
    spans: Spans[TieWords | None] = ((BEGINNING, TieWords()),)
    kin: bool = False
    dashed: bool = False
    straight: bool = False
    width: float = 1.6


def ties_drawn(
    ties: Iterable[Tie], care: Mapping[str, Spans[Care | None]], child: str
) -> Iterator[DrawnTie]:
    """Yield the lines of a child's network that are not of kinship: those that have days."""
    for carer, spans in care.items():
        yield DrawnTie(  # the card says which care it is
            start=carer,
            end=child,
            width=2.4,
            spans=joined((d, None if one is None else TieWords()) for d, one in spans),
        )
    for tie in ties:
        if tie.kind is TieKind.LIVES_WITH and child in (tie.person, tie.relative):
            yield DrawnTie(start=tie.person, end=tie.relative, spans=dated(tie, "lives with"))
        elif tie.kind in (TieKind.KIN_OF, TieKind.KNOWS):
            # The card says which.
            yield DrawnTie(start=tie.person, end=tie.relative, spans=dated(tie, ""))
        elif tie.kind is TieKind.PARENT_OF and tie.qualifier not in BY_BIRTH:
            words = TieWords(tie.qualifier, tie.exists is not Sureness.CERTAIN)
            yield DrawnTie(
                start=tie.person,
                end=tie.relative,
                kin=True,
                dashed=True,
                spans=((BEGINNING, words),),
            )


def dated(tie: Tie, text: str) -> Spans[TieWords | None]:
    """Return when a tie holds, and when it may."""
    end = tie.until
    days = {BEGINNING, tie.since.earliest, tie.since.latest}
    if end is not None:
        days |= {end.earliest, end.latest, later(end.latest, 1)}

    def words(day: date) -> TieWords | None:
        if day < tie.since.earliest or (end is not None and day > end.latest):
            return None
        begun = tie.since.latest <= day or tie.since == ALWAYS
        over = end is not None and end.earliest <= day
        doubtful = tie.exists is not Sureness.CERTAIN or not begun or over
        return TieWords(text, doubtful)

    return joined((day, words(day)) for day in sorted(days - {END}))


def bond_drawn(bond: Bond, *, over_days: bool = False) -> DrawnTie:
    """Return the line of a tie in a free view; its dates were looked at before.

    Args:
        bond: the tie.
        over_days: draw it only on the days on which it may hold.
    """
    said = TieWords(bond.words or _bond_words(bond), bond.doubtful)
    kin = bond.kind in {kind.value for kind in _KIN}
    spans: Spans[TieWords | None] = ((BEGINNING, said),)
    if over_days:
        days = sorted({BEGINNING, bond.first, later(bond.last, 1)} - {END})
        spans = joined((day, said if bond.may_hold(day) else None) for day in days)
    return DrawnTie(
        start=bond.start,
        end=bond.end,
        kin=kin,
        straight=not over_days,
        dashed=bond.qualifier in _DASHED,
        width=3 if bond.kind == TieKind.SPOUSE_OF.value else 1.6,
        spans=spans,
    )


def _bond_words(bond: Bond) -> str:
    """Return what a line says whose tie has no words; couples and parents need none."""
    if bond.kind in (TieKind.SPOUSE_OF.value, "took_part", "at"):
        return ""
    if bond.kind == TieKind.PARENT_OF.value:
        return "" if bond.qualifier in BY_BIRTH else bond.qualifier
    return {
        TieKind.SIBLING_OF.value: "siblings",
        TieKind.CARES_FOR.value: "cares for",
        TieKind.LIVES_WITH.value: "lives with",
        TieKind.KNOWS.value: "knows",
        TieKind.KIN_OF.value: "relative",
    }.get(bond.kind, bond.kind.replace("_", " "))
