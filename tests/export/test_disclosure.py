"""What an export gives away although it names nobody."""

from dataclasses import replace
from datetime import date

import pytest

from graph.export.audiences import rules
from graph.export.check.disclosure import UNCOUNTED, Looked, disclose, in_one_file
from graph.export.check.finding import Danger, instead
from graph.export.check.lookalikes import FamilyShape, alike, shape
from graph.export.package import Audience
from graph.record.dates import Window
from graph.record.model import Place, Source
from graph.rule.answer import answer
from tests.builders import event, family
from tests.builders import when as said

DAY = date(2018, 12, 31)
PLACES = {
    place.id: place
    for place in (
        Place(id="land", name="Land", kind="country"),
        Place(id="west", name="West", kind="region", part_of="land"),
        Place(id="town", name="Town", kind="town", part_of="west"),
        Place(id="city", name="City", kind="town", part_of="west"),
    )
}


def one(name: str, *, born=(2010,), home="town", host="faraway", left=2012) -> FamilyShape:
    """A family of the store; each says only what differs."""
    return FamilyShape(
        children=tuple(f"{name}-{number}" for number, _ in enumerate(born)),
        born=tuple(Window(date(year, 1, 1), date(year, 12, 31)) for year in born),
        hosts=(host,),
        homes=(home,),
        left=(date(left, 1, 1),),
    )


def count(families, audience="briefing"):
    return len(alike(["a-0"], families, rules(Audience(audience)), PLACES, DAY))


def test_families_of_one_shape_are_counted_the_one_among_them():
    assert count([one("a"), one("b"), one("c", born=(2010, 2012))]) == 2


@pytest.mark.parametrize(
    "other",
    [one("b", host="elsewhere"), one("b", born=(2003,)), one("b", born=(2010, 2011))],
    ids=["host", "age", "number"],
)
def test_another_host_age_or_number_is_another_shape(other):
    assert count([one("a"), other]) == 1


def test_a_coarser_audience_sees_fewer_differences():
    families = [one("a"), one("b", home="city", left=2013)]
    assert count(families, "partner") == 1
    assert count(families, "public") == 2


def test_the_shape_is_as_coarse_as_what_appears():
    seen = shape(one("a"), rules(Audience.BRIEFING), PLACES, DAY)
    assert (seen.ages, seen.homes, seen.left) == (("5 to 9 years old",), ("west",), ("2012",))


def looked(*claims, audience="briefing", families=(), as_of=DAY) -> Looked:
    records = family(*claims)
    return Looked(
        audience=Audience(audience),
        records=records,
        answers=[answer(records, "child", as_of=as_of)],
        carried=frozenset(claim.id for claim in records.claims()),
        families=list(families),
        as_of=as_of,
    )


def alike_ones(many: int) -> list[FamilyShape]:
    return [
        FamilyShape(children=("child",), born=(said("2010").window,)),
        *(
            FamilyShape(children=(f"c{n}",), born=(said("2010").window,))
            for n in range(many - 1)
        ),
    ]


def test_fewer_than_five_families_alike_refuse_a_briefing_and_five_do_not():
    assert disclose(looked(families=alike_ones(4))).refused
    assert not disclose(looked(families=alike_ones(5))).refused


def test_what_would_pass_is_offered():
    ages = [FamilyShape(children=("child",), born=(said("2010").window,))]
    ages += [FamilyShape(children=(f"c{n}",), born=(said("2006").window,)) for n in range(4)]
    found = disclose(looked(families=ages))
    assert found.refused
    assert instead(found.findings) == ("The audience public: 5 families would look the same.",)


def test_partners_are_told_and_not_refused():
    found = disclose(looked(audience="partner", families=alike_ones(1)))
    assert not found.refused
    assert "Only this family of the store looks like this" in found.noted[0]


def test_whoever_alone_can_have_told_something_is_named():
    held = event("taken_to_camp", "granny", "2017", relayed_by=("aunt",))
    found = disclose(looked(held, families=alike_ones(5)))
    assert (
        "Aunt is the only one in the country of risk who can have reported 1 statement"
        in (found.refused[0])
    )


def test_two_who_can_have_told_it_cover_each_other():
    held = event("taken_to_camp", "granny", "2017", relayed_by=("aunt", "friend"))
    assert not disclose(looked(held, families=alike_ones(5))).refused


