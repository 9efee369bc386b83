"""The totals of a day: how many people around all children are lost, by what and when. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.record.dates import BEGINNING, END, Window, kept_window
from graph.record.vocabulary import Left, Status

_CERTAIN = {
    Status.POSSIBLY_DEAD: Status.DEAD,
    Status.POSSIBLY_HELD: Status.HELD,
    Status.HELD_WITH_CHANNEL: Status.HELD,
    Status.POSSIBLY_ASKED: Status.ASKED,
    Status.POSSIBLY_MISSING: Status.MISSING,
    Status.POSSIBLY_LOST: Status.LOST,
}
LOSSES = (Status.DEAD, Status.HELD, Status.ASKED, Status.MISSING, Status.LOST)
"""By what somebody is lost, the worst first."""
SILENCES = (Status.SILENT, Status.RELEASED)
_REACHED = (Left.YES, Left.POSSIBLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One person who is lost, possibly lost or silent, on the day that was asked about."""

    person: str
    name: str
    status: Status
    certain: bool
    """The answer is no. Otherwise something is recorded that may stand against contact."""
    since: Window
    """The time of what decides the answer; open where no time was said."""
    deciding: str
    """The event that decides the answer; "" where nothing does."""
    event: str
    """Its type."""
    children: tuple[str, ...]
    """The children towards whom it is so."""
    claims: tuple[str, ...]
    some: bool
    """Somebody is still left, certainly or possibly, for another child."""

    @property
    def by(self) -> Status:
        """Return by what they are lost, whether certainly or possibly."""
        return _CERTAIN.get(self.status, self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The people around all children of a day; each person counts once."""

    people: int
    children: int
    left: int
    """People who are left, or possibly left, for one child at least."""
    groups: int
    """Groups that are lost: a group is not counted among people."""
    losses: tuple[Loss, ...]

    def by(self, status: Status) -> tuple[Loss, ...]:
        """Return who is lost by this, the certain ones first, then by time."""
        found = [loss for loss in self.losses if loss.by is status]
        return tuple(sorted(found, key=_in_order))

    def certain(self) -> tuple[Loss, ...]:
        """Return who is certainly lost, in whatever way."""
        return tuple(loss for loss in self.losses if loss.certain and loss.by in LOSSES)

    def in_year(self, year: int | None) -> tuple[Loss, ...]:
        """Return who was certainly lost, and in this year or perhaps; None: time unknown."""
        found = [loss for loss in self.certain() if year in years(loss.since)]
        return tuple(sorted(found, key=lambda loss: (len(years(loss.since)), _in_order(loss))))

    def all_years(self) -> list[int]:
        """Return all years from the first to the last in which somebody was or may be lost."""
        every = [year for loss in self.certain() for year in years(loss.since) if year]
        return list(range(min(every), max(every) + 1)) if every else []


def _in_order(loss: Loss) -> tuple[bool, tuple[date, date], str]:
    return not loss.certain, loss.since.sort_days, loss.name


def years(window: Window) -> tuple[int | None, ...]:
    """Return the years in which something was or may have been; None alone: an end is open."""
    if window.earliest == BEGINNING or window.latest == END:
        return (None,)
    return tuple(range(window.earliest.year, window.latest.year + 1))


def totals(rows: Iterable[Mapping[str, Any]]) -> Totals:
    """Count people by their answers; who has several counts by the worst.

    Args:
        rows: of `read/towards_children`; dates may be the driver's own.
    """
    of: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        of.setdefault(row["person"], []).append(row)
    groups = [every for every in of.values() if every[0]["group"]]
    people = [every for every in of.values() if not every[0]["group"]]
    worst = [_worst(every) for every in people]
    lost = [_worst(every) for every in groups]
    return Totals(
        people=len(people),
        children=len(
            {child for every in of.values() for row in every for child in row["children"]}
        ),
        left=sum(any(row["left"] in _REACHED for row in every) for every in people),
        groups=sum(loss is not None and loss.certain for loss in lost),
        losses=tuple(loss for loss in worst if loss is not None),
    )


def _worst(rows: Sequence[Mapping[str, Any]]) -> Loss | None:
    """Return by what one person is lost; None where nothing is against contact."""
    found = [loss for row in rows if (loss := _loss(row, rows)) is not None]
    order = (*LOSSES, *SILENCES)
    return min(found, key=lambda one: (not one.certain, order.index(one.by)), default=None)


def _loss(row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Loss | None:
    status, left = Status(row["status"]), Left(row["left"])
    if left is Left.ABROAD or _CERTAIN.get(status, status) not in (*LOSSES, *SILENCES):
        return None
    return Loss(
        person=row["person"],
        name=row["name"],
        status=status,
        certain=left is Left.NO,
        since=kept_window(row["earliest"], row["latest"]),
        deciding=row["deciding"] or "",
        event=row["event"] or "",
        children=tuple(row["children"]),
        claims=tuple(row["claims"]),
        some=any(Left(one["left"]) in _REACHED for one in rows if one is not row),
    )
