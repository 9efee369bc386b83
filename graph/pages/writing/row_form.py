"""A form for a row of an import table: a field for each column, as the schema says.

A date is read back in words at once. What is typed is shown as plain text, never as Markdown.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from graph.errors import InvalidDate
from graph.export.formats.import_rows import Cells
from graph.pages.writing import write_words as words
from graph.pages.writing.choices import Choices
from graph.record.claim_names import NOT_SAID
from graph.record.references import ROLE_COLUMNS
from graph.record.schema import BETWEEN, Column, Holds, ReferenceKind, Table
from graph.record.vocabulary import Role, event_types
from ingest.cells import LONGEST
from ingest.column_help import help_text
from ingest.moments import moment
from ingest.written_rows import cleaned

_NOT_ASKED = NOT_SAID | {"id", "supersedes"}
_OTHERS, _WITH = "others", "with"
_CHOSEN = (ReferenceKind.PERSON, ReferenceKind.PLACE, ReferenceKind.SOURCE, ReferenceKind.EVENT)
_USUAL = frozenset(
    {
        *("subject", _WITH, "place", "when", "learned", "term", "other_names", "sex"),
        *("birth", "words", "locator", "relayed_by", "informant", "said_on", "consent"),
        "of",
    }
)
_ACROSS = 2


def row_form(
    table: Table, cells: Cells, choices: Choices, key: str, fixed: Cells | None = None
) -> Cells:
    """Show a field for each column and return the filled cells.

    The usual columns and those that are filled come first, all others are folded.

    Args:
        table: of the row.
        cells: the row as it is.
        choices: what the lists offer.
        key: of this form on its page.
        fixed: cells that are decided elsewhere, and not shown.
    """
    fixed = fixed or {}
    form = _Form(table, {**cells, **fixed}, choices, key)
    hidden = _NOT_ASKED | fixed.keys()
    asked = [column for column in table.columns.values() if column.name not in hidden]
    now = [c for c in asked if c.must or c.name in _USUAL or c.name in cells]
    folded = [column for column in asked if column not in now]
    given = form.fields(now, folded)
    with st.expander(words.MORE_COLUMNS):
        given |= form.fields(folded)
    return cleaned({**cells, **given, **fixed})


class _Form:
    """One form while it is shown."""

    def __init__(self, table: Table, cells: Cells, choices: Choices, key: str) -> None:
        self._table, self._cells, self._choices, self._key = table, cells, choices, key
        self._type = cells.get("type", "")
        self._source = cells.get("source", "")

    def fields(self, columns: Iterable[Column], folded: list[Column] | None = None) -> Cells:
        """Show some columns, two in a row, and return their cells.

        A column that says nothing for this type of event goes to the folded ones.
        """
        given: Cells = {}
        across = st.columns(_ACROSS)
        for column in columns:
            if folded is not None and self._has_no_use(column):
                folded.insert(0, column)
                continue
            with across[len(given) % _ACROSS]:
                given[column.name] = self._field(column)
            if column.name == "type":
                self._type = given["type"]
            if column.name == "source":
                self._source = given["source"]
        return given

    def _field(self, column: Column) -> str:
        """Return the cell of a column, as it is in the form."""
        key, was = f"{self._key}-{column.name}", self._cells.get(column.name, "")
        label, about = self._label(column), help_text(self._table, column)
        if column.name == _OTHERS:
            return self._others(was, key)
        if column.holds is Holds.WORD:
            return self._word(column, was, label, key)
        if column.holds is Holds.YES:
            ticked = st.checkbox(label, was == "yes", key=key, help=about)
            return was if ticked == (was == "yes") else "yes" if ticked else ""
        if column.holds in (Holds.ID, Holds.IDS) and column.refers_to[0] in _CHOSEN:
            one = column.holds is Holds.ID
            return chosen_ids(label, was, self._choices.of(column), key, one=one, about=about)
        text = st.text_input(label, was, key=key, help=about, max_chars=LONGEST)
        if column.holds is Holds.DATE:
            read_back(text, self._choices, self._source)
        return text

    def _has_no_use(self, column: Column) -> bool:
        kind = event_types().get(self._type)
        unused = column.name == _WITH and (kind is None or not kind.with_is)
        return unused and column.name not in self._cells

    def _label(self, column: Column) -> str:
        kind = event_types().get(self._type)
        own = {"subject": kind.subject_is, _WITH: kind.with_is} if kind else {}
        return words.label(self._table.name, column.name, own.get(column.name, ""))

    def _word(self, column: Column, was: str, label: str, key: str) -> str:
        kind = self._cells.get("kind", "")
        known = words.allowed(column, kind)
        options = list(
            dict.fromkeys(([] if column.must else [""]) + ([was] * (was != "")) + known)
        )
        index = options.index(was) if was in options else None
        chosen: str | None = st.selectbox(
            label,
            options,
            index=index,
            format_func=lambda word: words.word(column, word),
            key=key,
            help=help_text(self._table, column),
            placeholder=words.CHOOSE,
        )
        return chosen or ""

    def _others(self, was: str, key: str) -> str:
        """Let people be chosen for each further role."""
        held: dict[str, list[str]] = {}
        for one in filter(None, was.split(BETWEEN)):
            role, _, person = one.partition(": ")
            held.setdefault(role, []).append(person)
        parts = []
        for role in (role for role in Role if role not in ROLE_COLUMNS):
            ids = chosen_ids(
                words.ROLES[role],
                BETWEEN.join(held.get(role, ())),
                self._choices.people(),
                f"{key}-{role}",
                one=False,
            )
            parts += [f"{role}: {person}" for person in filter(None, ids.split(BETWEEN))]
        same = sorted(parts) == sorted(filter(None, was.split(BETWEEN)))
        return was if same else BETWEEN.join(parts)


def chosen_ids(
    label: str,
    was: str,
    names: Mapping[str, str],
    key: str,
    *,
    one: bool,
    about: str | None = None,
) -> str:
    """Let people, places or events be chosen by name; return the cell with their ids.

    Args:
        label: of the list.
        was: the cell as it is.
        names: of what can be chosen, by id.
        key: of the list on its page.
        one: whether at most one can be chosen.
        about: the help beside the label.
    """
    before = [id_ for id_ in was.split(BETWEEN) if id_]
    held = st.session_state.get(key) or []
    chosen = [held] if isinstance(held, str) else list(held)
    options = list(dict.fromkeys([*before, *chosen, *names]))

    def name(id_: str) -> str:
        return names.get(id_, id_)

    if not one:
        several = st.multiselect(
            label,
            options,
            before,
            format_func=name,
            key=key,
            help=about,
            placeholder=words.CHOOSE,
        )
        return BETWEEN.join(several)
    index = options.index(was) if was in options else None
    return (
        st.selectbox(
            label,
            options,
            index=index,
            format_func=name,
            key=key,
            help=about,
            placeholder=words.CHOOSE,
        )
        or ""
    )


def read_back(text: str, choices: Choices, source: str) -> None:
    """Say at once which days the words of a date mean, or what is wrong with them."""
    text = text.strip()
    if text.startswith("@"):
        events = choices.names[ReferenceKind.EVENT]
        st.text(words.at_the_time_of(events.get(text[1:], text[1:])))
    elif text:
        try:
            st.text(words.means(moment(text, choices.window(source))))
        except InvalidDate as error:
            st.text(words.no_date(error.problem))
