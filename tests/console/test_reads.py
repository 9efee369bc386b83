"""No honest read is refused: the library, the examples, and what an analyst writes."""

from datetime import date

import pytest

from graph.console.free_answer import ask_freely
from graph.console.guard import Limits
from graph.console.parameters import typed
from graph.console.schema_help import at_hand, examples
from graph.questions.library import names, question, values
from tests.console.conftest import listed

READS = listed("reads")
PATIENT = Limits(seconds=30)


def test_there_are_many_reads():
    assert len(READS) + len(names()) + len(examples()) >= 150


@pytest.mark.parametrize("read", READS, ids=lambda read: read["text"][:60])
def test_an_analysts_read_is_answered(served, read):
    if read.get("cypher") == 25 and served.version.startswith("5."):
        pytest.skip("Neo4j 5.26 does not know Cypher 25")
    found = ask_freely(served.store, read["text"], typed(read.get("params", {})), PATIENT)
    assert found.columns or "FINISH" in read["text"]


@pytest.mark.parametrize("name", names())
def test_a_question_of_the_library_is_answered_as_free_text(served, name):
    asked = question(name)
    needed = {param.name: "amina" for param in asked.params if param.default is None}
    given = values(asked, needed, date(2021, 12, 31))
    found = ask_freely(served.store, asked.query.text, given, PATIENT)
    assert found.columns == asked.query.returns


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_an_example_is_answered_with_rows(served, example):
    assert ask_freely(served.store, example.text, {}, PATIENT).rows


def test_labels_types_and_their_properties_are_at_hand(served):
    found = at_hand(served.store)
    labels = {kind.name: kind.properties for kind in found.labels}
    types = {kind.name: kind for kind in found.types}
    assert {"id", "name", "sex"} <= set(labels["Person"])
    assert (types["TOOK_PART"].begins, types["TOOK_PART"].leads) == ("Person", "Event")
    assert "role" in types["TOOK_PART"].properties
    assert not [name for name in labels if name.startswith("Kinthread")]
