"""The invented families, whose answers were worked out by hand before the rule was run."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from graph.rule.clocks import clocks
from graph.rule.left import left
from graph.rule.network import Network, network
from graph.rule.separation import board
from ingest import read

ROOT = Path(__file__).parents[2]
SHEETS = {"invented": "invented_expected.csv", "invented_elsewhere": "elsewhere_expected.csv"}
"""The sample sets, each with its answers."""


@cache
def around(child: str, known_on: str, sample: str = "invented") -> Network:
    records = read([ROOT / "data_samples" / sample]).records
    known = date.fromisoformat(known_on) if known_on else None
    return network(records, child, known_on=known)


def rows(sample: str):
    sheet = ROOT / "tests" / "data" / SHEETS[sample]
    with sheet.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = f"{row['person']} for {row['child']} on {row['as_of']} {row['known_on']}"
            yield pytest.param(row, id=name)


@pytest.mark.parametrize("row", list(rows("invented")))
def test_the_invented_families(row):
    network_ = around(row["child"], row["known_on"])
    answer = left(network_, row["person"], date.fromisoformat(row["as_of"]))
    assert answer.left == row["left"], row["why"]


@pytest.mark.parametrize("row", list(rows("invented_elsewhere")))
def test_the_families_of_a_moving_front_and_of_an_opened_prison(row):
    network_ = around(row["child"], row["known_on"], "invented_elsewhere")
    answer = left(network_, row["person"], date.fromisoformat(row["as_of"]))
    assert (answer.left, answer.status) == (row["left"], row["status"]), row["why"]


@pytest.mark.parametrize(
    ("child", "day", "way"),
    [
        ("tivor", "2021-02-28", None),
        ("tivor", "2021-03-01", "left behind"),
        ("tivor", "2022-06-30", "left behind"),
        ("tivor", "2022-07-01", "elsewhere"),
        ("tivor", "2023-04-14", "elsewhere"),
        ("tivor", "2023-04-15", "left behind"),
    ],
)
def test_a_front_line_moves_over_a_child(child, day, way):
    """His mother left for another country on 2021-03-01."""
    shown = board(around(child, "", "invented_elsewhere"), date.fromisoformat(day))
    assert (shown.way if shown.listed else None) == way


def test_a_grown_man_who_is_sought_is_on_the_board():
    shown = board(around("emil", "", "invented_elsewhere"), date(2025, 3, 10))
    assert (shown.listed, shown.adult_since) == (True, date(2017, 3, 3))


def test_a_sign_of_life_under_the_new_name_is_one_of_the_child():
    network_ = around("ilvane", "", "invented_elsewhere")
    assert network_.child.other_ids == ("petra-mill",)
    proof = clocks(network_, date(2021, 5, 10)).proof_of_life
    assert (proof.days_min, [event.id for event in proof.events]) == (5, ["petra-seen"])


def test_the_grandmother_asks_for_the_child():
    assert "orsolie" in around("ilvane", "", "invented_elsewhere").askers


@pytest.mark.parametrize("day", ["2018-06-01", "2021-03-01", "2021-12-31", "2030-01-01"])
def test_a_child_who_lives_abroad_with_her_parents_is_not_on_the_board(day):
    assert not board(around("sabizhel", ""), date.fromisoformat(day)).listed
