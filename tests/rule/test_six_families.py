"""The six families of the report: the answers that they must get, row by row."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from graph.rule.answer import answer
from graph.views.person_view import profile
from graph.words.answer_json import as_json
from graph.words.answer_text import AnswerText
from ingest import read

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "data_samples" / "asa17-3798-2021"

MIHRIBAN = "mihriban-eldest-child"
OMER = "omer-youngest-daughter"
RIZWANGUL = "rizwangul-son"
DILNUR = "dilnur-son"
MAMUTJAN = "mamutjan-son"
MERIPET = "meripet-youngest-child"

TABLE = [
    (
        MIHRIBAN,
        "2016-12-31",
        {"mother-of-mihriban": "unknown", "father-of-mihriban": "unknown"},
    ),
    (
        MIHRIBAN,
        "2020-07-01",
        {
            "mother-of-mihriban": "no",
            "father-of-mihriban": "unknown",
            "relatives-of-mihriban": "unknown",
        },
    ),
    (OMER, "2017-09-15", {"mother-of-meryem": "unknown", "father-of-meryem": "unknown"}),
    (
        OMER,
        "2017-12-01",
        {
            "friend-of-omer": "yes",
            "mother-of-meryem": "no",
            "father-of-meryem": "no",
            "mother-of-omer": "no",
            "father-of-omer": "no",
        },
    ),
    (OMER, "2019-06-01", {"friend-of-omer": "unknown"}),
    (
        RIZWANGUL,
        "2017-08-01",
        {
            "sister-of-rizwangul": "yes",
            "friends-of-rizwangul": "yes",
            "muhammed": "unknown",
            "mother-of-rizwangul": "unknown",
            "father-of-rizwangul": "unknown",
        },
    ),
    (
        RIZWANGUL,
        "2017-10-15",
        {
            "sister-of-rizwangul": "no",
            "friends-of-rizwangul": "no",
            "mother-of-rizwangul": "unknown",
            "father-of-rizwangul": "unknown",
        },
    ),
    (
        DILNUR,
        "2017-02-15",
        {
            "father-of-dilnur": "possibly",
            "sister-of-dilnur": "possibly",
            "mutual-relative-of-dilnur": "possibly",
            "mother-of-dilnur": "unknown",
        },
    ),
    (
        DILNUR,
        "2017-06-01",
        {
            "father-of-dilnur": "no",
            "mother-of-dilnur": "no",
            "sister-of-dilnur": "no",
            "mutual-relative-of-dilnur": "no",
            "extended-relatives-of-dilnur": "unknown",
        },
    ),
    (
        MAMUTJAN,
        "2017-03-01",
        {
            "muhherrem": "yes",
            "mother-of-mamutjan": "unknown",
            "father-of-mamutjan": "unknown",
            "in-laws-of-mamutjan": "unknown",
            "mother-of-muhherrem": "unknown",
        },
    ),
    (
        MAMUTJAN,
        "2018-01-01",
        {
            "muhherrem": "no",
            "mother-of-mamutjan": "no",
            "father-of-mamutjan": "no",
            "in-laws-of-mamutjan": "no",
            "mother-of-muhherrem": "no",
            "close-friends-of-mamutjan": "possibly",
        },
    ),
    (
        MAMUTJAN,
        "2021-01-01",
        {
            "friends-of-mamutjan": "yes",
            "muhherrem": "possibly",
            "mother-of-mamutjan": "no",
            "father-of-mamutjan": "no",
            "in-laws-of-mamutjan": "no",
            "mother-of-muhherrem": "no",
        },
    ),
    (MERIPET, "2017-06-01", {"mother-of-turghun": "unknown", "father-of-meripet": "abroad"}),
    (MERIPET, "2018-05-15", {"amina": "yes", "mother-of-turghun": "no"}),
    (MERIPET, "2018-11-15", {"amina": "no", "sister-in-law-of-turghun": "possibly"}),
    (
        MERIPET,
        "2019-02-01",
        {"amina": "no", "sister-in-law-of-turghun": "no", "mother-of-turghun": "no"},
    ),
]

BROTHERS_AND_SISTERS = {
    MIHRIBAN: ["mihriban-second-child", "mihriban-third-child", "mihriban-youngest-child"],
    OMER: ["omer-second-youngest-daughter"],
    RIZWANGUL: [],
    DILNUR: ["dilnur-younger-daughter"],
    MAMUTJAN: ["mamutjan-daughter"],
    MERIPET: ["meripet-eldest-child", "meripet-second-child", "meripet-third-child"],
}


@cache
def records():
    return read([REPORT]).records


@cache
def answered(child: str, on: str, known_on: str = ""):
    known = date.fromisoformat(known_on) if known_on else None
    return answer(records(), child, as_of=date.fromisoformat(on), known_on=known)


def values(child: str, on: str, known_on: str = "") -> dict[str, str]:
    return {r.person.id: r.answer.left.value for r in answered(child, on, known_on).relatives}


@pytest.mark.parametrize(("child", "on", "expected"), TABLE)
def test_the_table_of_the_six_families(child, on, expected):
    found = values(child, on)
    assert {person: found[person] for person in expected} == expected


@pytest.mark.parametrize(("child", "on", "expected"), TABLE)
def test_nobody_is_yes_beyond_the_table(child, on, expected):
    yes = {person for person, value in values(child, on).items() if value == "yes"}
    assert yes == {person for person, value in expected.items() if value == "yes"}


@pytest.mark.parametrize(("child", "on", "expected"), TABLE)
def test_brothers_and_sisters_get_the_same_answer(child, on, expected):
    for sibling in BROTHERS_AND_SISTERS[child]:
        found = values(sibling, on)
        assert {person: found[person] for person in expected} == expected


def test_what_was_not_known_then_is_not_read():
    assert values(OMER, "2017-09-15", "2017-09-15")["mother-of-meryem"] == "unknown"
    assert values(MIHRIBAN, "2020-07-01", "2020-07-01")["mother-of-mihriban"] == "unknown"


def test_parents_abroad_are_listed_as_abroad():
    found = values(MERIPET, "2018-05-15")
    assert (found["meripet"], found["turghun"]) == ("abroad", "abroad")


@pytest.mark.parametrize("on", ["2012-01-01", "2017-03-01", "2018-01-01", "2021-01-01"])
def test_mamutjans_parents_carry_the_stop_on_every_day(on):
    stopped = {r.person.id for r in answered(MAMUTJAN, on).relatives if r.do_not_contact}
    assert stopped == {"mother-of-mamutjan", "father-of-mamutjan"}


def test_rizwanguls_parents_carry_the_warning_of_the_household():
    warned = {
        r.person.id for r in answered(RIZWANGUL, "2017-08-01").relatives if r.asked_nearby
    }
    assert {"mother-of-rizwangul", "father-of-rizwangul"} <= warned


def test_when_amina_was_last_heard_is_told_after_her_messages_ended():
    people = as_json(AnswerText(answered(MERIPET, "2021-12-31")))["people"]
    [amina] = [one for one in people if one["id"] == "amina"]
    assert (amina["left"], amina["last_heard"]["latest"]) == ("no", "2018-06-30")


def test_amina_is_the_last_thread_in_may_2018():
    thread = as_json(AnswerText(answered(MERIPET, "2018-05-15")))["last_thread"]
    assert (thread["state"], thread["person"]) == ("one", "amina")
    assert "mother-of-turghun" in thread["lost"]


def test_what_happened_to_amina_later_is_shown_beside_her_yes():
    [amina] = [
        p
        for p in as_json(AnswerText(answered(MERIPET, "2018-05-15")))["people"]
        if p["id"] == "amina"
    ]
    assert {"contact_lost", "killed_in_custody"} <= set(amina["later"])
    assert (amina["relation"], amina["degree"]) == ("father's sister", 3)


def test_the_words_read_as_released_are_shown_with_their_reader():
    people = as_json(AnswerText(answered(MAMUTJAN, "2021-01-01")))["people"]
    [muhherrem] = [p for p in people if p["id"] == "muhherrem"]
    words = {belief["words"] for belief in muhherrem["beliefs"]}
    assert {"graduated", "five years old", "hospital"} <= words


def test_muhammed_is_a_mothers_cousin():
    [muhammed] = [
        r for r in answered(RIZWANGUL, "2017-08-01").relatives if r.person.id == "muhammed"
    ]
    assert (muhammed.reached.relation, muhammed.reached.degree) == ("mother's cousin", 5)


def test_no_father_is_recorded_for_rizwanguls_son():
    assert answered(RIZWANGUL, "2017-08-01").network.parents() == ("rizwangul",)


def test_the_four_children_were_seized_on_24_june_2020():
    place = as_json(AnswerText(answered(MIHRIBAN, "2020-07-01")))["clocks"]["last_place"]
    assert place["earliest"] == "2020-06-24"


def test_omers_daughters_were_not_heard_for_1594_days():
    clock = as_json(AnswerText(answered(OMER, "2021-03-19")))["clocks"]["direct_voice"]
    assert clock["earliest"] == "2016-11-01"


@pytest.mark.parametrize("child", [MAMUTJAN, "mamutjan-daughter"])
def test_mamutjans_children_were_perhaps_heard_until_their_mother_was_taken(child):
    """L208 says "regular contact", of three who were stranded. Who spoke is a reading."""
    voice = as_json(AnswerText(answered(child, "2021-01-01")))["clocks"]["direct_voice"]
    assert (voice["earliest"], voice["latest"]) == (None, "2017-04-29")
    other = {MAMUTJAN: "mamutjan-daughter"}.get(child, MAMUTJAN)
    assert [values(child, on)[other] for on in ("2017-03-01", "2018-01-01")] == [
        "possibly",
        "unknown",
    ]


@pytest.mark.parametrize("person", ["mihriban", "ablikim", "dilnur"])
def test_originally_from_kashgar_is_no_stay(person):
    around = answered(MIHRIBAN if person != "dilnur" else DILNUR, "2021-01-01").network
    assert not [e for e in around.place_events(person) if e.place == "kashgar"]
    assert [e.place for e in profile(records(), person, ()).origins] == ["kashgar"]


@pytest.mark.parametrize(("child", "on"), [(MAMUTJAN, "2013-06-01")])
def test_children_abroad_with_their_parents_are_not_separated(child, on):
    assert answered(child, on).board.separated == "no"


@pytest.mark.parametrize("child", [MIHRIBAN, OMER, RIZWANGUL, DILNUR, MAMUTJAN, MERIPET])
def test_each_child_is_on_the_board_in_2018(child):
    shown = answered(child, "2018-01-01").board
    assert (shown.listed, shown.separated) == (True, "yes")
