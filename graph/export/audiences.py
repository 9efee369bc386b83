"""What each audience may read: a field of the records at a time, from `tables/audiences.csv`.

A field that the table does not name is not handed over at all, and a test fails until it is
named. `internal` has no column: it reads everything.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.export.coarse import Grain, Level
from graph.export.package import Audience
from graph.record.vocabulary import Consent

TABLE = Path(__file__).parents[1] / "record" / "tables" / "audiences.csv"
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
        """Tell whether they belong to the work: they may read what others only read by mark."""
        return self.audience in (Audience.INTERNAL, Audience.PARTNER)

    @property
    def everything(self) -> bool:
        """Tell whether nothing is kept from them."""
        return self.audience is Audience.INTERNAL


@cache
def rules(audience: Audience) -> Rules:
    """Return what an audience may read; of `internal` the grain and level do not count."""
    return Rules(
        audience=audience,
        consents=_NEEDS[audience],
        grain=_GRAINS.get(audience, Grain.MONTH),
        level=_LEVELS.get(audience, Level.TOWN),
        treatments={} if audience is Audience.INTERNAL else _treatments(audience),
    )


def _treatments(audience: Audience) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["record"], {})[row["field"]] = row[audience.value]
    return found
