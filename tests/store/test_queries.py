import re

import pytest

from graph.errors import InvalidQuery
from graph.facts.adding_up import Sureness
from graph.record.vocabulary import Basis, Effect, Left, Stance, Standing
from graph.store.queries import CYPHER, parse, query

GOOD = """// Who is it?
// param   id    string
// returns name  string
MATCH (p {id: $id})
RETURN p.name AS name;
"""
NAMES = sorted(
    path.relative_to(CYPHER).with_suffix("").as_posix() for path in CYPHER.rglob("*.cypher")
)


def test_there_are_query_files():
    assert len(NAMES) > 50


@pytest.mark.parametrize("name", NAMES)
def test_every_file_keeps_its_header(name):
    assert query(name).question.rstrip("?.") != ""


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith(("read/", "fingerprint/"))])
def test_what_only_reads_has_no_word_that_writes(name):
    words = set(query(name).text.split())
    assert not words & {"CREATE", "MERGE", "SET", "DELETE", "REMOVE"}


WORDS = {
    "exists": {sure.name.lower() for sure in Sureness},
    "effect": {effect.value for effect in Effect},
    "basis": {basis.value for basis in Basis},
    "standing": {standing.value for standing in Standing},
    "stance": {stance.value for stance in Stance},
    "left": {left.value for left in Left},
}


@pytest.mark.parametrize("name", NAMES)
def test_a_query_compares_with_words_that_are_stored(name):
    compared = re.findall(rf"\b({'|'.join(WORDS)})(?: =| <>|:) '([^']*)'", query(name).text)
    assert [(field, word) for field, word in compared if word not in WORDS[field]] == []


def test_a_header_tells_the_question_the_parameters_and_the_columns():
    found = parse("ask/who", GOOD)
    assert (found.question, found.params, found.returns) == (
        "Who is it?",
        frozenset({"id"}),
        ("name",),
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (GOOD.replace("// param   id    string\n", ""), r"parameters \['id'\]"),
        (GOOD.replace("$id", "1"), r"parameters \['id'\]"),
        (GOOD.replace("AS name", "AS nom"), r"returns \['name'\], the body \['nom'\]"),
        (GOOD.replace("// Who is it?\n", ""), "the question"),
        (GOOD.replace("// returns name  string\n", ""), "returns"),
    ],
)
def test_a_header_that_disagrees_with_its_body_is_refused(changed, told):
    with pytest.raises(InvalidQuery, match=told):
        parse("ask/who", changed)


def test_columns_are_told_apart_within_brackets():
    header = "// What?\n// returns a  map\n// returns b  list\n"
    text = f"{header}RETURN {{x: 1, y: [2, 3]}} AS a, f(1, 2) AS b;"
    assert parse("ask/what", text).returns == ("a", "b")


@pytest.mark.parametrize("name", ["../secret", "read/", "read/none of this", "read/missing"])
def test_what_names_no_file_is_said_in_a_sentence(name):
    with pytest.raises(InvalidQuery, match=r"no name of a query|no file"):
        query(name)
