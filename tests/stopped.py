"""Who of both sample sets asked not to be contacted, and what names them without saying so."""

import re
from collections.abc import Iterable
from functools import cache

from graph.facts.adding_up import Facts, facts
from graph.rule.stops import requests_in
from ingest import read
from tests.conftest import BOTH_SETS

_SAID = re.compile(r"not to be contacted|do[ _]not[ _]contact", re.IGNORECASE)
"""How the stop is said, in a sentence, on a card, in a column."""


@cache
def known() -> tuple[Facts, ...]:
    """What each set adds up to."""
    return tuple(facts(read([folder]).records) for folder in BOTH_SETS)


@cache
def stopped() -> dict[str, str]:
    """Return the name of everybody whose request stands, by id."""
    return {
        id_: one.people[id_].name
        for one in known()
        for id_ in requests_in(one)
        if id_ in one.people
    }


def named_in(text: str) -> set[str]:
    """Return who of them can be read in a text, by name."""
    return {name for name in stopped().values() if _pattern(name).search(text)}


def without_the_stop(parts: Iterable[str]) -> list[str]:
    """Return the parts (sentences, rows, tiles) that name one of them and do not say so."""
    return [part for part in dict.fromkeys(parts) if named_in(part) and not _SAID.search(part)]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
