"""On many generated families the library and the rule in Python give the same answers.

A fixed slice of them in a run by hand; all 1,000 in `.ci/run` (AGREEMENT_FAMILIES=1000).
"""

import os
from collections import Counter
from datetime import date

import pytest

from graph.facts.adding_up import Sureness
from graph.kinship import Kin, KinTie
from graph.questions.library import question
from graph.record.vocabulary import ThreadState
from graph.rule.answer import answer
from graph.rule.calendar import calendar
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from tests.questions.small_families import small_families

FAMILIES = int(os.environ.get("AGREEMENT_FAMILIES", "40"))
DAYS = [
    date.fromisoformat(day) for day in ("2016-07-01", "2017-10-15", "2018-05-15", "2020-01-01")
]


@pytest.fixture(scope="module")
def told(open_store):
    """A store that was loaded in one go."""
    open_store.clear()
    open_store.prepare()
    open_store.load(small_families(FAMILIES), IngestRun(id="small"))
    derive_calendars(open_store)
    return open_store


@pytest.fixture(scope="module")
def answers(told):
    """The rule's answer for each child, on one of the days in turn; and what is around them."""
    found = {}
    for nth, (child, records) in enumerate(told.around_many(sorted(told.children()))):
        found[child] = answer(records, child, as_of=DAYS[nth % len(DAYS)])
    assert len(found) >= FAMILIES
    return found


def test_who_is_left_is_what_the_rule_says(told, answers):
    """Of children who are on the board of some day; of the others it says nothing."""
    asked, seen = question("who_is_left").query, Counter()
    for child, said in answers.items():
        if not calendar(said.network).listings:
            assert told.read(asked, child=child, as_of=said.as_of) == []
            seen["nobody asks"] += 1
            continue
        by_rule = {r.person.id: (r.answer.left, r.answer.status) for r in said.relatives}
        counts = dict.fromkeys(said.counts(), 0)
        for row in told.read(asked, child=child, as_of=said.as_of):
            counts[row["left"]] += row["people"]
            if row["person_id"] is not None:
                assert by_rule[row["person_id"]] == (row["left"], row["status"]), (child, row)
                seen[row["left"]] += 1
        assert counts == said.counts(), child
    assert seen.keys() == {"yes", "possibly", "no", "unknown", "abroad", "nobody asks"}


def test_nobody_left_is_the_thread_none(told, answers):
    asked, seen = question("nobody_left").query, Counter()
    for day in DAYS:
        rows = {row["child_id"] for row in told.read(asked, as_of=day)}
        for child, said in answers.items():
            if said.as_of == day:
                nobody = said.board.listed and said.thread.state is ThreadState.NONE
                assert (child in rows) is nobody, child
                seen[nobody] += 1
    assert min(seen[True], seen[False]) > FAMILIES / 10


def test_one_left_is_the_thread_one_with_the_losses_in_their_order(told, answers):
    asked, seen = question("one_left").query, 0
    for day in DAYS:
        found: dict[str, tuple[str, list[str]]] = {}
        for row in told.read(asked, as_of=day):
            kept = found.setdefault(row["child_id"], (row["person_id"], []))
            kept[1].extend([row["cut_id"]] if row["cut_id"] else [])
        for child, said in answers.items():
            if said.as_of == day:
                one = said.board.listed and said.thread.state is ThreadState.ONE
                expected = (said.thread.person, list(said.thread.lost)) if one else None
                assert found.get(child) == expected, child
                seen += one
    assert seen > FAMILIES / 20


def test_relatives_have_the_degree_and_the_side_that_kinship_counts(told, answers):
    asked, compared, possibly = question("relatives").query, 0, 0
    for child in [one for one in answers if one.endswith("child0")]:
        around = answers[child].network
        certain = around_ties(around, Sureness.CERTAIN)
        kin = {"certainly": kin_over(around, certain)}
        kin["possibly"] = kin_over(around, around_ties(around, Sureness.MAYBE))
        expected = {
            id_: (relation.degree, sure)
            for sure in ("possibly", "certainly")
            for id_, relation in kin[sure].within(child, 5).items()
        }
        rows = told.read(asked, child=child, max_degree=5)
        found = {row["person_id"]: (row["degree"], row["kin"]) for row in rows}
        assert found == expected, child
        possibly += sum(sure == "possibly" for _, sure in found.values())
        for row in rows:
            side = kin[row["kin"]].relation(child, row["person_id"]).side
            assert not side or side in row["sides"], (child, row)
        compared += len(rows)
    assert compared > 3 * FAMILIES
    assert possibly > FAMILIES / 5


def around_ties(around, least):
    return [
        KinTie(person=t.person, kind=t.kind.value, relative=t.relative, qualifier=t.qualifier)
        for t in around.facts.ties
        if t.kind in ("parent_of", "sibling_of") and t.exists >= least
    ]


def kin_over(around, ties):
    return Kin(ties, {one.id: one.sex for one in around.facts.people.values()})


def test_the_network_around_a_child_is_its_own_family(answers):
    assert all(
        id_.partition("-")[0] == child.partition("-")[0]
        for child, said in answers.items()
        for id_ in network_ids(said)
    )


def network_ids(said):
    return {relative.person.id for relative in said.relatives}
