"""The end of an analyst's last visit, so that a page can say what is new since then."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from graph.desk.private_files import VISITS, Drawer

BREAK: Final = timedelta(hours=1)
"""Without a page for so long, a visit has ended."""
_EXACT: Final = timedelta(minutes=1)


def last_visit(home: Path, by: str, now: datetime) -> datetime | None:
    """Return when the visit before this one ended, and note that somebody is here.

    Returns:
        None on the first visit.
    """
    drawer = Drawer(home, VISITS)
    held = drawer.held(by) or {}
    seen, before = _moment(held.get("seen")), _moment(held.get("before"))
    if seen is not None and now - seen > BREAK:
        before = seen
    if seen is None or now - seen > _EXACT:
        drawer.put(by, {"seen": _text(now), "before": _text(before)})
    return before


def _text(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat(timespec="microseconds")


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text)).astimezone(UTC)
    except ValueError:
        return None
