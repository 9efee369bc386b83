"""Entities of FollowTheMoney: how one is made, and the form of its ids and dates.

https://followthemoney.tech/explorer/. Version 4.11.2 was tried: it drops in silence what it
does not know. An id may have letters, digits, dots and hyphens only. A date is the beginning of
one like 2018-06-24. A language must be in its list.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from graph.export.formats.flattening import clean
from graph.export.formats.import_dates import spellings
from graph.export.formats.worded import OF_EVERY_CLAIM, record_text, said
from graph.record.dates import Window
from graph.record.model import Claim, Interpretation, Place, Source, TieClaim

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


def document(source: Source) -> Entity:
    """Return a source; what it is and how reliable is a text, since there is no field."""
    elsewhere = {"id", "title", "publisher", *(("url",) if url(source.url) else ())}
    return entity(
        key("source", source.id),
        "Article" if source.kind == "news" else "Document",
        title=source.title,
        publisher=source.publisher,
        publishedAt="" if source.date is None else date(source.date.window),
        sourceUrl=url(source.url),
        summary=record_text(source, elsewhere),
    )


def address(place: Place, full: str) -> Entity:
    """Return a place; `full` is its name and those of the places that it is in."""
    return entity(
        key("place", place.id),
        "Address",
        full=full,
        name=place.name,
        alias=place.aliases,
        latitude="" if place.lat is None else str(place.lat),
        longitude="" if place.lon is None else str(place.lon),
        remarks=record_text(place, {"id", "name", "aliases", "lat", "lon"}),
    )


def documentation(claim: Claim, about: str) -> Entity:
    """Return a claim as the link from its source to the person or event that it is about."""
    ended = said(
        retracted_by=claim.retracted_by,
        retracted_on=claim.retracted_on,
        retracted_why=claim.retracted_why,
    )
    of_itself = record_text(claim, OF_EVERY_CLAIM)
    if isinstance(claim, TieClaim):
        of_itself = f"tie: {claim.about}\n{of_itself}"
    standing = "" if claim.active else f"retracted\n{ended}".strip()
    return entity(
        key("claim", claim.id),
        "Documentation",
        document=key("source", claim.source),
        entity=about,
        role=claim.locator,
        recordId=claim.id,
        description=claim.words,
        summary="\n".join(part for part in (of_itself, _rest(claim)) if part),
        status=standing,
    )


def reading(claim: Interpretation, about: str, names: Mapping[str, str]) -> Entity:
    """Return what somebody reads in coded words as a note on what it is read in."""
    how = said(
        read_by=names.get(claim.by, claim.by),
        certainty=claim.certainty,
        backs=claim.backs,
        reads=claim.of,
        alternative_to=claim.alternative_to,
        passage=claim.locator,
        claim=claim.id,
        reading=claim.about,
        standing="" if claim.active else "retracted",
    )
    ended = said(by=claim.retracted_by, on=claim.retracted_on, why=claim.retracted_why)
    return entity(
        key("claim", claim.id),
        "Note",
        entity=about,
        name=f"\u201c{claim.words}\u201d",
        description=claim.reading,
        summary="\n".join(part for part in (how, ended, _rest(claim)) if part),
        proof=key("source", claim.source),
    )


def _rest(claim: Claim) -> str:
    return said(
        note=claim.note,
        replaces=claim.supersedes,
        data_set=claim.dataset,
        **dict(claim.further),
    )
