"""The day that an audience is answered for: the end of its period, so that no two files differ.

Two files of neighbouring days would say between which of them something happened.
"""

from collections.abc import Mapping
from datetime import date

from graph.export.audiences import rules
from graph.export.coarse import coarse
from graph.export.package import Audience
from graph.record.dates import Window


def asked_day(day: date, audience: Audience, made_on: date) -> date:
    """Return the end of the month, the year or the band of years around a day.

    It is never an earlier day, since what happened in between would be left out. A band that
    has not ended ends for now with the year: of 2029 nothing is known in 2026. Those who may
    read everything get the day itself.
    """
    if audience is Audience.INTERNAL:
        return day
    end = coarse(Window(day, day), rules(audience).grain).latest
    return min(end, date(max(day.year, made_on.year), 12, 31))


def asked_params(
    params: Mapping[str, str], audience: Audience, made_on: date
) -> dict[str, str]:
    """Return the parameters of a question, each day among them as `asked_day` says."""
    return {name: _rounded(text, audience, made_on) for name, text in params.items()}


def _rounded(text: str, audience: Audience, made_on: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return asked_day(day, audience, made_on).isoformat()
