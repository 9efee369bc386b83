"""The columns of the import tables, from `tables/columns.csv`; all parts read them from here.

A row names the field of the record that the column fills, what its cells hold, and the allowed
words. It also has what the column refers to, what each audience gets, and its help. A row
without a column is a field that no cell fills, such as the hash of the row. The rows of
`claims` belong to every table of claims, unless the table has such a row of its own.

A column without a field in a record class is kept in `further` of the record. Such a column
needs no more than its row. It is read, stored, shown, exported and documented from it.
"""

import csv
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from enum import EnumType, StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Final, cast, get_type_hints

from graph.record import vocabulary
from graph.record.claim_names import NOT_SAID
from graph.record.dates import Lag, When, Window
from graph.record.model import (
    Claim,
    Dataset,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Record,
    Records,
    Source,
    TieClaim,
)

FILE: Final = Path(__file__).parent / "tables" / "columns.csv"
BETWEEN: Final = "; "
"""Between the parts of a cell that holds several."""
_BESIDE: Final = frozenset({"subject", "with", "others", "edtf"})
"""Columns that say part of a field: who took part in which role, and the window of `when`."""
_COUNTED: Final = frozenset({("events", "until")})
"""Columns whose words may count from another: "for two years" counts from `when`."""
_SHARED: Final = "claims"
_AUDIENCES: Final = ("partner", "briefing", "public")


class Holds(StrEnum):
    """What the cells of a column may hold."""

    ID = "id"
    IDS = "ids"
    WORD = "word"
    YES = "yes"
    DATE = "date"
    NUMBER = "number"
    DAYS = "days"
    TEXT = "text"
    TEXTS = "texts"
    LOCATOR = "locator"
    CLAIM = "claim"
    NOTHING = ""


class ReferenceKind(StrEnum):
    """What an id may stand for, as a sentence says it."""

    DATASET = "data set"
    SOURCE = "source"
    PLACE = "place"
    PERSON = "person"
    TIE = "tie"
    EVENT = "event"
    INTERPRETATION = "interpretation"
    CLAIM = "claim"


