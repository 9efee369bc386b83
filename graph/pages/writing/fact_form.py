"""A short form for one thing that a source says, and what it would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from graph.export.formats.import_claims import ImportRow
from graph.export.formats.import_rows import Cells
from graph.pages.kit.app_store import read
from graph.pages.kit.open_form import Begun, Look, close_form, form_key, nothing_beside
from graph.pages.writing import write_words as words
from graph.pages.writing.choices import Choices, choices
from graph.pages.writing.dataset_form import dataset_form
from graph.pages.writing.draft_check import checked_draft
from graph.pages.writing.row_form import row_form
from graph.pages.writing.source_form import remember, source_form, with_source
from graph.record.claim_names import made_id
from graph.record.model import EventClaim, Records
from graph.record.references import ROLE_COLUMNS
from graph.record.schema import BETWEEN, TABLES, Column, Holds, ReferenceKind
from graph.record.vocabulary import Role
from ingest.written_rows import Standings, keep

_DONE, _TYPED = "fact-done", "fact-typed"
_CARRIED = ("what", "dataset", "lines", "words")
"""Fields that keep their value when a fact is kept."""
_SAME = {"events": ReferenceKind.EVENT, "people": ReferenceKind.PERSON}
"""The tables of which somebody may add a second claim about the same thing."""
_MADE_HERE: Final[Mapping[str, Mapping[str, str]]] = {
    "events": {"people": "subject", "places": "place"},
    "kinship": {"people": "person"},
}
"""The tables whose rows may name what is not recorded yet, and the field that it goes into."""
_MAKES = {
    "events": ("type", "subject", "with", "place", "when", "source", "locator"),
    "people": ("name", "source", "locator"),
    "places": ("name", "kind", "part_of"),
    "interpretations": ("of", "words", "reading", "source", "locator"),
}
"""The cells from which an id is made: the same ones give the same id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """What is known of a form before somebody begins, and what is recorded around it."""

    records: Records = field(default_factory=Records)
    person: str = ""
    event: str = ""
    beside: Look = nothing_beside
    """The claims that somebody else may change while it is filled."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Cells that the page decides, such as the source and the passage; they are not shown."""


def fact_form(here: FilledIn, form: str, begun: Begun) -> None:
    """Show the form; what is kept is said above it, and the form is empty again.

    Args:
        here: what it is filled with.
        form: its name, within `form_kept_open`.
        begun: what it was begun with.
    """
    for line in _done():
        st.text(line)
    key = form_key(form)
    offered = _offered(here.records)
    near = (claim.dataset for claim in here.records.claims())
    dataset, new_set = dataset_form(offered, near, key)
    if not dataset:
        return
    what = st.radio(words.WHAT, list(words.TABLES_OF), horizontal=True, key=f"{key}what")
    facts, source = _form(here, words.TABLES_OF[what], offered, dataset, key)
    if not facts:
        return
    rows = (*new_set, *facts)
    fits = checked_draft(rows, rows[-1].table) and not begun.changed
    if st.button(words.KEEP, type="primary", disabled=not fits):
        _keep(rows, source, begun.seen, here.beside)
        close_form(form, *_CARRIED)
        st.rerun()


def _done() -> list[str]:
    done: list[str] = st.session_state.pop(_DONE, [])
    if done:
        st.success(words.KEPT)
    return done


def _offered(records: Records) -> Choices:
    """Return what can be chosen; of a large store, also what is looked for by name."""
    offered = choices(records, typed=st.session_state.get(_TYPED, ""))
    if not offered.complete:
        st.text_input(words.LOOK_FOR, key=_TYPED, max_chars=200)
    return offered


def _form(
    here: FilledIn, name: str, offered: Choices, dataset: str, key: str
) -> tuple[tuple[ImportRow, ...], str]:
    """Show the fields of a table; return the rows, none while too little is said."""
    table, key = TABLES[name], f"{key}{name}"
    fixed, new = dict(here.fixed), tuple[ImportRow, ...]()
    if table.claims and "source" not in fixed:
        fixed["source"], new = source_form(offered, dataset, key)
    for row in new:
        offered = with_source(offered, row)
    made: tuple[ImportRow, ...] = ()
    for other, column in _MADE_HERE.get(name, {}).items():
        rows = _made_here(other, fixed, offered, dataset, key)
        for row in rows:
            offered = offered.with_row(row)
        _put_in(rows, other, key, table.columns[column], _filled(here, name).get(column, ""))
        made += rows
    fixed |= _same(here, name, offered, key)
    fixed = {column: text for column, text in fixed.items() if column in table.columns}
    cells = row_form(table, _filled(here, name), offered, key, fixed)
    if not all(cells.get(column) for column in table.must if column != "id"):
        st.text(words.FILL_IN)
        return (), ""
    where = {"locator": cells["locator"]} if cells.get("locator") else {}
    new += tuple(row._replace(cells=_told_where(row, where)) for row in made)
    row = ImportRow(name, dataset, {"id": _id(name, cells), **cells})
    return (*new, row), fixed.get("source", "")


