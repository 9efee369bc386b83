"""Who controls a place decides on which side of the border it is on a day."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.record.vocabulary import Basis, Stance
from graph.rule.answer import answer
from graph.rule.calendar import calendar, change_days
from graph.rule.left import left
from graph.rule.network import network
from graph.rule.separation import board
from graph.words.answer_text import AnswerText
from graph.words.wording import RISK, risk_of
from tests.builders import ABROAD, COUNTRY, day, event, family
from tests.rule.histories import days

LIVES = event("lived_at", "aunt", "2015", place="town", id_="lives")
LIVES_ABROAD = event("lived_at", "aunt", "2015", place=ABROAD, id_="lives")
LOST = event("control_lost", "", "2018-12-08", place="town", id_="lost")
TAKEN = event("control_taken", "", "2019-06-01", place="town", id_="taken")
CHANGED = event("control_changed", "", "2018-12-08", place="town", id_="changed")
OCCUPIED = event("control_taken", "", "2018-12-08", place=ABROAD, id_="occupied")

CASES = [
    ("nobody speaks of control", [LIVES], "2020-01-01", "inside"),
    ("before control was lost", [LIVES, LOST], "2018-12-07", "inside"),
    ("control was lost", [LIVES, LOST], "2018-12-08", "outside"),
    ("control was lost and taken again", [LIVES, LOST, TAKEN], "2019-06-01", "inside"),
    ("between the two", [LIVES, LOST, TAKEN], "2019-05-31", "outside"),
    ("control changed, nobody says to whom", [LIVES, CHANGED], "2019-01-01", "maybe outside"),
    (
        "control was lost at some day of the year",
        [LIVES, replace(LOST, when=event("moved", "aunt", "2018").when)],
        "2018-06-01",
        "maybe outside",
    ),
    (
        "control was lost, as somebody believes",
        [LIVES, replace(LOST, basis=Basis.BELIEVED)],
        "2020-01-01",
        "maybe outside",
    ),
    (
        "one source denies that control was lost",
        [LIVES, LOST, replace(LOST, id="lost@other", source="other", stance=Stance.DISPUTES)],
        "2020-01-01",
        "maybe outside",
    ),
    (
        "control of the whole country was lost",
        [LIVES, replace(LOST, place=COUNTRY)],
        "2020-01-01",
        "outside",
    ),
    (
        "control of the country was lost, and the town was taken again",
        [LIVES, replace(LOST, place=COUNTRY), TAKEN],
        "2020-01-01",
        "inside",
    ),
    (
        "another place",
        [event("lived_at", "aunt", "2015", place=COUNTRY), LOST],
        "2020-01-01",
        "inside",
    ),
    ("a country that was occupied", [LIVES_ABROAD, OCCUPIED], "2020-01-01", "inside"),
    ("a country before it was occupied", [LIVES_ABROAD, OCCUPIED], "2018-01-01", "outside"),
    (
        "two sources name two places",
        [LIVES, replace(LIVES, id="lives@other", source="other", place=COUNTRY), LOST],
        "2020-01-01",
        "maybe outside",
    ),
]


@pytest.mark.parametrize(
    ("claims", "on", "side"),
    [pytest.param(claims, on, side, id=name) for name, claims, on, side in CASES],
)
def test_the_side_of_a_place_is_asked_on_a_day(claims, on, side):
    assert network(family(*claims), "child").side("aunt", day(on)) == side


def test_somebody_at_a_place_that_left_the_control_is_abroad_and_the_answer_says_why():
    text = AnswerText(answer(family(LIVES, LOST), "child", as_of=day("2019-01-01")))
    (aunt,) = (one for one in text.relatives if one.name == "Aunt")
    assert aunt.answer.startswith("abroad")
    assert "Place left the control of the country of risk, 2018-12-08." in aunt.reason
    assert "lost@testimony" in aunt.relative.claims


def test_an_occupied_parent_is_no_other_end_from_that_day_on():
    called = [
        event("called", "aunt", f"{year}-01-01", to="mother", id_=f"call-{year}")
        for year in (2018, 2019)
    ]
    before, after = (
        left(network(family(OCCUPIED, call), "child"), "aunt", day(on))
        for call, on in zip(called, ["2018-02-01", "2019-02-01"], strict=True)
    )
    assert (before.left, after.left) == ("yes", "unknown")


def test_a_child_whose_parents_came_under_the_same_control_is_not_apart_any_more():
    home = event("lived_at", "child", "2012", place="town", id_="home")
    around = network(family(home, OCCUPIED), "child")
    assert board(around, day("2018-12-07")).separated == "yes"
    assert board(around, day("2018-12-08")).separated == "no"


CONTROLS = st.lists(
    st.tuples(
        st.sampled_from(["control_taken", "control_lost", "control_changed"]),
        st.sampled_from(["town", COUNTRY, ABROAD]),
        days,
        st.sampled_from([Basis.STATED, Basis.BELIEVED]),
    ),
    max_size=4,
)


@given(CONTROLS, days)
def test_calendar_and_board_turn_with_the_control_of_places(controls, on):
    changes = [
        event(type_, "", when.isoformat(), place=place, basis=basis, id_=f"change-{number}")
        for number, (type_, place, when, basis) in enumerate(controls)
    ]
    call = event("called", "aunt", "2017-03-01", to="mother")
    home = event("lived_at", "child", "2012", place="town", id_="home")
    around = network(family(LIVES, home, call, *changes), "child")
    said = left(around, "aunt", on)
    last_turn = max(one for one in change_days(around, "aunt") if one <= on)
    assert left(around, "aunt", last_turn).left == said.left
    stays = [
        s for s in calendar(around).stays if s.person == "aunt" and s.first <= on <= s.last
    ]
    assert [(s.left, s.status) for s in stays] in ([], [(said.left, said.status)])
    listed = [one for one in calendar(around).listings if one.first <= on <= one.last]
    shown = board(around, on)
    assert [one.separated for one in listed] == [shown.separated] * shown.listed


def test_the_sentence_of_risk_is_that_of_the_childs_data_set():
    told = family()
    [one] = [replace(each, risk="A call shows where they hide.") for each in told.datasets]
    other = replace(one, id="other", risk="Another one.")
    around = network(replace(told, datasets=(other, one)), "child")
    assert risk_of(around) == "A call shows where they hide."
    assert risk_of(network(told, "child")) == RISK
