"""One claim: correct it, deny it, take it back, or let it count again."""

import getpass
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from graph.export.formats.import_claims import ImportRow
from graph.export.formats.import_rows import claim_row
from graph.export.ledger.ledger import Ledger
from graph.export.ledger.recall import recall_lines
from graph.pages.kit.app_store import guarded, read, records_around
from graph.pages.kit.claim_blocks import claims_table, records_of
from graph.pages.kit.links import CLAIM, EVENT, follow, way
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.note_blocks import note_form, notes_here
from graph.pages.kit.open_form import Begun, close_form, form_kept_open, form_key
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import cell, details, heading, sentence, sheet
from graph.pages.kit.target import asked_for, no_such
from graph.pages.writing import write_words as words
from graph.pages.writing.choices import Choices, choices
from graph.pages.writing.draft_check import checked_draft, show_effect
from graph.pages.writing.history_blocks import history_blocks
from graph.pages.writing.row_form import row_form
from graph.pages.writing.source_form import source_form
from graph.record.model import Claim, EventClaim, Interpretation, PersonClaim, Records, TieClaim
from graph.record.schema import table_of
from graph.record.vocabulary import Effect, Standing, event_types
from graph.settings import Settings
from graph.store import Retracted, Store
from graph.store.deriving import derive_calendars
from graph.words.marks import Mark
from graph.words.request_text import keeps_the_stop
from ingest.cells import LONGEST
from ingest.corrections import can_be_denied, correction, denial
from ingest.written_rows import keep

