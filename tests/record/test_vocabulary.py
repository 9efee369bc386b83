"""The table of event types: each row says all that a type means, and nothing else names one."""

import ast
import re
from pathlib import Path

import pytest

from graph.export.check.endangering import Surroundings, endangered
from graph.picture.pyvis_network import picture
from graph.record.schema import TABLES
from graph.record.vocabulary import (
    Care,
    Effect,
    event_types,
)
from graph.rule.answer import answer
from graph.rule.whereabouts import Side
from graph.views.lifelines import lifelines
from tests.builders import day, event, family, person, tie
from tests.event_tables import with_rows

ROOT = Path(__file__).parents[2]
NAMED = {
    "graph/pages/kit/canvas.py": {
        "moved",  # what a hand does with a card
    },
    "graph/record/vocabulary.py": {
        "asked_not_to_be_contacted",  # the row that the program writes itself to keep a stop
        "in_contact",  # a status of a person
        "released",  # an effect, and a status of a person
        "visited",  # what a relative does for a child
    },
    "graph/words/prose.py": {  # first words of sentences, by which a verb gets its form
        *("adopted", "advised", "deported", "died", "disappeared", "harassed", "imprisoned"),
        *("injured", "interrogated", "moved", "released", "returned", "reunified"),
        *("sentenced", "threatened", "transferred", "unfriended", "visited", "warned"),
    },
}
"""Words of code that are a type's name too, with the reason."""
ELSE = {"born"}
"""A type that is more often another word: the field of a person, in many modules."""
TYPES = sorted(event_types())
PYTHON = [p for room in ("graph", "ingest") for p in sorted((ROOT / room).rglob("*.py"))]
CYPHER = sorted((ROOT / "cypher").rglob("*.cypher"))
_NO_TYPE = re.compile(r"//[^\n]*|\.effect IN \[[^\]]*\]")
"""Comments, and lists of effects: "released" is one, too."""


