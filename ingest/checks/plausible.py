"""Years that no source can mean: a slip of a digit, or another calendar."""

from typing import Final

from graph.record.dates import BEGINNING, END, Window

FIRST: Final = 1500
"""A genealogy goes back so far; years of the Islamic and Persian calendars lie before it."""
LAST: Final = 2100
_WORDS = "put it into when as it was said, and the window into edtf"
_ISLAMIC: Final = range(1250, 1500)
_BUDDHIST: Final = range(2400, 2700)


def improbable(window: Window) -> str:
    """Ask back where a window begins or ends in a year that is none of these lives; else ""."""
    if window.earliest.year >= FIRST and window.latest.year <= LAST:
        return ""
    ends = [day.year for day in (window.earliest, window.latest) if day not in (BEGINNING, END)]
    odd = next((year for year in ends if not FIRST <= year <= LAST), None)
    if odd is None:
        return ""
    calendar = ""
    if odd in _ISLAMIC:
        calendar = "; it looks like a year of the Islamic or the Persian calendar"
    elif odd in _BUDDHIST:
        calendar = "; it looks like a year of the Buddhist calendar"
    return (
        f"is of the year {odd:04}, and years here go from {FIRST} to {LAST}{calendar}: write "
        f"the common calendar and keep what was said in note, or for an event {_WORDS}"
    )
