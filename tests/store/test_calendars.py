from dataclasses import replace
from datetime import date

import pytest
from neo4j import GraphDatabase

from graph.record.model import Records, Source, TieClaim
from graph.record.vocabulary import Left, TieKind
from graph.rule.calendar import calendar
from graph.rule.left import RULE_VERSION
from graph.rule.network import network
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from tests.builders import SOURCE, event, family, person, tie, when
from tests.store.village import village

CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")


def derived(store):
    """Derive what is due, and return for whom."""
    due = [*store.stale_children(RULE_VERSION)]
    derive_calendars(store)
    return due


def load(store, records, run="run"):
    store.load(records, IngestRun(id=run))


def test_a_calendar_is_read_back_as_it_was_derived(store):
    records = family(CALL)
    load(store, records)
    derived(store)
    assert store.calendars(["child"]) == {"child": calendar(network(records, "child"))}


def test_after_a_load_every_child_near_it_is_due_and_then_none(store):
    load(store, family(CALL))
    assert derived(store) == ["child"]
    assert [*store.stale_children(RULE_VERSION)] == []


def test_a_change_concerns_the_children_near_it_alone(store):
    load(store, village(60, seed=1), "one")
    load(store, village(60, seed=2), "two")
    assert len(derived(store)) > 20
    again = event("called", "v1-0-p0", "2018", source="v1-0-told")
    load(store, Records(events=(again,)), "more")
    due = [*store.stale_children(RULE_VERSION)]
    assert due
    assert all(child.startswith("v1-0-") for child in due)


def test_a_retraction_makes_the_calendar_due(store):
    load(store, family(CALL))
    derived(store)
    store.retract("call@testimony", by="ana", why="", on="")
    assert derived(store) == ["child"]
    [found] = store.calendars(["child"]).values()
    assert {stay.left for stay in found.stays if stay.person == "aunt"} <= {Left.UNKNOWN}


def test_whoever_is_killed_half_way_goes_on_with_the_rest(store):
    load(store, village(60))
    due = [*store.stale_children(RULE_VERSION)]
    first = due[: len(due) // 2]
    store.save_calendars(
        calendar(network(records, child)) for child, records in store.around_many(first)
    )
    assert [*store.stale_children(RULE_VERSION)] == due[len(due) // 2 :]


def test_another_version_of_the_rule_makes_every_calendar_due(store):
    load(store, family(CALL))
    derived(store)
    assert [*store.stale_children("another")] == ["child"]


def test_a_new_group_member_is_reached_by_what_is_said_of_the_group(store):
    load(store, family(CALL))
    derived(store)
    lost = event("contact_lost", "neighbours", "2018", id_="lost")
    load(store, family(CALL, lost), "more")
    assert derived(store) == ["child"]


def test_a_place_that_is_emptied_concerns_the_children_of_those_who_were_held_there(store):
    held = event("imprisoned", "aunt", "2017", id_="held", place="town")
    emptied = event("place_emptied", "army", "2018", id_="emptied", place="inland")
    army = person("army", kind="organisation")
    load(store, family(CALL, held))
    derived(store)
    load(store, family(CALL, held, army, emptied), "more")
    assert derived(store) == ["child"]
    full = family(CALL, held, army, emptied)
    assert store.calendars(["child"]) == {"child": calendar(network(full, "child"))}
    assert "possibly_missing" in {s.status for s in store.calendars(["child"])["child"].stays}
    store.retract("emptied@testimony", by="ana", why="", on="")
    assert derived(store) == ["child"]
    without = family(CALL, held, army)
    assert store.calendars(["child"]) == {"child": calendar(network(without, "child"))}


def test_control_of_a_place_concerns_the_children_of_those_who_are_there(store):
    home = event("lived_at", "aunt", "2010", id_="home", place="town")
    lost = event("control_lost", "", "2018", id_="lost", place="inland")
    load(store, family(CALL, home))
    derived(store)
    load(store, family(lost), "more")
    assert derived(store) == ["child"]
    freed = family(CALL, home, lost)
    assert store.calendars(["child"]) == {"child": calendar(network(freed, "child"))}
    assert "abroad" in {stay.left for stay in store.calendars(["child"])["child"].stays}


def test_a_report_that_is_given_its_day_makes_calendars_due(store):
    """What is told in a testimony of it speaks until then."""
    spell = event("in_contact", "aunt", "2017-05", id_="calls", to="mother")
    parts = Source(id=SOURCE, title="What the mother told", part_of="report")
    report = Source(id="report", title="A report")
    records = replace(family(spell), sources=(parts, report))
    load(store, records)
    derived(store)
    dated = replace(records, sources=(parts, replace(report, date=when("2018-01-01"))))
    load(store, dated, "mended")
    assert derived(store) == ["child"]
    assert store.calendars(["child"]) == {"child": calendar(network(dated, "child"))}


def test_a_place_that_moves_across_the_border_makes_calendars_due(store):
    records = family(event("moved", "aunt", "2017", id_="move", place="town"))
    load(store, records)
    derived(store)
    places = tuple(
        replace(p, part_of="faraway") if p.id == "town" else p for p in records.places
    )
    report = store.load(replace(records, places=places), IngestRun(id="mended"))
    assert report.replaced == ("town",)
    assert [*store.stale_children(RULE_VERSION)] == ["child"]


@pytest.mark.parametrize("day", [date(2016, 6, 1), date(2017, 3, 2), date(2019, 1, 1)])
def test_the_board_counts_what_the_calendars_say(store, day):
    load(store, family(CALL))
    derived(store)
    [row] = store.board(day)
    found = store.calendars(["child"])["child"]
    stays = [stay for stay in found.stays if stay.first <= day <= stay.last]
    expected = dict.fromkeys(Left, 0)
    for stay in stays:
        expected[stay.left] += 1
    expected[Left.UNKNOWN] += found.nothing_recorded
    assert (row.child, row.name, row.counts) == ("child", "Child", expected)
    assert stays


def test_a_calendar_of_an_older_form_is_derived_anew(store, neo4j_server):
    load(store, family(CALL))
    derived(store)
    login = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=login) as driver:
        driver.execute_query("MATCH (k:KinthreadCalendar) REMOVE k.tallies")
    assert derived(store) == ["child"]
    assert store.board(date(2017, 3, 2))


def test_a_child_is_not_on_the_board_before_its_birth(store):
    load(store, family(CALL))
    derived(store)
    assert store.board(date(2000, 1, 1)) == []


def test_children_are_who_is_sought_or_has_a_birth_and_somebody_who_cares(store):
    load(
        store,
        family(
            person("orphan", sought=True),
            person("boy", born=when("2010").window),
            tie("mother", "parent_of", "boy"),
            person("girl", born=when("2010").window),
            tie("granny", "cares_for", "girl"),
            person("foundling", born=when("2010").window),
            person("band", sought=True, kind="group"),
            tie("mother", "parent_of", "band"),
        ),
    )
    assert store.children() == ["boy", "child", "girl", "orphan"]


def test_who_is_no_child_any_more_has_no_calendar_and_leaves_the_board(store):
    load(store, family(CALL, person("child", born=when("2010").window)))
    derived(store)
    day = date(2018, 1, 1)
    assert [row.child for row in store.board(day)] == ["child"]
    for claim in store.claims_naming("child"):
        if isinstance(claim, TieClaim) and claim.kind is TieKind.PARENT_OF:
            store.retract(claim.id, by="ana", why="", on="")
    derived(store)
    assert store.calendars(["child"]) == {}
    assert store.board(day) == []
