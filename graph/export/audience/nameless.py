"""The records without the names that are searched for.

A file is made from these as well. A line that is in both files comes from no name. It comes
from the format (such as `rdf:li`), the program, or a place that may be read.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.export.audience.naming import public_name
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.titles import Titles
from graph.record.model import PersonClaim, Place, Record, Records
from graph.record.schema import Holds, Table, each_changed
from graph.record.vocabulary import PersonKind

NOBODY = "Qxq"
"""A name that is none, in a text that is replaced."""
_HELD_BACK = f"{NOBODY}1"
"""A title that is never said: a letter and a digit are joined in it."""
_IDS = frozenset({"id", "locator", "retracted_by", "row_hash", "dataset", "language"})
"""Ids, and words of fixed lists, in fields that the schema takes for text."""


@cache
def _kept(table: Table) -> frozenset[str]:
    """Return the fields of ids and of listed words; of any other, what names somebody goes."""
    columns = table.columns.values()
    listed = (Holds.ID, Holds.WORD)
    return _IDS | {each.field for each in columns if each.refers_to or each.holds in listed}


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
        stopped = (replace(one, names=self._all(one.names)) for one in records.stopped)
        return replace(each_changed(records, self._without), stopped=tuple(stopped))

    def text(self, text: str) -> str:
        """Return a text, or somebody who is nobody where it names somebody."""
        return NOBODY if self.search.in_any([text]) else text

    def _without(self, table: Table, record: Record) -> Any:  # noqa: ANN401 - of the same kind
        changed = table.values(record)
        for field in changed.keys() - _kept(table):
            value = changed[field]
            if type(value) is str:
                changed[field] = self._of(record, field, value)
            elif isinstance(value, tuple):
                changed[field] = self._all(value)
        if isinstance(record, Place) and record.id in self.named:
            changed["name"] = record.name
        return table.build(changed)

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
