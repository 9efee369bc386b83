"""A course is kept once for all children for whom it holds, and goes when it holds for none."""

from datetime import date

import pytest

from graph.questions.asking import outdated
from graph.questions.library import question, values
from graph.rule.calendar import calendar
from graph.rule.network import network
from graph.store import IngestRun, calendars
from graph.store.database import Database
from graph.store.deriving import derive_calendars
from graph.store.queries import query
from tests.builders import event, family, person, tie, when
from tests.store.dump import asked
from tests.store.village import village

RUN = IngestRun(id="run", started="2026-01-01")
CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")
SISTER = (
    person("sister", born=when("2012").window),
    tie("mother", "parent_of", "sister"),
)
DAY = date(2017, 6, 1)
FORMER = """MATCH (p:KinthreadPerson)-[s:HAS_ANSWER]->(:KinthreadCourse)-[:TOWARDS]->(c)
CREATE (p)-[old:STANDS]->(c) SET old = properties(s), old.rule = '6'
WITH count(*) AS made MATCH (k:KinthreadCalendar) SET k.rule = '6'"""
"""How the version before kept the same."""
SHAPE = """RETURN COUNT { (:Course) } AS courses,
  COUNT { (:Person)-[:HAS_ANSWER]->(:Course) } AS answers,
  COUNT { (:Course)-[:TOWARDS]->(:Person) } AS towards,
  COUNT { ()-[:STANDS]->() } AS former,
  COUNT { (k:Course) WHERE NOT (k)-[:TOWARDS]->() OR NOT (k)<-[:HAS_ANSWER]-() } AS idle"""
TIED = """MATCH (k:Course)-[t:TOWARDS]->(c)
RETURN k.person AS person, c.id AS child, elementId(t) AS tie"""
KEPT = "MATCH (k:Course) RETURN elementId(k) AS id ORDER BY id"


def shape(server):
    """How many of each are kept, and how many of those hold for nobody."""
    [found] = asked(server, SHAPE)
    return found


def each_calendar(store):
    """Return each calendar as the rule gives it."""
    around = store.around_many(store.children())
    return {child: calendar(network(records, child)) for child, records in around}


@pytest.fixture
def former(store, neo4j_server):
    """A store as the version before left it: an interval for each child and relative."""
    store.load(village(40), RUN)
    derive_calendars(store)
    whole, expected = shape(neo4j_server), store.calendars(store.children())
    asked(neo4j_server, FORMER)
    asked(neo4j_server, "MATCH (k:KinthreadCourse) DETACH DELETE k")
    asked(neo4j_server, "DROP CONSTRAINT kinthread_courses")
    assert shape(neo4j_server)["former"] > whole["answers"]
    return whole, expected


def test_a_course_that_holds_for_a_brother_and_a_sister_is_kept_once(store, neo4j_server):
    store.load(family(CALL, *SISTER), RUN)
    derive_calendars(store)
    about = "MATCH (:Person {id: 'aunt'})-[:HAS_ANSWER]->(k)-[:TOWARDS]->(c) "
    [found] = asked(
        neo4j_server,
        f"{about} RETURN count(DISTINCT k) AS kept, collect(DISTINCT c.id) AS held",
    )
    assert (found["kept"], sorted(found["held"])) == (1, ["child", "sister"])
    assert store.calendars(["child", "sister"]) == each_calendar(store)


def test_children_for_whom_somebody_stands_otherwise_have_courses_of_their_own(
    store, neo4j_server
):
    """A talk with the child itself is contact, and is none of its sister's."""
    talk = event("called", "aunt", "2018-03-01", id_="talk", to="child")
    store.load(family(CALL, talk, *SISTER), RUN)
    derive_calendars(store)
    assert store.calendars(["child", "sister"]) == each_calendar(store)


def test_deriving_again_keeps_what_is_there_and_leaves_nothing_behind(store, neo4j_server):
    store.load(village(40), RUN)
    derive_calendars(store)
    whole = shape(neo4j_server)
    kept = asked(neo4j_server, KEPT)
    asked(neo4j_server, "MATCH (p:KinthreadPerson) SET p.stale = true")
    derive_calendars(store)
    assert shape(neo4j_server) == whole
    assert asked(neo4j_server, KEPT) == kept
    assert whole["idle"] == 0


def test_after_news_of_one_person_the_courses_of_all_others_stay_tied_as_they_were(
    store, neo4j_server
):
    other = event("called", "friend", "2016", id_="other", to="mother")
    store.load(family(CALL, other, *SISTER), RUN)
    derive_calendars(store)
    before = {(row["person"], row["child"]): row["tie"] for row in asked(neo4j_server, TIED)}
    lost = event("contact_lost", "aunt", "2018", id_="lost")
    store.load(family(lost, *SISTER), IngestRun(id="more"))
    derive_calendars(store)
    after = {(row["person"], row["child"]): row["tie"] for row in asked(neo4j_server, TIED)}
    assert after.keys() == before.keys() >= {("friend", "child"), ("aunt", "sister")}
    anew = {person for person, child in before if after[person, child] != before[person, child]}
    assert anew == {"aunt"}
    assert store.calendars(["child", "sister"]) == each_calendar(store)


