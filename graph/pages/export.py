"""Hand something over: choose, look first, make the file, take it; and what left before."""

import streamlit as st

from graph.briefing.encryption import recipients
from graph.briefing.exporting import Export, Handout, Sending
from graph.briefing.formats import FORMATS
from graph.briefing.ledger import Ledger
from graph.briefing.preparing import Prepared, prepare
from graph.errors import GraphError
from graph.pages import _export_words as words
from graph.pages._empty import nothing_recorded
from graph.pages._export_blocks import past_blocks, preview_blocks
from graph.pages._export_form import Form, chosen_form
from graph.pages._sheet import heading, sentence, sheet
from graph.pages._store import children, guarded, read
from graph.settings import Settings

_PREPARED, _MADE = "export-prepared", "export-made"


def page() -> None:
    """Choose, look, make, take."""
    known = children()
    if not known:
        nothing_recorded()
        return
    sheet([heading(words.TITLE, level=1), sentence(words.LEAD, "quiet")], "export-title")
    form = chosen_form(known)
    if form is None:
        st.text(words.CHOOSE)
    else:
        _preview(form)
    ledger = _ledger()
    sheet(past_blocks(ledger.entries(), ledger.faults()), "export-past")


def _ledger() -> Ledger:
    return Ledger(Settings.from_env().home)


def _preview(form: Form) -> None:
    """Show what would leave; another choice has to be looked at again."""
    if st.button(words.PREVIEW):
        st.session_state.pop(_MADE, None)
        st.session_state[_PREPARED] = (form, _prepared(form))
    held = st.session_state.get(_PREPARED)
    if held is None or held[0] != form or held[1] is None:
        return
    prepared: Prepared = held[1]
    with st.container(border=True):
        sheet(preview_blocks(prepared.package.handed, prepared.disclosure), "export-preview")
    sending = _sending(form, prepared)
    if sending is not None and st.button(words.MAKE):
        st.session_state[_MADE] = (form, _made(form, prepared, sending))
    made = st.session_state.get(_MADE)
    if made is not None and made[0] == form and made[1] is not None:
        _take(made[1])


def _prepared(form: Form) -> Prepared | None:
    """Prepare an export; None where it does not go, which is said."""
    try:
        recipients([form.key] if form.key else [])
        with st.spinner("Gathering and checking"):
            found = read(lambda store: next(iter(prepare(store, form.choice, _ledger()))))
        FORMATS[form.format].check(found.package.handed)
    except GraphError as error:
        st.text(str(error))
        return None
    return found


def _sending(form: Form, prepared: Prepared) -> Sending | None:
    """Return who sends it and why; None while a reason is missing that it needs."""
    reason, forced = "", bool(prepared.disclosure.refused)
    if forced:
        if not st.checkbox(words.FORCE):
            return None
        reason = st.text_input(words.REASON).strip()
        if not reason:
            st.text(words.NO_REASON)
            return None
    return Sending(
        by=form.choice.by,
        how=form.choice.wanted.how,
        recipient=form.choice.recipient,
        keys=(form.key,) if form.key else (),
        extras=form.choice.extras,
        reason=reason,
        forced=forced,
    )


def _made(form: Form, prepared: Prepared, sending: Sending) -> Handout | None:
    """Write, read back and record a file; None where it does not leave, which is said."""
    try:
        with st.spinner("Writing, and reading it back"):
            made = Export.of(prepared.package, prepared.gathered, sending, _ledger())
            return made.hand(made.written(FORMATS[form.format]))
    except GraphError as error:
        st.text(str(error))
        return None


def _take(made: Handout) -> None:
    st.text(words.MADE)
    st.text(f"{words.HEAD}{made.head}")
    st.download_button(words.TAKE, made.content, file_name=made.name)
    st.text(words.BROWSER)
    if made.losses:
        st.text("\n".join([words.LOSSES, *made.losses]))


if __name__ == "__main__":
    guarded(page)
