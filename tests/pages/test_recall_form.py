"""The page Export says who has a file with somebody, by name."""

from graph.export.ledger.ledger import EXPORT, Ledger
from graph.pages.export import export_words as words
from graph.server import running
from tests.pages.test_pages import opened, said

PAGE = "graph/pages/export/export_page.py"


def test_who_has_a_file_is_found_by_a_name_in_any_spelling(home, monkeypatch, tmp_path):
    server = running(home)
    named = {"URI": server.uri, "USER": server.user, "PASSWORD": server.password}
    for name, value in named.items():
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("GRAPH_LEDGER_HEAD", str(tmp_path / "heads"))
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    kept = Ledger(tmp_path)
    fields = {"export_id": "KT-1", "format": "pdf", "audience": "partner", "by": "ana"}
    carried = {"claims": [], "sources": [], "things": kept.tokens(["meripet"])}
    kept.append(EXPORT, {**fields, **carried, "recipient": "Ministry", "keys": []})
    at = opened(PAGE)
    asked = next(one for one in at.text_input if one.label == words.RECALL_WHAT)
    asked.set_value("Merypet").run()
    assert not at.exception
    assert "for Ministry" in said(at)
    asked = next(one for one in at.text_input if one.label == words.RECALL_WHAT)
    asked.set_value("nobody at all").run()
    assert words.NOBODY_HAS in said(at)
