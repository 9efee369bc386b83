"""An answer on a page: its notices, its table, its network, and its files."""

import getpass
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from graph.commands.as_graph import graph_text, nodes_and_links, things_and_ties
from graph.console.free_answer import FreeAnswer
from graph.export.ledger.ledger import Ledger, LedgerBroken
from graph.export.rows_leaving import RowsFile, given_out
from graph.pages.kit.app_store import read
from graph.pages.kit.canvas import chooser, library_at_the_end, network
from graph.pages.kit.links import EXPLORE, follow, way
from graph.pages.kit.sheet_blocks import Block, cell, part, sentence, sheet, table
from graph.pages.kit.sheet_blocks import SheetRow as Line
from graph.pages.questions import question_words as words
from graph.pages.questions.from_answer import Whom, hand_over_button, of_query, of_question
from graph.pages.questions.result_blocks import (
    answered_blocks,
    free_blocks,
    row_names,
    stop_part,
    unknown_blocks,
)
from graph.pages.search.name_index import name_index
from graph.picture.pyvis_network import free_picture
from graph.questions.answer_columns import THINGS
from graph.questions.asking import Answered
from graph.questions.exported import csv_text, json_text
from graph.settings import Settings
from graph.views.free_view import FreeView, ThingKind, view
from graph.words.wording import RISK

MOST_DRAWN = 300
DRAWN_AT_ONCE = 60
"""A network of up to so many cards is drawn without being asked for, where nodes came back."""
_FOUND_KINDS = ("people", "events", "places")
_PICKED = "result-picked"
_LABELS = {"csv": "CSV", "json": "JSON", "graph.json": "Graph (JSON)"}
_FILES_ACROSS = (1, 1, 1, 3)
"""How wide the buttons of the files stand, and the one that leads to more formats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Files:
    """What can be downloaded: its texts by the end of its name, and what is in it."""

    name: str
    notices: Sequence[str]
    sensitive: bool
    texts: Mapping[str, Callable[[], str]]
    how: str
    claims: Iterable[str]
    sources: Iterable[str]
    things: Collection[str]
    whom: Whom | None
    """The people whom the page of exports exports in all other formats."""

    def leave(self, ending: str) -> bytes:
        """Return one of them, once the ledger has its line."""
        file = RowsFile(
            how=self.how,
            form=f"rows as {ending}",
            text=self.texts[ending](),
            claims=self.claims,
            sources=self.sources,
            things=self.things,
        )
        return given_out(file, _ledger(), getpass.getuser(), name_index().entries)


def _ledger() -> Ledger:
    return Ledger(Settings.from_env().home)


def show_answered(found: Answered) -> None:
    """Show the answer to a question of the library."""
    seen = _seen(found.ids(*THINGS))
    rows = found.marked()
    files = _Files(
        name=found.question.name,
        notices=found.notices(),
        sensitive=any(found.sensitive),
        texts={
            "csv": lambda: csv_text([column.name for column in found.question.columns], rows),
            "json": lambda: json_text(
                _asked(found), rows, found.notices(), found.question.unknown
            ),
            "graph.json": lambda: graph_text(
                *things_and_ties(seen), _stops(found.stops), found.notices()
            ),
        },
        how=f"question {found.question.name}",
        claims=found.ids("Claim.id"),
        sources=found.ids("Source.id"),
        things=found.ids(*THINGS) | _stops(found.stops),
        whom=of_question(found),
    )
    blocks = [
        *answered_blocks(found, read(lambda store: row_names(store, found))),
        *unknown_blocks(found.question.unknown),
    ]
    _show(files, blocks, seen, at_once=False)


def show_free(found: FreeAnswer, name: str, unknown: Iterable[str] = ()) -> None:
    """Show the rows of a free query, or of a question of one's own."""
    seen = _seen({id_ for kind in _FOUND_KINDS for id_ in found.found[kind]})
    nodes, links = nodes_and_links(found.rows, found.ends)
    files = _Files(
        name=name,
        notices=found.notices(),
        sensitive=any(found.sensitive),
        texts={
            "csv": lambda: csv_text(found.columns, found.marked()),
            "json": lambda: json_text(
                {"query": name}, found.marked(), found.notices(), [*unknown]
            ),
            "graph.json": lambda: graph_text(
                nodes, links, _stops(found.stops), found.notices()
            ),
        },
        how="query",
        claims=found.behind["claims"],
        sources=found.behind["sources"],
        things=_stops(found.stops).union(*(found.behind[kind] for kind in _FOUND_KINDS)),
        whom=of_query(found),
    )
    blocks = [*free_blocks(found, seen.things), *unknown_blocks(unknown)]
    _show(files, blocks, seen, at_once=bool(nodes) and 0 < len(seen.things) <= DRAWN_AT_ONCE)


