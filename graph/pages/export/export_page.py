"""Hand something over: choose, look first, make the file, take it; and what left before."""

from collections.abc import Sequence

import streamlit as st

from graph.errors import GraphError
from graph.export.file_leaving import Export, Handout, Sending
from graph.export.formats import FORMATS, FileFormat, endings
from graph.export.ledger.encryption import recipients
from graph.export.ledger.ledger import Ledger
from graph.export.preparing import Prepared, prepare
from graph.export.scan import NameFound
from graph.pages.export import export_words as words
from graph.pages.export.export_blocks import past_blocks, preview_blocks
from graph.pages.export.export_form import ExportForm, chosen_form
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
    with st.container(border=True):
        sheet(preview_blocks(prepared.package.handed, prepared.disclosure), "export-preview")
    for name, why in staying.items():
        st.text(words.not_made(name, why))
    going = [FORMATS[name] for name in form.formats if name not in staying]
    read_by_somebody = all(_ticked(prepared))
    sending = _sending(form, prepared) if going and read_by_somebody else None
    if sending is not None and st.button(words.MAKE_ALL if going[1:] else words.MAKE):
        st.session_state[_MADE] = (form, _made(going, prepared, sending))
    made = st.session_state.get(_MADE)
    if made is not None and made[0] == form:
        _take(made[1])


def _prepared(form: ExportForm) -> tuple[Prepared, dict[str, str]] | None:
    """Prepare an export, and say in which formats it does not go, and why.

    None where it does not go at all, which is said.
    """
    try:
        recipients([form.key] if form.key else [])
        with st.spinner("Gathering and checking"):
            found = read(lambda store: next(iter(prepare(store, form.choice, _ledger()))))
            handed = found.package.handed
            asked = {name: FORMATS[name].refuses(handed) for name in form.formats}
    except GraphError as error:
        st.text(str(error))
        return None
    return found, {name: why for name, why in asked.items() if why}


def _ticked(prepared: Prepared) -> list[bool]:
    """Show the words that leave as they were typed, a tick for each."""
    if prepared.typed:
        st.text(words.TYPED)
    ticked, looked_at = [], prepared.package.handed.export_id
    for number, word in enumerate(prepared.typed):
        st.text(word)
        ticked.append(st.checkbox(words.MAY_LEAVE, key=f"typed-{looked_at}-{number}"))
    return ticked


def _sending(form: ExportForm, prepared: Prepared) -> Sending | None:
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
        as_typed=prepared.typed,
    )


_Outcome = tuple[str, Handout | str]
"""A format, and its file, or the sentence why there is none."""


def _made(forms: Sequence[FileFormat], prepared: Prepared, sending: Sending) -> list[_Outcome]:
    """Write, read back and record a file in each format; none takes the others down."""
    names = endings(forms)
    with st.spinner("Writing, and reading it back"):
        try:
            made = Export.of(prepared.package, prepared.gathered, sending, _ledger())
        except NameFound as error:
            return [(form.name, str(error)) for form in forms]
        return [(form.name, _file(made, form, names[form.name])) for form in forms]


def _file(made: Export, form: FileFormat, ending: str) -> Handout | str:
    try:
        return made.hand(made.written(form), ending)
    except GraphError as error:
        return str(error)


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
                _take_one(form, one)


def _take_one(form: str, made: Handout) -> None:
    st.download_button(
        f"{words.TAKE}: {form}", made.content, file_name=made.name, key=f"take-{form}"
    )
    if made.losses:
        st.text("\n".join([words.LOSSES, *made.losses]))


if __name__ == "__main__":
    guarded(page)
