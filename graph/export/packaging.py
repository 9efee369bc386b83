"""From what was gathered to what is handed over: the one place that decides what leaves.

Pure: records and answers in, a `PackedExport` out. Every writer reads that and nothing else.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from graph.export.audience.drawn_ids import drawn
from graph.export.audience.for_audience import AudienceRequest, for_audience
from graph.export.audience.for_internal import for_internal
from graph.export.audience.nameless import Unnaming
from graph.export.audiences import NOTHING_MORE, Extras, rules
from graph.export.coarse import may_be_named
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.titles import Titles
from graph.export.package import Audience, Package
from graph.facts.adding_up import facts
from graph.record.model import Records
from graph.rule.answer import ChildAnswer, answer
from graph.rule.reach import MAX_DEGREE

TLP = {
    Audience.INTERNAL: "TLP:RED",
    Audience.PARTNER: "TLP:AMBER+STRICT",
    Audience.BRIEFING: "TLP:AMBER",
    Audience.PUBLIC: "TLP:GREEN",
}
"""The label that each audience gets by default; TLP:CLEAR is never one.

Source: FIRST, Traffic Light Protocol 2.0 (2022).
"""
CLEAR = "TLP:CLEAR"


def new_id() -> str:
    """Return a fresh id for an export, such as "KT-7QMRB-4FBCD"."""
    first, second = (drawn(secrets.token_bytes(5), 5).upper() for _ in range(2))
    return f"KT-{first}-{second}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What is asked for: to whom, of whom, when, and with what."""

    audience: Audience
    selection: str
    """What was selected, in words that only `internal` reads."""
    made_on: date
    as_of: date
    known_on: date | None = None
    max_degree: int = MAX_DEGREE
    only: frozenset[str] | None = None
    """Nobody but these people; None: everybody within reach of the children."""
    recipient: str = ""
    tlp: str = ""
    warning: str = ""
    """What must be read first, in words that every audience may read."""
    extras: Extras = NOTHING_MORE
    export_id: str = field(default_factory=new_id)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    """Of the ids of this export; never written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedExport:
    """What is handed over, and which claims of the store it carries."""

    handed: Package
    carried: frozenset[str]
    """By their ids in the store: for the ledger, never for the file."""
    nameless: Callable[[WholeWords], Package]
    """Make the same of records in which nobody has a name that is searched for."""


def hand_over(records: Records, answers: Sequence[ChildAnswer], order: ExportOrder) -> Package:
    """Build what the audience gets; see `packed`."""
    return packed(records, answers, order).handed


def packed(
    records: Records, answers: Sequence[ChildAnswer], order: ExportOrder
) -> PackedExport:
    """Build what the audience gets, with the claims that it carries.

    Args:
        records: everything that was gathered for the selection.
        answers: the answer for each child of the selection, worked out on everything, all of
            them for the day of the order.
        order: what is asked for.
    """
    if order.audience is Audience.INTERNAL:
        made = for_internal(records, answers, order.selection, order.only)
    else:
        asked = AudienceRequest(
            rules=rules(order.audience),
            extras=order.extras,
            key=order.key,
            as_of=order.as_of,
            only=order.only,
            max_degree=order.max_degree,
        )
        made = for_audience(records, answers, asked)
    handed = Package(
        export_id=order.export_id,
        audience=order.audience,
        tlp=order.tlp or TLP[order.audience],
        selection=f"{order.warning} {made.selection}".lstrip(),
        as_of=order.as_of,
        known_on=order.known_on,
        made_on=order.made_on,
        recipient=order.recipient,
        records=made.records,
        told=made.told,
        left_out=(*filter(None, [order.warning]), *made.left_out),
        do_not_contact=made.do_not_contact,
        household_asked_not=made.household_asked_not,
        warning=order.warning,
    )
    return PackedExport(
        handed=handed,
        carried=made.carried,
        nameless=partial(_nameless, records, answers, order),
    )


def _nameless(
    records: Records, answers: Sequence[ChildAnswer], order: ExportOrder, search: WholeWords
) -> Package:
    """Build what the audience would get, with the same ids, if nobody had these names."""
    places = may_be_named(records, rules(order.audience).level)
    titles = Titles(records, [place.name for place in places])
    unnaming = Unnaming(search, titles, {place.id for place in places})
    plain = unnaming.of(records)
    added_up = facts(plain)
    again = [
        answer(
            plain,
            one.network.child.id,
            as_of=one.as_of,
            known_on=one.known_on,
            max_degree=order.max_degree,
            fresh_days=one.fresh_days,
            added_up=added_up,
        )
        for one in answers
    ]
    recipient = unnaming.text(order.recipient)
    return hand_over(plain, again, replace(order, recipient=recipient))