def _seen(ids: Collection[str]) -> FreeView:
    return read(lambda store: view(store, ids)) if ids else FreeView(things={}, bonds=())


def _stops(stops: Iterable[Iterable[str]]) -> set[str]:
    return {person for stop in stops for person in stop}


def _asked(found: Answered) -> Mapping[str, Any]:
    params = {name: str(value) for name, value in found.params.items() if value is not None}
    return {"question": found.question.name, "asks": found.question.asks, "params": params}


def _show(files: _Files, blocks: Sequence[Block], seen: FreeView, *, at_once: bool) -> None:
    """Show it all: the network and its switch are above the table, however long that is."""
    sheet([*_notices(files.notices), sentence(RISK, "risk")], "notices")
    drawn = bool(seen.things) and _draw(seen, at_once=at_once)
    sheet(blocks, "result", follow)
    _downloads(files)
    if drawn:
        library_at_the_end()


def _notices(notices: Sequence[str]) -> list[Block]:
    return [sentence(notice, "warn") for notice in notices]


def _draw(seen: FreeView, *, at_once: bool) -> bool:
    """Draw what is seen if it is wanted; return whether it was."""
    if len(seen.things) > MOST_DRAWN:
        st.text(words.TOO_MANY.format(count=len(seen.things), most=MOST_DRAWN))
        return False
    draw, explore = st.columns([3, 1], vertical_alignment="center")
    with draw:
        wanted = st.toggle(words.DRAW, value=at_once, key=f"draw-{at_once}")
    with explore:
        ids = ",".join(seen.things)
        st.button(words.EXPLORE, on_click=follow, args=(way(EXPLORE, ids),), width="stretch")
    if not wanted:
        return False
    shown = free_picture(seen)
    picked: str = st.session_state.get(_PICKED, "")
    network(shown, key="result-network")
    chooser(shown, picked if picked in seen.things else None, _pick)
    if picked in seen.things:
        thing = seen.things[picked]
        said = part(thing.name, "name", to=way(thing.kind.value, thing.id))
        sheet(
            [table([words.OPEN], [Line(cells=(cell(said, thing.said, *stop_part(thing)),))])],
            "picked",
            follow,
        )
    return True


def _pick(_kind: ThingKind, id_: str) -> None:
    st.session_state[_PICKED] = id_


def _downloads(files: _Files) -> None:
    """Offer the files, and the way to all other formats, which is that of every export.

    What is sensitive goes only after its notices were said to be read. A file is made when it
    is taken, and the ledger has its line first.
    """
    try:
        _ledger().check()
    except LedgerBroken as error:
        st.text(str(error))
        return
    st.text(words.FOR_US)
    held = files.sensitive and not st.checkbox(words.READ_IT, key=f"read-{files.name}")
    *columns, last = st.columns(_FILES_ACROSS)
    for column, (ending, label) in zip(columns, _LABELS.items(), strict=True):
        with column:
            st.download_button(
                label,
                data=partial(files.leave, ending),
                file_name=f"{files.name}.TLP-RED.{ending}",
                mime="application/octet-stream",
                disabled=held,
                on_click="ignore",
                key=f"download-{ending}",
            )
    with last:
        hand_over_button(files.whom, disabled=held)
