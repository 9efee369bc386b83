"""Records as rows of the import tables (`data_samples/README.md`): cells of text, by column.

A row is first written as most people type it. A value that means the same as an empty cell is
left out. The claim's fingerprint shows whether it was typed another way. Then the other ways
are tried until one fits. So the same row comes back, letter by letter.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from graph.export.formats.import_dates import cell, reads_as, said_of, spellings
from graph.record.claim_names import row_hash
from graph.record.dates import ALWAYS, Lag, When
from graph.record.model import Claim, EventClaim, PersonClaim, Record
from graph.record.references import ROLE_COLUMNS
from graph.record.schema import BETWEEN, Column, Holds, Table, cell_text, table_of

Cells = dict[str, str]


def background_row(record: Record) -> Cells:
    """Return the row of what claims stand on, with the words that an empty cell means."""
    table = table_of(type(record))
    return _filled(
        {
            column.name: _cell(column, table.value(record, column.field), readable=True)
            for column in table.alone
        }
    )


def claim_row(claim: Claim) -> Cells:
    """Return the row that says a claim: as it was typed, else as it can be read again."""
    table = table_of(type(claim))
    for cells in _as_typed(table, claim):
        if row_hash(table.name, cells) == claim.row_hash:
            return cells
    return next(_written(table, claim, readable=True))


def standing_cells(claim: Claim) -> Cells:
    """Return what became of a claim that does not count any more."""
    if claim.active:
        return {}
    return _filled(
        {
            "standing": claim.standing,
            "retracted_by": claim.retracted_by,
            "retracted_on": claim.retracted_on,
            "retracted_why": claim.retracted_why,
        }
    )


def _as_typed(table: Table, claim: Claim) -> Iterator[Cells]:
    """Yield the ways in which a row with this content may have been typed."""
    means = _empty_means(table)
    for cells in _written(table, claim, readable=False):
        free = [(name, word) for name, word in means.items() if name not in cells]
        for typed in product((False, True), repeat=len(free)):
            more = {
                name: str(word)
                for (name, word), is_in in zip(free, typed, strict=True)
                if is_in
            }
            yield cells | more


def _empty_means(table: Table) -> Cells:
    """Return what empty cells mean: typed out, it says the same and is another row."""
    means = {
        column.name: "no" if column.holds is Holds.YES else str(table.empty[column.field])
        for column in table.template
        if column.holds in (Holds.YES, Holds.WORD)
    }
    least = {"lag_min": "0"} if "lag_min" in table.columns else {}
    return _filled(means) | least


def _written(table: Table, claim: Claim, *, readable: bool) -> Iterator[Cells]:
    """Yield rows of a claim; `readable`: times in words that can be read without the source."""
    cells = {}
    for column in table.alone:
        value = table.value(claim, column.field)
        if column in table.template and value != table.empty[column.field]:
            cells[column.name] = _cell(column, value, readable=readable)
    if isinstance(claim, EventClaim):
        cells |= _people(claim)
        times = [_time(claim)] if readable else _times(claim)
        yield from (_filled({**cells, **time}) for time in times)
        return
    if readable and isinstance(claim, PersonClaim) and not claim.age_text:
        cells["birth"] = cells.get("birth") or cell(When(text="", window=claim.born))
    yield _filled(cells)


def _cell(column: Column, value: Any, *, readable: bool) -> str:  # noqa: ANN401 - what it holds
    """Return a value as the text of a cell."""
    dated = readable and column.holds is Holds.DATE
    return cell(value) if dated else cell_text(value)


def _people(claim: EventClaim) -> Cells:
    """Return who took part: by the columns of their roles, the others with their role."""
    cells = {
        column: BETWEEN.join(part.person for part in claim.people if part.role is role)
        for role, column in ROLE_COLUMNS.items()
    }
    others = (part for part in claim.people if part.role not in ROLE_COLUMNS)
    return cells | {"others": BETWEEN.join(f"{part.role}: {part.person}" for part in others)}


def _times(claim: EventClaim) -> Iterator[Cells]:
    """Yield the ways in which the time of an event may have been typed."""
    text, lag = claim.when.text, _lag(claim.lag)
    yield {"when": text, **lag}
    yield {"edtf": text, **lag}
    for spelt in spellings(claim.when.window):
        yield {"when": text, "edtf": spelt, **lag}


def _time(claim: EventClaim) -> Cells:
    """Return the time of an event so that it can be read: words, window, days between."""
    when, said = claim.when, said_of(claim.when.text)
    if when.event:
        return {"when": f"@{when.event}", **_lag(claim.lag)}
    if isinstance(said, Lag) and said == claim.lag and when.window == ALWAYS:
        return {"when": when.text}
    lag = _lag(None if claim.lag is None else Lag(least=claim.lag.least, most=claim.lag.most))
    if reads_as(when) or (when.window == ALWAYS and lag):
        return {"when": when.text, **lag}
    window = next(spellings(when.window), "")
    return {"when": when.text if window else "", "edtf": window, **lag}


def _lag(lag: Lag | None) -> Cells:
    """Return the days between two events, where a source gives them as a number."""
    if lag is None or lag.basis != "stated":
        return {}
    least = "" if lag.least == 0 and lag.most is not None else str(lag.least)
    return {"lag_min": least, "lag_max": "" if lag.most is None else str(lag.most)}


def _filled(cells: Mapping[str, str]) -> Cells:
    return {column: str(text) for column, text in cells.items() if text}
