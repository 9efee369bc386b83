"""Times, durations, ages and places, as coarse as an audience may read them.

Every sentence is worked out from the coarse window alone. So nobody can count back to a day
from "13 to 15 months before".
"""

from calendar import month_name, monthrange
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from graph.record.dates import ALWAYS, BEGINNING, END, When, Window
from graph.record.model import Place, Records
from graph.words.wording import UNCLEAR_HOW_LONG

BAND = 5
"""Years of one band, where only the band of a year may be read: 2015 to 2019."""
_DAYS_A_MONTH = 30.44
_DAYS_A_YEAR = 365.25
_AGES = ((0, 4), (5, 9), (10, 14), (15, 17))
ADULT = 18


class Grain(StrEnum):
    """How coarse a time is."""

    MONTH = "month"
    YEAR = "year"
    BAND = "band"


class Level(StrEnum):
    """How coarse a place is: the smallest kind of place that is named."""

    TOWN = "town"
    REGION = "region"
    COUNTRY = "country"


_KINDS = {
    Level.TOWN: ("town", "region", "country"),
    Level.REGION: ("region", "country"),
    Level.COUNTRY: ("country",),
}


def coarse(window: Window, grain: Grain) -> Window:
    """Return the window of whole months, years or bands that holds a window."""
    first, last = window.earliest, window.latest
    return Window(
        BEGINNING if first == BEGINNING else _first(first, grain),
        END if last == END else _last(last, grain),
    )


def _first(day: date, grain: Grain) -> date:
    match grain:
        case Grain.MONTH:
            return day.replace(day=1)
        case Grain.YEAR:
            return date(day.year, 1, 1)
        case Grain.BAND:
            return date(max(day.year - day.year % BAND, 1), 1, 1)


def _last(day: date, grain: Grain) -> date:
    match grain:
        case Grain.MONTH:
            return day.replace(day=monthrange(day.year, day.month)[1])
        case Grain.YEAR:
            return date(day.year, 12, 31)
        case Grain.BAND:
            return date(min(day.year - day.year % BAND + BAND - 1, END.year), 12, 31)


def said(window: Window, grain: Grain) -> str:
    """Say a window in months, years or bands of years."""
    rough = coarse(window, grain)
    if rough == ALWAYS:
        return "at an unknown time"
    first, last = (_unit(day, grain) for day in (rough.earliest, rough.latest))
    if rough.earliest == BEGINNING:
        return f"by {last}"
    if rough.latest == END:
        return f"from {first} on"
    if grain is Grain.BAND:
        return f"{rough.earliest.year} to {rough.latest.year}"
    return first if first == last else f"between {first} and {last}"


def _unit(day: date, grain: Grain) -> str:
    return f"{month_name[day.month]} {day.year}" if grain is Grain.MONTH else str(day.year)


def when(window: Window, grain: Grain, event: str = "") -> When:
    """Return a time as coarse as that, with a text that our own import reads as the same."""
    rough = coarse(window, grain)
    if event:
        return When(text=f"@{event}", event=event)
    if rough == ALWAYS:
        return When(text="")
    first, last = (_edtf(day, grain) for day in (rough.earliest, rough.latest))
    text = first if first == last else f"{first}/{last}"
    return When(text=text, window=rough)


def _edtf(day: date, grain: Grain) -> str:
    if day in (BEGINNING, END):
        return ".."
    return f"{day.year:04}-{day.month:02}" if grain is Grain.MONTH else f"{day.year:04}"


def how_long(earlier: Window, until: Window, grain: Grain) -> str:
    """Say how long it was from one time to another one, in months or years.

    A day on which one looks back is no secret, and stays as it is; all else is made coarse.
    """
    rough = coarse(earlier, grain)
    other = until if until.earliest == until.latest else coarse(until, grain)
    unit, days = ("month", _DAYS_A_MONTH) if grain is Grain.MONTH else ("year", _DAYS_A_YEAR)
    least = max(int((other.earliest - rough.latest).days // days), 0)
    if rough.earliest == BEGINNING:
        return f"{_units(least, unit)} or more" if least else UNCLEAR_HOW_LONG
    most = max(int(-(-(other.latest - rough.earliest).days // days)), 1)
    return _units(most, unit) if least == most else f"{least} to {_units(most, unit)}"


def _units(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def age_band(born: Window, day: date, *, only_grown: bool = False) -> str:
    """Say the age of somebody on a day, in bands; "" where nothing is said of it.

    Args:
        born: the window of birth.
        day: on which the age is.
        only_grown: say no more than whether somebody is under 18.
    """
    if born.latest == END:
        return ""
    least = day.year - born.latest.year - 1
    most = END.year if born.earliest == BEGINNING else day.year - born.earliest.year
    if least >= ADULT:
        return "18 or older"
    if only_grown or most >= END.year:
        return "under 18" if most < ADULT else "under 18, or not much older"
    first = max((low for low, _ in _AGES if low <= max(least, 0)), default=0)
    if most >= ADULT:
        return f"{first} or older"
    last = next(high for _, high in _AGES if most <= high)
    return f"{first} to {last} years old"


def rolled_up(place: str, places: Mapping[str, Place], level: Level) -> str:
    """Return the smallest place around one that may be named; "" where none is recorded."""
    seen: set[str] = set()
    while place in places and place not in seen:
        if places[place].kind in _KINDS[level]:
            return place
        seen.add(place)
        place = places[place].part_of
    return ""


def may_be_named(records: Records, level: Level) -> list[Place]:
    """Return the places that are coarse enough to be named."""
    places = {place.id: place for place in records.places}
    return [place for id_, place in places.items() if rolled_up(id_, places, level) == id_]
