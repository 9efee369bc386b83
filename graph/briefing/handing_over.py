"""From what was gathered to what is handed over: the one place that decides what leaves.

Pure: records and answers in, a `Handed` out. Every writer reads that and nothing else.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.answer import ChildAnswer
from graph.briefing.handed import Audience, Handed
from graph.briefing.hearer import Hearer
from graph.briefing.telling import tell
from graph.facts import facts
from graph.model import Records
from graph.stops import requests_in, warnings_in

TLP = {
    Audience.INTERNAL: "TLP:RED",
    Audience.PARTNER: "TLP:AMBER+STRICT",
    Audience.BRIEFING: "TLP:AMBER",
    Audience.PUBLIC: "TLP:GREEN",
}
"""The label that each audience gets by default; TLP:CLEAR is never one.

Source: FIRST, Traffic Light Protocol 2.0 (2022).
"""
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Those that nobody takes for another one when an export's id is read aloud."""


def new_id() -> str:
    """Return a fresh id for an export, such as "KT-7Q2M-X4FA"."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"KT-{letters[:4]}-{letters[4:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for: to whom, of whom, and when."""

    audience: Audience
    selection: str
    """What was selected, in words; said again in the export only as far as it may be."""
    made_on: date
    as_of: date
    known_on: date | None = None
    recipient: str = ""
    tlp: str = ""
    export_id: str = field(default_factory=new_id)


def hand_over(records: Records, answers: Sequence[ChildAnswer], order: Order) -> Handed:
    """Build what the audience gets.

    Args:
        records: everything that was gathered for the selection.
        answers: the answer for each child of the selection, worked out on everything, all of
            them for the day of the order.
        order: what is asked for.
    """
    hearer, everything = Hearer(), facts(records)
    return Handed(
        export_id=order.export_id,
        audience=order.audience,
        tlp=order.tlp or TLP[order.audience],
        selection=order.selection,
        as_of=order.as_of,
        known_on=order.known_on,
        made_on=order.made_on,
        recipient=order.recipient,
        records=records,
        told=tuple(tell(answer, hearer) for answer in answers),
        left_out=(),
        do_not_contact=frozenset(requests_in(everything)),
        household_asked_not=frozenset(warnings_in(everything)),
    )
