"""What could grow without end is refused by its words, and a plan by its steps; both pure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.console.functions import FUNCTIONS
from graph.console.guard import QueryRefused, check_plan, first_look
from graph.console.parameters import typed
from graph.console.tokens import TokenKind, tokens
from tests.console.conftest import listed


@pytest.mark.parametrize(
    "text",
    [
        "RETURN reduce(a = 'x', i IN [1, 2] | a + a) AS x",
        "RETURN reduce(a = 'x', i IN [1, 2] | CASE WHEN true THEN a + a ELSE a END) AS x",
        "RETURN reduce(a = 'x', i IN [1, 2] | replace(a, 'x', a)) AS x",
        "RETURN reduce(s = {t: 'x'}, i IN [1] | {t: s.t + s.t}) AS x",
        "RETURN reduce(s = {t: 'x'}, i IN [1] | {t: s.t, u: s}) AS x",
        "RETURN allReduce(a = 'x', i IN [1, 2] | a + a, size(a) < 9) AS x",
        "RETURN allReduce(a = 'x', i IN [1, 2] | replace(a, 'x', a), true) AS x",
        "UNWIND range(1, 10001) AS x RETURN x",
        "RETURN range(0, 100 * 1000) AS x",
        "RETURN range(0, 10 ^ 9) AS x",
        "RETURN [a IN l | [b IN l | [c IN l | [d IN l | 1]]]] AS x",
        "WITH 'x' AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a RETURN a",
        "WITH [1] AS a WITH [a, a, a, a, a] AS a RETURN a",
    ],
)
def test_what_doubles_or_loops_too_far_is_refused(text):
    with pytest.raises(QueryRefused):
        first_look(text, {})


@pytest.mark.parametrize(
    "text",
    [
        "RETURN reduce(m = 0, x IN [1] | CASE WHEN x > m THEN x ELSE m END) AS x",
        "RETURN reduce(s = {n: 0, t: 0}, x IN [1] | {n: s.n + 1, t: s.t + x}) AS x",
        "RETURN reduce(a = 0, x IN [1] | a + n.a + x) AS x",
        "RETURN allReduce(a = 0, x IN [1, 2] | a + x, 0 < a AND a < 9) AS x",
        "MATCH (p:$any(['Person', 'Group'])) RETURN p",
        "MATCH (p:$all(['Person'])) RETURN p",
        "MATCH (p) -[r:$any (['KNOWS'])]- () RETURN r",
        "UNWIND range(0, 10000) AS x RETURN x",
        "RETURN a.name + a.name + ' ' + b.name AS x, [a, b, a] AS y",
    ],
)
def test_what_adds_up_by_one_each_step_is_not(text):
    assert first_look(text, {})


@pytest.mark.parametrize("name", sorted(FUNCTIONS - {"range"}))
def test_no_function_that_is_listed_as_allowed_is_refused_as_such(name):
    assert first_look(f"MATCH (n) RETURN {name}(n.a) AS x", {})


@given(
    st.sampled_from(["a", "al", "any", "all", "`all`", "`a``b`"]), st.sampled_from(["", " "])
)
def test_a_dollar_before_a_bracket_is_never_part_of_a_parameter(name, blank):
    text = f"MATCH (p:${name}{blank}(['Person'])) RETURN p"
    assert [one for one in tokens(text) if one.kind is TokenKind.PARAM] == []


KEPT_BUSY = [
    attack["text"]
    for attack in listed("fresh_attacks")
    if attack["kind"] == "resource" and ("range(" in attack["text"] or "XOR" in attack["text"])
]


@pytest.mark.parametrize("text", KEPT_BUSY, ids=lambda text: text[:60])
def test_what_kept_a_server_busy_beyond_its_time_is_refused(text):
    with pytest.raises(QueryRefused):
        first_look(text, {})


@pytest.mark.parametrize(
    "text",
    [
        "WITH 5 AS n RETURN [x IN range(1, n) | x * x] AS x",
        "MATCH p = (a)-->(b) RETURN [i IN range(0, length(p) - 1) | nodes(p)[i].name] AS x",
        "MATCH (e:Event) UNWIND range(e.earliest.year, e.latest.year) AS year RETURN year",
        "RETURN [x IN range(0, 999) | [y IN range(0, 999) | x + y]] AS x",
        "RETURN all(n IN l WHERE any(o IN n.l WHERE none(p IN o.l WHERE p = 1))) AS x",
        "RETURN reduce(a = [], x IN l | CASE WHEN x IN a THEN a ELSE a + [x] END) AS x",
        f"RETURN {' XOR '.join(['n.open'] * 13)} AS x",
    ],
)
def test_ranges_and_loops_whose_turns_can_be_told_are_not(text):
    assert first_look(text, {})


@pytest.mark.parametrize("read", listed("reads"), ids=lambda read: read["text"][:60])
def test_no_honest_read_is_refused_by_its_text(read):
    assert first_look(read["text"], typed(read.get("params", {})))


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=40))
def test_what_stands_in_a_string_is_never_read_as_a_command(said):
    quoted = "LOAD CSV; CREATE " + said.replace("\\", "").replace("'", "").replace("\xa0", "")
    assert first_look(f"RETURN '{quoted}' AS x", {})


def step(name, details="", *children):
    return {"operatorType": f"{name}@neo4j", "args": {"Details": details}, "children": children}


def test_a_plan_of_reading_steps_passes():
    check_plan(
        "r", step("ProduceResults", "", step("Expand(All)", "", step("NodeByLabelScan")))
    )
    check_plan("r", step("ProcedureCall", "db.labels() :: (label :: STRING)"))


@pytest.mark.parametrize("kind", ["rw", "w", "s", None, ""])
def test_a_query_of_any_other_kind_than_reading_is_refused(kind):
    with pytest.raises(QueryRefused):
        check_plan(kind, step("ProduceResults"))


@pytest.mark.parametrize(
    "deep",
    [
        step("LoadCSV"),
        step("ShowSettings"),
        step("TerminateTransactions"),
        step("Create"),
        step("RunQueryAt"),
        step("SomethingNew"),
        step("ProcedureCall", 'dbms.listConfig("db.labels()") :: (name :: STRING)'),
        step("ProcedureCall", ""),
    ],
    ids=lambda deep: deep["operatorType"] + deep["args"]["Details"],
)  # fmt: skip
def test_a_step_that_is_not_on_the_list_is_refused_however_deep(deep):
    with pytest.raises(QueryRefused):
        check_plan("r", step("ProduceResults", "", step("Apply", "", step("Argument"), deep)))


def test_a_missing_plan_is_no_permission():
    with pytest.raises(QueryRefused):
        check_plan("r", None)
