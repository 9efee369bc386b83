"""What the documentation names is there: files, pages, commands, options, tasks of make."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from graph.__main__ import app as graph_app
from ingest.__main__ import app as ingest_app
from tests.docs.doc_pages import PAGES, ROOT, code_spans, links, name, sentences

ROOMS = ("graph", "ingest", "docs", "tests", "cypher", "data_samples", "static")
_COMMAND = re.compile(r"python -m (graph|ingest)\b([^`\n|#]*?)(?=  |[`\n|#])")
_TASK = re.compile(r"^\s*make ([a-z]+)", re.MULTILINE)
pages = pytest.mark.parametrize("page", PAGES, ids=name)


@pages
def test_each_link_and_picture_leads_to_a_file(page):
    targets = [one.split("#")[0] for one in links(page.read_text("utf-8")) if "://" not in one]
    assert [one for one in targets if not (page.parent / one).exists()] == []


@pages
def test_each_path_is_of_a_file_or_folder(page):
    paths = [one for one in code_spans(page.read_text("utf-8")) if _path(one)]
    assert [one for one in paths if not (ROOT / one).exists()] == []


def _path(code: str) -> bool:
    whole = re.fullmatch(r"[\w./-]+", code) and "/" in code
    return bool(whole) and code.split("/", maxsplit=1)[0] in ROOMS and "NNNN" not in code


@pages
def test_each_command_has_the_options_that_it_is_given(page):
    wrong = [
        (command, option)
        for program, rest in _COMMAND.findall(page.read_text("utf-8"))
        for command, options, known in [_read(program, rest)]
        for option in options
        if option not in known
    ]
    assert wrong == []


def _read(program: str, rest: str) -> tuple[str, list[str], set[str]]:
    """Return a command's name, the options that it is given, and those that it knows."""
    words = shlex.split(rest.replace("'", ""), posix=False)
    command = typer.main.get_command(graph_app if program == "graph" else ingest_app)
    path = program
    while hasattr(command, "commands") and words and words[0][0] != "-":
        path += f" {words[0]}"
        assert words[0] in command.commands, f"{path} is no command"
        command = command.commands[words.pop(0)]
    known = {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
    return path, [word for word in words if re.match(r"--?[a-z]", word)], known | {"--help"}


@pages
def test_each_task_of_make_is_one(page):
    known = set(
        re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    code = "\n".join(code_spans(page.read_text("utf-8")))
    assert set(_TASK.findall(f"{page.read_text('utf-8')}\n{code}")) - known - {"is"} == set()


def test_the_map_of_the_house_has_every_room():
    text = (ROOT / "README.md").read_text("utf-8")
    rooms = {path.parent for path in ROOT.glob("graph/*/__init__.py")} | {ROOT / "ingest"}
    absent = [room for room in rooms if f"| `{room.relative_to(ROOT).as_posix()}/`" not in text]
    assert absent == []


def test_each_page_of_the_documentation_can_be_come_to_from_the_readme():
    named = (ROOT / "README.md").read_text("utf-8")
    pages_ = [page for page in PAGES if page.name != "README.md"]
    assert [name(page) for page in pages_ if name(page) not in named] == []


def test_the_counts_of_attacks_are_those_of_the_files():
    folder = Path(ROOT / "tests" / "console")
    attacks = sum(
        len(path.read_text("utf-8").splitlines()) for path in folder.glob("*attacks.jsonl")
    )
    reads = len((folder / "reads.jsonl").read_text("utf-8").splitlines())
    said = (ROOT / "docs" / "console.md").read_text("utf-8")
    assert f"{attacks} attacks and {reads} honest queries" in said


def _types() -> list[tuple[str, str]]:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    return re.findall(r"`(\w+)`(?: \| | in )`([\w/]+\.py)`", text)


def test_ten_types_are_explained_and_the_store():
    assert len(_types()) == 11
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    assert [name_ for name_, _ in _types()[:10] if f"\n**`{name_}`** " not in text] == []


@pytest.mark.parametrize(("type_", "file"), _types())
def test_each_type_is_in_its_file(type_, file):
    assert re.search(rf"^class {type_}\b", (ROOT / file).read_text("utf-8"), re.MULTILINE)


def test_each_word_of_the_glossary_has_up_to_two_sentences_and_its_place_in_the_alphabet():
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    words_ = re.findall(r"^\| \*\*(.+?)\*\* \| (.+?) \|$", text, re.MULTILINE)
    listed = [word.replace("_", " ") for word, _ in words_]
    assert listed == sorted(listed)
    assert len(listed) > 30
    assert [word for word, said in words_ if len(list(sentences(said))) > 2] == []


def test_the_readme_names_every_command():
    text = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"python -m graph (\w+)", text)) | {"run", "hash", "clear"}
    assert set(typer.main.get_command(graph_app).commands) - named == set()
