"""What must be known before any contact is a sentence, and stands behind the name."""

from dataclasses import replace
from datetime import date

import pytest

from graph.rule.answer import answer
from graph.rule.nearby import Nearness
from graph.words.answer_text import AnswerText
from graph.words.cautions import MAY_BE, NEAR_WORDS, TAKEN_BACK, WORDS_THAT_ASK
from tests.builders import event, family, person, tie

CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")
REQUEST = event("asked_not_to_be_contacted", "aunt", "2016-05-01", id_="request", to="mother")
WITHDRAWN = event("request_withdrawn", "aunt", "2016-08-01", id_="again", to="mother")
WORDS = replace(CALL, words="do not call us again")
ASKER = person("other", name="Aunt", sex="female")
ASKED = event("asked_not_to_be_contacted", "other", "2016-05-01", id_="asked", to="mother")
TWIN = (ASKER, tie("granny", "parent_of", "other"), ASKED, CALL)


def said(*claims):
    return AnswerText(answer(family(*claims), "child", as_of=date(2017, 6, 1)))


def sentences(of, person_="aunt"):
    [text] = [one for one in of.relatives if one.relative.person.id == person_]
    return " ".join(text.cautions)


@pytest.mark.parametrize(
    ("claims", "sentence", "mark"),
    [
        (
            (REQUEST, WITHDRAWN, CALL),
            "not to be contacted, withdrawn on 2016-08-01.",
            TAKEN_BACK,
        ),
        ((WORDS,), 'words "do not call" may ask', WORDS_THAT_ASK),
        (TWIN, "May be the same as Aunt, who asked not to be contacted.", MAY_BE),
    ],
    ids=["taken back", "words that ask", "one name under two ids"],
)
def test_a_caution_is_a_sentence_and_stands_behind_the_name_in_the_headline(
    claims, sentence, mark
):
    assert sentence in sentences(said(*claims))
    assert mark in said(*claims).headline


def test_a_call_under_pressure_says_so():
    assert "Under pressure" in sentences(said(replace(CALL, duress=True)))


def test_every_way_to_be_near_has_its_words():
    assert set(NEAR_WORDS) == set(Nearness)


def test_without_a_reason_there_is_no_caution():
    assert sentences(said(CALL)) == ""