def test_whom_a_statement_endangers_is_said_with_why():
    call = event("called", "aunt", "2018-01", to="mother")
    found = disclose(looked(call, families=alike_ones(5)))
    assert "Aunt spoke with somebody abroad (1 statement)." in found.noted


def test_a_name_that_is_found_has_the_stop_behind_it():
    call = event("called", "aunt", "2018-01", to="mother")
    asked = event("asked_not_to_be_contacted", "aunt", "2018-02")
    found = disclose(looked(call, asked, families=alike_ones(5))).noted
    about = [line for line in found if "Aunt" in line]
    assert len(about) == 2
    assert all(line.startswith("Aunt (asked not to be contacted) ") for line in about)


def test_what_refuses_stands_under_its_danger_with_why_and_what_would_pass():
    held = event("taken_to_camp", "granny", "2017", relayed_by=("aunt",))
    lines = disclose(looked(held, families=alike_ones(5))).lines()
    at = lines.index(f"{Danger.SPOKE} {Danger.SPOKE.why}")
    assert lines[at + 1].startswith("  Refused: Aunt is the only one")
    assert lines[at + 2].startswith(
        "  What would pass instead: A file in which nothing is known"
    )


def test_the_dead_and_those_abroad_are_in_no_danger():
    call = event("called", "aunt", "2018-01", to="mother")
    death = event("died", "aunt", "2018-02")
    assert not any("Aunt" in line for line in disclose(looked(call, death)).noted)


def test_a_published_source_that_is_cited_is_pointed_out():
    report = Source(id="report", title="A report", publisher="Somebody")
    call = event("called", "aunt", "2018", to="mother", source="report")
    assert any("A report is published" in line for line in disclose(looked(report, call)).noted)


def test_internal_is_not_looked_at():
    assert disclose(looked(audience="internal")) == disclose(looked(audience="internal"))
    assert not disclose(looked(audience="internal")).noted


def people_alone(*claims, audience="briefing", families=(), people=("aunt",)) -> Looked:
    """Grown people who were selected by themselves: no child's answer is at hand."""
    return replace(
        looked(*claims, audience=audience, families=families),
        answers=[],
        people=frozenset(people),
    )


def test_people_selected_without_a_child_are_checked_by_the_families_they_belong_to():
    few = disclose(people_alone(families=alike_ones(4)))
    assert "4 families of the store look like this" in few.refused[0]
    assert not disclose(people_alone(families=alike_ones(5))).refused


@pytest.mark.parametrize("audience", ["briefing", "public"])
def test_where_no_family_can_be_counted_it_is_refused(audience):
    assert disclose(people_alone(audience=audience)).refused == (UNCOUNTED,)
    assert UNCOUNTED in disclose(looked(audience=audience)).refused


def test_partners_are_told_that_nothing_can_be_counted():
    found = disclose(people_alone(audience="partner"))
    assert (found.refused, UNCOUNTED in found.noted) == ((), True)


def test_who_alone_can_have_told_it_is_named_without_a_child_too():
    held = event("taken_to_camp", "granny", "2017", relayed_by=("aunt",))
    found = disclose(people_alone(held, families=alike_ones(5)))
    assert "Aunt is the only one in the country of risk" in found.refused[0]


def test_whoever_was_selected_alone_may_be_endangered_themselves():
    call = event("called", "aunt", "2018-01", to="mother")
    found = disclose(people_alone(call, families=alike_ones(5)))
    assert "Aunt spoke with somebody abroad (1 statement)." in found.noted


def test_a_stranger_beside_a_child_is_checked_for_themselves():
    """Whom no tie leads to a family is not covered by that of the child."""
    found = disclose(
        replace(looked(families=alike_ones(5)), people=frozenset({"child", "stranger"}))
    )
    assert found.refused == (UNCOUNTED,)


def test_unrelated_families_in_one_file_are_said_and_those_who_are_related_are_not():
    records = family()
    [said_so] = in_one_file(Audience.PARTNER, records, ["child", "stranger"]).noted
    assert "2 families that are not recorded as related" in said_so
    assert not in_one_file(Audience.PARTNER, records, ["child", "aunt"]).noted
    assert not in_one_file(Audience.INTERNAL, records, ["child", "stranger"]).noted
