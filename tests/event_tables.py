"""A scratch copy of the table of event types with rows that the program has never seen."""

import csv
from contextlib import contextmanager

import pytest

from graph.record import vocabulary

NEW = (
    {
        "type": "walled_in",
        "effect": "held",
        "reaches": "subject witness",
        "institution": "prison",
        "words": "walled in",
    },
    {
        "type": "rang_bells",
        "effect": "open",
        "reaches": "subject",
        "clock": "voice",
        "traits": "known_at_once speaks",
        "endangers": "rang bells for somebody abroad",
        "words": "rang bells",
    },
    {"type": "fed", "effect": "care", "care": "caregiver", "words": "fed"},
    {"type": "papers_burnt", "passport": "lacking", "words": "papers burnt"},
    {"type": "petition_sent", "appeal": "sent", "words": "sent a petition"},
    {"type": "sailed", "effect": "place", "tells_place": "out", "words": "sailed"},
    {"type": "knocked", "traits": "known_at_once attempt", "words": "knocked"},
)
"""One row for each kind of meaning; "walled_in" reaches a role that no other type does."""


@contextmanager
def with_rows(folder, rows=NEW):
    """Read the table with more rows for as long as this lasts."""
    with vocabulary.TABLE.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        every, columns = [*table, *rows], table.fieldnames
    copy = folder / "event_types.csv"
    with copy.open("w", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, columns, restval="")
        written.writeheader()
        written.writerows(every)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(vocabulary, "TABLE", copy)
            _forget()
            yield
    finally:
        _forget()


def _forget():
    vocabulary.event_types.cache_clear()
    vocabulary.table_version.cache_clear()
