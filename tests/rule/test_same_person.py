"""One person under two records is answered as one; taken back, as before. Laws and cases."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.record.model import EventClaim, TieClaim
from graph.record.vocabulary import Basis, Stance, Standing, Status
from graph.rule.answer import answer as answer_for
from graph.rule.network import network
from graph.rule.stops import standing_requests
from graph.words.answer_text import individuals
from tests.builders import day, event, family, person, tie
from tests.rule.histories import days, histories, with_ties
from tests.rule.test_laws import answer

OTHER = person("aunt-2", name="Aunt")
SAME = tie("aunt-2", "same_as", "aunt")


def named_otherwise(claim, id_: str = "aunt-2"):
    """Return a claim that names the other record of the aunt."""
    if isinstance(claim, EventClaim):
        people = tuple(
            replace(one, person=id_) if one.person == "aunt" else one for one in claim.people
        )
        return replace(claim, people=people)
    if isinstance(claim, TieClaim):
        ends = {"person": claim.person, "relative": claim.relative}
        return replace(claim, **{k: id_ if v == "aunt" else v for k, v in ends.items()})
    return claim


@given(with_ties(), st.integers(), days)
def test_claims_split_over_two_records_answer_as_claims_of_one(claims, seed, on):
    chance = random.Random(seed)  # noqa: S311 - the same split for the same number
    split = [named_otherwise(one) if chance.random() < 0.5 else one for one in claims]
    one, two = answer(claims, on), answer((*split, OTHER, SAME), on)
    assert (two.left, two.status, two.since) == (one.left, one.status, one.since)


@st.composite
def two_records(draw: st.DrawFn):
    """A history of the aunt, and another one of her second record."""
    theirs = [named_otherwise(one) for one in draw(histories())]
    theirs = [replace(one, id=f"{one.id}-2", about=f"{one.about}-2", ends="") for one in theirs]
    return (*draw(with_ties()), *theirs, OTHER)


@st.composite
def decisions(draw: st.DrawFn):
    """Up to four decisions on who is one person: joined, left open, denied or kept apart."""
    pairs = draw(st.lists(st.sampled_from(PAIRS), min_size=1, max_size=4, unique=True))
    kinds = [draw(st.sampled_from(["same_as", "same_as", "not_same_as"])) for _ in pairs]
    return tuple(
        replace(
            tie(*pair[:1], kind, *pair[1:]),
            basis=draw(st.sampled_from([Basis.STATED, Basis.STATED, Basis.BELIEVED])),
            stance=draw(st.sampled_from([Stance.SUPPORTS, Stance.SUPPORTS, Stance.DISPUTES])),
        )
        for pair, kind in zip(pairs, kinds, strict=True)
    )


PAIRS = [("aunt-2", "aunt"), ("aunt", "friend"), ("granny", "aunt-2"), ("friend", "granny")]


def taken_back(claims):
    return [replace(one, standing=Standing.RETRACTED) for one in claims]


@given(two_records(), decisions(), days)
def test_whatever_was_decided_and_taken_back_leaves_every_answer_of_before(claims, made, on):
    before = answer_for(family(*claims), "child", as_of=on)
    after = answer_for(family(*claims, *taken_back(made)), "child", as_of=on)
    assert after.relatives == before.relatives
    assert (after.stops, individuals(after)) == (before.stops, individuals(before))


@given(with_ties(), days)
def test_the_stop_of_one_record_stands_at_the_other(claims, on):
    asked = event("asked_not_to_be_contacted", "aunt-2", "2017-05-01", id_="asked")
    kept = (one for one in claims if getattr(one, "type", "") != "request_withdrawn")
    around = network(family(*kept, OTHER, SAME, asked), "child")
    assert "aunt" in standing_requests(around, on)


def relative(*claims, on="2018-01-01"):
    answered = answer_for(family(OTHER, *claims), "child", as_of=day(on))
    return next(one for one in answered.relatives if one.person.id == "aunt")


def test_a_death_a_detention_and_a_stop_of_a_possible_double_are_shown():
    believed = replace(SAME, basis=Basis.BELIEVED)
    for type_, status in (
        ("died", Status.DEAD),
        ("taken_to_camp", Status.HELD),
        ("asked_not_to_be_contacted", Status.ASKED),
    ):
        shown = relative(believed, event(type_, "aunt-2", "2017-05-01", id_="it"))
        assert [(one.id, one.status) for one in shown.may_be] == [("aunt-2", status)]
        assert shown.answer == relative(believed).answer


def test_a_child_is_found_by_either_of_its_records():
    claims = (person("child-2", name="Child"), tie("child-2", "same_as", "child"))
    assert network(family(*claims), "child-2").child.id == "child"


def warned(name: str, asked_name: str):
    """Whom the aunt may be, where a great-aunt of the other name asked not to be contacted."""
    records = family(
        person("aunt", name=name),
        person("other", name=asked_name),
        tie("other", "sibling_of", "granny"),
        event("called", "aunt", "2017", to="mother"),
        event("asked_not_to_be_contacted", "other", "2017-05", id_="request"),
    )
    found = answer_for(records, "child", as_of=day("2018-01-01")).relatives
    [aunt] = [one for one in found if one.person.id == "aunt"]
    return [one.id for one in aunt.may_be]


def test_names_of_vowels_alone_are_compared_too():
    assert warned("Aya", "Aia") == ["other"]
    assert warned("Aya", "Ua") == []


def test_a_word_of_vowels_beside_others_keeps_no_spelling_apart():
    assert warned("Ai Nur", "Nur") == ["other"]
    assert warned("Nur Aya", "Nur Aia") == ["other"]
