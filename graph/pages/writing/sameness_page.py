"""One person or two: candidates, two records side by side, and the decision on them."""

import getpass
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import streamlit as st

from graph.export.formats.import_claims import ImportRow
from graph.export.formats.import_rows import Cells
from graph.facts.clusters import Clusters, clusters
from graph.pages.kit.app_store import guarded, read
from graph.pages.kit.claim_blocks import claims_table
from graph.pages.kit.links import SAME, follow, way
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.open_form import Begun, close_form, form_kept_open, form_key
from graph.pages.kit.page_state import chosen
from graph.pages.kit.sheet_blocks import Block, heading, sentence, sheet, table
from graph.pages.search.name_index import name_index
from graph.pages.writing import sameness_words as words
from graph.pages.writing import write_words
from graph.pages.writing.choices import Choices, choices
from graph.pages.writing.dataset_form import dataset_form
from graph.pages.writing.draft_check import checked_draft
from graph.pages.writing.history_blocks import history_blocks
from graph.pages.writing.row_form import chosen_ids
from graph.pages.writing.sameness_blocks import (
    NamesBeside,
    SaidSame,
    beside_blocks,
    pair_rows,
)
from graph.pages.writing.source_form import remember, source_form
from graph.record.model import Claim, Records, TieClaim
from graph.record.vocabulary import SAMENESS, Basis, Stance, TieKind
from graph.store import Store
from graph.store.queries import query
from graph.views.doubles import Comparison, Pair, Traits, compared, like_names
from graph.views.held_names import NamesState, state
from graph.words.marks import Mark
from ingest.cells import LONGEST
from ingest.sameness_rows import decision, sameness_id
from ingest.written_rows import WRITTEN, keep

