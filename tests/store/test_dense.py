"""Transactions are bounded by rows, however many relatives a child has."""

import pytest

from graph.questions.asking import outdated
from graph.rule.calendar import calendar
from graph.rule.left import RULE_VERSION
from graph.rule.network import network
from graph.store import IngestRun, calendars
from graph.store.database import Database
from graph.store.deriving import NotDerived, derive_calendars
from tests.builders import event, family, person, tie
from tests.store.village import village

RUN = IngestRun(id="run", started="2026-01-01")
CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")
RING = (tie("child2", "parent_of", "elder"), tie("elder", "parent_of", "child2"))


@pytest.fixture
def written(monkeypatch):
    """How many stays each transaction brought, the largest number of them last."""
    seen = []

    def counted(name, params):
        if name == "load/courses":
            seen.append(sum(len(row["answers"]) for row in params["rows"]))

    before_each_query(monkeypatch, counted)
    return seen


def before_each_query(patch, do):
    """Do something before each query of a transaction that writes."""
    writing = Database.writing

    def watched(self, work, *named):
        def with_ask(ask):
            def asked(name, **params):
                do(name, params)
                return ask(name, **params)

            return work(asked)

        return writing(self, with_ask, *named)

    patch.setattr(Database, "writing", watched)


@pytest.mark.parametrize("most", [1, 7, 40])
def test_no_transaction_holds_more_stays_than_it_may_and_all_of_them_come(
    store, monkeypatch, written, most
):
    monkeypatch.setattr(calendars, "STAYS_AT_ONCE", most)
    store.load(village(40), RUN)
    derive_calendars(store)
    assert 0 < max(written) <= most
    ids = store.children()
    kept = store.calendars(ids)
    for child, records in store.around_many(ids):
        assert kept[child] == calendar(network(records, child))
    store.save_calendars(kept.values())  # what is there goes piece by piece too
    assert store.calendars(ids) == kept


def test_a_calendar_that_is_broken_off_between_its_pieces_is_said_and_derived_again(
    store, monkeypatch
):
    monkeypatch.setattr(calendars, "STAYS_AT_ONCE", 1)
    store.load(family(CALL), RUN)
    derive_calendars(store)
    whole = store.calendars(["child"])

    def torn(name, params):
        del params
        if name == "load/courses":
            raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        before_each_query(broken, torn)
        with pytest.raises(KeyboardInterrupt):
            store.save_calendars(whole.values())
    assert outdated(store)
    assert [*store.stale_children(RULE_VERSION)] == ["child"]
    derive_calendars(store)
    assert store.calendars(["child"]) == whole
    assert not outdated(store)


@pytest.mark.any_version
@pytest.mark.parametrize(("most", "nth"), [(5_000, 1), (1, 1), (1, 2), (1, 4)])
def test_of_two_runs_at_once_what_was_read_later_stays(store, monkeypatch, most, nth):
    """The other run begins after a change and ends before the first one goes on."""
    monkeypatch.setattr(calendars, "STAYS_AT_ONCE", most)
    store.load(family(CALL), RUN)
    begun = 0

    def other(name, params):
        del params
        nonlocal begun
        begun += name == "load/take_marks"
        if (name, begun) == ("load/take_marks", nth):
            store.retract("call@testimony", by="ana", why="", on="")
            derive_calendars(store)

    with monkeypatch.context() as beside:
        before_each_query(beside, other)
        derive_calendars(store)
    assert begun > nth
    kept = store.calendars(["child"])
    assert kept == {"child": calendar(network(store.around("child"), "child"))}
    assert not outdated(store)


@pytest.mark.any_version
def test_a_child_that_is_touched_while_it_is_worked_out_stays_marked(store):
    store.load(family(CALL), RUN)
    marks = store.stale_children(RULE_VERSION)
    [(_, read_before)] = store.around_many(marks)
    store.retract("call@testimony", by="ana", why="", on="")
    assert store.stale_children(RULE_VERSION).keys() == marks.keys()
    store.save_calendars([calendar(network(read_before, "child"))], marks)
    store.all_derived(marks)
    assert store.calendars(["child"]) == {}
    assert [*store.stale_children(RULE_VERSION)] == ["child"]


def test_a_ring_of_parents_leaves_the_other_children_their_answers(store):
    """As one that an older version let in: it is said, and stays due until it is mended."""
    ring = family(
        CALL,
        person("child2", sought=True, id="child2@testimony"),
        person("elder", sought=True, id="elder@testimony"),
    )
    ring_ties = (*ring.ties, *RING)
    store.load(type(ring)(**{f: getattr(ring, f) for f in FIELDS} | {"ties": ring_ties}), RUN)
    with pytest.raises(NotDerived, match="their own ancestor") as failed:
        derive_calendars(store)
    assert "child2" in str(failed.value)
    assert set(store.calendars(["child", "child2", "elder"])) == {"child"}
    assert set(store.stale_children(RULE_VERSION)) == {"child2", "elder"}
    store.retract("elder-parent_of-child2@testimony", by="ana", why="wrong", on="2026-01-02")
    derive_calendars(store)
    assert [*store.stale_children(RULE_VERSION)] == []


FIELDS = (
    *("datasets", "sources", "places", "people", "ties", "events"),
    "interpretations",
)
