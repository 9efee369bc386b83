"""What each audience may read, field by field."""

import pytest

from graph.export.audiences import rules
from graph.export.package import Audience
from graph.record.model import Records
from graph.record.schema import TABLES


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("audience", ["partner", "briefing", "public"])
def test_every_field_of_every_record_is_classified(table, audience):
    kind = TABLES[table].kind.__name__
    treated = rules(Audience(audience)).treatments[kind]
    assert treated.keys() == TABLES[table].types.keys()
    assert all(treated.values())


def test_every_record_is_classified():
    every = Records.__dataclass_fields__.keys()
    plurals = {table.plural for table in TABLES.values()}
    assert every - {"stopped"} == plurals  # who asked elsewhere is never handed over


@pytest.mark.parametrize("table", TABLES)
def test_no_field_is_classified_twice(table):
    treated = [row.field for row in TABLES[table].rows if row.treatments]
    assert len(treated) == len(set(treated))
