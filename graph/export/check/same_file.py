"""Compare two families by what a file says of them, without their names.

Ids, passages and numbers belong to one export and say nothing. People differ by what they are
called and by their ties, a few steps far (Weisfeiler and Leman, 1968).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256

from graph.export.audience.drawn_ids import DRAWN
from graph.export.package import Package
from graph.record.model import Records

_STEPS = 3
_OF_THE_EXPORT = re.compile(
    rf"\b[a-z]-{DRAWN}\b|\bP-(?i:{DRAWN})\b"
    r"|(?<=\bchild )\d+|\bfamily [A-Z]+\b|\(\d+(?:, family [A-Z]+)?\)|\d+(?=, family [A-Z]+\))"
)
_UNSAID = {"id", "about", "locator", "dataset", "supersedes", "child", "claims"}
"""Fields that name a claim, and say nothing of what it is about."""

Said = Counter[str]
"""Everything that a file says, with how often."""


def said_by(package: Package) -> Said:
    """Return what a file says of a family, so that it can be compared with another one."""
    known = _background(package.records)
    names = {claim.about: _plain(claim.name, {}) for claim in package.records.people}
    for id_, name in names.items():
        stop, household = id_ in package.do_not_contact, id_ in package.household_asked_not
        names[id_] = f"{name} {stop} {household}"
    for _ in range(_STEPS):
        names = _further(package, names, known)
    seen = known | names
    said = (*package.records.claims(), *package.records.datasets, *package.briefings)
    return Counter(_plain(one, seen) for one in said)


def _background(records: Records) -> dict[str, str]:
    """Return what sources and places are called: by what is said of them, not by their ids."""
    places = {place.id: f"{place.kind} {place.name}" for place in records.places}
    return places | {source.id: _plain(source, places) for source in records.sources}


def _further(package: Package, names: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """Return what separates people a step further: their events, and their roles in them."""
    around: defaultdict[str, list[str]] = defaultdict(list)
    for claim in package.records.claims():
        for person in claim.involved:
            here = known | names | {person: f"this {names.get(person, '')}"}
            around[person].append(_plain(claim, here))
    for briefing in package.briefings:
        for row in briefing.rows:
            around[row.person].append(_plain(row, known))
    return {id_: _mark(names[id_], *sorted(around[id_])) for id_ in names}


def _mark(*said: str) -> str:
    return sha256("\x1f".join(said).encode()).hexdigest()


def _plain(value: object, known: Mapping[str, str]) -> str:
    """Say a record, or a part of one, without what is of its export alone."""
    if isinstance(value, str):
        return known[value] if value in known else _OF_THE_EXPORT.sub("#", value)
    if is_dataclass(value):
        said = ((one.name, getattr(value, one.name)) for one in fields(value))
        parts = (f"{name}: {_plain(one, known)}" for name, one in said if name not in _UNSAID)
        return f"{type(value).__name__}({', '.join(parts)})"
    if isinstance(value, tuple | frozenset):
        return f"[{'; '.join(sorted(_plain(one, known) for one in value))}]"
    return repr(value)
