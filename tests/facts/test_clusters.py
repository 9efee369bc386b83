"""Which records are of one person: joined where certain, only possible where contradicted."""

import pytest

from graph.facts.adding_up import facts, people
from graph.facts.clusters import clusters
from graph.record.dates import edtf_window
from graph.record.model import Records
from graph.record.vocabulary import Basis, Stance, Standing
from tests.builders import person, tie

PEOPLE = (person("amina"), person("amina-2"), person("amina-3"))


def joined(*claims, people=PEOPLE):
    return clusters(Records(people=people, ties=claims))


def same(one, other, **more):
    return tie(one, "same_as", other, **more)


def test_stated_sameness_joins_and_the_first_id_names_the_cluster():
    found = joined(same("amina-2", "amina"), same("amina-3", "amina-2"))
    assert {found.of(one.about) for one in PEOPLE} == {"amina"}
    assert found.ids("amina-3") == ("amina", "amina-2", "amina-3")


def test_records_that_nobody_speaks_of_stay_alone():
    found = joined(same("amina-2", "amina"))
    assert found.of("amina-3") == "amina-3"
    assert found.ids("amina-3") == ("amina-3",)


@pytest.mark.parametrize(
    "claims",
    [
        [same("amina-2", "amina", basis=Basis.BELIEVED)],
        [
            same("amina-2", "amina"),
            same("amina-2", "amina", id="denied", stance=Stance.DISPUTES),
        ],
        [same("amina-2", "amina"), tie("amina", "not_same_as", "amina-2")],
    ],
    ids=["believed", "disputed", "denied by another tie"],
)
def test_doubtful_sameness_joins_nothing_and_is_possible(claims):
    found = joined(*claims)
    assert not found.first
    assert found.doubles("amina") == ("amina-2",)


def test_a_denial_anywhere_in_a_cluster_leaves_all_of_it_possible():
    found = joined(
        same("amina-2", "amina"),
        same("amina-3", "amina-2"),
        tie("amina", "not_same_as", "amina-3"),
    )
    assert not found.first
    assert found.doubles("amina-2") == ("amina", "amina-3")


def test_a_man_and_a_woman_are_never_joined():
    people = (person("amina", sex="female"), person("amina-2", sex="male"))
    found = joined(same("amina-2", "amina"), people=people)
    assert not found.first
    assert found.doubles("amina") == ("amina-2",)


def test_sameness_that_was_taken_back_is_as_if_it_had_never_been():
    assert joined(same("amina-2", "amina", standing=Standing.RETRACTED)) == joined()


def test_a_person_of_two_records_has_all_their_names_claims_and_ids():
    records = Records(
        people=(person("amina"), person("amina-2", name="Amine")),
        ties=(same("amina-2", "amina"), tie("amina-2", "parent_of", "child")),
    )
    added_up = facts(records)
    amina = added_up.people["amina"]
    assert set(added_up.people) == {"amina"}
    assert (amina.name, amina.other_names, amina.other_ids) == (
        "Amina",
        ("Amine",),
        ("amina-2",),
    )
    assert [(one.person, one.relative) for one in added_up.ties] == [("amina", "child")]


def test_a_record_that_says_no_birth_leaves_open_only_what_the_others_do():
    claims = [
        person("child", born=edtf_window("2012"), id="child@one"),
        person("child", born=edtf_window("2014"), id="child@two"),
        person("child", id="child@three"),
    ]
    both = people(claims[:2])["child"].born
    assert people(claims)["child"].born == both == edtf_window("2012") | edtf_window("2014")