MOST_PAIRS = 200
"""Candidates that are compared for one list."""
MOST_LIKE = 12
"""Records that are compared with one person, for each of their names."""
_DONE, _TYPED = "sameness-done", "sameness-typed"
_KINDS = {
    words.SAME: (TieKind.SAME_AS, Basis.STATED),
    words.LEAVE: (TieKind.SAME_AS, Basis.BELIEVED),
    words.OTHER: (TieKind.NOT_SAME_AS, Basis.STATED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Two:
    """Two records, how they compare, and what is claimed of them."""

    one: Traits
    other: Traits
    comparison: Comparison
    named: NamesBeside
    said: tuple[TieClaim, ...]
    """What is claimed of the sameness of any of their records, counting or not."""
    records: Records
    standing: str
    """What these claims add up to, in words."""
    own: bool
    """Whether the user left it open, for a second pair of eyes."""

    @property
    def pair(self) -> Pair:
        """Return the records that a decision names."""
        return (self.one.ids[0], self.other.ids[0])

    @property
    def things(self) -> list[str]:
        """Return the ties that a decision may change."""
        new = (sameness_id(self.pair, kind) for kind in SAMENESS)
        return sorted({*new, *(tie.about for tie in self.said)})

    def claims_now(self, store: Store) -> list[Claim]:
        """Return what is claimed of these ties at this moment."""
        return list(store.claims_about(self.things).claims())


def page() -> None:
    """Show the list, the candidates for one person, or two records side by side."""
    sheet([heading(words.TITLE, level=1), sentence(words.INTRO, "quiet")], "same-top")
    for line in st.session_state.pop(_DONE, []):
        st.success(write_words.KEPT)
        st.text(line)
    known = _known()
    ids = [id_ for id_ in (chosen(SAME) or "").split(",") if id_][:2]
    joined = len({*map(known.joined.of, ids)}) < len(ids)
    beside = replace(known, joined=Clusters()) if joined else known
    traits = beside.traits(ids)
    people = [traits[id_] for id_ in map(beside.joined.of, ids) if id_ in traits]
    if len(people) < len(ids):
        st.warning(words.NOBODY)
    elif not people:
        _everybody(known)
    elif people[0] is people[-1]:
        _like(known, people[0])
    else:
        _beside(_two(known, beside, people[0], people[1]))


def _known() -> SaidSame:
    rows = read(lambda store: store.read(query("read/sameness")))
    ids = {id_ for row in rows for id_ in (row["tie"], *row["people"])}
    held = read(lambda store: store.claims_about(ids)) if ids else Records()
    return SaidSame(
        said=tuple(tie for tie in held.ties if tie.kind in SAMENESS),
        joined=clusters(held),
        names={one.id: one.names[0] for one in name_index().entries},
    )


def _everybody(known: SaidSame) -> None:
    """Show what is left open, the candidates, and what is decided."""
    parted, waiting = known.parted(), known.joined.possible
    blocks: list[Block] = []
    if waiting:
        blocks += [heading(words.OPEN), sentence(words.OPEN_INTRO, "quiet")]
        blocks.append(table(words.COLUMNS, pair_rows(known, sorted(waiting))))
    blocks += [heading(words.CANDIDATES), sentence(words.CANDIDATES_INTRO, "quiet")]
    pairs = {known.ordered(pair) for pair in _alike(read(state))} - parted - waiting
    new = sorted(pair for pair in pairs if len({*pair}) > 1)
    rows = pair_rows(known, new[:MOST_PAIRS], likely=True)
    blocks.append(table(words.COLUMNS, rows) if rows else sentence(words.NO_CANDIDATES))
    if len(new) > MOST_PAIRS:
        blocks.append(sentence(words.more_pairs(len(new) - MOST_PAIRS), "warn"))
    decided = [one for one in known.said if one.active and one.basis is Basis.STATED]
    if decided:
        people = {id_ for one in decided for id_ in (one.person, one.relative)}
        named = NameLinks.in_records(read(lambda store: store.claims_about(people)))
        blocks += [heading(words.DECIDED), *claims_table(decided, named, "")]
    sheet(blocks, "same-list", follow)


@st.cache_resource(max_entries=1, show_spinner="Comparing every name that is recorded …")
def _alike(now: NamesState) -> set[Pair]:
    """Return the pairs who are alike by name, or by a child that both are a parent of."""
    rows = read(lambda store: store.read(query("read/two_parents")))
    parents = {(row["people"][0], row["people"][1]) for row in rows}
    return like_names(name_index(now).entries) | parents


def _like(known: SaidSame, one: Traits) -> None:
    """Show who is like one person, and let anybody else be chosen."""
    index = name_index()
    found = [hit.entry for name in one.names for hit in index.search(name, MOST_LIKE).hits]
    ids = {entry.id for entry in found if entry.kind == "person"}
    ids |= {id_ for pair in _alike(read(state)) if {*pair} & {*one.ids} for id_ in pair}
    others = sorted({known.joined.of(id_) for id_ in ids} - {known.joined.of(one.ids[0])})
    rows = pair_rows(known, [(known.joined.of(one.ids[0]), other) for other in others])
    blocks = [heading(words.like(known.named([one]).called(one.ids[0])))]
    blocks.append(table(words.COLUMNS, rows) if rows else sentence(words.NO_CANDIDATES))
    sheet(blocks, "same-like", follow)
    offered = choices(Records(), typed=st.session_state.get(_TYPED, ""))
    if not offered.complete:
        st.text_input(write_words.LOOK_FOR, key=_TYPED, max_chars=200)
    other = chosen_ids(words.ANYBODY, "", offered.people(), "same-other", one=True)
    if other and other not in one.ids:
        st.button(words.COMPARE, on_click=follow, args=(way(SAME, f"{one.ids[0]},{other}"),))


def _two(known: SaidSame, beside: SaidSame, one: Traits, other: Traits) -> _Two:
    """Put two people together, with what is claimed of their sameness.

    Args:
        known: what is claimed.
        beside: the same, but nobody joined where both are records of one person.
    """
    ids = {id_ for own in (*one.ids, *other.ids) for id_ in known.joined.ids(own)}
    naming = [claim for id_ in sorted(ids) for claim in _naming(id_)]
    said = {one.id: one for one in naming if {one.person, one.relative} <= ids}
    named = beside.named([one, other])
    pair = known.ordered((one.ids[0], other.ids[0]))
    return _Two(
        one=one,
        other=other,
        comparison=compared(one, other, named.called),
        named=named,
        said=tuple(said.values()),
        records=read(lambda store: store.claims_about(ids | {t.about for t in said.values()})),
        standing=words.ONE
        if pair[0] == pair[1]
        else words.POSSIBLE
        if pair in known.joined.possible
        else words.TWO
        if pair in known.parted()
        else words.UNSAID,
        own=_left_open_here(said.values()),
    )


def _left_open_here(said: Iterable[TieClaim]) -> bool:
    """Return whether the user wrote on a page that somebody else should look."""
    open_ = [one.id for one in said if one.active and one.basis is not Basis.STATED]
    rows = read(lambda store: store.read(query("read/written_in"), ids=open_))
    return (getpass.getuser(), [WRITTEN]) in [(row["by"], row["files"]) for row in rows]


def _naming(id_: str) -> list[TieClaim]:
    """Return what is claimed of the sameness of a record, counting or not."""
    claims = read(lambda store: store.claims_naming(id_))
    return [one for one in claims if isinstance(one, TieClaim) and one.kind in SAMENESS]


def _beside(two: _Two) -> None:
    """Show two people side by side, what is claimed of them, and the form."""
    found = beside_blocks(two.one, two.other, two.comparison, two.named)
    sheet(found, "same-beside", follow)
    named = NameLinks.in_records(two.records)
    blocks = [heading(words.SAID), sentence(two.standing, "lead")]
    blocks += claims_table(two.said, named, "")
    blocks += history_blocks(two.said, named)
    sheet(blocks, "same-said", follow)
    _decide(two)


def _decide(two: _Two) -> None:
    """Let it be decided, and show what that would change."""
    form = way(SAME, ",".join(two.pair))
    with form_kept_open(form, form, two.claims_now) as begun:
        _decision(two, form, begun)


def _decision(two: _Two, form: str, begun: Begun) -> None:
    key = form_key(form)
    act = st.radio(
        words.DECIDE, list(_KINDS), captions=list(words.MEANS.values()), key=f"{key}act"
    )
    if refused := _refused(two, act):
        for line in refused:
            st.warning(line)
        return
    offered = choices(two.records)
    near = (claim.dataset for claim in two.records.claims())
    dataset, new_set = dataset_form(offered, near, key)
    if not dataset:
        return
    evidence, new_source = _evidence(offered, dataset, key)
    if not evidence["source"]:
        st.text(words.NAME_A_SOURCE)
        return
    on = datetime.now(tz=UTC).date().isoformat()
    made = decision(two.pair, two.said, evidence, what=_KINDS[act], dataset=dataset, on=on)
    _stop_comes_over(two, act)
    rows = (*new_set, *new_source, *made)
    fits = checked_draft(rows, "kinship") and not begun.changed
    pressed = st.button(write_words.KEEP, type="primary", disabled=not fits)
    if pressed and not evidence["note"]:
        st.warning(write_words.SAY_WHY)
    elif pressed:
        with st.spinner(write_words.KEEPING):
            report = read(lambda store: keep(store, rows, two.things, begun.seen))
        remember(evidence["source"])
        close_form(form)
        st.session_state[_DONE] = list(report.in_words())
        st.rerun()


def _evidence(offered: Choices, dataset: str, key: str) -> tuple[Cells, tuple[ImportRow, ...]]:
    """Let source and reason be written; return the cells, and the row of a new source."""
    source, new_source = source_form(offered, dataset, key)
    cells = {
        name: st.text_input(
            write_words.label("kinship", name), key=f"{key}{name}", max_chars=LONGEST
        )
        for name in ("locator", "words")
    }
    why = st.text_input(
        write_words.WHY, key=f"{key}why", help=write_words.WHY_HELP, max_chars=LONGEST
    )
    return {"source": source, **cells, "note": why.strip()}, new_source


def _stop_comes_over(two: _Two, act: str) -> None:
    """Say first of all where the stop of one would stand at the other, too."""
    stops = [bool(two.named.stops & {*one.ids}) for one in (two.one, two.other)]
    if act == words.SAME and any(stops) and not all(stops):
        line = words.comes_over(*map(two.named.called, two.pair))
        sheet([sentence(line, "stop", Mark.STOP)], "same-stop")


def _refused(two: _Two, act: str) -> tuple[str, ...]:
    """Say why a decision would contradict what is recorded; nothing where it does not."""
    stated = {
        one.kind
        for one in two.said
        if one.active and one.stance is Stance.SUPPORTS and one.basis is Basis.STATED
    }
    if two.own and act != words.LEAVE:
        return (words.OWN,)
    if act == words.OTHER:
        return (words.JOINED,) if TieKind.SAME_AS in stated else ()
    if TieKind.NOT_SAME_AS in stated:
        return (words.CONTRADICTED,)
    if act == words.LEAVE and TieKind.SAME_AS in stated:
        return (words.JOINED,)
    return two.comparison.excludes


if __name__ == "__main__":
    guarded(page)