_TYPES: Final[Mapping[Holds, object]] = {
    Holds.IDS: tuple[str, ...],
    Holds.TEXTS: tuple[str, ...],
    Holds.YES: bool,
    Holds.DATE: When | None,
    Holds.NUMBER: float | None,
    Holds.DAYS: float | None,
}
"""The type of a further field, by what its column holds; of all else it is text."""
_EMPTY: Final[Mapping[object, object]] = {
    tuple[str, ...]: (),
    bool: False,
    When | None: None,
    float | None: None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table; `name` is "" for a field that no cell fills."""

    name: str
    field: str
    holds: Holds = Holds.TEXT
    must: bool = False
    allowed: str = ""
    """The words, or the name of their class in `vocabulary`, or the bounds of a number."""
    refers_to: tuple[ReferenceKind, ...] = ()
    treatments: Mapping[str, str] | None = None
    """By audience, how the field is handed over; None where another column says it."""
    help: str = ""

    @property
    def word_class(self) -> type[StrEnum] | None:
        """Return the class of the words, where the code knows each of them by name."""
        known = getattr(vocabulary, self.allowed, None) if self.allowed else None
        return cast(type[StrEnum], known) if isinstance(known, EnumType) else None

    @property
    def words(self) -> Collection[str]:
        """Return the words that are allowed; nothing where any text is."""
        if self.allowed == "EventType":
            return vocabulary.event_types().keys()
        if self.allowed == "Qualifier":
            every = vocabulary.QUALIFIERS.values()
            return dict.fromkeys(word for words in every for word in words).keys()
        if self.word_class is not None:
            return self.word_class._value2member_map_.keys()
        return self.allowed.split() if self.holds is Holds.WORD else ()

    @property
    def bounds(self) -> tuple[float, float]:
        """Return the least and the greatest number."""
        least, _, most = self.allowed.partition("..")
        return float(least or "-inf"), float(most or "inf")


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """An import table: its columns in their order, and the records that its rows become."""

    name: str
    kind: type[Record]
    plural: str
    """The field of `Records` that has its records."""
    about: ReferenceKind
    rows: tuple[Column, ...]

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Return the columns by name, in the order of the table."""
        return {row.name: row for row in self.rows if row.name}

    @cached_property
    def holds(self) -> dict[str, Holds]:
        """Return what each column holds."""
        return {name: column.holds for name, column in self.columns.items()}

    @cached_property
    def must(self) -> tuple[str, ...]:
        """Return the columns that must be filled in."""
        return tuple(name for name, column in self.columns.items() if column.must)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Return the columns of free text, in which a telephone number could hide."""
        free = (Holds.TEXT, Holds.TEXTS)
        return tuple(name for name, holds in self.holds.items() if holds in free)

    @cached_property
    def template(self) -> tuple[Column, ...]:
        """Return the columns that somebody fills in; not what became of a claim later."""
        return tuple(row for row in self.columns.values() if row.name not in NOT_SAID)

    @cached_property
    def alone(self) -> tuple[Column, ...]:
        """Return the columns that fill a field each; others fill one together."""
        together = [column.field for column in self.columns.values()]
        return tuple(c for c in self.columns.values() if together.count(c.field) == 1)

    @cached_property
    def plain(self) -> tuple[Column, ...]:
        """Return the columns of these that can be read without another cell of the row."""
        return tuple(c for c in self.alone if (self.name, c.name) not in _COUNTED)

    @cached_property
    def referring(self) -> tuple[Column, ...]:
        """Return the columns that may name other records; not those that say who took part."""
        return tuple(
            column
            for column in self.columns.values()
            if (column.holds is Holds.DATE or column.refers_to) and column.name not in _BESIDE
        )

    @cached_property
    def of_its_kind(self) -> tuple[str, ...]:
        """Return the columns that name other things of the kind that a row is about."""
        return tuple(
            name
            for name, column in self.columns.items()
            if self.about in column.refers_to and column.holds is not Holds.CLAIM
        )

    @cached_property
    def further(self) -> dict[str, Column]:
        """Return the columns, by field, whose field the record's class does not declare."""
        declared = self.kind.__dataclass_fields__
        return {row.field: row for row in self.rows if row.field not in declared}

    @cached_property
    def types(self) -> dict[str, object]:
        """Return the type of each field, the further ones last."""
        hints = get_type_hints(self.kind)
        own = {each.name: hints[each.name] for each in fields(self.kind)}
        del own["further"]
        more = {name: _TYPES.get(row.holds, str) for name, row in self.further.items()}
        return own | more

    @cached_property
    def empty(self) -> dict[str, Any]:
        """Return what each field has where nothing is said; "" where something must be."""
        own = {each.name: _default(each) for each in fields(self.kind)}
        more = {name: _EMPTY.get(self.types[name], "") for name in self.further}
        return own | more

    @cached_property
    def claims(self) -> bool:
        """Return whether its rows are claims, each with a source."""
        return issubclass(self.kind, Claim)

    def treatments(self, audience: str) -> dict[str, str]:
        """Return how each field is handed over to an audience below `internal`."""
        return {row.field: row.treatments[audience] for row in self.rows if row.treatments}

    def value(self, record: Record, field: str) -> Any:  # noqa: ANN401 - of any field
        """Return the value of a field of a record, declared or further."""
        if field in self.further:
            return dict(record.further).get(field, self.empty[field])
        return getattr(record, field)

    def further_texts(self, record: Record) -> list[tuple[str, str]]:
        """Return the further columns, each with its name in words."""
        return [(name.replace("_", " "), cell_text(value)) for name, value in record.further]

    def values(self, record: Record) -> dict[str, Any]:
        """Return what a record says, by field."""
        return {name: self.value(record, name) for name in self.types}

    def build(self, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - of the table's kind
        """Return a record with these fields; a further one that is empty is left out."""
        if not self.further:
            return self.kind(**values)
        own = {name: value for name, value in values.items() if name not in self.further}
        more = ((name, values.get(name, self.empty[name])) for name in self.further)
        kept = tuple((name, value) for name, value in more if value != self.empty[name])
        return self.kind(**own, further=kept)


def _default(field: Any) -> object:  # noqa: ANN401 - dataclasses give their fields no useful type
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else ""


def _tables() -> Iterator[tuple[str, Table]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [(row["table"], _column(row)) for row in csv.DictReader(file)]
    shared = [column for table, column in rows if table == _SHARED]
    for name, (kind, plural, about) in _KINDS.items():
        own = tuple(column for table, column in rows if table == name)
        named = {column.field for column in own}
        more = shared if issubclass(kind, Claim) else []
        every = (*own, *(column for column in more if column.field not in named))
        yield name, Table(name=name, kind=kind, plural=plural, about=about, rows=every)


def _column(row: Mapping[str, str]) -> Column:
    return Column(
        name=row["column"],
        field=row["field"] or row["column"],
        holds=Holds(row["holds"]),
        must=row["must"] == "must",
        allowed=row["words"],
        refers_to=tuple(map(ReferenceKind, row["refers_to"].split())),
        treatments={each: row[each] for each in _AUDIENCES} if row["partner"] else None,
        help=row["help"],
    )


_KINDS: Final[Mapping[str, tuple[type[Record], str, ReferenceKind]]] = {
    "dataset": (Dataset, "datasets", ReferenceKind.DATASET),
    "sources": (Source, "sources", ReferenceKind.SOURCE),
    "places": (Place, "places", ReferenceKind.PLACE),
    "people": (PersonClaim, "people", ReferenceKind.PERSON),
    "kinship": (TieClaim, "ties", ReferenceKind.TIE),
    "events": (EventClaim, "events", ReferenceKind.EVENT),
    "interpretations": (Interpretation, "interpretations", ReferenceKind.INTERPRETATION),
}
TABLES: Final = dict(_tables())
"""Every table, in the order in which they are read: a row may need one of an earlier table."""


_NAMES: Final[Mapping[type[Record], str]] = {kind: name for name, (kind, *_) in _KINDS.items()}


def table_of(kind: type[Any]) -> Table:
    """Return the table whose rows become records of this class."""
    return TABLES[_NAMES[kind]]


def cell_text(value: Any) -> str:  # noqa: ANN401 - of any field
    """Return the value of a field as the text of a cell; of a time the words as said."""
    match value:
        case When():
            return value.text
        case tuple():
            return BETWEEN.join(value)
        case bool():
            return "yes" if value else ""
    return "" if value is None else str(value)


def thing_id(record: Record) -> str:
    """Return the id of what a record is about."""
    return record.about if isinstance(record, Claim) else record.id


_TIMES: Final = (When, When | None, Window, Lag | None)


def times(claim: Claim) -> dict[str, Any]:
    """Return when a claim says that something was, by field."""
    table = table_of(type(claim))
    return {
        name: table.value(claim, name) for name, kind in table.types.items() if kind in _TIMES
    }


def with_times(claim: Claim, of: Claim) -> Any:  # noqa: ANN401 - of the claim's own class
    """Return a claim with the times of another one, which is of the same row."""
    table = table_of(type(claim))
    return table.build(table.values(claim) | times(of))


def each_record(records: Records) -> Iterator[tuple[Table, Record]]:
    """Yield every record with its table, in the order of the tables."""
    for table in TABLES.values():
        for record in getattr(records, table.plural):
            yield table, record


def each_changed(records: Records, change: Callable[[Table, Record], Any]) -> Records:
    """Return records with each one changed; one that becomes None is left out."""
    tables = {
        table.plural: tuple(
            new
            for record in getattr(records, table.plural)
            if (new := change(table, record)) is not None
        )
        for table in TABLES.values()
    }
    return replace(records, **tables)
