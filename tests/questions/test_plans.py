"""No question of the library looks at every node, or pairs everything with everything."""

from datetime import date

import pytest

from graph.questions.library import names, question

MEANT: dict[str, set[str]] = {}
"""A question and the operators that it may use all the same, with the reason beside it."""
WIDE = {
    "AllNodesScan",
    "CartesianProduct",
    "DirectedAllRelationshipsScan",
    "UndirectedAllRelationshipsScan",
    "PartitionedAllNodesScan",
}
SAMPLE = {"date": date(2020, 1, 1), "integer": 3, "string": "x", "boolean": True}
WRITES = {
    "Create",
    "Merge",
    "SetProperty",
    "Delete",
    "DetachDelete",
    "ProcedureCall",
    "LoadCSV",
}


@pytest.mark.parametrize("name", names())
def test_a_question_scans_nothing_wide_and_writes_nothing(explained, name):
    asked = question(name)
    plan = explained(asked.query.text, {p.name: SAMPLE[p.type] for p in asked.params})
    assert "ProduceResults" in plan
    assert not set(plan) & WIDE - MEANT.get(name, set())
    assert not set(plan) & WRITES


@pytest.mark.parametrize("name", ["who_is_left", "relatives", "caregivers"])
def test_a_question_about_one_child_starts_at_that_child(explained, name):
    asked = question(name)
    plan = explained(asked.query.text, {p.name: SAMPLE[p.type] for p in asked.params})
    assert "NodeUniqueIndexSeek" in plan
    assert "NodeByLabelScan" not in plan


def test_the_check_would_see_a_wide_scan(explained):
    assert set(explained("MATCH (a), (b) RETURN a, b", {})) >= {
        "AllNodesScan",
        "CartesianProduct",
    }
