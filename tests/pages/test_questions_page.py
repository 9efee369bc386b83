"""The pages of questions without a browser: every form, and what is said of bad input."""

import json

import pytest

from graph.questions.library import GROUPS, names, question
from graph.questions.saved import folder
from tests.pages.test_pages import _own_connection as _own_connection  # noqa: PLC0414 - the fixture
from tests.pages.test_pages import on_samples as on_samples  # noqa: PLC0414 - the fixture
from tests.pages.test_pages import opened, said

pytestmark = pytest.mark.usefixtures("on_samples")


def questions(**address: str):
    return opened("graph/pages/questions/questions_page.py", **address)


def test_every_question_of_the_library_has_a_form_that_asks_it():
    at = questions(question=names()[0])
    for name in names():
        at.query_params["question"] = name
        at.run()
        at.button(key=f"ask-{name}").click().run()
        assert not at.exception, name
        assert not at.error, name
        assert not at.warning, name
        assert json.dumps(question(name).unknown[0])[1:-1] in said(at), name


def test_a_group_shows_its_own_questions_and_each_is_a_sentence():
    at = questions()
    for title in GROUPS.values():
        at.radio(key="question-group").set_value(title).run()
        box = at.selectbox(key="question-box")
        assert box.options == [
            question(n).asks for n in names() if GROUPS[question(n).group] == title
        ]


def test_a_day_that_was_chosen_before_stands_in_the_form():
    at = questions(question="one_left", day="2018-05-15")
    at.button(key="ask-one_left").click().run()
    assert "Amina" in said(at)


def test_somebody_is_found_by_name_for_a_parameter():
    at = questions(question="under_duress")
    at.text_input(key="param-under_duress-person-said").set_value("mother of Mamutjan").run()
    assert at.selectbox(key="param-under_duress-person").value == "mother-of-mamutjan"


def test_somebody_who_is_not_recorded_is_said():
    at = questions(question="under_duress")
    at.text_input(key="param-under_duress-person-said").set_value("xqzzw").run()
    at.button(key="ask-under_duress").click().run()
    assert not at.exception
    assert "nobody of the id 'xqzzw'" in said(at)


def test_a_link_to_a_question_that_is_not_there_says_so():
    assert "a question that is not there" in said(questions(question="no_such_question"))


def test_a_file_of_ones_own_that_is_no_question_is_named(graph_home):
    folder(graph_home).mkdir(exist_ok=True)
    path = folder(graph_home) / "broken.cypher"
    path.write_text("RETURN 1", encoding="utf-8")
    try:
        assert "broken.cypher" in said(questions())
    finally:
        path.unlink()


def test_the_schema_and_examples_are_at_hand():
    at = opened("graph/pages/questions/cypher_page.py")
    assert not at.exception
    assert "CARES_FOR" in said(at)
    assert "descends" in said(at)


def test_parameters_that_are_none_are_said():
    at = opened("graph/pages/questions/cypher_page.py")
    at.text_area(key="cypher-params").set_value("nonsense")
    at.button[0].click().run()
    assert "write name=value" in said(at)
