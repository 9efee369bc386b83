"""What a query's text tells before any server sees it."""

import pytest

from graph.console.guard import MissingParameter, QueryRefused, WrongSyntax, first_look
from graph.console.tokens import TokenKind, tokens
from graph.questions.library import names
from graph.store.queries import query


@pytest.mark.parametrize("name", names())
def test_every_question_of_the_library_passes(name):
    asked = query(f"ask/{name}")
    assert first_look(asked.text, dict.fromkeys(asked.params))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CREATE (n)", "CREATE is refused"),
        ("MATCH (n) RETURN n; MATCH (n) RETURN n", "more than one statement"),
        ("RETURN '\\u0027 x'", "column 9"),
        ("MATCH\u00a0(n) RETURN n", "U+00A0"),
        ("MATCH (n) \u017fET n.x = 1", "U+017F"),
        ("RETURN 1 // \u202e", "U+202E"),
        ("EXPLAIN MATCH (n) RETURN n", "EXPLAIN"),
        ("CYPHER runtime=parallel MATCH (n) RETURN n", "only the version"),
        ("CYPHER 5 runtime=parallel MATCH (n) RETURN n", "without further options"),
        ("USE system MATCH (n) RETURN n", "USE is refused"),
        ("SHOW SETTINGS", "SHOW is refused"),
        ("RETURN [x IN [1] | COLLECT { LOAD /* */ CSV FROM 'x' AS r RETURN r }]", "LOAD CSV"),
        ("RETURN [x IN [1] | COLLECT { CALL `dbms`.`listConfig`() YIELD name RETURN name }]",
         "dbms.listConfig"),
        ("RETURN `apoc`.`load`.json('x')", "apoc.load.json"),
        ("RETURN file()", "file( ... ) is refused"),
        ("MATCH (n) FOREACH (x IN [1] | SET n.a = x)", "FOREACH is refused"),
    ],
)  # fmt: skip
def test_what_does_not_only_read_is_refused_with_its_reason(text, said):
    with pytest.raises(QueryRefused) as refused:
        first_look(text, {})
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "text", ["RETURN 'x", "RETURN `x", "RETURN 1 /* x", "", "  // only this"]
)
def test_what_does_not_end_is_shown_with_its_place(text):
    with pytest.raises(WrongSyntax) as wrong:
        first_look(text, {})
    assert str(wrong.value).splitlines()[-1].endswith("^")


def hops(count):
    return f"MATCH (){'-[:PARENT_OF]->()' * count}"


@pytest.mark.parametrize(
    "text",
    [
        f"{hops(30)} RETURN 1 AS n UNION {hops(30)} RETURN 1 AS n",
        f"{hops(30)} WHERE EXISTS {{ {hops(30)} }} RETURN 1 AS n",
    ],
)
def test_relationships_are_counted_for_each_part_that_is_planned_by_itself(text):
    assert first_look(text, {}) == text


@pytest.mark.parametrize(
    "text",
    [
        f"{hops(31)} RETURN 1 AS n",
        f"{hops(20)} {hops(11)} RETURN 1 AS n",
        f"{hops(20)} WHERE EXISTS {{ RETURN 1 AS n UNION RETURN 2 AS n }} {hops(11)} RETURN 1",
        f"{hops(1)} WHERE EXISTS {{ {hops(31)} }} RETURN 1 AS n",
        " UNION ".join(f"{hops(count)} RETURN 1 AS n" for count in (30, 30, 1)),
    ],
)
def test_too_many_relationships_in_one_part_or_in_all_are_refused(text):
    with pytest.raises(QueryRefused, match="relationships in the patterns of"):
        first_look(text, {})


def test_a_missing_parameter_is_named_and_one_too_many_too():
    with pytest.raises(MissingParameter, match=r"\$child"):
        first_look("MATCH (p:Person {id: $child}) RETURN p", {})
    with pytest.raises(MissingParameter, match="other"):
        first_look("RETURN $child", {"child": 1, "other": 2})


def test_words_of_commands_are_free_as_names_and_in_strings_and_comments():
    text = """MATCH (n:Load {set: 'LOAD CSV; CREATE'}) // DELETE; SHOW SETTINGS
    WHERE n.call > 1 AND n.`use` IS NOT NULL AND n.show CONTAINS "USE system"
    RETURN n.delete AS create, n.transactions, n.call ORDER BY n.show /* ; */;"""
    assert first_look(text, {})


def test_the_query_that_is_run_is_the_one_that_was_typed_without_its_semicolon():
    assert first_look("RETURN 1 ;", {}) == "RETURN 1 "


def test_a_range_of_hops_is_no_number_with_a_point():
    kinds = [token.kind for token in tokens("*1..3")]
    assert kinds == [
        TokenKind.SIGN,
        TokenKind.NUMBER,
        TokenKind.SIGN,
        TokenKind.SIGN,
        TokenKind.NUMBER,
    ]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("MATCH ()-[r]->() WHERE id(r) = 9223372036854775807 RETURN r", {}),
        ("MATCH ()-[r]->() WHERE id(r) = $n RETURN r", {"n": 2**63 - 1}),
        ("MATCH ()-[r]->() WHERE id(r) IN $n RETURN r", {"n": [1, 2**63 - 1]}),
        ("MATCH ()-[r]->() WHERE elementId(r) = '5:x:9223372036854775807' RETURN r", {}),
    ],
)
def test_the_relationship_for_which_the_server_looks_without_end_is_refused(text, given):
    with pytest.raises(QueryRefused, match="without end"):
        first_look(text, given)


def test_the_largest_number_is_refused_nowhere_else():
    first_look("RETURN 9223372036854775807 AS x", {})


def test_labels_that_would_be_multiplied_out_are_refused():
    with pytest.raises(QueryRefused, match="multiply"):
        first_look(f"MATCH (n:{'&'.join(f'(A{i}|B{i})' for i in range(12))}) RETURN n", {})