def test_the_days_of_a_course_leave_out_nobody_who_is_left(store, neo4j_server):
    lost = event("contact_lost", "aunt", "2018", id_="lost")
    store.load(family(CALL, lost, *SISTER), RUN)
    derive_calendars(store)
    before = lifelines(store)
    asked(neo4j_server, "MATCH (k:KinthreadCourse) REMOVE k.left_from, k.left_until")
    assert before == lifelines(store), "a course of an older version has no days"
    assert [len(rows) for rows in before] == [0, 1, 1, 0]


def lifelines(store):
    """Who is left for a child, from a day before the call to one after the loss."""
    days = (date(2016, 1, 1), DAY, date(2017, 12, 31), date(2021, 1, 1))
    asking = question("lifelines").query
    return [store.read(asking, as_of=day, at_least=1) for day in days]


def test_a_course_that_holds_for_nobody_now_goes(store, neo4j_server):
    store.load(family(CALL), RUN)
    derive_calendars(store)
    before = asked(neo4j_server, "MATCH (k:Course {person: 'aunt'}) RETURN k.id AS id")
    store.retract("call@testimony", by="ana", why="", on="")
    derive_calendars(store)
    after = asked(neo4j_server, "MATCH (k:Course {person: 'aunt'}) RETURN k.id AS id")
    assert before
    assert not {row["id"] for row in before} & {row["id"] for row in after}
    assert shape(neo4j_server)["idle"] == 0


@pytest.mark.parametrize("most", [7, 5_000])
def test_a_store_of_an_older_version_ends_with_nothing_of_its_form(
    store, neo4j_server, former, monkeypatch, most
):
    whole, expected = former
    monkeypatch.setattr(calendars, "STAYS_AT_ONCE", most)
    taken, writing = [], Database.writing

    def counted(self, work, *named):
        found = writing(self, work, *named)
        taken.extend(row["removed"] for row in found or () if "removed" in row)
        return found

    monkeypatch.setattr(Database, "writing", counted)
    assert outdated(store)
    assert derive_calendars(store) == len(expected)
    found = shape(neo4j_server)
    assert found["former"] == found["idle"] == 0
    assert found["answers"] == whole["answers"]
    assert store.calendars(store.children()) == expected == each_calendar(store)
    assert not outdated(store)
    assert max(taken) <= most


def test_who_asked_is_said_while_a_store_of_an_older_version_is_derived(store, neo4j_server):
    """The board marks whoever is left and asked, also before the child's turn has come."""
    later = event("asked_not_to_be_contacted", "aunt", "2018", id_="request", to="mother")
    store.load(family(CALL, later), RUN)
    derive_calendars(store)
    asking = {"children": ["child"], "day": DAY}
    after = store.read(query("read/left_who_asked"), **asking)
    asked(neo4j_server, FORMER)
    asked(neo4j_server, "MATCH (k:KinthreadCourse) DETACH DELETE k")
    store.all_derived({})  # as where this child could not be derived
    assert store.read(query("read/left_who_asked"), **asking) == after
    assert after
    derive_calendars(store)
    assert store.read(query("read/left_who_asked"), **asking) == after
    assert shape(neo4j_server)["former"] == 0


@pytest.mark.parametrize("most", [1, 5_000])
def test_a_derive_that_is_broken_off_anywhere_and_run_again_ends_the_same(
    store, neo4j_server, former, monkeypatch, most
):
    whole, expected = former
    monkeypatch.setattr(calendars, "STAYS_AT_ONCE", most)
    writing, begun = Database.writing, 0

    def torn(self, work, *named):
        nonlocal begun
        begun += 1
        if begun % 5 == 0:
            raise KeyboardInterrupt
        return writing(self, work, *named)

    broken = 0
    with monkeypatch.context() as breaking:
        breaking.setattr(Database, "writing", torn)
        for _ in range(12):
            try:
                derive_calendars(store)
            except KeyboardInterrupt:
                broken += 1
    assert broken
    derive_calendars(store)
    assert store.calendars(store.children()) == expected
    found = shape(neo4j_server)
    assert found["former"] == found["idle"] == 0
    assert most == 1 or found == whole


def test_whoever_has_more_stays_than_a_transaction_holds_has_several_courses(
    store, neo4j_server, monkeypatch
):
    monkeypatch.setattr(calendars, "STAYS_AT_ONCE", 1)
    store.load(family(CALL), RUN)
    derive_calendars(store)
    found = shape(neo4j_server)
    assert found["courses"] == found["answers"] == found["towards"]
    assert store.calendars(["child"]) == each_calendar(store)
    asks = question("who_is_left")
    rows = store.read(asks.query, **values(asks, {"child": "child"}, DAY))
    assert len(rows) == len({row["person_id"] for row in rows})
