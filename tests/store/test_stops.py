"""The hard stop in the store: kept through every change, and a property of people."""

from dataclasses import replace

import pytest

from graph.errors import NothingToLift, UnknownPerson
from graph.record.model import Lift, Records
from graph.record.vocabulary import Basis, Scope, Stance, Standing
from graph.rule.answer import answer
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from tests.builders import SOURCE, day, event, family, person
from tests.store.dump import asked

CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")
REQUEST = event("asked_not_to_be_contacted", "aunt", "2017-05-01", id_="request", to="mother")
OF_ALL = event("asked_not_to_be_contacted", "neighbours", "2017-05-01", id_="request")
LIFT = Lift(person="aunt", on="2020-01-01", by="ana", why="she never asked")
ON = day("2017-06-01")


def load(store, *claims, superseded=None):
    records = claims[0] if isinstance(claims[0], Records) else family(*claims)
    report = store.load(records, IngestRun(id="run"), superseded)
    derive_calendars(store)
    return report


def stopped(server):
    rows = asked(server, "MATCH (p:Person) WHERE p.do_not_contact RETURN p.id AS id")
    return {row["id"] for row in rows}


def of(store, id_="aunt", on=ON):
    said = answer(store.around("child"), "child", as_of=on)
    return next(one for one in said.relatives if one.person.id == id_)


def retract(store, claim=REQUEST.id):
    found = store.retract(claim, by="ana", why="misread", on="2020-01-01")
    derive_calendars(store)
    return found


def superseding(old, **more):
    return replace(old, **{"id": f"{old.id}+new", "supersedes": old.id} | more)


def gone(claim):
    return replace(claim, standing=Standing.RETRACTED, retracted_by="ana")


