"""Windows of time as GEDCOM dates, with what was said as the phrase beside them."""

from calendar import monthrange
from datetime import date

from graph.export.formats.gedcom_lines import GedcomLine
from graph.export.formats.import_dates import spellings
from graph.record.dates import ALWAYS, BEGINNING, END, Window, later

_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


def date_lines(window: Window, said: str = "", basis: str = "stated") -> tuple[GedcomLine, ...]:
    """Return a DATE; PHRASE has the words, and the convention that the window rests on."""
    value = date_value(window)
    phrase = said if basis == "stated" else f"{said} ({basis})".strip()
    if said in spellings(window):  # the date says it all
        phrase = ""
    if not value and not phrase:
        return ()
    return (GedcomLine("DATE", value, (GedcomLine("PHRASE", phrase),) if phrase else ()),)


def date_value(window: Window) -> str:
    """Return a day, month or year, else a range. BEF and AFT exclude the day they name."""
    if window == ALWAYS or window.empty:
        return ""
    if window.earliest == BEGINNING:
        return f"BEF {_day(later(window.latest, 1))}"
    if window.latest == END:
        return f"AFT {_day(later(window.earliest, -1))}"
    return _whole(window) or f"BET {_day(window.earliest)} AND {_day(window.latest)}"


def _whole(window: Window) -> str:
    """Return the day, month or year that a window is, or ""."""
    first, last = window.earliest, window.latest
    if first == last:
        return _day(first)
    if first.year != last.year or first.day != 1:
        return ""
    if last.day != monthrange(last.year, last.month)[1]:
        return ""
    if first.month == last.month:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{first.year}" if (first.month, last.month) == (1, 12) else ""


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
