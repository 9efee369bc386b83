"""Export: choose, preview, make the file, download it; and the list of earlier exports."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from graph.errors import GraphError
from graph.export.check.finding import Danger
from graph.export.file_leaving import Export, ExportFile
from graph.export.formats import FORMATS, FileFormat, endings
from graph.export.ledger.encryption import recipients
from graph.export.ledger.ledger import Ledger
from graph.export.packaging import PackedExport
from graph.export.preparing import prepare
from graph.export.request import ExportRequest
from graph.export.scan import NameFound
from graph.export.typed_words import typed
from graph.pages.export import export_words as words
from graph.pages.export.export_blocks import (
    check_blocks,
    danger_blocks,
    instead_blocks,
    past_blocks,
    preview_blocks,
)
from graph.pages.export.export_form import ExportForm, chosen_form
from graph.pages.export.file_button import given_file, take_file
from graph.pages.export.recall_blocks import recall_form
from graph.pages.kit.app_store import children, guarded, read
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.pages.questions.from_answer import handed_whom
from graph.settings import Settings

_PREPARED, _MADE = "export-prepared", "export-made"


def page() -> None:
    """Choose, look, make, take."""
    known, answered = children(), handed_whom() is not None
    if not known and not answered:
        nothing_recorded()
        return
    sheet([heading(words.TITLE, level=1), sentence(words.LEAD, "quiet")], "export-title")
    form = chosen_form(known)
    if form is None:
        st.text(words.CHOOSE_MORE if answered else words.CHOOSE)
    else:
        _preview(form)
    ledger = _ledger()
    recall_form(ledger)
    sheet(past_blocks(ledger.entries(), ledger.faults()), "export-past")


def _ledger() -> Ledger:
    return Ledger(Settings.from_env().home)


def _preview(form: ExportForm) -> None:
    """Show what would leave; another choice has to be looked at again."""
    if st.button(words.PREVIEW):
        st.session_state.pop(_MADE, None)
        st.session_state[_PREPARED] = (form, _prepared(form))
    held = st.session_state.get(_PREPARED)
    if held is None or held[0] != form or held[1] is None:
        return
    prepared, staying = held[1]
    ticked = _checked(prepared)
    with st.container(border=True):
        sheet(preview_blocks(prepared.package), "export-preview")
    for name, why in staying.items():
        st.text(words.not_made(name, why))
    going = [FORMATS[name] for name in form.formats if name not in staying]
    read_by_somebody = all([*ticked, *_ticked(prepared)])
    request = _decided(form, prepared) if going and read_by_somebody else None
    if request is not None and st.button(words.MAKE_ALL if going[1:] else words.MAKE):
        st.session_state[_MADE] = (form, _made(going, prepared, request))
    made = st.session_state.get(_MADE)
    if made is not None and made[0] == form:
        _take(made[1])


def _prepared(form: ExportForm) -> tuple[PackedExport, dict[str, str]] | None:
    """Prepare an export, and say in which formats it does not go, and why.

    None where it does not go at all, which is said.
    """
    try:
        recipients(form.request.keys)
        with st.spinner("Gathering and checking"):
            found = read(lambda store: next(iter(prepare(store, form.request, _ledger()))))
            refused = {name: FORMATS[name].refuses(found.package) for name in form.formats}
    except GraphError as error:
        st.text(str(error))
        return None
    return found, {name: why for name, why in refused.items() if why}


def _checked(prepared: PackedExport) -> list[bool]:
    """Show whom the file may endanger: a question, what would pass instead, and its tick."""
    found, looked_at, ticked = prepared.disclosure, prepared.package.export_id, []
    sheet(check_blocks(found), "export-check")
    for danger in Danger:
        if every := found.of(danger):
            with st.container(border=True):
                left, right = st.columns([5, 3])
                with left:
                    sheet(danger_blocks(danger, every), f"export-{danger.name}")
                with right:
                    sheet(instead_blocks(every), f"export-instead-{danger.name}")
                    key = f"danger-{looked_at}-{danger.name}"
                    ticked.append(st.checkbox(words.MAY_LEAVE, key=key))
    return ticked


def _ticked(prepared: PackedExport) -> list[bool]:
    """Show the words that leave as they were typed, a tick for each."""
    every = typed(prepared)
    if every:
        st.text(words.TYPED)
    ticked, looked_at = [], prepared.package.export_id
    for number, word in enumerate(every):
        st.text(word)
        ticked.append(st.checkbox(words.MAY_LEAVE, key=f"typed-{looked_at}-{number}"))
    return ticked


def _decided(form: ExportForm, prepared: PackedExport) -> ExportRequest | None:
    """Return the request as it was decided; None while it needs a reason."""
    reason, forced = "", bool(prepared.disclosure.refused)
    if forced:
        if not st.checkbox(words.FORCE):
            return None
        reason = st.text_input(words.REASON).strip()
        if not reason:
            st.text(words.NO_REASON)
            return None
    return replace(form.request, reason=reason, forced=forced, as_typed=typed(prepared))


_Outcome = tuple[str, ExportFile | str]
"""A format, and its file, or the sentence why there is none."""


def _made(
    forms: Sequence[FileFormat], prepared: PackedExport, request: ExportRequest
) -> list[_Outcome]:
    """Write, read back and record a file in each format; none takes the others down."""
    names = endings(forms)
    with st.spinner("Writing, and reading it back"):
        try:
            made = Export.of(prepared, request, _ledger())
        except NameFound as error:
            return [(form.name, str(error)) for form in forms]
        return [(form.name, given_file(made, form, names[form.name])) for form in forms]


def _take(made: Sequence[_Outcome]) -> None:
    """Let each file be taken, beside what its format does not hold; the ledger's head once."""
    heads = [one.head for _, one in made if not isinstance(one, str)]
    if heads:
        st.text(words.MADE)
        st.text(f"{words.HEAD}{heads[-1]}")
        st.text(words.BROWSER)
    for form, one in made:
        with st.container(border=True):
            if isinstance(one, str):
                st.text(words.not_made(form, one))
            else:
                take_file(form, one, key=f"take-{form}")


if __name__ == "__main__":
    guarded(page)
