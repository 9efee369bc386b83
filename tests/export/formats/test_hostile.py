"""Whatever somebody is called: no file breaks, and the text comes back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.formats import FORMATS
from graph.export.formats.flattening import clean
from graph.export.formats.gedcom_lines import BANNED
from tests.builders import event, family, person
from tests.examples import examples
from tests.export.formats.handed import handed, written
from tests.export.formats.hostile import HOSTILE

NAMES = ("graphml", "gexf", "cytoscape", "csv", "cypher", "neo4j-admin", "jsonl")
SIGNS = st.sampled_from([*"ab\"'\\;,:/<>&@=+-\n\r\t\0\x0b\x1f\x7f\x85", "\u2028", "\u202e"])
TEXTS = st.one_of(st.text(min_size=1), st.lists(SIGNS, min_size=1).map("".join))


def over(text):
    return handed(family(person("friend", name=text), event("moved", "aunt", words=text)))


def found_in(name, text, said):
    """Whether a text is found again, but for what the format cannot hold and says so."""
    ends = text.replace("\r\n", "\n").replace("\r", "\n")
    return any(each in said for each in (text, clean(text), clean(ends)))


@pytest.mark.parametrize("name", NAMES)
@examples(25)
@given(TEXTS)
def test_any_text_is_found_again_in_the_text_of_the_file(name, text):
    assert found_in(name, text, FORMATS[name].text(written(name, over(text))))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text)[:30] for text in HOSTILE])
def test_a_hostile_text_is_found_again(name, text):
    assert found_in(name, text, FORMATS[name].text(written(name, over(text))))


@examples(25)
@given(TEXTS)
def test_any_text_is_found_again_in_gedcom_but_for_slashes_and_line_ends(text):
    said = FORMATS["gedcom"].text(written("gedcom", over(text)))
    kept = BANNED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert kept in said


@examples(25)
@given(TEXTS)
def test_any_text_makes_entities_that_are_one_a_line(text):
    lines = written("ftm", over(text)).split(b"\n")[:-1]
    assert all(json.loads(line)["schema"] for line in lines)


@pytest.mark.parametrize("name", [*NAMES, "gedcom", "gedcom551", "ftm"])
def test_half_a_pair_which_no_file_can_hold_breaks_nothing(name):
    half = over("a\ud83db")
    assert "a" in FORMATS[name].text(written(name, half))
    FORMATS[name].losses(half)
