"""The good family of `valley.py` in a temporary folder, and a row that breaks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import read
from tests.ingest.valley import Family, good_count, problems


@pytest.fixture
def family(tmp_path: Path) -> Family:
    return Family(tmp_path / "valley")


@pytest.fixture
def one_rejected(family: Family) -> Callable[..., str]:
    """Add a row to the good family; it must be the only one rejected. Returns the sentence."""

    def reject(table: str, **cells: str) -> str:
        line = len(family.add(table, **cells).tables[table]) + 1
        reading = read([family.csv()])
        assert [(each.file.name, each.line) for each in reading.rejected] == [
            (f"{table}.csv", line)
        ], problems(reading)
        assert reading.total.taken == good_count()
        return reading.rejected[0].problem

    return reject
