"""FollowTheMoney's entities: how one is made, what its ids and dates look like.

https://followthemoney.tech/explorer/; tried against followthemoney 4.11.2, which cleans away in
silence what it does not know: an id with other signs than letters, digits, dots and hyphens, a
date that is no beginning of 2018-06-24, a language outside its list.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from graph.export.formats.flattening import clean
from graph.export.formats.import_dates import spellings
from graph.record.dates import Window

Value = str | Iterable[str]

_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_URL = re.compile(r"https?://[^\s/]+\.[^\s]+")
LONGEST = {"name": 384, "alias": 384, "full": 250, "location": 250}
"""Letters of a name or an address; a longer one is refused. The claim about it has them all."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity: its schema, and each property's values."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return it as a line of its format holds it."""
        return {"id": self.id, "schema": self.schema, "properties": self.properties}


def entity(id_: str, schema: str, **properties: Value) -> Entity:
    """Return an entity of the properties that say something, each value once."""
    found: dict[str, list[str]] = {}
    for name, value in properties.items():
        values = [value] if isinstance(value, str) else value
        longest = LONGEST.get(name)
        texts = (clean(one).strip()[:longest].rstrip() for one in values)
        said = list(dict.fromkeys(text for text in texts if text))
        if said:
            found[name] = said
    return Entity(id_, schema, found)


def key(kind: str, id_: str) -> str:
    """Return an id that FollowTheMoney accepts; the same of ours gives the same."""
    if _ID.fullmatch(id_):
        return f"{kind}-{id_}"
    return f"{kind}-x{sha256(id_.encode('utf-8', 'replace')).hexdigest()[:24]}"


def date(window: Window | None) -> str:
    """Return a window that is a day, a month or a year; "" for any other."""
    shortest = "" if window is None else next(spellings(window), "")
    return "" if "/" in shortest or ".." in shortest else shortest


def url(text: str) -> str:
    """Return an address that FollowTheMoney keeps; "" for what it would drop."""
    return text if _URL.fullmatch(text) else ""
