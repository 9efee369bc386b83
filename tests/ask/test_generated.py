"""On generated families, which nobody looked at, the library agrees with the rule too."""

from datetime import date

import pytest

from graph.answer import answer
from graph.asking import ask
from graph.kinship import Kin, Tie
from graph.network import network
from graph.questions import names, question
from ingest import read
from ingest.load import known_in, load
from tests.bench.generator import generate

PEOPLE = 300
HOLDS_NONE = {
    "claims_that_disagree",
    "one_left",
    "shared_relays",
    "siblings_abroad",
    "siblings_apart",
    "under_duress",
}
"""What the generator does not make; the six families and the invented ones have it."""
DAYS = ["2016-07-01", "2018-05-15", "2021-06-30"]


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
    return dict(generated.around_many(generated.children()))


@pytest.mark.parametrize("day", DAYS)
def test_who_is_left_counts_what_the_rule_counts(generated, around, day):
    asked = question("who_is_left").query
    values = set()
    for child, records in around.items():
        said = answer(records, child, as_of=date.fromisoformat(day))
        by_rule = {r.person.id: r.answer.left for r in said.relatives}
        counts = dict.fromkeys(said.counts(), 0)
        for row in generated.read(asked, child=child, as_of=date.fromisoformat(day)):
            counts[row["left"]] += row["people"]
            assert row["person_id"] is None or by_rule[row["person_id"]] == row["left"]
        assert counts == said.counts(), child
        values |= {left for left, many in counts.items() if many}
    assert values >= {"possibly", "no", "unknown", "abroad"}


def test_relatives_have_the_degree_that_kinship_counts(generated, around):
    asked = question("relatives").query
    compared = 0
    for child, records in list(around.items())[::3]:
        said = network(records, child).facts.ties
        ties = [
            Tie(person=t.person, kind=t.kind.value, relative=t.relative, qualifier=t.qualifier)
            for t in said
            if t.kind in ("parent_of", "sibling_of")
        ]
        expected = {k: r.degree for k, r in Kin(ties, {}).within(child, 5).items()}
        rows = generated.read(asked, child=child, max_degree=5)
        assert {row["person_id"]: row["degree"] for row in rows} == expected, child
        compared += len(rows)
    assert compared > 50


@pytest.mark.parametrize("name", names())
def test_every_question_runs_on_them(generated, around, name):
    asked = question(name)
    needed = {param.name for param in asked.params if param.default is None}
    found = ask(generated, asked, dict.fromkeys(needed, next(iter(around))))
    assert found.rows or name in HOLDS_NONE
