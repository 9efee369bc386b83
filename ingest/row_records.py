"""Turn the rows of every table into records, as the schema says.

`Fields.value` reads what one column holds. A function of `_BESIDE` adds what several columns
mean together, and refuses what they may not mean together.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, cast

from graph.record.claim_names import claim_id, row_hash
from graph.record.dates import ALWAYS, When, Window, said_window
from graph.record.headings import read_heading
from graph.record.model import Record
from graph.record.schema import Table
from graph.record.vocabulary import QUALIFIERS, PersonKind, Standing, TieKind
from ingest.event_rows import event
from ingest.fields import Fields
from ingest.moments import born

AGES: Final = "five, 5, three years, six months, 5 or 6"
Values = dict[str, Any]
"""By field of the record."""


def read_record(row: Fields, dataset_id: str) -> Record:
    """Return the record of a row; what is wrong with the row is in `row.faults`."""
    table = row.table
    filled = (column for column in table.plain if column.name in row.cells)
    values = _of_empty_cells(table) | {column.field: row.value(column) for column in filled}
    _name_others(row)
    if beside := _BESIDE.get(table.name):
        values |= beside(row, values)
    if "dataset" in table.kind.__dataclass_fields__:
        values["dataset"] = dataset_id
    if table.claims:
        _taken_back(row)
        hashed = row_hash(table.name, row.cells)
        values |= {"id": claim_id(values["about"], row.cells, hashed), "row_hash": hashed}
    return cast(Record, table.build(values))


@cache
def _of_empty_cells(table: Table) -> Values:
    """Return what each column says where its cell is empty: most cells are."""
    row = Fields(table, {})
    return {column.field: row.value(column) for column in table.plain}


def _name_others(row: Fields) -> None:
    """See that no row refers to itself."""
    this = row.text("id")
    for column in row.table.of_its_kind if this else ():
        if this in row.texts(column):
            row.fault(column, "names the row itself; name another one, or leave it empty")


def _taken_back(row: Fields) -> None:
    """See that who retracted a claim, when and why stand at a retracted claim only."""
    if row.text("standing") != Standing.RETRACTED:
        for column in ("retracted_by", "retracted_on", "retracted_why"):
            if row.text(column):
                row.fault(column, "is of a retracted claim; set standing to retracted")


def _place(row: Fields, values: Values) -> Values:
    lat, lon = values["lat"], values["lon"]
    if (lat is None) != (lon is None) and not row.faults:
        row.fault(
            "lat" if lat is None else "lon", "is empty where the other of the two is given"
        )
    return {}


def _source(row: Fields, _: Values) -> Values:
    """See that each heading has the lines or pages that stand under it."""
    for text in row.texts("headings"):
        if read_heading(text) is None:
            row.fault("headings", f"{text!r} has no lines; write them first: L1-L30 The letter")
    return {}


def _person(row: Fields, values: Values) -> Values:
    """Narrow the birth by an age and the day that it is of."""
    if values["body"] and row.text("kind") != PersonKind.ORGANISATION:
        row.fault("body", "is for organisations; write kind organisation, or leave it empty")
    return {"born": _born(row, values["birth"], values["age_on"])}


def _born(row: Fields, birth: When | None, age_on: When | None) -> Window:
    """Return what the birth and the age add up to; that they exclude each other is a fault."""
    known = birth.window if birth else ALWAYS
    age = row.text("age_text")
    if not age:
        if age_on and not row.faults:
            row.fault("age_on", "is the day of an age that is not given; fill in age_text")
        return known
    if age_on is None:
        if not row.text("age_on"):
            row.fault("age_text", "needs the day that it is of in age_on, such as 'currently'")
        return known
    try:
        by_age = born(age, age_on.window)
    except (ValueError, OverflowError):
        row.fault("age_text", f"is not an age that is known here; known are {AGES}")
        return known
    if (known & by_age).empty:
        excluded = f"means born {said_window(by_age)}, which birth excludes"
        row.fault("age_text", f"{excluded}; write two rows if two sources disagree")
    return known & by_age


def _tie(row: Fields, values: Values) -> Values:
    """Check a tie, read as a sentence: *person* kind *relative*."""
    if values["person"] and values["person"] == values["relative"]:
        row.fault("relative", "is the same as person; nobody is their own kin")
    since, until = values["since"], values["until"]
    if since and until and until.window.latest < since.window.earliest:
        row.fault("until", f"certainly ends before it begins ({since.text})")
    kind: TieKind = values["kind"]
    if not values["qualifier"]:
        return {}
    if kind not in QUALIFIERS:
        row.fault("qualifier", f"has no meaning for {kind}; leave it empty or use term")
        return {}
    return {"qualifier": row.word("qualifier", QUALIFIERS[kind])}


_BESIDE: Final[Mapping[str, Callable[[Fields, Values], Values]]] = {
    "sources": _source,
    "places": _place,
    "people": _person,
    "kinship": _tie,
    "events": event,
}
