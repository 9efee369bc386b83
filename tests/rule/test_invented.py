"""The invented families, whose answers were walked by hand before the rule was run."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from graph.rule.left import left
from graph.rule.network import Network, network
from graph.rule.separation import board
from ingest import read

ROOT = Path(__file__).parents[2]
SHEET = ROOT / "tests" / "data" / "invented_expected.csv"


@cache
def around(child: str, known_on: str) -> Network:
    records = read([ROOT / "data_samples" / "invented"]).records
    known = date.fromisoformat(known_on) if known_on else None
    return network(records, child, known_on=known)


def rows():
    with SHEET.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = f"{row['person']} for {row['child']} on {row['as_of']} {row['known_on']}"
            yield pytest.param(row, id=name)


@pytest.mark.parametrize("row", list(rows()))
def test_the_invented_families(row):
    network_ = around(row["child"], row["known_on"])
    answer = left(network_, row["person"], date.fromisoformat(row["as_of"]))
    assert answer.left == row["left"], row["why"]


@pytest.mark.parametrize("day", ["2018-06-01", "2021-03-01", "2021-12-31", "2030-01-01"])
def test_a_child_who_lives_abroad_with_her_parents_is_not_on_the_board(day):
    assert not board(around("sabizhel", ""), date.fromisoformat(day)).listed
