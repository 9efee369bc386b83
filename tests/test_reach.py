"""Who is within reach of a child, and who is not."""

from graph.rule.network import network
from tests.builders import event, family, person, tie


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
