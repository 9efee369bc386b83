"""What each audience may read, field by field."""

import dataclasses

import pytest

from graph.export.audiences import TABLE, rules
from graph.export.package import Audience
from graph.record import model

RECORDS = [
    model.Dataset,
    model.Source,
    model.Place,
    model.PersonClaim,
    model.TieClaim,
    model.EventClaim,
    model.Interpretation,
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
@pytest.mark.parametrize("audience", ["partner", "briefing", "public"])
def test_every_field_of_every_record_is_classified(record, audience):
    told = rules(Audience(audience)).treatments[record.__name__]
    assert told.keys() == {field.name for field in dataclasses.fields(record)}


def test_every_record_is_classified():
    every = {field.name for field in dataclasses.fields(model.Records)}
    assert len(every - {"stopped"}) == len(RECORDS)  # who asked elsewhere is never handed over


def test_the_table_has_no_line_twice():
    lines = [line.split(",")[:2] for line in TABLE.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len({tuple(line) for line in lines})
