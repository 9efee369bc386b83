"""Of an authority that two families met, each export has what its own family's sources say."""

from graph.export.select.own_sources import left_behind, told_by_own
from tests.builders import event, family, person
from tests.export.families import MERIPET, records

NEAR = frozenset({"child", "mother", "aunt"})
OTHERS = person("ministry", kind="organisation", id="ministry@stranger", source="stranger")
LETTER = event("appeal_sent", "mother", "2017", others=(("addressee", "ministry"),))


def of_the_ministry(*claims, to_the_letter=False) -> list[str]:
    told = told_by_own(family(*claims, LETTER), NEAR, to_the_letter=to_the_letter)
    return [claim.source for claim in told.people if claim.about == "ministry"]


def test_another_familys_testimony_about_an_authority_stays_behind():
    own = person("ministry", kind="organisation")
    assert of_the_ministry(own, OTHERS) == ["testimony"]


def test_an_authority_that_only_another_family_describes_keeps_its_name():
    assert of_the_ministry(OTHERS) == ["testimony"]


def test_to_the_letter_no_claim_is_made_up_that_no_source_made():
    around = family(OTHERS, LETTER)
    assert told_by_own(around, NEAR, to_the_letter=True) == around
    assert left_behind([around], around) == ()


def test_how_many_claims_stay_behind_is_said_and_not_which():
    own = person("ministry", kind="organisation")
    around = family(own, OTHERS, LETTER)
    [said] = left_behind([around], told_by_own(around, NEAR, to_the_letter=True))
    assert "1" in said
    assert "stranger" not in said


def test_what_is_said_of_people_stays_whoever_says_it():
    around = family(person("aunt", id="aunt@stranger", source="stranger"))
    assert told_by_own(around, NEAR, to_the_letter=False) == around


def test_the_ministry_that_two_families_wrote_to_is_told_by_the_one_that_is_handed_over():
    near = frozenset({*MERIPET, "meripet", "turghun"})
    told = told_by_own(records(), near, to_the_letter=True)
    sources = {one.source for one in told.people if one.about == "turkish-foreign-ministry"}
    assert sources == {"t-meripet"}
