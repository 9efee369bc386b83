"""The words of an answer: nobody without their stop, no belief as a fact, no id as a name."""

from dataclasses import replace
from datetime import date

import pytest

from graph.facts.adding_up import Sureness
from graph.record.dates import edtf_window
from graph.record.vocabulary import Basis, Stance
from graph.rule.answer import answer
from graph.views.overview import signs
from graph.words.answer_json import as_json
from graph.words.answer_text import AnswerText
from graph.words.marks import LOOKS, NEUTRAL, Mark
from graph.words.wording import DOUBTED_END, how_many_left, how_many_left_short
from tests.builders import ABROAD, event, family, person, reading, tie

CALL = event("called", "aunt", "2017-11", to="mother")
PERHAPS = event("called", "granny", "2018-01", to="mother")
ASKED = event("asked_not_to_be_contacted", "aunt", "2018-05-01", id_="asked", to="mother")
PLACED = event("placed_in_boarding_school", "child", "2017-06", place="town", basis="believed")
A_DAY = date(2018, 1, 10)


def said(*claims, day=A_DAY):
    return AnswerText(answer(family(*claims), "child", as_of=day))


def of(text, person):
    """What is said of one relative."""
    return next(one for one in text.relatives if one.relative.person.id == person)


def test_whoever_asked_is_named_with_it_in_the_headline_before_and_after_the_request():
    headline = said(CALL, ASKED).headline
    assert "the last thread: Aunt, mother's sister (asked not to be contacted)." in headline
    lost = said(CALL, ASKED, day=date(2018, 6, 1)).cut_off
    assert lost.startswith("cut off last: Aunt (asked not to be contacted)")


def test_a_child_that_asked_itself_says_so_in_its_title_and_as_json():
    asked = said(event("asked_not_to_be_contacted", "child", "2018-05-01", to="mother"))
    assert "Child (asked not to be contacted)" in asked.title
    assert as_json(asked)["child"]["do_not_contact"]
    assert asked.stopped == "Asked not to be contacted, do not contact: Child."


def test_one_who_is_left_and_one_who_possibly_is_are_said_to_be_so():
    headline = said(CALL, PERHAPS).headline
    assert headline == (
        "2018-01-10: one person is recorded as left to contact, another one possibly: "
        "Aunt, mother's sister; possibly Granny, mother's mother."
    )


@pytest.mark.parametrize("yes", range(4))
@pytest.mark.parametrize("possibly", range(4))
def test_somebody_recorded_is_never_said_to_be_unclear(yes, possibly):
    for words in (how_many_left(yes, possibly), how_many_left_short(yes, possibly)):
        assert "clear" not in words
        assert ("possibly" in words) == bool(possibly)
        assert ("the last thread" in words) == ((yes, possibly) == (1, 0))
        assert ("no one" in words) == (yes + possibly == 0)


def test_what_was_said_under_pressure_says_so_in_the_line_of_the_answer():
    pressed = said(event("called", "aunt", "2017-11", to="mother", duress=True))
    assert of(pressed, "aunt").status == "in contact, said under pressure"
    assert "Aunt, mother's sister (said under pressure)" in pressed.headline


def test_a_believed_place_is_possible_and_says_who_believes_it():
    place = said(PLACED).clocks[-1]
    assert place.value == "possibly Town"
    assert place.note.startswith("possibly placed in a boarding school, ")
    assert "; believed by Mother; " in place.note
    board = signs(said(PLACED).answer.network, A_DAY)
    assert board.place_doubt.behind("Town") == "possibly Town; believed by Mother"


@pytest.mark.parametrize(
    ("told", "doubt"),
    [
        ({}, ""),
        ({"basis": "believed"}, "; believed by Mother"),
        ({"basis": "interpreted"}, "; read into what was said by Mother"),
        ({"certainty": "possible"}, ""),
    ],
)
def test_a_clock_says_its_doubt_in_its_value_and_in_its_note(told, doubt):
    call = event("called", "child", "2017-06-01", to="mother", id_="call", **told)
    voice = said(call, reading("call")).clocks[0]
    assert voice.value == ("possibly 7 months or more" if told else "223 days")
    assert voice.note == f"{'possibly ' if told else ''}spoke by telephone, 2017-06-01{doubt}"


