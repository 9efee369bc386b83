"""Whatever a question reads over a doubtful tie, it says as possible."""

import re
from dataclasses import replace

import pytest

from graph.questions.asking import ask
from graph.questions.library import names, question
from graph.record.vocabulary import Stance
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from tests.builders import ABROAD, event, family, person, tie, when

OF_TIES = {"kin", "care", "within", "after"}
"""Columns that say how sure a tie is, alone or with what else has to be so."""
ONLY_NAMED = {
    "children_in_one_institution",
    "doubts",
    "families_of_one_shape",
    "gaps",
    "never_recorded",
}
"""They count or list who is recorded beside whom, and say nothing of anybody over a tie."""
READ_TIES = sorted(
    name
    for name in names()
    if re.search(r"PARENT_OF|SIBLING_OF|KIN_OF|CARES_FOR", question(name).query.text)
)
HISTORY = (
    person("brother", born=when("2008").window),
    tie("mother", "parent_of", "brother"),
    tie("granny", "cares_for", "child", since=when("2012-01-01")),
    event("left_country", "brother", "2012-02-01", place=ABROAD),
    event("lived_at", "child", "2012-02-01", place="town"),
    event("passport_denied", "mother", "2014-01-01"),
    event("taken_to_camp", "aunt", "2012-09-01", id_="camp"),
    event("taken_to_camp", "granny", "2013-01-01", id_="grannys-camp"),
)


def asked(store, name: str, *claims: object) -> list[dict[str, object]]:
    records = family(*HISTORY, *claims)
    store.load(records, IngestRun(id="run"))
    derive_calendars(store)
    given = {"child": "child", "as_of": "2015-01-01"}
    given = {one: value for one, value in given.items() if one in question(name).query.params}
    return [dict(row) for row in ask(store, question(name), given).rows]


@pytest.mark.parametrize("name", [name for name in READ_TIES if name not in ONLY_NAMED])
def test_over_a_denied_tie_nothing_is_certain(store, name):
    said = [row[one] for row in asked(store, name) for one in OF_TIES & row.keys()]
    assert "certainly" in said
    denied = [
        replace(one, id=f"{one.id}-denied", stance=Stance.DISPUTES)
        for one in family(*HISTORY).ties
    ]
    rows = asked(store, name, *denied)
    said = [row[one] for row in rows for one in OF_TIES & row.keys()]
    of_the_child_itself = sum(row.get("whose") == "child" for row in rows)
    assert "possibly" in said
    assert said.count("certainly") == of_the_child_itself
