"""The answers and the export itself as flat facts, beside the records."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import fields
from typing import Any

from graph.export.package import Appeal, ChildBriefing, Package, RelativeLine, Statement, Tile
from graph.record.dates import Lag, When, Window
from graph.record.model import Claim, Lift, Participant, Record
from graph.record.schema import ReferenceKind, table_of
from graph.record.vocabulary import STOPPED
from graph.words.name_marks import with_marks

Facts = dict[str, Any]

STOP = "Do not contact: asked not to be contacted, on whatever day."
NOT_IN_NOTES = "timelines, clocks, appeals and doubts of the answers"
"""What `answer_text` leaves out."""


def export(package: Package) -> Facts:
    """Return where a file comes from, for whom it is, and what it leaves out."""
    facts = {
        "id": "export",
        "export_id": package.export_id,
        "audience": package.audience.value,
        "tlp": package.tlp,
        "selection": package.selection,
        "as_of": package.as_of,
        "known_on": package.known_on,
        "made_on": package.made_on,
        "recipient": package.recipient,
        "left_out": list(package.left_out),
    }
    return _filled(facts)


def answer(briefing: ChildBriefing, package: Package) -> Facts:
    """Return the answer for one child, each part a text or a list of texts, with its claims."""
    facts = {
        "id": briefing.child,
        "as_of": package.as_of,
        "name": briefing.name,
        "family": briefing.family,
        "circumstances": briefing.circumstances,
        "headline": briefing.headline.text,
        "thread": briefing.thread.text,
        "counts": [f"{word}: {count}" for word, count in briefing.counts],
        "clocks": [_tile(tile) for tile in briefing.clocks],
        "timeline": [f"{when}: {statement.text}" for when, statement in briefing.timeline],
        "appeals": [_appeal(appeal) for appeal in briefing.appeals],
        "doubtful": [statement.text for statement in briefing.doubtful],
        "conventions": [statement.text for statement in briefing.conventions],
        "disagreeing": [statement.text for statement in briefing.disagreeing],
        "sources_read": briefing.sources_read,
        "claims": list(dict.fromkeys(c for s in _statements(briefing) for c in s.claims)),
    }
    return _filled(facts)


def answer_text(briefing: ChildBriefing) -> str:
    """Return the answer for a child as one text, a line for each relative, stops first."""
    return "\n".join([briefing.headline.text, briefing.thread.text, *map(_line, briefing.rows)])


def _line(row: RelativeLine) -> str:
    stop = f"{STOP} " if row.do_not_contact else ""
    household = f"{row.near_asked} " if row.near_asked else ""
    name = with_marks(row.name, row.may_be)
    return f"{stop}{household}{name} ({row.relation}): {row.left}, {row.status}"


def stands(row: RelativeLine, package: Package) -> Facts:
    """Return somebody's answer towards a child on the day of the export.

    `left` is "stop" for everybody who asked not to be contacted; `answer` is the rule's answer
    for them.
    """
    facts = {
        "as_of": package.as_of,
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
        "may_be": list(row.may_be),
        "claims": list(dict.fromkeys(c for s in (row.reason, *row.later) for c in s.claims)),
    }
    return _filled(facts)


def _statements(briefing: ChildBriefing) -> Iterable[Statement]:
    yield from (briefing.headline, briefing.thread)
    yield from (tile.note for tile in briefing.clocks)
    yield from (statement for _, statement in briefing.timeline)
    yield from (appeal.asked for appeal in briefing.appeals)
    yield from (*briefing.doubtful, *briefing.disagreeing, *briefing.conventions)


def _tile(tile: Tile) -> str:
    return f"{tile.label}: {tile.value}. {tile.note.text}"


def _appeal(appeal: Appeal) -> str:
    parts = (appeal.asked.text, appeal.addressee, appeal.answer, appeal.days_without)
    return "; ".join(part for part in parts if part)


def _filled(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if value not in ("", None, [])}


def said(**facts: object) -> str:
    """Return what is known as `name: text` lines; the names lose their underscores."""
    return _lines((name, _text(value)) for name, value in facts.items())


def record_text(
    record: Record, without: Collection[str] = (), named: Callable[[str], str] = str
) -> str:
    """Return a record as `name: text` lines, one for each field that says something.

    Args:
        record: a field that is added to its table is written here too.
        without: names of fields that stand elsewhere in the file; "further" names all those
            that the record's class does not declare.
        named: returns what a person is called, by the id.
    """
    table = table_of(type(record))
    left_out = {*without, *(table.further if "further" in without else ())}
    people = {row.field for row in table.rows if row.refers_to == (ReferenceKind.PERSON,)}
    return _lines(
        (name, _text(value, named, named if name in people else str))
        for name, value in table.values(record).items()
        if name not in left_out
    )


def _lines(texts: Iterable[tuple[str, str]]) -> str:
    return "\n".join(
        f"{name.replace('_', ' ').strip()}: {text}" for name, text in texts if text
    )


def _text(  # noqa: PLR0911 - a kind of value each
    value: object, named: Callable[[str], str] = str, text_of: Callable[[str], str] = str
) -> str:
    """Return a value as text: people by `named`, and any other text by `text_of`."""
    match value:
        case When():
            return value.text
        case Participant():
            return f"{value.role}: {named(value.person)}"
        case Lift():
            return f"{named(value.person)} on {value.on} by {value.by}: {value.why}"
        case Lag():
            return f"{value.least} to {value.most or 'any'} days"
        case tuple():
            return "; ".join(_text(one, named, text_of) for one in value)
        case bool():
            return "yes" if value else ""
        case None | Window():
            return ""
    return text_of(str(value)) if value else str(value)


OF_EVERY_CLAIM = frozenset(one.name for one in fields(Claim))
"""The fields that every claim has, which each format puts where they belong."""