def literals(path):
    """Texts of a module or a query that are the name of a type; comments are none."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        strings = (n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant))
    else:
        strings = re.findall(r"['\"`](\w+)['\"`]", _NO_TYPE.sub("", text))
    return {one for one in strings if isinstance(one, str)} & set(TYPES) - ELSE


def test_no_module_and_no_query_names_a_type():
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in (*PYTHON, *CYPHER)
        if (names := literals(path))
    }
    assert found == NAMED


@pytest.mark.parametrize("name", TYPES)
def test_every_row_says_who_is_the_subject_and_what_happened(name):
    row = event_types()[name]
    assert row.subject_is.startswith(("who", "the ", "what", "which"))
    assert row.words[:1].islower()


@pytest.mark.parametrize("name", TYPES)
def test_what_ends_or_opens_contact_reaches_somebody(name):
    row = event_types()[name]
    read = row.effect not in (Effect.CARE, Effect.PLACE, Effect.NONE)
    assert bool(row.reaches) is read


@pytest.mark.parametrize("name", TYPES)
def test_the_words_of_a_row_are_words_of_its_columns(name):
    row = event_types()[name]
    assert row.tells_place in ("", "at", "in", "out")
    assert row.control in ("", "inside", "outside", "perhaps")
    assert row.clock in ("", "voice", "news", "life")
    assert row.passport in ("", "lacking", "issued")
    assert row.institution in ("", *TABLES["places"].columns["kind"].words)


NEW = (
    event("rang_bells", "aunt", "2016-12-01", id_="bells", to="mother"),
    event("walled_in", "aunt", "2017-01-01", id_="walled", others=(("witness", "granny"),)),
    event("fed", "friend", "2016-01-01", id_="fed", to="child"),
)
"""Events of types that only the scratch table knows."""


@pytest.fixture
def told(tmp_path):
    """The answer for the child over events of new types."""
    with with_rows(tmp_path):
        yield answer(family(*NEW), "child", as_of=day("2017-02-01"))


def test_the_rule_takes_a_new_type_from_its_row(told):
    held = {one.person.id: one for one in told.relatives}
    assert [held[who].answer.status for who in ("aunt", "granny")] == ["held", "held"]
    assert held["friend"].care is Care.CAREGIVER


def test_the_notice_of_danger_takes_it(told):
    around = Surroundings(network=told.network, as_of=told.as_of)
    notices = list(endangered([around], frozenset(told.claims)))
    assert "Aunt rang bells for somebody abroad (1 statement)." in notices


def test_the_card_of_an_institution_takes_it(told):
    assert picture(told, places=True).card("walled").name == "prison, not named"


def test_the_timeline_takes_it(told):
    lines = {line.person: line for line in lifelines(told.network, ())}
    assert [point.words for point in lines["aunt"].points] == ["rang bells", "walled in"]


CALL = event("called", "aunt", "2017-01-15", id_="call", to="mother")


def left(*claims, on="2017-06-01"):
    """The answer for the aunt, who spoke with the mother on 15 January 2017."""
    found = answer(family(CALL, *claims), "child", as_of=day(on))
    return next(one.answer for one in found.relatives if one.person.id == "aunt")


@pytest.mark.parametrize(
    "name",
    [n for n in TYPES if event_types()[n].effect in (Effect.NONE, Effect.CARE)],
)
def test_a_type_without_effect_on_contact_changes_no_answer(name):
    assert left(event(name, "aunt", "2017-02", to="child")) == left()


@pytest.mark.parametrize(
    "name",
    [n for n in TYPES if event_types()[n].effect in (Effect.DEAD, Effect.HELD, Effect.LOST)],
)
def test_after_every_ending_nobody_is_left(name):
    found = left(event(name, "aunt", "2017-02"))
    assert (found.left, found.status) == ("no", event_types()[name].effect.value)


@pytest.mark.parametrize(
    "name", [n for n in TYPES if event_types()[n].effect is Effect.RELEASED]
)
def test_after_every_release_somebody_is_possibly_left(name):
    held = event("transferred", "aunt", "2017-02", id_="held")
    assert left(held, event(name, "aunt", "2017-04", ends="held")).left == "possibly"


TERMS = [name for name in TYPES if event_types()[name].term]


@pytest.mark.parametrize("name", TERMS)
def test_a_term_that_is_served_releases_nobody(name):
    assert left(event(name, "aunt", "2017-02", until="2017-03")).left == "no"


@pytest.mark.parametrize("name", TERMS)
@pytest.mark.parametrize("names", [{"ends": "held"}, {}], ids=["names it", "by its day"])
def test_a_release_before_the_end_of_a_term_counts_as_one_of_which_no_term_is_said(name, names):
    freed = event("released", "aunt", "2017-04", id_="freed", **names)
    called = event("called", "aunt", "2017-05", id_="call", to="mother")
    for later in ((freed,), (freed, called)):
        plain, term = (
            left(event(name, "aunt", "2017-01", id_="held", **until), *later)
            for until in ({}, {"until": "2022"})
        )
        assert (term.left, term.status) == (plain.left, plain.status)


@pytest.mark.parametrize(
    "claim",
    [
        event("letter_from_custody", "aunt", "2017-04", to="mother"),
        event("visited_in_custody", "granny", "2017-04", to="aunt"),
    ],
)
def test_a_letter_from_custody_or_a_visit_there_is_a_channel_and_no_release(claim):
    found = left(event("taken_to_camp", "aunt", "2017-02"), claim)
    assert (found.left, found.status) == ("possibly", "held_with_channel")


def test_of_somebody_who_was_deported_nobody_knows_where_they_are():
    found = answer(
        family(event("deported", "mother", "2017-02")), "child", as_of=day("2018-01-01")
    )
    assert found.network.side("mother", found.as_of) is Side.UNKNOWN


@pytest.mark.parametrize("term", ["legal guardian", "godparent"])
def test_a_guardian_and_a_godparent_are_within_reach_by_that_name(term):
    found = answer(family(tie("friend", "knows", "child", term=term)), "child")
    assert found.network.reached["friend"].relation.startswith(f"the child's {term}")


def test_a_twin_is_a_full_sibling_and_who_is_separated_is_still_married():
    twin = tie("twin", "sibling_of", "child", qualifier="twin")
    apart = tie("uncle", "spouse_of", "aunt", qualifier="separated")
    people = person("twin", sex="female"), person("uncle", sex="male")
    reached = answer(family(*people, twin, apart), "child").network.reached
    assert reached["twin"].relation == "sister"
    assert reached["uncle"].relation == "mother's sister's husband"
