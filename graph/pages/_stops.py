"""Whom not to contact: said beside each name, on whatever day."""

from collections.abc import Iterable

from graph.pages._store import read
from graph.questions import marks

STOP_SHORT = "do not contact"


def not_to_contact(people: Iterable[str]) -> frozenset[str]:
    """Return whose request not to be contacted stands, of these people, on whatever day."""
    wanted = set(people)
    return read(lambda store: frozenset(marks.stops(store, [wanted])[0]))
