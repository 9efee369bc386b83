"""The exports that carried somebody, a source or a claim, and a letter to each reader.

Each file is made anew beside its letter, through the same door as any export.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from graph.errors import GraphError
from graph.export.file_leaving import ExportFile
from graph.export.ledger.ledger import Ledger, LedgerEntry
from graph.export.ledger.recall import recall_lines
from graph.export.ledger.recall_letters import InPlace, by_reader, letters
from graph.export.made_anew import MayNotLeave, Remaking, can_be_made, to_make
from graph.export.typed_words import Unread
from graph.pages.export import export_words as words
from graph.pages.export.file_button import take_file
from graph.pages.kit.app_store import not_to_contact, read
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.pages.search.name_index import name_index
from graph.store import Store
from graph.words.marks import Mark
from graph.words.name_marks import NameMarks
from graph.words.wording import STOP_SHORT

_MOST = 12
"""Records of one name that are looked for in the ledger."""
_ANEW = "recall-anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """What comes in the place of some recalled files: a file, or why there is none."""

    recalled: Sequence[LedgerEntry]
    file: ExportFile | None = None
    why: str = ""
    refused: bool = False
    unread: tuple[str, ...] = ()
    """The words that somebody has to read before."""

    @property
    def in_place(self) -> InPlace:
        """Return it as a letter says it."""
        name = "" if self.file is None else self.file.path.name
        return InPlace(recalled=self.recalled, new=name, refused=self.refused)

    @property
    def label(self) -> str:
        """Return which file it replaces: "pdf, in place of KT-1"."""
        fields = self.recalled[-1].fields
        return f"{fields['format']}, in place of {fields['export_id']}"


def recall_form(ledger: Ledger) -> None:
    """Let a name be typed, and show who has a file with whatever is called so."""
    with st.expander(words.RECALL):
        typed = st.text_input(words.RECALL_WHAT, key="recall-what", max_chars=200).strip()
        if not typed:
            st.text(words.RECALL_INTRO)
            return
        named = {typed: typed} if ledger.carrying(typed) else _called(typed)
        carried = {id_: name for id_, name in named.items() if ledger.carrying(id_)}
        if not carried:
            st.text(words.NOBODY_HAS)
            return
        marks = NameMarks(stopped=not_to_contact(carried))
        called = {id_: marks.name(name, id_) for id_, name in carried.items()}
        id_ = next(iter(carried))
        if len(carried) > 1:
            id_ = st.selectbox(words.RECALL_WHICH, list(called), format_func=called.__getitem__)
        _recalled(ledger, id_, carried[id_], stop=id_ in marks.stopped)


def _called(typed: str) -> dict[str, str]:
    """Return what is called so, by id; of nothing, what was typed."""
    hits = name_index().search(typed, _MOST).hits
    return {hit.entry.id: hit.entry.names[0] for hit in hits} or {typed: typed}


def _recalled(ledger: Ledger, id_: str, name: str, *, stop: bool) -> None:
    """Show who has a file with something, the letters, and what was made anew."""
    kept = st.session_state.setdefault(_ANEW, {})
    entries = ledger.carrying(id_)
    blocks = [heading(name, level=3)]
    blocks += [sentence(STOP_SHORT, "stop", Mark.STOP)] * stop
    sheet([*blocks, *map(sentence, recall_lines(ledger, id_))], f"recall-{id_}")
    today = datetime.now(tz=UTC).astimezone().date()
    _make(ledger, id_, entries, today)
    made: list[NewFile] = kept.get(id_, [])
    for letter in letters(entries, today, [one.in_place for one in made]):
        with st.container(border=True):
            st.text(letter)
    for number, one in enumerate(made):
        with st.container(border=True):
            _show(one, f"anew-{id_}-{number}")


def _make(ledger: Ledger, id_: str, entries: Sequence[LedgerEntry], today: date) -> None:
    """Make the files anew where that is asked for, and all words of them were read."""
    if not any(map(can_be_made, entries)):
        st.text(words.BY_HAND)
        return
    st.text(words.CORRECT_FIRST)
    kept = st.session_state[_ANEW]
    unread = dict.fromkeys(word for one in kept.get(id_, ()) for word in one.unread)
    if unread:
        st.text(words.TYPED)
    ticked = []
    for number, word in enumerate(unread):
        st.text(word)
        if st.checkbox(words.MAY_LEAVE, key=f"recall-typed-{id_}-{number}"):
            ticked.append(word)
    if st.button(words.MAKE_ANEW, key=f"recall-make-{id_}", disabled=len(ticked) < len(unread)):

        def anew(store: Store) -> list[NewFile]:
            remaking = Remaking(
                recalled=id_, store=store, ledger=ledger, today=today, as_typed=tuple(ticked)
            )
            return [*_anew(remaking, entries)]

        with st.spinner(words.MAKING_ANEW):
            kept[id_] = read(anew)
        st.rerun()


def _anew(remaking: Remaking, entries: Sequence[LedgerEntry]) -> Iterator[NewFile]:
    """Yield what comes in the place of what; the files that one new file replaces together."""
    for _, theirs in by_reader(entries):
        for recalled in to_make(theirs):
            try:
                file = remaking.handed(recalled[-1])
            except Unread as error:
                yield NewFile(recalled=recalled, why=words.READ_FIRST, unread=error.words)
            except GraphError as error:
                refused = isinstance(error, MayNotLeave)
                yield NewFile(recalled=recalled, why=str(error), refused=refused)
            else:
                yield NewFile(recalled=recalled, file=file)


def _show(one: NewFile, key: str) -> None:
    if one.file is None:
        st.text(words.not_made(one.label, one.why))
    else:
        take_file(one.label, one.file, key=key)
