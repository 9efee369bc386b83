"""The records as they would be if nobody had the names that are searched for.

What stands in a file that was made from these as it stands in the real one comes from no name:
it is a word of the format, such as `rdf:li`, of the program, or of a place that may be read.
"""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from graph.briefing.naming import public_name
from graph.briefing.whole_words import WholeWords
from graph.model import Claim, Dataset, PersonClaim, Place, Records, Source
from graph.vocabulary import PersonKind

NOBODY = "Qxq"
"""A name that is none, in a text that is replaced."""
_IDS = {
    *("id", "about", "source", "locator", "supersedes", "retracted_by", "row_hash", "dataset"),
    *("part_of", "informant", "place", "country_of_risk", "person", "relative", "member_of"),
    *("of", "by", "backs", "alternative_to", "ends", "after", "before", "relayed_by"),
}
_LISTED = {"sex", "certainty", "qualifier", "type", "language", "reliability", "precision"}
_KEPT = _IDS | _LISTED
"""Ids, and words of fixed lists; of any other field each text that names somebody goes."""

Record = Dataset | Source | Place | Claim
R = TypeVar("R", bound=Record)


def nameless(records: Records, search: WholeWords, named: Collection[str]) -> Records:
    """Return records in which no free text holds what is searched for.

    Args:
        records: everything that was gathered.
        search: what must not be found.
        named: ids of the places that may be named; those keep their names.
    """
    tables = {
        table: tuple(_without(one, search, named) for one in getattr(records, table))
        for table in Records.__dataclass_fields__
    }
    return Records(**tables)


def unnamed(text: str, search: WholeWords) -> str:
    """Return a text, or somebody who is nobody where it names somebody."""
    return NOBODY if search.in_any([text]) else text


def _without(record: R, search: WholeWords, named: Collection[str]) -> R:
    changed: dict[str, Any] = {}
    for field in fields(record):
        if field.name not in _KEPT:
            value = getattr(record, field.name)
            if type(value) is str:
                changed[field.name] = _text(record, field.name, value, search)
            elif isinstance(value, tuple):
                changed[field.name] = _texts(value, search)
    if isinstance(record, Place) and record.id in named:
        changed.pop("name")
    return replace(record, **changed)


def _text(record: Record, field: str, text: str, search: WholeWords) -> str:
    """Return a text of a record; authorities and publishers are cut short, titles are gone."""
    if unnamed(text, search) == text:
        return text
    if field == "title":
        return ""
    authority = isinstance(record, PersonClaim) and record.kind is PersonKind.ORGANISATION
    if field == "publisher" or (field == "name" and authority):
        return public_name(text, search, "")
    return NOBODY


def _texts(value: Iterable[Any], search: WholeWords) -> tuple[Any, ...]:
    return tuple(unnamed(one, search) if type(one) is str else one for one in value)
