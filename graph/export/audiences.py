"""Rules of each audience, field by field, from the schema of the records.

A field that the schema does not classify is never exported, and a test fails until it is.
`internal` has no column: it reads everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.export.coarse import Grain, Level, coarse
from graph.export.package import Audience
from graph.record.dates import Window
from graph.record.schema import TABLES
from graph.record.vocabulary import Consent

_NEEDS = {
    Audience.INTERNAL: frozenset(Consent),
    Audience.PARTNER: frozenset({Consent.PARTNERS, Consent.PUBLIC}),
    Audience.BRIEFING: frozenset({Consent.PARTNERS, Consent.PUBLIC}),
    Audience.PUBLIC: frozenset({Consent.PUBLIC}),
}
_GRAINS = {
    Audience.PARTNER: Grain.MONTH,
    Audience.BRIEFING: Grain.YEAR,
    Audience.PUBLIC: Grain.BAND,
}
_LEVELS = {
    Audience.PARTNER: Level.TOWN,
    Audience.BRIEFING: Level.REGION,
    Audience.PUBLIC: Level.COUNTRY,
}


_FROM_THE_LEAST = (Consent.INTERNAL, Consent.PARTNERS, Consent.PUBLIC)


def least(*consents: Consent) -> Consent:
    """Return the one of some consents that goes least far."""
    return min(consents, key=_FROM_THE_LEAST.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What is handed over only if it is asked for by name, and to partners at most."""

    coded_words: bool = False
    relays: bool = False
    quotes: bool = False
    titles: bool = False
    """Titles and publishers go to others than partners, too."""
    pseudonyms: bool = False
    """People get a made-up name of this export instead of what they are to the children."""

    def sensitive(self) -> tuple[str, ...]:
        """Return the options that put something sensitive in, as they are written."""
        asked = {
            "--with-coded-words": self.coded_words,
            "--with-relays": self.relays,
            "--with-quotes": self.quotes,
        }
        return tuple(option for option, wanted in asked.items() if wanted)


NOTHING_MORE = Extras()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What an audience may read."""

    audience: Audience
    consents: frozenset[Consent]
    grain: Grain
    level: Level
    treatments: Mapping[str, Mapping[str, str]]
    """By record, by field: how the field is handed over."""

    @property
    def held_close(self) -> bool:
        """Return whether it is partner or internal: others read some fields only as a mark."""
        return self.audience in (Audience.INTERNAL, Audience.PARTNER)

    @property
    def everything(self) -> bool:
        """Return whether nothing is kept from them."""
        return self.audience is Audience.INTERNAL


@cache
def rules(audience: Audience) -> Rules:
    """Return what an audience may read; of `internal` the grain and level do not count."""
    return Rules(
        audience=audience,
        consents=_NEEDS[audience],
        grain=_GRAINS.get(audience, Grain.MONTH),
        level=_LEVELS.get(audience, Level.TOWN),
        treatments={}
        if audience is Audience.INTERNAL
        else {
            table.kind.__name__: table.treatments(audience.value) for table in TABLES.values()
        },
    )


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
