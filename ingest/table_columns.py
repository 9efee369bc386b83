"""The columns of each table: the contract of `data_samples/README.md`, in one place.

`!` marks a column that must be filled in; behind the colon stands what its cells may hold.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Holds(StrEnum):
    """What the cells of a column may hold."""

    ID = "id"
    IDS = "ids"
    WORD = "word"
    DATE = "date"
    NUMBER = "number"
    TEXT = "text"
    LOCATOR = "locator"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's name and columns."""

    name: str
    holds: dict[str, Holds]
    must: tuple[str, ...]
    texts: tuple[str, ...]
    """The columns of free text, in which a telephone number could hide."""


_CLAIM: Final = (
    "supersedes:claim source!:id locator:locator standing:word retracted_by:locator "
    "retracted_on:locator retracted_why:text"
)
"""What the rows of every table of claims end with."""
_COLUMNS: Final = {
    "dataset": "id!:id title!:text country_of_risk!:id licence:text",
    "sources": (
        "id!:id part_of:id title!:text kind:word informant:id publisher:text language:text "
        "date:date said_on:date consent:word reliability:word url:locator"
    ),
    "places": (
        "id!:id name!:text aliases:text kind:word part_of:id lat:number lon:number "
        "precision:word"
    ),
    "people": (
        "id!:id kind:word name!:text other_names:text sex:word birth:date age_text:text "
        "age_on:date member_of:ids sought:word body:word note:text " + _CLAIM
    ),
    "kinship": (
        "id!:id person!:id kind!:word relative!:id qualifier:word term:text from:date "
        "until:date basis:word stance:word words:text note:text " + _CLAIM
    ),
    "events": (
        "id!:id type!:word subject!:ids with:ids others:ids place:id when:date edtf:date "
        "until:date after:ids before:ids lag_min:number lag_max:number repeats:text "
        "learned:date scope:word basis:word certainty:word stance:word ends:id reason:text "
        "relayed_by:ids duress:word words:text note:text " + _CLAIM
    ),
    "interpretations": (
        "id!:id of!:claim words!:text reading!:text by:id certainty:word backs:id "
        "alternative_to:id note:text " + _CLAIM
    ),
}


def _table(name: str, columns: str) -> Table:
    pairs = [column.split(":") for column in columns.split()]
    holds = {column.removesuffix("!"): Holds(word) for column, word in pairs}
    return Table(
        name=name,
        holds=holds,
        must=tuple(column[:-1] for column, _ in pairs if column.endswith("!")),
        texts=tuple(column for column, word in holds.items() if word is Holds.TEXT),
    )


TABLES: Final = MappingProxyType({name: _table(name, text) for name, text in _COLUMNS.items()})
"""Every table, in the order in which they are read: a row may need one of an earlier table."""


def table_of(name: str) -> str:
    """Return the table that a file or sheet of this name holds, or "" where it is none.

    A second file of a table may carry anything after a dot: `people.letters.csv`.
    """
    table = name.strip().lower().split(".", maxsplit=1)[0]
    return table if table in TABLES else ""