MEMBER = person("aunt", sex="female", member_of=("neighbours",))
WAYS = {
    "retracted": retract,
    "replaced by a row of another type": lambda store: load(
        store, Records(events=(superseding(REQUEST, type="warned"),))
    ),
    "replaced by a row that was only planned": lambda store: load(
        store, Records(events=(superseding(REQUEST, basis=Basis.PLANNED),))
    ),
    "replaced by a row of somebody else": lambda store: load(
        store,
        Records(
            events=(superseding(REQUEST, people=event("called", "granny").people),),
        ),
    ),
    "replaced by a row of another event": lambda store: load(
        store, Records(events=(superseding(CALL, id="other@x", supersedes=REQUEST.id),))
    ),
    "disputed": lambda store: load(
        store, Records(events=(replace(REQUEST, id="request@other", stance=Stance.DISPUTES),))
    ),
    "its data set loaded again as retracted": lambda store: load(
        store, family(CALL, gone(REQUEST))
    ),
    "its person replaced": lambda store: load(
        store, Records(people=(superseding(person("aunt", sex="female"), name="Another"),))
    ),
    "the consent of its source taken back": lambda store: store.set_consent(SOURCE, "internal"),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_stop_stays_whatever_becomes_of_the_rows(way, store, neo4j_server):
    load(store, CALL, REQUEST)
    WAYS[way](store)
    assert "aunt" in stopped(neo4j_server)
    found = of(store)
    assert found.do_not_contact
    assert found.answer.left != "yes"
    assert found.claims


@pytest.mark.parametrize("way", ["retracted", "of some", "no member any more"])
def test_the_stop_of_a_group_stays_with_its_members(way, store, neo4j_server):
    load(store, CALL, OF_ALL)
    if way == "retracted":
        retract(store)
    elif way == "of some":
        load(store, Records(events=(superseding(OF_ALL, scope=Scope.SOME),)))
    else:
        load(store, Records(people=(superseding(MEMBER, member_of=()),)))
    assert {"aunt", "neighbours"} <= stopped(neo4j_server)
    assert of(store).do_not_contact


def test_a_request_that_came_in_as_retracted_is_a_stop(store, neo4j_server):
    report = load(store, CALL, gone(REQUEST))
    assert report.kept_requests == ("aunt",)
    assert stopped(neo4j_server) == {"aunt"}


def test_a_change_says_whose_request_it_takes_back(store):
    load(store, CALL, REQUEST)
    warned = Records(events=(superseding(REQUEST, type="warned"),))
    assert load(store, warned).kept_requests == ("aunt",)
    assert load(store, warned).kept_requests == ()
    assert retract(store, CALL.id).kept_requests == ()


def test_a_corrected_request_takes_nothing_back(store):
    load(store, CALL, REQUEST)
    corrected = Records(events=(superseding(REQUEST, words="never again"),))
    assert load(store, corrected).kept_requests == ()


def test_a_retracted_withdrawal_brings_the_stop_back(store, neo4j_server):
    withdrawal = event("request_withdrawn", "aunt", "2018-05-01", id_="w", ends="request")
    load(store, CALL, REQUEST, withdrawal)
    assert stopped(neo4j_server) == set()
    retract(store, withdrawal.id)
    assert stopped(neo4j_server) == {"aunt"}


def test_a_withdrawn_request_is_a_stop_until_its_day_and_a_mark_after_it(store, neo4j_server):
    withdrawal = event("request_withdrawn", "aunt", "2018-05-01", id_="w", ends="request")
    load(store, CALL, REQUEST, withdrawal)
    before, after = of(store, on=day("2018-04-30")), of(store, on=day("2018-05-01"))
    assert (bool(before.do_not_contact), before.taken_back) == (True, ())
    [mark] = after.taken_back
    assert (after.do_not_contact, mark.by, mark.withdrawal.id) == ((), "aunt", "w")
    [row] = asked(
        neo4j_server,
        "MATCH (p:Person {id: 'aunt'}) RETURN p.do_not_contact AS stop, "
        "toString(p.do_not_contact_until) AS until",
    )
    assert row == {"stop": False, "until": "2018-05-01"}


def test_a_lift_ends_the_stop_on_its_day_and_leaves_the_mark(store, neo4j_server):
    load(store, CALL, REQUEST)
    assert store.lift_requests(LIFT) == ("request",)
    derive_calendars(store)
    assert stopped(neo4j_server) == set()
    assert of(store, on=day("2019-12-31")).do_not_contact
    after = of(store, on=day("2020-01-01"))
    [mark] = after.taken_back
    assert (after.do_not_contact, mark.by, mark.why) == ((), "ana", "she never asked")
    assert after.answer.left == "unknown"


def test_a_request_that_was_retracted_and_lifted_leaves_every_day_and_keeps_the_mark(store):
    load(store, CALL, REQUEST)
    retract(store)
    store.lift_requests(LIFT)
    derive_calendars(store)
    found = of(store)
    assert (found.do_not_contact, found.answer.left) == ((), "yes")
    assert [one.why for one in found.taken_back] == ["she never asked"]


def test_a_lift_is_for_one_person_of_a_group(store, neo4j_server):
    load(store, CALL, OF_ALL)
    store.lift_requests(LIFT)
    assert stopped(neo4j_server) == {"neighbours"}


def test_a_new_claim_of_a_lifted_request_is_a_stop_again(store, neo4j_server):
    load(store, CALL, REQUEST)
    store.lift_requests(LIFT)
    load(store, Records(events=(replace(REQUEST, id="request@more"),)))
    assert stopped(neo4j_server) == {"aunt"}


def test_a_lift_stays_when_the_same_is_loaded_again(store, neo4j_server):
    load(store, CALL, REQUEST)
    store.lift_requests(LIFT)
    load(store, CALL, REQUEST)
    assert stopped(neo4j_server) == set()


def test_nothing_to_lift_and_nobody_are_said(store):
    load(store, CALL)
    with pytest.raises(NothingToLift, match="'aunt'"):
        store.lift_requests(LIFT)
    with pytest.raises(UnknownPerson, match="'nobody'"):
        store.lift_requests(replace(LIFT, person="nobody"))


def test_a_store_of_an_older_version_gets_the_property(store, neo4j_server):
    load(store, CALL, REQUEST)
    asked(neo4j_server, "MATCH (p:Person) REMOVE p.do_not_contact")
    derive_calendars(store)
    assert stopped(neo4j_server) == {"aunt"}
    free = "MATCH (p:Person) WHERE NOT p.do_not_contact RETURN count(p) AS many"
    assert asked(neo4j_server, free)[0]["many"] > 3


def test_the_property_is_no_part_of_the_hash(store, neo4j_server):
    load(store, CALL, REQUEST)
    before = store.graph_hash()
    asked(neo4j_server, "MATCH (p:Person) REMOVE p.do_not_contact")
    assert store.graph_hash() == before