_DONE = "claim-done"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A claim, and what it takes to change it."""

    claim: Claim
    records: Records
    choices: Choices
    old: Claim | None
    """The claim whose place it took."""

    @property
    def form(self) -> str:
        """Return the name of its form."""
        return way(CLAIM, self.claim.id)

    @property
    def key(self) -> str:
        """Return what the fields of its forms begin with."""
        return form_key(self.form)


def page() -> None:
    """Show one claim, and let it be changed."""
    id_ = asked_for(CLAIM)
    if id_ is None:
        return
    claim = _claim(id_)
    if claim is None:
        no_such(CLAIM)
        return
    records = _records(claim)
    old = _claim(claim.supersedes) if claim.supersedes else None
    shown = _Shown(claim=claim, records=records, choices=choices(records), old=old)
    _top(shown)
    _say_done(claim)
    notes_here(way(CLAIM, claim.id))
    note_form(way(CLAIM, claim.id))
    with form_kept_open(shown.form, shown.form, partial(_beside, thing=claim.about)) as begun:
        acts = _acts(shown)
        captions = [words.DOES[one] for one in acts]
        act = st.radio(words.DO, acts, captions=captions, key=f"{shown.key}act")
        {
            words.CORRECT: _correct,
            words.DENY: _deny,
            words.TAKE_BACK: _take_back,
            words.RESTORE: _restore,
            words.UNDO_CORRECTION: _undo,
        }[act](shown, begun)


def _beside(store: Store, thing: str) -> list[Claim]:
    """Return what is claimed of the same thing."""
    return list(store.claims_about([thing]).claims())


def _claim(id_: str) -> Claim | None:
    return next((c for c in read(lambda store: store.claims_naming(id_)) if c.id == id_), None)


def _records(claim: Claim) -> Records:
    """Return everything recorded around those whom a claim is about."""
    match claim:
        case PersonClaim():
            people = [claim.about]
        case TieClaim():
            people = [claim.person]
        case EventClaim():
            people = [part.person for part in claim.people[:1]]
        case Interpretation():
            people = [claim.by] if claim.by else []
        case _:
            people = []
    about = read(lambda store: store.claims_about([claim.about]))
    for person in people:
        about |= records_around(person)
    if isinstance(claim, EventClaim):
        about |= read(lambda store: store.told_of_events([claim.about]))
    return about


def _top(shown: _Shown) -> None:
    claim, named = shown.claim, NameLinks.in_records(shown.records)
    same = {one.id: one for one in shown.records.claims() if one.about == claim.about}
    others = [one for id_, one in sorted(same.items()) if id_ != claim.id]
    blocks = [heading("One claim", level=1), *claims_table([claim], named, "")]
    blocks.append(details((words.CLAIM_ID, cell(claim.id))))
    blocks += history_blocks([claim, *others], named)
    if isinstance(claim, EventClaim) and event_types()[claim.type].effect is Effect.ASKED:
        blocks.append(sentence(words.STOP_STAYS, "stop", Mark.STOP))
    blocks += claims_table(others, named, words.REST)
    sheet(blocks, f"claim-top-{claim.id}", follow)


def _say_done(claim: Claim) -> None:
    """Say, once, what the last press has done."""
    done: list[str] = st.session_state.pop(_DONE, [])
    if done:
        st.success(words.KEPT)
        for line in done:
            st.text(line)
    if isinstance(claim, EventClaim):
        st.button(words.TO_EVENT, on_click=follow, args=(f"{EVENT}:{claim.about}",))
    elif isinstance(claim, PersonClaim):
        st.button(words.TO_PERSON, on_click=follow, args=(f"{PERSON}:{claim.about}",))


def _acts(shown: _Shown) -> list[str]:
    claim, old = shown.claim, shown.old
    if not claim.active:
        return [words.RESTORE]
    undo = old is not None and not old.active and old.retracted_by == claim.id
    deny = [words.DENY] * can_be_denied(claim)
    return [words.CORRECT, *deny, words.TAKE_BACK, *([words.UNDO_CORRECTION] * undo)]


def _correct(shown: _Shown, begun: Begun) -> None:
    claim, table = shown.claim, table_of(type(shown.claim))
    before = claim_row(claim)
    cells = row_form(table, before, shown.choices, f"{shown.key}correct")
    why = _why(shown)
    if cells == before:
        st.text(words.NOTHING_CHANGED)
        return
    rows = correction(claim, cells, on=_today(), why=why)
    fits = checked_draft(rows, table.name)
    _keep(shown, rows, why, replace(begun, changed=begun.changed or not fits))


def _deny(shown: _Shown, begun: Begun) -> None:
    claim, table = shown.claim, table_of(type(shown.claim))
    key = f"{shown.key}deny"
    source, new_source = source_form(shown.choices, claim.dataset, key)
    evidence = {"source": source} | {
        name: st.text_input(
            words.label(table.name, name), key=f"{key}-{name}", max_chars=LONGEST
        )
        for name in ("locator", "words")
    }
    why = _why(shown)
    if not source:
        st.text(words.NAME_A_SOURCE)
        return
    rows = (*new_source, denial(claim, {**evidence, "note": why}))
    fits = checked_draft(rows, table.name)
    _keep(shown, rows, why, replace(begun, changed=begun.changed or not fits))


def _keep(shown: _Shown, rows: Sequence[ImportRow], why: str, begun: Begun) -> None:
    if not _pressed(why, begun):
        return
    with st.spinner(words.KEEPING):
        report = read(lambda store: keep(store, rows, [shown.claim.about], begun.seen))
    _done(shown, list(report.in_words()))


def _take_back(shown: _Shown, begun: Begun) -> None:
    carried = recall_lines(Ledger(Settings.from_env().home), shown.claim.id)
    for line in carried:
        st.text(line)
    _exchange(shown, begun, gone=shown.claim, back=None, carried=carried)


def _restore(shown: _Shown, begun: Begun) -> None:
    """Let it count again; the claim whose place it took, if that counts, does so no more."""
    old = shown.old if shown.old is not None and shown.old.active else None
    _exchange(shown, begun, gone=old, back=shown.claim)


def _undo(shown: _Shown, begun: Begun) -> None:
    """Take a correction back, and let the claim of before count again."""
    _exchange(shown, begun, gone=shown.claim, back=shown.old)


def _exchange(
    shown: _Shown,
    begun: Begun,
    *,
    gone: Claim | None,
    back: Claim | None,
    carried: Sequence[str] = (),
) -> None:
    """Take one claim back and let another one count again, once a reason is said."""
    why = _why(shown)
    draft = Records()
    if gone is not None:
        draft |= records_of(replace(gone, standing=Standing.RETRACTED))
    if back is not None:
        draft |= records_of(replace(back, standing=Standing.ACTIVE, retracted_by=""))
    show_effect(draft, {})
    if not _pressed(why, begun):
        return
    with st.spinner(words.KEEPING):
        done = read(partial(_exchanged, gone=gone, back=back, why=why))
        read(derive_calendars)
    kept = () if done is None else done.kept_requests
    _done(shown, [*([keeps_the_stop(kept)] if kept else []), *carried])


def _exchanged(
    store: Store, gone: Claim | None, back: Claim | None, why: str
) -> Retracted | None:
    """Keep it: both changes, or neither."""
    who = {"by": getpass.getuser(), "why": why, "on": _today()}
    if gone is not None and back is not None:
        return store.exchange(gone.id, back.id, **who)
    if gone is not None:
        return store.retract(gone.id, **who)
    if back is not None:
        store.restore(back.id, **who)
    return None


def _why(shown: _Shown) -> str:
    """Let the reason be written."""
    return st.text_input(
        words.WHY, key=f"{shown.key}why", help=words.WHY_HELP, max_chars=LONGEST
    ).strip()


def _pressed(why: str, begun: Begun) -> bool:
    """Return whether somebody keeps it, with a reason."""
    pressed = st.button(words.KEEP, type="primary", disabled=begun.changed)
    if pressed and not why:
        st.warning(words.SAY_WHY)
    return pressed and bool(why)


def _done(shown: _Shown, lines: list[str]) -> None:
    """Show the claims as they are from now on."""
    close_form(shown.form)
    st.session_state[_DONE] = lines or [words.NOTHING_MORE]
    st.rerun()


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


if __name__ == "__main__":
    guarded(page)
