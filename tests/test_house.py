"""The house: each name means one thing, and every room has its place in the layers."""

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from tests.docs.doc_pages import sentences, words
from tests.docs.test_prose import MOST_WORDS, ODD

ROOT = Path(__file__).parents[1]
MODULES = [
    path for room in ("graph", "ingest") for path in sorted(ROOT.glob(f"{room}/**/*.py"))
]
LOOSE = {"__init__", "__main__", "errors", "notebook", "settings"}
"""Modules that may lie at the top of `graph/`."""
NO_SUBJECT = re.compile(r"(What|Who|How|Which|Where|When|Whom|Whose|Why)\b")
TABLE = re.compile(r"\S {2,}\S")
"""A paragraph of a docstring in columns is no sentence."""


def twice(names):
    return sorted(name for name, times in Counter(names).items() if times > 1)


@cache
def tree(path):
    return ast.parse(path.read_text("utf-8"))


def public_classes(path):
    return [
        one.name
        for one in tree(path).body
        if isinstance(one, ast.ClassDef) and one.name[0] != "_"
    ]


def layers():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(one for one in contracts if one["id"] == "layers")


CODE = re.compile(r"`[^`]*`|^\s*[\w, ]+: ", re.MULTILINE)
"""Names of the code within a docstring: what is in backquotes, and arguments."""


def docstrings():
    for path in MODULES:
        yield str(path.relative_to(ROOT)), ast.get_docstring(tree(path)) or ""


def prose(text):
    paragraphs = [one for one in text.split("\n\n") if not TABLE.search(one)]
    return list(sentences("\n\n".join(paragraphs)))


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


def test_every_module_says_what_it_is_by_a_thing_or_a_verb():
    assert [path for path, text in docstrings() if not text or NO_SUBJECT.match(text)] == []


@cache
def explanations():
    """Return every docstring, also those of values, with its place."""
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno}", CODE.sub("", node.value.value))
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ]


def test_every_docstring_uses_the_usual_words():
    assert [
        (place, odd[0]) for place, text in explanations() if (odd := ODD.search(text))
    ] == []


def test_no_docstring_begins_by_telling():
    assert [place for place, text in explanations() if re.match("Tells? ", text)] == []


def test_every_sentence_of_a_module_docstring_is_short():
    long = [
        (path, one)
        for path, text in docstrings()
        for one in prose(text)
        if len(words(one)) > MOST_WORDS
    ]
    assert long == []


def test_no_thread_of_a_test_keeps_a_lane_from_ending():
    threads = [
        (str(path.relative_to(ROOT)), node.lineno)
        for path in sorted(ROOT.glob("tests/**/*.py"))
        if "Thread(" in path.read_text("utf-8")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] == "Thread"
        and "daemon" not in {keyword.arg for keyword in node.keywords}
    ]
    assert threads == []
