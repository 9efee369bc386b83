"""The house: each name means one thing, and every room has its place in the layers."""

import ast
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = [
    path for room in ("graph", "ingest") for path in sorted(ROOT.glob(f"{room}/**/*.py"))
]
LOOSE = {"__init__", "__main__", "errors", "notebook", "settings"}
"""Modules that may lie at the top of `graph/`."""


def twice(names):
    return sorted(name for name, times in Counter(names).items() if times > 1)


def public_classes(path):
    body = ast.parse(path.read_text("utf-8")).body
    return [one.name for one in body if isinstance(one, ast.ClassDef) and one.name[0] != "_"]


def layers():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(one for one in contracts if one["id"] == "layers")


def test_no_public_class_name_means_two_things():
    assert twice(name for path in MODULES for name in public_classes(path)) == []


def test_no_file_name_means_two_things():
    assert twice(path.stem for path in MODULES if path.stem[:2] != "__") == []


def test_a_room_is_no_module_of_another_room():
    rooms = {path.parent.name for path in MODULES if path.name == "__init__.py"}
    rooms -= {"graph", "ingest"}
    inner = {path.stem for path in MODULES if path.parent.name != path.stem}
    assert sorted(rooms & inner) == []


def test_nothing_else_lies_loose_at_the_top():
    assert {path.stem for path in (ROOT / "graph").glob("*.py")} == LOOSE


def test_every_room_has_its_layer():
    named = {room for layer in layers()["layers"] for room in layer.replace(" ", "").split("|")}
    rooms = {f"graph.{path.stem}" for path in (ROOT / "graph").glob("*.py")}
    rooms |= {f"graph.{path.parent.name}" for path in (ROOT / "graph").glob("*/__init__.py")}
    assert named == (rooms | {"ingest"}) - {"graph.__init__"}


def test_the_layers_have_few_exceptions():
    assert len(layers().get("ignore_imports", [])) <= 3
