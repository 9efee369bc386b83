"""One hash of all that is recorded: the same for the same records, in whatever order."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from graph.record.vocabulary import event_types
from graph.store.database import Database
from graph.store.properties import to_day

PARTS = (
    "fingerprint/claims",
    "fingerprint/sources",
    "fingerprint/people",
    "fingerprint/places",
    "fingerprint/events",
    "fingerprint/kinship",
    "fingerprint/taking_part",
    "fingerprint/order",
    "fingerprint/belonging",
)
LEFT_OUT = frozenset(
    {
        "run",
        "stale",
        "doubtful",
        "named_from",
        "own_from",
        "calendar_due",
        "due_mark",
        "do_not_contact",
        "do_not_contact_until",
        "joined_to",
        "retracted_by",
        "retracted_on",
        "retracted_why",
        "restored",
        "changed",
        *(name for type_ in event_types().values() for name in type_.properties()),
    }
)
"""When and by which run something came, who took it back, and what follows from the rest."""


def graph_hash(database: Database) -> str:
    """Return the sha256 over claims, sources, people, places, events, and what leads where.

    Not over runs, times of loading, who retracted a claim and when, nor the calendars.
    """
    digest = hashlib.sha256()
    for part in PARTS:
        digest.update(f"{part}\n".encode())
        for row in database.stream(part):
            row["facts"] = _kept(row["facts"])
            text = json.dumps(row, sort_keys=True, ensure_ascii=False, default=_day)
            digest.update(f"{text}\n".encode())
    return digest.hexdigest()


def _kept(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name not in LEFT_OUT}


def _day(value: object) -> str:
    return to_day(value).isoformat()
