"""The page Export says who has a file with somebody, by name."""

from dataclasses import replace
from datetime import date

import pytest

from graph.export.file_leaving import Export
from graph.export.formats import FORMATS
from graph.export.ledger.ledger import EXPORT, Ledger
from graph.export.package import Audience
from graph.export.preparing import prepare
from graph.export.request import ExportRequest, SelectionRequest
from graph.export.typed_words import typed
from graph.pages.export import export_words as words
from graph.server import running
from graph.store import connect
from tests.pages.test_pages import opened, said

PAGE = "graph/pages/export/export_page.py"
CLAIM = "amina-killed@t-meripet:L250"


@pytest.fixture
def kept(home, monkeypatch, tmp_path):
    """A ledger of this test alone, beside the server of all."""
    server = running(home)
    named = {"URI": server.uri, "USER": server.user, "PASSWORD": server.password}
    for name, value in named.items():
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("GRAPH_LEDGER_HEAD", str(tmp_path / "heads"))
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    return Ledger(tmp_path)


@pytest.fixture
def store(home):
    with connect(running(home)) as store:
        yield store


def recalled(name: str):
    at = opened(PAGE)
    asked = next(one for one in at.text_input if one.label == words.RECALL_WHAT)
    asked.set_value(name).run()
    assert not at.exception
    return at


def export_of_the_family(store, kept: Ledger) -> str:
    request = ExportRequest(
        selection=SelectionRequest(children=("meripet-eldest-child",)),
        audience=Audience.PARTNER,
        made_on=date(2026, 11, 30),
        recipient="Ministry",
    )
    made = next(iter(prepare(store, request, kept)))
    export = Export.of(made, replace(request, as_typed=typed(made)), kept)
    export.hand(export.written(FORMATS["csv"]))
    return made.package.export_id


def press(at, label: str):
    next(one for one in at.button if one.label == label).click().run()
    assert not at.exception
    return at


def test_a_recalled_file_is_made_anew_through_the_door_and_the_letter_names_it(kept, store):
    old = export_of_the_family(store, kept)
    early = press(recalled(CLAIM), words.MAKE_ANEW)
    by = {"by": "ana", "on": "2026-11-30"}
    store.retract(CLAIM, why="it was somebody else", **by)
    try:
        late = press(recalled(CLAIM), words.MAKE_ANEW)
        assert words.READ_FIRST in said(late)
        assert next(one for one in late.button if one.label == words.MAKE_ANEW).disabled
        for number in range(len(late.checkbox)):
            late.checkbox[number].check().run()
        press(late, words.MAKE_ANEW)
    finally:
        store.restore(CLAIM, why="it was her", **by)
    assert words.READ_FIRST in said(early)
    first, new = [one for one in kept.entries() if one.kind == EXPORT]
    assert first.fields["export_id"] == old
    assert (new.fields["recipient"], new.fields["format"]) == ("Ministry", "csv")
    assert kept.token(CLAIM) not in new.fields["claims"]
    letter = said(late)
    name = f"{new.fields['export_id']}.csv.zip"
    assert f"with this letter:\n- {name}, in place of export {old}, csv" in letter
    [taken] = late.get("download_button")
    assert taken.proto.label == f"{words.TAKE}: csv, in place of {old}"


def test_who_has_a_file_is_found_by_a_name_in_any_spelling(kept):
    fields = {"export_id": "KT-1", "format": "pdf", "audience": "partner", "by": "ana"}
    carried = {"claims": [], "sources": [], "things": kept.tokens(["meripet"])}
    kept.append(EXPORT, {**fields, **carried, "recipient": "Ministry", "keys": []})
    assert "for Ministry" in said(recalled("Merypet"))
    assert words.NOBODY_HAS in said(recalled("nobody at all"))