def test_a_loss_that_is_only_believed_is_said_as_one_wherever_it_decides():
    lost = said(CALL, event("contact_lost", "aunt", "2017-12", to="mother", basis="believed"))
    aunt = of(lost, "aunt")
    assert aunt.left == "possibly"
    doubtful = aunt.relative.answer.deciding.exists is not Sureness.CERTAIN
    assert aunt.since.startswith("possibly ") == doubtful
    assert "believed by Mother" in aunt.reason


def test_a_reading_names_its_reader_and_shows_no_id():
    camp = event("taken_to_camp", "aunt", "2017-05", id_="camp", basis="interpreted")
    read = said(CALL, camp, reading("camp"))
    assert '"school" is read by Mother as: a camp.' in of(read, "aunt").reason


def test_no_mark_of_an_answer_is_green_or_ticked():
    for mark in (Mark.YES, Mark.POSSIBLY):
        assert LOOKS[mark].edge == NEUTRAL
        assert LOOKS[mark].sign != "check"
    red, green, blue = (int(NEUTRAL[at : at + 2], 16) for at in (1, 3, 5))
    assert max(red, green, blue) - min(red, green, blue) < 32


def test_contact_with_somebody_who_is_only_possibly_kin_says_so():
    uncle = (
        person("uncle", sex="male"),
        event("left_country", "uncle", "2012-01", id_="uncle-left", place=ABROAD),
        tie("uncle", "sibling_of", "mother", basis="believed"),
    )
    call = event("called", "aunt", "2017-11", to="uncle")
    assert DOUBTED_END in of(said(*uncle, call), "aunt").reason


def test_a_disputed_parent_does_not_name_the_family():
    denied = tie("father", "parent_of", "child", stance=Stance.DISPUTES, source="other")
    denied = replace(denied, id="denied")
    assert said().family == "Father and Mother"
    assert said(denied).family == "Mother"


def test_who_believes_it_is_named_with_the_stop():
    asked = event("asked_not_to_be_contacted", "mother", "2019", to="father")
    assert (
        "believed by Mother (asked not to be contacted)" in said(PLACED, asked).clocks[-1].note
    )


def test_it_is_said_from_whom_a_child_is_apart_and_how_surely():
    both = family()
    assert _apart(both) == ("Apart from, abroad: Father, father; Mother, mother.",)
    ties = [
        replace(one, basis=Basis.BELIEVED) if one.person == "father" else one
        for one in both.ties
    ]
    [doubted] = _apart(replace(both, ties=tuple(ties)))
    assert "possibly Father, possibly father; Mother, mother" in doubted
    asked = event("asked_not_to_be_contacted", "mother", "2019", to="father")
    assert "Mother, mother (asked not to be contacted)" in said(asked).apart[0]


def _apart(records):
    return AnswerText(answer(records, "child", as_of=A_DAY)).apart


def test_an_elder_sister_is_called_so_where_the_births_tell():
    born = (
        person("mother", sex="female", born=edtf_window("1980")),
        person("aunt", sex="female", born=edtf_window("1975/1979")),
    )
    assert of(said(*born), "aunt").relation == "mother's elder sister"
    touching = (born[0], replace(born[1], born=edtf_window("1975/1980")))
    assert of(said(*touching), "aunt").relation == "mother's sister"


def test_a_clock_of_what_lasts_says_until_when_also_as_json():
    lasting = event("in_contact", "child", "2016-01", to="mother", until="2017-03")
    text = said(lasting)
    voice = as_json(text)["clocks"]["direct_voice"]
    assert voice["latest"] == "2017-03-31"
    assert voice["text"] == "2016-01, until 2017-03-31"
    assert voice["text"] in text.clocks[0].note
