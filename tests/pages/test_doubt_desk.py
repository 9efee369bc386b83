"""A doubt is answered where it is listed, and comes back when it changes."""

import pytest

from graph.desk.desk_notes import delete_note, notes
from graph.pages.questions import question_words as words
from graph.pages.questions.doubt_desk import doubt_hash, to_do
from graph.questions.asking import ask
from graph.questions.library import question
from graph.server import running
from graph.store import connect
from tests.pages.test_pages import opened, said

pytestmark = pytest.mark.usefixtures("home")
PAGE = "graph/pages/questions/doubts_page.py"


def gaps(home):
    with connect(running(home)) as store:
        return ask(store, question("gaps"), {})


def test_a_gap_that_was_looked_at_leaves_the_list_and_stays_readable(home):
    before = gaps(home)
    row = before.rows[0]
    at = opened(PAGE)
    at.selectbox(key="answer-gap").set_value(doubt_hash(row)).run()
    assert words.CLAIMS_BEHIND in said(at)
    at.button(key=f"looked-{doubt_hash(row)}-keep").click().run()
    assert notes(home) == []
    assert words.SAY_WHY in said(at)
    at.text_input(key=f"looked-{doubt_hash(row)}").set_value("Nobody knows.").run()
    at.button(key=f"looked-{doubt_hash(row)}-keep").click().run()
    assert not at.exception
    [note] = notes(home)
    assert (note.text, note.doubt) == ("Nobody knows.", doubt_hash(row))
    assert "Nobody knows." in said(at)
    assert row not in to_do(before).answered.rows
    assert len(to_do(before).answered.rows) == len(before.rows) - 1
    delete_note(home, note.id)
    assert to_do(before).answered.rows == list(before.rows)


def test_a_doubt_that_changes_is_another_doubt(home):
    row = dict(gaps(home).rows[0])
    assert doubt_hash(row) != doubt_hash(row | {"claims": ["another"]})
    assert doubt_hash(row) == doubt_hash(dict(reversed(row.items())))
