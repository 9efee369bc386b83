"""The hard stop: who carries it, who is warned beside them, and the one way to take it back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.adding_up import facts
from graph.record.dates import When, Window
from graph.record.model import Lift, Place, Stopped
from graph.record.vocabulary import Basis, Effect, Left, Scope, Stance, Standing, event_types
from graph.rule.answer import answer
from graph.rule.left import left
from graph.rule.network import network
from graph.rule.stops import requests_in, taken_back_in
from graph.words.answer_json import as_json
from graph.words.answer_text import AnswerText
from tests.builders import day, event, family, person, reading, tie, when
from tests.rule.histories import days, histories

ON = day("2017-06-01")
CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")
REQUEST = event("asked_not_to_be_contacted", "aunt", "2017-05-01", id_="request", to="mother")
LIFT = Lift(person="aunt", on="2020-01-01", by="ana", why="misheard")


def stopped(*claims, on=None):
    return requests_in(facts(family(*claims)), on).keys()


def of(*claims, id_="aunt", on=ON, records=None):
    said = answer(records or family(*claims), "child", as_of=on)
    return next(one for one in said.relatives if one.person.id == id_)


# The law


@st.composite
def changes(draw, number):
    """What may become of a request, or be said beside it, but for a free withdrawal."""
    new = {
        "id": f"request@s:{number}",
        "source": draw(st.sampled_from(["testimony", "other"])),
        "type": draw(st.sampled_from(["warned", "called", "asked_not_to_be_contacted"])),
        "people": event("called", draw(st.sampled_from(["aunt", "granny"]))).people,
        "basis": draw(st.sampled_from(Basis)),
        "stance": draw(st.sampled_from(Stance)),
        "scope": draw(st.sampled_from(Scope)),
        "standing": draw(st.sampled_from(Standing)),
        "when": When(text="", window=Window(*sorted([draw(days), draw(days)]))),
        "certainty": draw(st.sampled_from(["", "certain", "doubtful"])),
        "duress": draw(st.booleans()),
    }
    return replace(REQUEST, **new)


@st.composite
def unfree(draw):
    """A withdrawal that lifts nothing: forced, brought by others, doubted, too early."""
    later = event("request_withdrawn", "aunt", "2019-05-01", id_="w", ends="request")
    way = draw(st.sampled_from(["duress", "relayed", "messenger", "doubt", "other", "before"]))
    return {
        "duress": replace(later, duress=True),
        "relayed": replace(later, relayed_by=("granny",)),
        "messenger": replace(
            later, people=event("x", "aunt", others=(("messenger", "granny"),)).people
        ),
        "doubt": replace(later, basis=Basis.BELIEVED),
        "other": replace(later, people=event("x", "granny").people),
        "before": replace(
            later, when=When(text="", window=Window(date(2017, 1, 1), ON - timedelta(99)))
        ),
    }[way]


@given(
    st.lists(st.integers(0, 99).flatmap(changes), max_size=4),
    histories(),
    st.lists(unfree(), max_size=1),
    st.booleans(),
    st.booleans(),
    days,
)
def test_law_8_nothing_but_a_free_withdrawal_or_a_lift_takes_a_stop_off(
    said, others, withdrawals, is_retracted, is_of_group, on
):
    first = REQUEST
    people = []
    if is_of_group:
        first = replace(REQUEST, people=event("x", "neighbours").people)
        people = [person("aunt", member_of=("neighbours",), standing=Standing.RETRACTED)]
        people.append(person("aunt", id="aunt@new"))
    if is_retracted:
        first = replace(first, standing=Standing.RETRACTED)
    free = [c for c in others if event_types()[c.type].effect is not Effect.LIFTED]
    claims = [first, *people, *_once(said), *free, *withdrawals]
    assert "aunt" in stopped(*claims)
    assert "aunt" in stopped(*claims, on=on)


def _once(claims):
    return {claim.id: claim for claim in claims}.values()


@given(histories(), days)
def test_law_8_whose_request_is_gone_and_not_lifted_is_never_left(claims, on):
    gone = replace(REQUEST, standing=Standing.RETRACTED)
    around = network(family(*claims, gone), "child")
    withdrawn = any(event_types()[c.type].effect is Effect.LIFTED for c in claims)
    if on >= date(2017, 5, 1) and not withdrawn:
        assert left(around, "aunt", on).left is Left.NO


# What takes it back


def test_a_withdrawal_that_others_brought_lifts_nothing_and_raises_nobody():
    brought = event(
        "request_withdrawn", "aunt", "2018-01", ends="request", relayed_by=("granny",)
    )
    found = of(CALL, REQUEST, brought, on=day("2018-02-01"))
    assert (bool(found.do_not_contact), found.answer.left) == (True, Left.NO)


def test_a_withdrawal_by_whoever_was_called_is_her_own():
    own = event("request_withdrawn", "aunt", "2018-01", ends="request", to="mother")
    own = replace(
        own, people=(*own.people, *event("x", "", others=(("caller", "mother"),)).people)
    )
    assert "aunt" not in stopped(CALL, REQUEST, own)


def test_a_withdrawal_from_before_the_request_it_names_raises_nobody():
    early = event("request_withdrawn", "aunt", "2017-01", ends="request")
    assert of(CALL, REQUEST, early).answer.left is Left.NO


@pytest.mark.parametrize("standing", Standing)
def test_a_withdrawal_from_before_what_one_source_says_lifts_nothing(standing):
    later = replace(REQUEST, standing=standing)
    sooner = replace(REQUEST, id="request@other", source="other", when=when("2016-05-01"))
    withdrawn = event("request_withdrawn", "aunt", "2017-02-01", ends="request")
    assert "aunt" in stopped(CALL, later, sooner, withdrawn)
    assert "aunt" not in stopped(CALL, sooner, withdrawn)


def test_a_lift_needs_every_claim_of_the_request():
    one, other = replace(REQUEST, lifted=(LIFT,)), replace(REQUEST, id="request@other")
    assert "aunt" not in stopped(one)
    assert "aunt" in stopped(one, other)
    [back] = taken_back_in(facts(family(one)))["aunt"]
    assert (back.by, back.why, back.holds_no_more) == ("ana", "misheard", day("2020-01-01"))


# Who is warned beside whoever asked

HOME = Place(id="flat", name="Flat", kind="home", part_of="town")


def near(*claims, id_="granny"):
    records = family(*claims)
    records = replace(records, places=(*records.places, HOME))
    found = of(records=records, id_=id_)
    return {(one.asker, one.how.value) for one in found.asked_nearby}


@pytest.mark.parametrize(
    ("claims", "how"),
    [
        ((tie("granny", "spouse_of", "aunt"),), "spouse"),
        ((tie("granny", "lives_with", "aunt"),), "lives with"),
        (
            (
                event("lived_at", "granny", "2010", place="flat"),
                event("lived_at", "aunt", "2015", place="flat"),
            ),
            "same home",
        ),
        ((person("granny", member_of=("neighbours",)),), "same group"),
    ],
    ids=["spouse", "household", "home", "group"],
)
def test_whoever_is_near_to_one_who_asked_is_warned(claims, how):
    assert near(REQUEST, *claims) == {("aunt", how)}


def test_a_messenger_of_a_request_is_warned():
    assert near(replace(REQUEST, relayed_by=("granny",))) == {("aunt", "messenger")}


@pytest.mark.parametrize(
    "claims",
    [
        (
            event("lived_at", "granny", "2010", place="town"),
            event("lived_at", "aunt", "2010", place="town"),
        ),
        (tie("granny", "spouse_of", "aunt", qualifier="ended"),),
        (),
    ],
    ids=["one town", "a marriage that ended", "nothing"],
)
def test_whoever_is_not_near_is_not_warned(claims):
    assert near(REQUEST, *claims) == set()


def test_a_group_of_which_one_asked_is_warned():
    assert near(REQUEST, tie("neighbours", "knows", "mother"), id_="neighbours") == {
        ("aunt", "same group")
    }


# Words, duress, and the child itself


@pytest.mark.parametrize("type_", ["warned", "advised", "messaged"])
def test_words_that_ask_are_shown_beside_whoever_spoke_them(type_):
    said = event(type_, "aunt", "2017-03-01", to="mother", words="do not call us again")
    found = of(said)
    assert (found.answer.left, [one.id for one in found.asks_in_words]) == (Left.YES, [said.id])
    assert of(replace(said, note="No request: she meant the shop")).asks_in_words == ()
    assert of(said, REQUEST).asks_in_words == ()


def test_a_reading_that_asks_is_shown_as_well():
    read = replace(reading("call"), reading="she asked not to be contacted", backs="")
    assert of(CALL, read).asks_in_words == (read,)


def test_a_call_under_duress_says_so_on_the_day_and_after_it():
    forced = replace(CALL, duress=True)
    assert [one.id for one in of(forced).duress] == ["call"]
    assert of(forced, on=day("2017-02-01")).duress == ()


def test_a_child_that_asked_is_in_its_own_answer():
    said = answer(
        family(event("asked_not_to_be_contacted", "child", "2017")), "child", as_of=ON
    )
    assert said.child_stop
    assert as_json(AnswerText(said))["child"]["do_not_contact"] is True


# One person, two records


def record(id_, name, **more):
    return (person(id_, name=name, **more), tie("granny", "parent_of", id_))


ASKER = (*record("one", "Aygul Sidiq", sex="female"),)
ASKED = event("asked_not_to_be_contacted", "one", "2017-05-01", id_="asked", to="mother")
HEARD = event("called", "two", "2017-03-01", id_="heard", to="mother")


@pytest.mark.parametrize(
    "name", ["Aygul Sidiq", "ئايگۈل سىدىق", "Айгүл Сидиқ", "Aygül", "Aigul Sidik"]
)
def test_one_name_in_any_script_may_be_who_asked(name):
    found = of(*ASKER, *record("two", name), ASKED, HEARD, id_="two")
    assert [one.id for one in found.may_be] == ["one"]


@pytest.mark.parametrize(
    ("name", "more", "claims"),
    [
        ("Patigul Sidiq", {}, ()),
        ("Aygul Sidiq", {"sex": "male"}, ()),
        ("Aygul Sidiq", {}, (tie("two", "sibling_of", "one"),)),
    ],
    ids=["another name", "another sex", "told of beside each other"],
)
def test_who_is_certainly_another_is_not(name, more, claims):
    found = of(*ASKER, *record("two", name, **more), *claims, ASKED, HEARD, id_="two")
    assert found.may_be == ()


@pytest.mark.parametrize(("name", "many"), [("Aygül Sidik", 1), ("Aygul", 0)])
def test_a_whole_name_of_another_family_may_be_who_asked(name, many):
    records = family(*record("two", name), HEARD)
    records = replace(records, stopped=(Stopped(id="far", names=("ئايگۈل سىدىق",)),))
    assert len(of(records=records, id_="two").may_be) == many
