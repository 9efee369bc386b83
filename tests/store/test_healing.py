"""What an older version cut from what it belongs to leads there again after any load."""

import re

import pytest

from graph.record.model import Place, Records
from graph.rule.left import RULE_VERSION
from graph.store import IngestRun
from graph.store.calendars import NEWER
from graph.store.deriving import derive_calendars
from graph.store.queries import query
from tests.builders import event, family
from tests.store.dump import asked, dump

RUN = IngestRun(id="run", started="2026-01-01")
OTHER = Records(places=(Place(id="elsewhere", name="Elsewhere", kind="country", dataset="b"),))


@pytest.fixture
def harmed(store, neo4j_server):
    """A store as the older version left it: the town lies in no country, and nobody speaks."""
    held = event("taken_to_camp", "aunt", "2017", id_="camp", place="town")
    records = family(held)
    store.load(records, RUN)
    derive_calendars(store)
    whole = dump(neo4j_server)
    for kind in ("PART_OF", "INFORMANT"):
        asked(neo4j_server, f"MATCH (:KinthreadPlace|KinthreadSource)-[r:{kind}]->() DELETE r")
    assert dump(neo4j_server) != whole
    return records, whole


def test_what_is_cut_is_named(store, harmed):
    assert {"town", "testimony"} <= set(store.cut())


@pytest.mark.parametrize("again", ["the same", "another"])
def test_any_load_heals_it_and_derives_what_hangs_on_it(store, harmed, neo4j_server, again):
    records, whole = harmed
    report = store.load(records if again == "the same" else OTHER, IngestRun(id="2"))
    assert {"town", "testimony"} <= set(report.healed)
    assert store.cut() == ()
    assert whole - dump(neo4j_server) == whole - whole
    assert [*store.stale_children(RULE_VERSION)] == ["child"]


def test_mending_heals_it_without_a_load(store, harmed, neo4j_server):
    assert {"town", "testimony"} <= set(store.mend().healed)
    assert dump(neo4j_server) == harmed[1]


def test_a_place_that_is_the_same_counts_as_no_change(store, neo4j_server):
    """The name of the data set that holds it is no part of what it says."""
    store.load(family(), RUN)
    derive_calendars(store)
    shared = Records(
        places=tuple(
            Place(**{f: getattr(one, f) for f in one.__dataclass_fields__} | {"dataset": "a"})
            for one in family().places
        )
    )
    links = asked(neo4j_server, "MATCH (:Place)-[r:PART_OF]->() RETURN count(r) AS n")
    report = store.load(shared, IngestRun(id="2"))
    assert report.replaced == ()
    assert asked(neo4j_server, "MATCH (:Place)-[r:PART_OF]->() RETURN count(r) AS n") == links
    assert [*store.stale_children(RULE_VERSION)] == []


def test_events_of_another_version_get_what_the_table_says_now(store, neo4j_server):
    """Nothing that is recorded changes by it, so neither does the hash."""
    store.load(family(event("passport_denied", "aunt", "2017", id_="passport")), RUN)
    whole, hash_ = dump(neo4j_server), store.graph_hash()
    spoilt = "REMOVE e.passport, e.table_version SET e.institution = 'camp'"
    asked(neo4j_server, f"MATCH (e:KinthreadEvent) {spoilt}")
    assert dump(neo4j_server) != whole
    assert store.graph_hash() == hash_
    store.keep_event_types()
    assert dump(neo4j_server) == whole


def test_a_store_of_an_older_version_gets_the_indexes_that_it_lacks(store, neo4j_server):
    names = (
        "SHOW INDEXES YIELD name WHERE name STARTS WITH 'kinthread' RETURN name ORDER BY name"
    )
    every = asked(neo4j_server, names)
    for one in NEWER:
        what, name = re.search(r"CREATE (INDEX|CONSTRAINT) (\w+)", query(one).text).groups()
        asked(neo4j_server, f"DROP {what} {name}")
    assert len(asked(neo4j_server, names)) == len(every) - len(NEWER)
    store.make_room()
    assert asked(neo4j_server, names) == every
