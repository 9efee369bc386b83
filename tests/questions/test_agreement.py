"""Where Python answers the same question, the library gives the same answer."""

from datetime import date

import pytest

from graph.facts.adding_up import Sureness
from graph.kinship import Kin, KinTie
from graph.questions.asking import ask, told_until
from graph.questions.library import question
from graph.record.vocabulary import ThreadState
from graph.rule.answer import answer
from graph.rule.network import adult_since, network

DAYS = ["2013-06-01", "2016-12-31", "2017-09-15", "2018-05-15", "2019-05-01", "2021-12-31"]


@pytest.fixture(scope="module")
def networks(loaded):
    """Everybody for whom the question may be asked, with what is around them."""
    return {
        child: network(records, child)
        for child, records in loaded.around_many(loaded.children())
    }


@pytest.fixture(scope="module")
def answers(loaded):
    """The rule's answers for a day, worked out once."""
    kept = {}

    def on(day: str):
        if day not in kept:
            kept[day] = {
                child: answer(records, child, as_of=date.fromisoformat(day))
                for child, records in loaded.around_many(loaded.children())
            }
        return kept[day]

    return on


@pytest.fixture(scope="module")
def listed(loaded):
    """The library's rows for every child on a day, asked for once."""
    kept = {}

    def on(day: str):
        if day not in kept:
            given = {"as_of": day}
            calendars = loaded.calendars(loaded.children())
            kept[day] = {
                child: ask(loaded, question("who_is_left"), given | {"child": child})
                for child, one in calendars.items()
                if one.listings  # nobody else is asked about
            }
        return kept[day]

    return on


@pytest.mark.parametrize("day", DAYS)
def test_who_is_left_is_what_the_rule_says_for_every_child(answers, listed, day):
    compared = 0
    for child, rows in listed(day).items():
        said = answers(day)[child]
        by_rule = {r.person.id: (r.answer.left, r.answer.status) for r in said.relatives}
        counts = dict.fromkeys(said.counts(), 0)
        for row in rows.rows:
            counts[row["left"]] += row["people"]
            if row["person_id"] is not None:
                assert by_rule[row["person_id"]] == (row["left"], row["status"])
                compared += 1
        assert counts == said.counts(), child
    assert compared > 100


@pytest.mark.parametrize("day", DAYS)
def test_the_stop_is_on_whom_the_rule_puts_it(answers, listed, day):
    stopped = 0
    for child, rows in listed(day).items():
        marked = {person for stop in rows.stops for person in stop}
        relatives = answers(day)[child].relatives
        assert marked == {r.person.id for r in relatives if r.do_not_contact}, child
        stopped += len(marked)
    assert stopped > 5


@pytest.mark.parametrize("day", DAYS)
def test_nobody_left_is_the_thread_none(answers, told, day):
    expected = {
        child
        for child, said in answers(day).items()
        if said.board.listed and said.thread.state is ThreadState.NONE
    }
    assert {child for (child,) in told("nobody_left", "child_id", as_of=day)} == expected


@pytest.mark.parametrize("day", DAYS)
def test_one_left_is_the_thread_one_with_the_losses_in_their_order(answers, told, day):
    expected = {
        child: (said.thread.person, list(said.thread.lost))
        for child, said in answers(day).items()
        if said.board.listed and said.thread.state is ThreadState.ONE
    }
    found = {}
    for child, person, cut in told("one_left", "child_id person_id cut_id", as_of=day):
        found.setdefault(child, (person, []))[1].extend([cut] if cut else [])
    assert found == expected


@pytest.mark.parametrize("day", DAYS)
def test_siblings_abroad_are_those_of_the_rule(answers, told, day):
    expected = {
        (child, relative.person.id)
        for child, said in answers(day).items()
        if said.board.listed
        for relative in said.relatives
        if relative.answer.left == "abroad" and relative.person.id in said.network.siblings
    }
    assert set(told("siblings_abroad", "child_id sibling_id", as_of=day)) == expected


@pytest.mark.parametrize("day", DAYS)
def test_lifelines_are_left_for_the_same_children(answers, told, day):
    expected = {}
    for child, said in sorted(answers(day).items()):
        for relative in said.relatives if said.board.listed else ():
            if relative.answer.left in ("yes", "possibly"):
                lists = expected.setdefault(relative.person.id, {"yes": [], "possibly": []})
                lists[relative.answer.left.value].append(child)
    several = {
        (person, tuple(x["yes"]), tuple(x["possibly"]))
        for person, x in expected.items()
        if len(x["yes"]) + len(x["possibly"]) > 1
    }
    found = told("lifelines", "person_id left_for possibly_for", as_of=day)
    assert {(person, tuple(yes), tuple(maybe)) for person, yes, maybe in found} == several


def test_the_days_are_days_on_which_there_is_something_to_compare(answers):
    threads = [said.thread.state for day in DAYS for said in answers(day).values()]
    assert {ThreadState.NONE, ThreadState.ONE, ThreadState.MANY} <= set(threads)


def test_relatives_have_the_degree_that_kinship_counts(networks, told):
    compared = 0
    for child, around in networks.items():
        ties = [
            KinTie(
                person=tie.person,
                kind=tie.kind.value,
                relative=tie.relative,
                qualifier=tie.qualifier,
                term=tie.term,
            )
            for tie in around.facts.ties
            if tie.kind in ("parent_of", "sibling_of") and tie.exists is Sureness.CERTAIN
        ]
        kin = Kin(ties, {one.id: one.sex for one in around.facts.people.values()})
        expected = {id_: relation.degree for id_, relation in kin.within(child, 5).items()}
        rows = told("relatives", "person_id degree sides kin", child=child)
        found = [row[:3] for row in rows if row[3] == "certainly"]
        assert {person: degree for person, degree, _ in found} == expected, child
        for person, _, sides in found:
            side = kin.relation(child, person).side
            assert not side or side in sides, (child, person)
        compared += len(found)
    assert compared > 300


def test_a_father_by_adoption_whose_fatherhood_by_birth_is_denied_is_certainly_kin(told):
    rows = told("relatives", "person_id kinds kin", child="tumarsha")
    assert ("qorvan", ["adoptive"], "certainly") in rows


def test_a_child_turns_18_on_the_day_from_which_the_board_says_so(networks, told):
    found = []
    for day in ("2016-01-01", "2018-05-01", "2021-12-31"):
        for child, latest in told("turning_18", "child_id latest", as_of=day, months="240"):
            assert latest == adult_since(networks[child].child).isoformat()
            found.append(child)
    assert "kubratsh" in found, "born on 29 February"
    assert len(found) > 20


def test_a_day_that_is_not_given_is_the_last_one_that_the_sources_speak_of(loaded, answered):
    assert answered("nobody_left").params["as_of"] == told_until(loaded) == date(2021, 12, 31)
