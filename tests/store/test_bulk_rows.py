"""Rows of a load as files: whole rows, once each, for their owner alone."""

import csv
import stat
from contextlib import closing
from datetime import date

import pytest

from graph.errors import StoreRefused
from graph.store.bulk_rows import BulkRows
from tests.store.first_sets import TEXTS


def person(id_, **facts):
    return {"id": id_, "facts": {"id": id_, **facts}}


def files(folder, *steps):
    with closing(BulkRows(folder)) as rows:
        for name, *taken in steps:
            rows.write([(name, {"rows": taken})])
        return [(one.named, read(one.path)) for one in rows.closed()]


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_row_with_another_column_begins_a_file_so_that_no_row_is_short(tmp_path):
    day = date(1990, 1, 2)
    people = [person("a", sought=True), person("b", born=day), person("c", sought=False)]
    named = "KinthreadPerson:Person"
    first, second = (
        ["id:ID(KinthreadPerson)", "do_not_contact:boolean", "sought:boolean"],
        ["born:date"],
    )
    assert files(tmp_path, ("load/people", *people)) == [
        (named, [first, ["a", "false", "true"]]),
        (
            named,
            [
                first + second,
                ["b", "false", "", "1990-01-02"],
                ["c", "false", "false", ""],
            ],
        ),
    ]


def test_a_link_that_comes_before_its_end_or_twice_is_written_once(tmp_path):
    speaks = {"source": "s", "person": "a"}
    source = {"id": "s", "facts": {"id": "s"}, "changed": []}
    written = dict(
        files(
            tmp_path,
            ("load/sources", source),
            ("load/informants", speaks, {"source": "s", "person": "nobody"}),
            ("load/people", person("a")),
            ("load/informants", speaks),
        )
    )
    assert written["INFORMANT"][1:] == [["s", "a"]]


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_is_one_cell_also_in_a_list(tmp_path, text):
    [(_, [_, row])] = files(
        tmp_path, ("load/people", person("a", name=text, notes=[text, "b"]))
    )
    assert row == ["a", "false", text, f"{text}\x1fb"]


@pytest.mark.parametrize("texts", [[], ["a\x1fb"]])
def test_a_list_that_a_cell_cannot_hold_is_refused(tmp_path, texts):
    with pytest.raises(StoreRefused, match="without --first"):
        files(tmp_path, ("load/people", person("a", notes=texts)))


def test_only_its_owner_can_read_a_file(tmp_path):
    files(tmp_path, ("load/people", person("a")))
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