def _made_here(
    other: str, fixed: Cells, offered: Choices, dataset: str, key: str
) -> tuple[ImportRow, ...]:
    """Let somebody, or a place, be made on the spot; return the row, if there is one."""
    if not st.checkbox(words.NEW_HERE[other], key=f"{key}-is-new-{other}"):
        return ()
    table = TABLES[other]
    cited = {"source": fixed.get("source", "")} if table.claims else {}
    with st.container(border=True):
        cells = row_form(table, {}, offered, f"{key}-new-{other}", cited)
    if not all(cells.get(column) for column in table.must if column != "id"):
        return ()
    return (ImportRow(other, dataset, {"id": _id(other, cells), **cells}),)


def _told_where(row: ImportRow, where: Cells) -> Cells:
    """Return the cells of a row that is made on the spot: a claim has the same passage."""
    return {**where, **row.cells} if TABLES[row.table].claims else row.cells


def _put_in(
    rows: tuple[ImportRow, ...], other: str, key: str, column: Column, filled: str
) -> None:
    """Choose what is made on the spot; under another name, or not made, it is chosen no more.

    Args:
        rows: what is made.
        other: the table of it.
        key: what the keys of all fields begin with.
        column: of the field that it is put into, where nobody chose anything yet.
        filled: the cell of that field before anybody chose.
    """
    held, made, name = st.session_state, f"{key}-made-{other}", f"{key}-{column.name}"
    id_, before = rows[0].cells["id"] if rows else "", held.get(made, "")
    if id_ == before:
        return
    held[made] = id_
    chosen = {n: v for n, v in held.items() if str(n).startswith(f"{key}-") and n != made}
    for field_, value in chosen.items() if before else ():
        if isinstance(value, list) and before in value:
            held[field_] = [one for one in (id_ if x == before else x for x in value) if one]
        elif value == before:
            held[field_] = id_ or None
    if not before and held.get(name) in (None, "", [], filled, [filled], filled.split(BETWEEN)):
        held[name] = [id_] if column.holds is Holds.IDS else id_


def _same(here: FilledIn, name: str, offered: Choices, key: str) -> Cells:
    """Let it be said that this is another claim about something that is recorded."""
    if name not in _SAME:
        return {}
    names = offered.names[_SAME[name]]
    known = ["", *names]
    own = here.event if name == "events" else ""
    id_ = st.selectbox(
        words.SAME_THING,
        known,
        index=known.index(own) if own in known else 0,
        format_func=lambda one: names.get(one, words.NEW_THING),
        key=f"{key}-same",
        help=words.SAME_THING_HELP,
    )
    return {"id": id_, **_type_of(here.records.events, id_)} if id_ else {}


def _type_of(events: Iterable[EventClaim], id_: str) -> Cells:
    return next(({"type": one.type} for one in events if one.about == id_ and one.active), {})


def _filled(here: FilledIn, name: str) -> Cells:
    """Return the cells that follow from where somebody is."""
    if name == "events" and here.event:
        own = [one for one in here.records.events if one.about == here.event and one.active]
        people = [part for one in own for part in one.people]
        return {
            column: BETWEEN.join(dict.fromkeys(p.person for p in people if p.role is role))
            for role, column in ROLE_COLUMNS.items()
            if role is Role.SUBJECT or any(p.role is role for p in people)
        }
    filled = {
        "events": {"subject": here.person},
        "kinship": {"person": here.person},
        "interpretations": {"of": here.event},
    }
    return {column: id_ for column, id_ in filled.get(name, {}).items() if id_}


def _id(name: str, cells: Cells) -> str:
    """Return the id of what is written: the same form twice gives the same claim."""
    if name == "kinship":
        return f"{cells['person']}-{cells['kind']}-{cells['relative']}"
    first = cells.get("subject", "").split(BETWEEN)[0]
    stem = f"{first} {cells['type']}" if name == "events" else cells.get("name", "reading")
    return made_id(stem, name, *(cells.get(column, "") for column in _MAKES[name]))


def _keep(rows: tuple[ImportRow, ...], source: str, seen: Standings, beside: Look) -> None:
    with st.spinner(words.KEEPING):
        report = read(lambda store: keep(store, rows, seen=seen, beside=beside))
    if source:
        remember(source)
    st.session_state[_DONE] = report.in_words()
