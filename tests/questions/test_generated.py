"""Every question runs on generated families, which nobody looked at, and finds something."""

import pytest

from graph.questions.asking import ask
from graph.questions.library import names, question
from graph.store.queries import query
from ingest import read
from ingest.into_store import known_in, load
from tests.bench.generator import generate

PEOPLE = 300
HOLDS_NONE = {
    "claims_that_disagree",
    "doubts",
    "one_left",
    "shared_relays",
    "siblings_abroad",
    "siblings_apart",
    "under_duress",
}
"""What the generator does not make; the six families and the invented ones have it."""


@pytest.fixture(scope="module")
def generated(open_store, tmp_path_factory):
    """A store with some dozens of generated families."""
    folder = tmp_path_factory.mktemp("generated")
    generate(folder, PEOPLE, seed=5)
    open_store.clear()
    load(open_store, read([folder], known=known_in(open_store)))
    return open_store


@pytest.fixture(scope="module")
def around(generated):
    listed = generated.read(query("read/with_calendar"), ids=generated.children())
    return dict(generated.around_many(row["id"] for row in listed))


@pytest.mark.parametrize("name", names())
def test_every_question_runs_on_them(generated, around, name):
    asked = question(name)
    needed = {param.name for param in asked.params if param.default is None}
    found = ask(generated, asked, dict.fromkeys(needed, next(iter(around))))
    assert found.rows or name in HOLDS_NONE
