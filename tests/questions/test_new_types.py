"""A type of event is one row: every question takes what a row says that no code has seen."""

import pytest

from graph.questions.asking import ask
from graph.questions.library import question
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from tests.builders import event, family
from tests.event_tables import with_rows

pytestmark = pytest.mark.neo4j
HISTORY = (
    event("sailed", "mother", "2013-01-01", id_="sailed"),
    event("fed", "aunt", "2013-06-01", id_="fed", to="child"),
    event("asked_not_to_be_contacted", "aunt", "2013-09-01", id_="asked"),
    event("knocked", "aunt", "2013-12-01", id_="knocked", to="mother"),
    event("rang_bells", "aunt", "2013-12-20", id_="bells", to="mother"),
    event("walled_in", "aunt", "2014-01-01", id_="walled", others=(("witness", "granny"),)),
    event("papers_burnt", "mother", "2014-02-01", id_="papers"),
    event("petition_sent", "mother", "2014-03-01", id_="petition", to="child"),
)
WANTED = {
    "places_of_detention": {"aunt", "granny"},
    "held_after_a_relative_left": {"aunt", "granny", "walled", "sailed"},
    "held_after_contact": {"walled", "bells"},
    "taken_after_caring": {"walled"},
    "caregivers": {"fed", "walled"},
    "passports_that_separated": {"papers"},
    "appeals": {"petition"},
    "requests_and_breaches": {"knocked", "bells"},
}
"""Of each question that reads what a type means, ids that its rows must hold."""


def words(value):
    if isinstance(value, list):
        return {word for each in value for word in words(each)}
    return {value}


@pytest.fixture(scope="module")
def filled(open_store, tmp_path_factory):
    """The store with events of types that only the scratch table knows."""
    with with_rows(tmp_path_factory.mktemp("table")):
        open_store.clear()
        open_store.prepare()
        open_store.load(family(*HISTORY), IngestRun(id="run"))
        derive_calendars(open_store)
        yield open_store
    open_store.clear()


@pytest.mark.parametrize("name", WANTED)
def test_a_new_type_answers_the_question(filled, name):
    given = {"child": "child", "as_of": "2015-01-01", "days": "400"}
    given = {key: value for key, value in given.items() if key in question(name).query.params}
    rows = ask(filled, question(name), given).rows
    held = set().union(*(words(list(dict(row).values())) for row in rows))
    assert held >= WANTED[name]
