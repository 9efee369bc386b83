import tracemalloc
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.record.dates import Lag, Window
from graph.record.phrases import read_when
from graph.record.vocabulary import Effect, Separated, TieKind, event_types
from graph.rule.network import network
from graph.rule.separation import board
from ingest import read
from ingest.moments import born, moment
from tests.bench import said
from tests.bench.generator import generate

DAYS = st.dates(date(1925, 1, 1), date(2021, 12, 31))
CHANCES = st.randoms(use_true_random=False)
TOLD = date(2021, 3, 1)


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    folder = tmp_path_factory.mktemp("village")
    generate(folder, 1_500, seed=7)
    return read([folder])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_seed_writes_the_same_files(tmp_path):
    generate(tmp_path / "one", 400, seed=3)
    generate(tmp_path / "two", 400, seed=3)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_another_seed_writes_other_families(tmp_path):
    generate(tmp_path / "one", 400, seed=3)
    generate(tmp_path / "two", 400, seed=4)
    assert contents(tmp_path / "one")["events.csv"] != contents(tmp_path / "two")["events.csv"]


@pytest.mark.parametrize("people", [60, 137, 500, 1_000])
def test_there_are_as_many_people_as_asked_for_each_with_an_id_of_its_own(tmp_path, people):
    counts = generate(tmp_path, people)
    ids = {claim.about for claim in read([tmp_path]).records.people}
    assert (counts["people"], len(ids)) == (people, people)


@pytest.mark.parametrize("seed", range(4))
def test_no_row_is_rejected(tmp_path, seed):
    counts = generate(tmp_path, 700, seed)
    reading = read([tmp_path])
    assert [str(each) for each in reading.rejected] == []
    assert reading.total.taken == counts.total()


class _ToTheEnds(Random):
    """A chance that takes the first or the last of what is possible far more often."""

    def randint(self, a, b):
        return self.choice((a, b, super().randint(a, b)))


@pytest.mark.parametrize("seed", range(3))
def test_no_row_is_rejected_where_everything_is_as_early_or_late_as_can_be(
    tmp_path, monkeypatch, seed
):
    monkeypatch.setattr("tests.bench.generator.Random", _ToTheEnds)
    generate(tmp_path, 500, seed)
    assert [str(each) for each in read([tmp_path]).rejected] == []


def test_too_few_people_are_refused(tmp_path):
    with pytest.raises(ValueError, match="60 or more"):
        generate(tmp_path, 20)


def test_about_a_tenth_are_children_on_the_board(village):
    records = village.records
    everyone = sorted({t.relative for t in records.ties if t.kind is TieKind.PARENT_OF})
    children = everyone[::2]  # a board is worked out for each: half are enough for a share
    around = network(records, children[0])
    shown = [
        board(replace(around, child=around.facts.people[child]), date(2018, 6, 1))
        for child in children
    ]
    listed = [each for each in shown if each.listed and each.adult_since is None]
    assert 0.07 < 2 * len(listed) / 1_500 < 0.14
    assert {each.separated for each in listed} >= {Separated.YES, Separated.POSSIBLY}
    sought = sum(around.facts.people[child].sought for child in children)
    assert sum(each.separated is Separated.NO for each in listed) <= sought


def test_families_are_mostly_apart_with_marriages_between_some(village):
    kin = nx.Graph()
    for tie in village.records.ties:
        if tie.kind in (TieKind.PARENT_OF, TieKind.SPOUSE_OF):
            kin.add_edge(tie.person, tie.relative)
    together = list(nx.connected_components(kin))
    joined = [part for part in together if len({id_.split(".")[0] for id_ in part}) > 1]
    assert len(together) > 15
    assert joined
    assert max(len(part) for part in together) < 1_500 / 3


def test_families_reach_over_three_to_five_generations(village):
    parents = nx.DiGraph(
        (tie.person, tie.relative)
        for tie in village.records.ties
        if tie.kind is TieKind.PARENT_OF and tie.qualifier == "birth"
    )
    deep = [
        nx.dag_longest_path_length(parents.subgraph(part)) + 1
        for part in nx.weakly_connected_components(parents)
    ]
    assert {3, 4, 5} <= set(deep)


def test_there_are_remarriages_with_step_parents_and_ended_marriages(village):
    said_of = Counter((tie.kind, tie.qualifier) for tie in village.records.ties)
    assert said_of[TieKind.SPOUSE_OF, "ended"]
    assert said_of[TieKind.PARENT_OF, "step"]


def test_every_effect_of_the_table_occurs(village):
    assert {event_types()[claim.type].effect for claim in village.records.events} == set(Effect)


def test_events_are_told_by_several_sources_some_of_them_of_the_same_event(village):
    by_event: dict[str, set[str]] = {}
    for claim in village.records.events:
        by_event.setdefault(claim.about, set()).add(claim.source)
    assert len({source for sources in by_event.values() for source in sources}) > 30
    assert any(len(sources) > 1 for sources in by_event.values())


def test_times_are_said_in_more_ways_than_as_days(village):
    bases = {claim.when.basis for claim in village.records.events}
    assert {"stated", "late in a year", "about a date", "as typed", "since a date"} <= bases
    assert any(claim.lag is not None for claim in village.records.events)


def test_memory_does_not_grow_with_the_number_of_people(tmp_path):
    peaks = []
    for people in (1_500, 6_000):
        tracemalloc.start()
        generate(tmp_path / str(people), people)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0]


@settings(deadline=None)  # the first EDTF parse is slow
@given(DAYS, CHANCES)
def test_the_window_of_what_is_said_holds_the_day(day, chance):
    words = said.when(chance, day)
    window = moment(words.get("edtf") or words["when"]).window
    assert window.earliest <= day <= window.latest


@given(DAYS, st.integers(0, 2_000), CHANCES)
def test_the_lag_that_is_said_holds_the_days_between(day, days, chance):
    lag = read_when(said.lag(chance, day, day + timedelta(days=days)))
    assert isinstance(lag, Lag)
    assert lag.least <= days <= (lag.most if lag.most is not None else days)


@settings(deadline=None)  # the first EDTF parse is slow
@given(DAYS, CHANCES)
def test_the_birth_or_the_age_that_is_said_holds_the_birth(day, chance):
    words = said.birth(chance, day, TOLD)
    if "birth" in words:
        window = moment(words["birth"]).window
    else:
        window = born(words["age_text"], Window(TOLD, TOLD))
    assert window.earliest <= day <= window.latest
