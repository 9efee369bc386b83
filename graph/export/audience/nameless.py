"""The records as they would be if nobody had the names that are searched for.

What stands in a file that was made from these as it stands in the real one comes from no name:
it is a word of the format, such as `rdf:li`, of the program, or of a place that may be read.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from graph.export.audience.naming import public_name
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.titles import Titles
from graph.record.model import Claim, Dataset, PersonClaim, Place, Records, Source
from graph.record.vocabulary import PersonKind

NOBODY = "Qxq"
"""A name that is none, in a text that is replaced."""
_HELD_BACK = f"{NOBODY}1"
"""A title that is never said: a letter and a digit are joined in it."""
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


@dataclass(frozen=True, slots=True)
class Unnaming:
    """What is not to be found in the records: names, and titles that may name somebody.

    `named` are the ids of the places that may be named; those keep their names.
    """

    search: WholeWords
    titles: Titles
    named: Collection[str] = ()

    def of(self, records: Records) -> Records:
        """Return records in which no free text names anybody."""
        tables = {
            table: tuple(self._without(one) for one in getattr(records, table))
            for table in Records.__dataclass_fields__
        }
        return Records(**tables)

    def text(self, text: str) -> str:
        """Return a text, or somebody who is nobody where it names somebody."""
        return NOBODY if self.search.in_any([text]) else text

    def _without(self, record: R) -> R:
        changed: dict[str, Any] = {}
        for field in fields(record):
            if field.name not in _KEPT:
                value = getattr(record, field.name)
                if type(value) is str:
                    changed[field.name] = self._of(record, field.name, value)
                elif isinstance(value, tuple):
                    changed[field.name] = self._all(value)
        if isinstance(record, Place) and record.id in self.named:
            changed.pop("name")
        return replace(record, **changed)

    def _of(self, record: Record, field: str, text: str) -> str:
        """Return a text of a record; what is cut short in the real one is cut short, too."""
        if field == "title":
            held_back = self.titles.may_name(text) or self.search.in_any([text])
            return _HELD_BACK if held_back else text
        authority = isinstance(record, PersonClaim) and record.kind is PersonKind.ORGANISATION
        if field == "publisher" or (field == "name" and authority):
            return public_name(text, self.search, "")
        return self.text(text)

    def _all(self, value: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(self.text(one) if type(one) is str else one for one in value)
