"""A watched question says on the first page that its answer has new rows."""

import pytest

from graph.desk.watched_questions import NewRows, watch, watched
from graph.pages.questions import question_words as words
from graph.questions.asking import ask
from graph.questions.library import question
from graph.questions.saved import forget, save
from graph.server import running
from graph.store import connect
from tests.pages.test_pages import opened, said

pytestmark = pytest.mark.usefixtures("home")
PAGE = "graph/pages/questions/questions_page.py"
ONE_NEW = words.new_in(NewRows((0,), 0), "2")[:-2]


def pressed(at, label):
    next(one for one in at.button if one.label == label).click()
    return at.run()


def test_a_question_is_watched_from_its_answer_and_the_first_page_says_so(home):
    at = opened(PAGE, question="nobody_left")
    at.button(key="ask-nobody_left").click().run()
    pressed(at, words.WATCH)
    [one] = watched(home)
    assert (one.name, dict(one.given)) == ("nobody_left", {})
    assert "No new row since" in said(opened(PAGE))
    assert words.WATCHED not in said(opened()), "nothing is new"


def test_a_new_row_is_said_on_the_first_page_and_shown_until_it_was_seen(home):
    asked = question("nobody_left")
    with connect(running(home)) as store:
        rows = list(ask(store, asked, {}).rows)
    watch(home, asked, {}, rows[1:], "ana")
    assert ONE_NEW in said(opened())
    at = opened(PAGE, question="nobody_left")
    at.button(key="ask-nobody_left").click().run()
    assert ONE_NEW in said(at)
    pressed(at, words.SEEN)
    assert "new row since" not in said(opened())
    at.button(key="ask-nobody_left").click().run()
    pressed(at, words.UNWATCH)
    assert watched(home) == []


def test_a_question_of_ones_own_is_watched_too_and_one_that_is_gone_says_so(home):
    body = "MATCH (p:KinthreadPerson) RETURN p.id AS person, p.name AS name"
    mine = save(home, "everybody", "Who is recorded?", body, ["person", "name"], {})
    try:
        watch(home, mine, {}, [], "ana")
        assert "new rows since" in said(opened())
    finally:
        forget(home, "everybody")
    assert words.QUESTION_GONE in said(opened())


def test_whom_a_watched_question_is_about_is_named_with_the_stop(home):
    from tests.stopped import stopped  # noqa: PLC0415 - reads both sets

    person, name = next(iter(stopped().items()))
    watch(home, question("under_duress"), {"person": person}, [], "ana")
    shown = said(opened(PAGE))
    assert f"person: {name} (asked not to be contacted)" in shown
