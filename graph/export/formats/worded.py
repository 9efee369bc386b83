"""The answers and the export itself as flat facts, which stand beside the records."""

from collections.abc import Iterable
from typing import Any

from graph.export.package import Appeal, ChildBriefing, Package, RelativeLine, Statement, Tile
from graph.record.dates import When
from graph.record.vocabulary import STOPPED

Facts = dict[str, Any]

STOP = "Do not contact: asked not to be contacted, on whatever day."
HOUSEHOLD = "Somebody of the household asked not to be contacted."
NOT_IN_NOTES = "timelines, clocks, appeals and doubts of the answers"
"""What `answer_text` leaves out."""


def export(handed: Package) -> Facts:
    """Return where a file comes from, for whom it is, and what it leaves out."""
    facts = {
        "id": "export",
        "export_id": handed.export_id,
        "audience": handed.audience.value,
        "tlp": handed.tlp,
        "selection": handed.selection,
        "as_of": handed.as_of,
        "known_on": handed.known_on,
        "made_on": handed.made_on,
        "recipient": handed.recipient,
        "left_out": list(handed.left_out),
    }
    return _filled(facts)


def answer(told: ChildBriefing, handed: Package) -> Facts:
    """Return the answer for one child, each part a text or a list of texts, with its claims."""
    facts = {
        "id": told.child,
        "as_of": handed.as_of,
        "name": told.name,
        "family": told.family,
        "circumstances": told.circumstances,
        "headline": told.headline.text,
        "thread": told.thread.text,
        "counts": [f"{word}: {count}" for word, count in told.counts],
        "clocks": [_tile(tile) for tile in told.clocks],
        "timeline": [f"{when}: {statement.text}" for when, statement in told.timeline],
        "appeals": [_appeal(appeal) for appeal in told.appeals],
        "doubtful": [statement.text for statement in told.doubtful],
        "disagreeing": [statement.text for statement in told.disagreeing],
        "sources_read": told.sources_read,
        "claims": list(dict.fromkeys(c for s in _statements(told) for c in s.claims)),
    }
    return _filled(facts)


def answer_text(told: ChildBriefing) -> str:
    """Return the answer for a child as one text, a line for each relative, stops first."""
    return "\n".join([told.headline.text, told.thread.text, *map(_line, told.rows)])


def _line(row: RelativeLine) -> str:
    stop = f"{STOP} " if row.do_not_contact else ""
    household = f"{HOUSEHOLD} " if row.household_asked_not else ""
    return f"{stop}{household}{row.name} ({row.relation}): {row.left}, {row.status}"


def stands(row: RelativeLine, handed: Package) -> Facts:
    """Return how somebody stands towards a child on the day of the export.

    Who filters on `left` finds "stop" on whoever asked not to be contacted; `answer` is what
    the rule says of them all the same.
    """
    facts = {
        "as_of": handed.as_of,
        "name": row.name,
        "relation": row.relation,
        "mark": row.mark.value,
        "left": STOPPED if row.do_not_contact else row.left,
        "answer": row.left,
        "status": row.status,
        "reason": row.reason.text,
        "since": row.since,
        "last_heard": row.last_heard,
        "later": [statement.text for statement in row.later],
        "care": row.care,
        "group": row.group,
        "in_region": row.in_region,
        "do_not_contact": row.do_not_contact,
        "household_asked_not": row.household_asked_not,
        "claims": list(dict.fromkeys(c for s in (row.reason, *row.later) for c in s.claims)),
    }
    return _filled(facts)


def _statements(told: ChildBriefing) -> Iterable[Statement]:
    yield from (told.headline, told.thread)
    yield from (tile.note for tile in told.clocks)
    yield from (statement for _, statement in told.timeline)
    yield from (appeal.asked for appeal in told.appeals)
    yield from (*told.doubtful, *told.disagreeing)


def _tile(tile: Tile) -> str:
    return f"{tile.label}: {tile.value}. {tile.note.text}"


def _appeal(appeal: Appeal) -> str:
    parts = (appeal.asked.text, appeal.addressee, appeal.answer, appeal.days_without)
    return "; ".join(part for part in parts if part)


def _filled(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if value not in ("", None, [])}


def said(**facts: object) -> str:
    """Return what is known as `name: text` lines; the names lose their underscores."""
    found: list[str] = []
    for name, value in facts.items():
        text = value.text if isinstance(value, When) else value
        text = "; ".join(text) if isinstance(text, tuple) else text
        if text:
            found.append(f"{name.replace('_', ' ').strip()}: {text}")
    return "\n".join(found)
