"""From what was gathered to what is handed over: the one place that decides what leaves.

Pure: records and answers in, a `Handed` out. Every writer reads that and nothing else.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.briefing.audiences import NOTHING_MORE, Extras, rules
from graph.briefing.for_audience import Asked, for_audience
from graph.briefing.for_internal import for_internal
from graph.briefing.handed import Audience, Handed
from graph.model import Records
from graph.rule.answer import ChildAnswer
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
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Those that nobody takes for another one when an export's id is read aloud."""


def new_id() -> str:
    """Return a fresh id for an export, such as "KT-7Q2M-X4FA"."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"KT-{letters[:4]}-{letters[4:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
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
class Package:
    """What is handed over, and which claims of the store it carries."""

    handed: Handed
    carried: frozenset[str]
    """By their ids in the store: for the ledger, never for the file."""


def hand_over(records: Records, answers: Sequence[ChildAnswer], order: Order) -> Handed:
    """Build what the audience gets; see `packed`."""
    return packed(records, answers, order).handed


def packed(records: Records, answers: Sequence[ChildAnswer], order: Order) -> Package:
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
        asked = Asked(
            rules=rules(order.audience),
            extras=order.extras,
            key=order.key,
            as_of=order.as_of,
            only=order.only,
            max_degree=order.max_degree,
        )
        made = for_audience(records, answers, asked)
    handed = Handed(
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
    return Package(handed=handed, carried=made.carried)
