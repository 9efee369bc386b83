"""An option of an export is a field of `ExportOptions`; none is lost on its way."""

import inspect
from dataclasses import fields
from pathlib import Path

import pytest

from graph.commands.export_command import ExportOptions, export
from graph.commands.export_run import request_of
from graph.export.audiences import Extras
from graph.export.request import ExportRequest

NOT_OF_THE_REQUEST = {"form", "output", "each"}
"""What the files are and where they go: the command's own."""
OTHERWISE = {
    "param": ["child=x"],
    "as_of": "2018-05-15",
    "known_on": "2018-05-15",
    "degree": 2,
    "audience": "public",
    "output": Path("x"),
    "each": Path("x"),
}
BEFORE = {"form": ["pdf"], "audience": "partner", "by": "somebody"}
OPTIONS = [field.name for field in fields(ExportOptions)]


def another(name: str) -> object:
    """Another value of an option than the one that it has by default."""
    default = ExportOptions.__dataclass_fields__[name]
    if default.type == "bool" or default.default is False:
        return True
    return OTHERWISE.get(name, ["x"] if default.default is None else "x")


@pytest.mark.parametrize("name", sorted({*OPTIONS} - NOT_OF_THE_REQUEST))
def test_each_option_changes_the_request(name):
    before = request_of(ExportOptions(**BEFORE))
    assert request_of(ExportOptions(**BEFORE | {name: another(name)})) != before


def test_what_is_asked_for_by_name_is_an_option_of_the_same_name():
    assert {field.name for field in fields(Extras)} <= {*OPTIONS}


def test_each_field_of_the_request_is_set_by_an_option():
    """But the day of the export, and the warning, which the store decides."""
    every = {name: another(name) for name in OPTIONS if name not in NOT_OF_THE_REQUEST}
    before = request_of(ExportOptions(**BEFORE))
    after = request_of(ExportOptions(**BEFORE | every))
    same = [
        f.name
        for f in fields(ExportRequest)
        if getattr(before, f.name) == getattr(after, f.name)
    ]
    assert same == ["made_on", "warning"]


def test_the_command_has_the_options_and_no_others():
    assert [*inspect.signature(export).parameters] == OPTIONS
