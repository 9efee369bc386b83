"""Who is within reach of a child, and who is not."""

import pytest

from graph.facts.adding_up import Sureness
from graph.record.vocabulary import Stance
from graph.rule.answer import answer
from graph.rule.network import network
from graph.words.wording import CARE_WORDS
from tests.builders import day, event, family, person, tie, when


def reached(*claims):
    return network(family(*claims), "child").reached


def test_kin_caregivers_friends_of_kin_are_within_reach():
    found = reached(
        person("nanny"),
        tie("nanny", "cares_for", "child"),
    )
    assert {"mother", "father", "aunt", "granny", "friend", "nanny"} <= found.keys()
    assert found["nanny"].relation == "caregiver of the child"
    assert found["friend"].relation == "mother's friend"


def test_who_is_stated_as_of_both_parents_is_told_so():
    found = reached(
        person("families", kind="group"),
        tie("families", "kin_of", "mother", term="family"),
        tie("families", "kin_of", "father", term="family"),
    )
    assert found["families"].relation == "father's family and mother's family"


def test_the_child_is_not_within_its_own_reach():
    assert "child" not in reached()


def test_an_organisation_never_is():
    claims = [
        person("police", kind="organisation"),
        event("harassed", "mother", "2011", others=(("responsible", "police"),)),
    ]
    assert "police" not in reached(*claims)


def test_who_takes_part_in_an_event_of_kin_is_within_reach():
    found = reached(person("stranger"), event("called", "stranger", "2017", to="mother"))
    assert found["stranger"].relation == "recorded with mother"


def test_reach_goes_one_step_beyond_kin_and_no_more():
    found = reached(
        person("stranger"),
        person("further"),
        event("called", "stranger", "2017", to="mother"),
        event("called", "further", "2017", to="stranger"),
        tie("further", "knows", "friend", term="friend"),
    )
    assert "stranger" in found
    assert "further" not in found


def test_a_group_is_within_reach_as_someone_of_them():
    assert "neighbours" in reached(event("called", "neighbours", "2017", to="mother"))


def test_kin_beyond_the_degree_are_left_out():
    chain = [person(f"p{n}") for n in range(1, 7)]
    ties = [tie("p1", "parent_of", "granny")]
    ties += [tie(f"p{n + 1}", "parent_of", f"p{n}") for n in range(1, 6)]
    found = reached(*chain, *ties)
    assert "p3" in found
    assert "p4" not in found


def test_a_marriage_at_the_far_end_is_free():
    found = reached(person("uncle"), tie("uncle", "spouse_of", "aunt"))
    assert (found["uncle"].degree, found["uncle"].kin) == (3, True)


def test_a_stated_cousin_of_the_mother_is_the_fifth_degree():
    found = reached(person("cousin"), tie("cousin", "kin_of", "mother", term="cousin"))
    assert (found["cousin"].degree, found["cousin"].relation) == (5, "mother's cousin")


UNCLE = (person("uncle", sex="male"), tie("uncle", "sibling_of", "mother", basis="believed"))


def relation(who: str, *claims) -> tuple[str, bool, Sureness]:
    found = reached(*claims)[who]
    return found.relation, found.kin, found.sure


def test_kin_over_a_believed_tie_is_possibly_so():
    assert relation("uncle", *UNCLE) == ("possibly mother's brother", True, Sureness.MAYBE)


def test_kin_over_a_disputed_tie_is_possibly_so_and_all_beyond_it():
    denied = tie("granny", "parent_of", "mother", id="denied", stance=Stance.DISPUTES)
    assert relation("granny", denied)[0] == "possibly mother's mother"
    assert relation("aunt", denied)[0] == "possibly mother's sister"
    assert relation("mother", denied) == ("mother", True, Sureness.CERTAIN)


def test_over_a_certain_and_a_doubtful_tie_the_certain_one_counts():
    stated = tie("uncle", "kin_of", "father", term="cousin")
    assert relation("uncle", *UNCLE, stated) == ("father's cousin", True, Sureness.CERTAIN)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (tie("nanny", "cares_for", "child", basis="believed"), "caregiver of the child"),
        (tie("nanny", "lives_with", "child", basis="believed"), "in the child's household"),
        (tie("nanny", "knows", "mother", basis="believed", term="friend"), "mother's friend"),
        (
            event("care_began", "nanny", "2017", to="child", basis="believed"),
            "caregiver of the child",
        ),
        (tie("nanny", "knows", "uncle", term="friend"), "mother's brother's friend"),
    ],
)
def test_care_household_and_acquaintance_have_their_doubt_too(claim, said):
    assert relation("nanny", *UNCLE, person("nanny"), claim) == (
        f"possibly {said}",
        False,
        Sureness.MAYBE,
    )


def test_who_is_recorded_with_certain_and_possible_kin_is_recorded_with_the_certain():
    with_both = event("called", "stranger", "2017", to="uncle mother")
    assert relation("stranger", *UNCLE, person("stranger"), with_both)[0] == (
        "recorded with mother"
    )


def test_care_that_every_source_retracts_brings_nobody_near():
    began = event("care_began", "nanny", "2017", to="child", standing="retracted")
    assert "nanny" not in reached(person("nanny"), began)


@pytest.mark.parametrize(
    ("claims", "on", "care"),
    [
        ([tie("nanny", "cares_for", "child")], "2018-01-01", "caregiver"),
        (
            [tie("nanny", "cares_for", "child", basis="believed")],
            "2018-01-01",
            "possibly caregiver",
        ),
        (
            [tie("nanny", "cares_for", "child", basis="believed", until=when("2017"))],
            "2018-01-01",
            "possibly former",
        ),
        (
            [
                tie("nanny", "cares_for", "child", basis="believed"),
                event("died", "nanny", "2017"),
            ],
            "2018-01-01",
            "possibly former",
        ),
        ([event("visited", "nanny", "2017", to="child")], "2018-01-01", "visited"),
        (
            [event("visited", "nanny", "2017", to="child", basis="believed")],
            "2018-01-01",
            "possibly visited",
        ),
        ([event("visited", "nanny", "2017", to="child")], "2017-06-01", "possibly visited"),
        (
            [event("care_declined", "nanny", "2017", to="child", basis="believed")],
            "2018-01-01",
            "possibly declined",
        ),
    ],
)
def test_care_that_is_doubtful_is_said_as_possible(claims, on, care):
    said = answer(family(person("nanny"), *claims), "child", as_of=day(on))
    [nanny] = [one for one in said.relatives if one.person.id == "nanny"]
    assert nanny.care == care
    assert CARE_WORDS[nanny.care]


def test_who_brought_word_of_an_event_of_kin_is_within_reach():
    news = event("interrogated", "aunt", "2017", relayed_by=("neighbour",))
    assert "neighbour" in reached(person("neighbour"), news)
