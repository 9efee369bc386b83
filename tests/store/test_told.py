"""What pages of one thing read: no claim too few, each with all that it names."""

import pytest

from graph.facts.adding_up import facts
from graph.questions.asking import told_until
from graph.record.model import Source
from graph.rule.answer import answer
from graph.rule.network import network
from graph.store import IngestRun
from graph.views.event_view import happening
from graph.views.held_names import entries, state
from tests.builders import SOURCE, day, event, family, person, reading, tie
from tests.rule.test_told_by_the_date_alone import RECORDED
from tests.store.test_calendars import derived
from tests.store.village import village

TAKEN = event("taken_to_camp", "aunt", "2017-03", id_="taken", place="town")
RECORDS = family(
    TAKEN,
    event("called", "aunt", "2016-05", id_="call", to="mother", relayed_by=("friend",)),
    event("contact_lost", "aunt", id_="lost", after=("taken",), others=(("about", "granny"),)),
    event("released", "aunt", "2019", id_="freed", ends="taken", basis="interpreted"),
    reading("freed"),
    tie("aunt", "cares_for", "child"),
)


def loaded(store, records=RECORDS, run="run"):
    store.load(records, IngestRun(id=run, started=run))
    return records


@pytest.mark.parametrize("id_", ["taken", "lost", "freed"])
def test_an_event_is_read_with_all_that_dates_it_and_all_that_it_names(store, id_):
    loaded(store)
    shown = happening(store.told_of_events([id_]), id_)
    whole = happening(RECORDS, id_)
    assert shown.event == whole.event
    assert (shown.claims, shown.orders, shown.readings) == (
        whole.claims,
        whole.orders,
        whole.readings,
    )
    named = {one for _, one in shown.event.people}
    assert named <= shown.facts.people.keys()


def test_a_source_is_read_with_every_claim_of_it(store):
    loaded(store)
    told = store.told_in_sources([SOURCE])
    assert {c.id for c in told.claims()} == {c.id for c in RECORDS.claims()}
    assert facts(told).people == facts(RECORDS).people


@pytest.mark.parametrize("records", RECORDED.values(), ids=RECORDED)
def test_the_store_says_the_same_day_until_which_the_sources_speak(store, records):
    """A report that only contains what was told does not move it."""
    loaded(store, records)
    assert told_until(store) == answer(records, "child").as_of == day("2018-01-01")


def test_what_came_through_somebody_is_found(store):
    loaded(store)
    assert [claim.about for claim in store.relayed_through("friend")] == ["call"]
    assert store.relayed_through("granny") == []


def test_standings_are_those_of_the_calendars(store):
    loaded(store)
    derived(store)
    stays = store.calendars(["child"])["child"].stays
    for id_ in ("aunt", "friend", "mother"):
        mine = [stay for stay in stays if stay.person == id_]
        assert [one.stay for one in store.standings(id_)] == mine


def test_an_event_decides_the_answers_whose_calendars_say_so(store):
    loaded(store)
    derived(store)
    decided = store.decided_by("taken", ["taken@testimony"])
    stays = store.calendars(["child"])["child"].stays
    assert {(one.stay, one.decides) for one in decided} == {
        (stay, stay.deciding == "taken")
        for stay in stays
        if stay.person == "aunt"
        and (stay.deciding == "taken" or "taken@testimony" in stay.claims)
    }
    assert any(one.decides for one in decided)


def test_children_near_somebody_are_never_too_few(store):
    records = loaded(store, village(60))
    children = store.children()
    reached = {child: network(records, child).reached for child in children}
    for id_ in sorted({claim.about for claim in records.people})[::9]:
        near = store.children_near([id_])
        assert {child for child in children if id_ in reached[child]} <= near | {id_}


def test_a_load_and_a_retraction_change_the_state_that_the_search_hangs_on(store):
    loaded(store)
    states = [state(store)]
    loaded(store, family(Source(id="other", title="Other"), person("new", source="other")), "b")
    states.append(state(store))
    store.retract("new@testimony", by="me", why="wrong", on="2021-01-01")
    states.append(state(store))
    assert len(set(states)) == 3
    assert state(store) == states[-1]


def test_a_name_of_a_retracted_claim_is_still_held_and_marked(store):
    wrong = person("aunt", id="aunt@testimony:1", name="Wrong Name")
    loaded(store, family(person("aunt"), wrong))
    store.retract(wrong.id, by="me", why="wrong", on="2021-01-01")
    (aunt,) = [entry for entry in entries(store) if entry.id == "aunt"]
    assert (aunt.names, aunt.retracted) == (("Aunt",), ("Wrong Name",))
