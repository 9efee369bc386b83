"""The nodes and links of a query are read from its text: of every query that a load uses."""

import re

import pytest

from graph.errors import InvalidQuery
from graph.store.changes import Changes
from graph.store.load_shapes import NewLink, load_shape
from graph.store.queries import query
from graph.store.write import write_by
from graph.store.write_steps import Part, part_of
from ingest import read
from tests.store.first_sets import of_all_kinds
from tests.store.test_steps import LOADING

DERIVED = {"load/calendars", "load/courses", "load/towards"}
"""What is worked out after a load."""
MAKING = [
    name
    for name in LOADING
    if part_of(name) in {Part.THINGS, Part.CLAIMS, Part.LINKS}
    and "$rows" in query(name).text
    and name not in DERIVED
]


class Steps:
    """Takes the steps of a load and keeps them."""

    def __init__(self):
        self.taken = []

    def write(self, steps):
        self.taken.extend(steps)

    def wait(self):
        pass


@pytest.fixture(scope="module")
def steps(tmp_path_factory):
    """The steps of a load of every kind of row into an empty store."""
    records = read(of_all_kinds(tmp_path_factory.mktemp("sets"))).records
    taker = Steps()
    changes = Changes(new=records, told=records, sources=records.sources)
    write_by(taker, changes, "run", lambda *_: None)
    return taker.taken


def test_a_first_load_of_every_kind_uses_every_query_that_makes_something(steps):
    """So what is compared of the two ways of loading is each of these queries."""
    used = {name for name, _ in steps}
    assert used >= set(MAKING)
    assert {name for name in used - set(MAKING) if not name.startswith("load/stale")} == set()


@pytest.mark.parametrize("name", MAKING)
def test_every_label_and_type_in_the_text_is_in_the_shape(name):
    shape = load_shape(name)
    text = re.sub(r"//[^\n]*", "", query(name).text).partition("REMOVE ")[0]
    types = set(re.findall(r"\[\w*:([A-Z_]+)", text))
    assert {link.type for link in shape.links} == types
    labels = set(re.findall(r":([A-Z][a-z]\w*)", re.sub(r"MATCH \([^)]*\)", "", text)))
    assert set(shape.labels) == labels


def test_each_row_makes_as_many_links_as_it_has_parts():
    facts = {"id": "e"}
    people = [{"id": one, "facts": {"role": one}} for one in "ab"]
    shape = load_shape("load/events")
    row = {"id": "e", "facts": facts, "of_type": {}, "people": people}
    event = ("KinthreadEvent", "e")
    assert shape.node_of(row) == ("KinthreadEvent", ("Event", "KinthreadEvent"), facts)
    assert list(shape.links_of(row)) == [
        NewLink("TOOK_PART", ("KinthreadPerson", one), event, {"role": one}, once=False)
        for one in "ab"
    ]


@pytest.mark.parametrize("name", ["load/retract", "load/stops", "load/turn", "load/calendars"])
def test_a_query_that_does_something_else_is_refused(name):
    with pytest.raises(InvalidQuery):
        load_shape(name)
