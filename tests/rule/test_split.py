"""Law 4 over real tables: claims of several data sets, in any order and again, say the same.

The same law over a store is in `tests/store/test_data_sets.py`; this one needs none.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.record.model import Records
from graph.rule.calendar import calendar
from graph.rule.network import network
from ingest import read
from tests.conftest import BOTH_SETS
from tests.examples import examples
from tests.rule.calendars import one_of_each_family
from tests.store.split import torn


@cache
def whole(folder: Path):
    """The rows of a set as they can be torn, and what it says of a child of each family."""
    records = read([folder]).records
    return torn(folder), answers(records, children(records))


def children(records):
    return tuple(one_of_each_family(records).values())


def answers(records, of):
    return {child: calendar(network(records, child)) for child in of}


def joined(parts):
    """All records of some parts, each once, as a store keeps them: of the first set by name."""
    kept = {}
    for part in parts:
        for name in part.__dataclass_fields__:
            for one in getattr(part, name):
                key = name, getattr(one, "id", one)
                if key not in kept or _set_of(one) < _set_of(kept[key]):
                    kept[key] = one
    fields = {name: [] for name in Records.__dataclass_fields__}
    for (name, _), one in kept.items():
        fields[name].append(one)
    return Records(**{name: tuple(found) for name, found in fields.items()})


def _set_of(one):
    return getattr(one, "dataset", "")


@pytest.mark.parametrize("folder", BOTH_SETS, ids=lambda folder: folder.name)
@examples(6)
@example(seed=17, many=2)
@given(seed=st.integers(0, 10_000), many=st.integers(2, 5))
def test_any_split_in_any_order_with_repeats_gives_every_child_the_same_calendar(
    folder, seed, many
):
    chance = Random(seed)  # noqa: S311 - Hypothesis keeps the seed
    rows, wanted = whole(folder)
    with TemporaryDirectory() as below:
        parts = []
        for number, part in enumerate(rows.parts(chance, many)):
            rows.write(part, Path(below) / f"set{number}")
            reading = read([Path(below) / f"set{number}"])
            assert not reading.rejected
            parts.append(shuffled(reading.records, chance))
    parts += chance.sample(parts, chance.randint(0, many))
    chance.shuffle(parts)
    assert answers(joined(parts), wanted) == wanted


def shuffled(records, chance):
    """The same records, in another order of rows."""
    return replace(
        records,
        **{
            name: tuple(chance.sample(rows, len(rows)))
            for name in ("people", "ties", "events", "interpretations")
            if (rows := getattr(records, name))
        },
    )
