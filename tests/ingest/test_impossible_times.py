"""Times that cannot be meant: later than their telling, of another calendar, backwards."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.adding_up import facts
from graph.record.dates import Window
from graph.record.phrase_table import counted_from, phrases
from graph.record.schema import TABLES, Holds
from graph.record.vocabulary import event_types
from graph.rule.answer import answer
from ingest import read
from ingest.checks.plausible import FIRST, LAST, improbable
from tests.ingest.valley import known_of, problems

ROWS = {
    "sources": {"id": "x", "title": "X"},
    "people": {"id": "x", "name": "X", "age_text": "five"},
    "kinship": {"id": "x", "person": "dilnur", "kind": "knows", "relative": "friends"},
    "events": {"id": "x", "type": "called", "subject": "friends"},
}
DATES = [
    (table.name, column)
    for table in TABLES.values()
    for column, holds in table.holds.items()
    if holds is Holds.DATE
]
CLAIMS = [pair for pair in DATES if pair[0] != "sources"]
"""The columns of what is told; a source's own are its tellings."""


def row(table, column, text):
    cells = {**ROWS[table], column: text}
    if column != "age_on":
        cells.pop("age_text", None)
    return {f"{name}_" if name == "from" else name: cell for name, cell in cells.items()}


@pytest.mark.parametrize(("table", "column"), CLAIMS)
@pytest.mark.parametrize("text", ["2021-03-02", "2022", "2099-06/.."])
def test_what_is_later_than_its_telling_is_rejected(one_rejected, table, column, text):
    assert "later than the telling: letter was told by 2021-03-01" in one_rejected(
        table, **row(table, column, text)
    )


@pytest.mark.parametrize(("table", "column"), CLAIMS)
@pytest.mark.parametrize("text", ["2021-03-01", "2021", "2020/..", "currently"])
def test_what_may_be_of_the_day_of_its_telling_is_taken(family, table, column, text):
    if column == "edtf" and text == "currently":
        text = "2021-03"
    assert problems(read([family.add(table, **row(table, column, text)).csv()])) == []


@pytest.mark.parametrize(("table", "column"), DATES)
def test_what_has_not_come_yet_is_rejected_though_no_telling_is_known(family, table, column):
    family.tables["sources"][0].pop("said_on")
    family.add(table, **row(table, column, f"{datetime.now(UTC).date() + timedelta(9)}"))
    assert "has not come yet" in " ".join(problems(read([family.csv()])))


def test_a_plan_may_be_for_a_day_after_its_telling(family):
    family.add("events", **ROWS["events"], when="2021-06", basis="planned")
    assert problems(read([family.csv()])) == []


@pytest.mark.parametrize("name", [n for n, type_ in event_types().items() if type_.term])
@pytest.mark.parametrize("until", ["2032-05", "for fifteen years"])
def test_a_term_may_end_after_its_telling(family, name, until):
    sentence = {"id": "x", "type": name, "subject": "friends", "when": "2017-05"}
    family.add("events", **sentence, until=until)
    reading = read([family.csv()])
    assert problems(reading) == []
    assert facts(reading.records).events["x"].term.earliest.year in {2031, 2032}


def test_the_telling_may_be_known_to_the_store_alone(family):
    stored = read([family.csv()]).records
    text = "id,type,subject,when,source\nx,called,friends,2022-06,letter\n"
    [problem] = problems(read([family.file("events.csv", text)], known=known_of(stored)))
    assert "later than the telling" in problem


@pytest.mark.parametrize("slip", ["2022-06", "2107-06", "1438-09-01"])
def test_what_was_withdrawn_may_hold_the_slip(family, slip):
    family.add("events", **ROWS["events"], when=slip, standing="retracted")
    assert problems(read([family.csv()])) == []


def test_what_is_corrected_may_hold_the_slip(family):
    family.add("events", **ROWS["events"], when="2022-06", locator="p1")
    family.add("events", **ROWS["events"], when="2017-06", supersedes="x@letter:p1")
    assert problems(read([family.csv()])) == []


@pytest.mark.parametrize(("table", "column"), DATES)
@pytest.mark.parametrize("text", ["0438", "1438-09-01", "1396", "1499", "2560", "2112-05"])
def test_an_improbable_year_is_asked_back_in_every_date_column(
    one_rejected, table, column, text
):
    problem = one_rejected(table, **row(table, column, text))
    assert f"{column}: {text!r} is of the year {text[:4]}" in problem


def test_a_day_of_another_calendar_is_taken_with_its_window(family):
    family.add("events", **ROWS["events"], when="1438-09-01", edtf="2017-05-27")
    reading = read([family.csv()])
    assert problems(reading) == []
    assert reading.records.events[-1].when.text == "1438-09-01"


@given(st.dates(), st.dates())
def test_a_window_is_improbable_by_its_ends(one, other):
    window = Window(min(one, other), max(one, other))
    odd = {day for day in (one, other) if day not in (Window().earliest, Window().latest)}
    probable = all(FIRST <= day.year <= LAST for day in odd)
    assert (improbable(window) == "") is probable


LAGS = {one.name: one for one in phrases() if counted_from(one.name) in {"after", "before"}}


@pytest.mark.parametrize("phrase", LAGS.values(), ids=LAGS)
def test_a_lag_is_counted_from_the_event_on_its_own_side_only(family, phrase):
    words = phrase.phrase.replace("{n}", "three").replace("{weekday}", "Friday")
    right = counted_from(phrase.name)
    wrong = {"after": "before", "before": "after"}[right]
    family.tables["events"][0]["when"] = "2017"
    family.add("events", **ROWS["events"], when=words, **{right: "taken"})
    family.add("events", **{**ROWS["events"], "id": "y"}, when=words, **{wrong: "taken"})
    [problem] = problems(read([family.csv()]))
    assert problem.startswith("events.csv line 5:")
    assert f"put that event in {right}" in problem


def test_the_day_before_one_event_is_not_counted_from_another(one_rejected):
    cells = {**ROWS["events"], "when": "the day before", "after": "call", "before": "taken"}
    assert "after: 'call' takes the days of" in one_rejected("events", **cells)


RELEASE = {"id": "x", "type": "released", "subject": "dilnur", "ends": "taken"}


@pytest.mark.parametrize("type_", ["released", "reunified"])
@pytest.mark.parametrize("when", ["2017-05-31", "2016", "../2017-05"])
def test_a_release_before_its_detention_is_rejected(one_rejected, type_, when):
    problem = one_rejected("events", **{**RELEASE, "type": type_, "when": when})
    assert "ends: 'taken' was not before 2017-06-01, and this row says by" in problem


@pytest.mark.parametrize("type_", ["released", "reunified"])
def test_a_release_before_the_telling_of_a_detention_that_goes_on_is_taken(family, type_):
    """She "is in a camp now" began on an unknown day; another source frees her before that."""
    family.tables["events"][0]["when"] = "currently"
    family.add("events", **{**RELEASE, "type": type_, "when": "2017-05-31"})
    assert problems(read([family.csv()])) == []


@pytest.mark.parametrize("when", ["2017-06", "2017", "", "2019", "../2018"])
def test_a_release_that_may_be_later_is_taken(family, when):
    assert problems(read([family.add("events", **RELEASE, when=when).csv()])) == []


def test_a_release_of_another_person_is_rejected(one_rejected):
    problem = one_rejected("events", **{**RELEASE, "subject": "amina"})
    assert "ends: 'taken' held dilnur, not amina; name their detention" in problem


def test_a_member_is_released_from_the_detention_of_the_group(family):
    family.add("people", id="aunt", name="Aunt", member_of="friends")
    family.add("events", id="all", type="taken_to_camp", subject="friends", when="2017")
    family.add("events", **{**RELEASE, "subject": "aunt", "ends": "all"})
    assert problems(read([family.csv()])) == []


def test_a_line_that_died_in_a_winter_may_still_have_lived_in_february(family):
    family.tables["sources"][0]["said_on"] = "2021-06-01"
    family.add("people", id="omer", name="Omer").add("people", id="aunt", name="Aunt")
    family.add("places", id="far", name="Far", kind="country")
    family.add("kinship", id="o", person="omer", kind="parent_of", relative="amina")
    family.add("kinship", id="s", person="aunt", kind="sibling_of", relative="omer")
    family.add(
        "events", id="left", type="left_country", subject="omer", place="far", when="2016"
    )
    spoke = {"subject": "aunt", "with_": "omer"}
    family.add("events", id="dead", type="line_dead", when="winter 2020-21", **spoke)
    family.add("events", id="spoke", type="called", when="2021-01-15", **spoke)
    reading = read([family.csv()])
    assert problems(reading) == []
    relatives = answer(reading.records, "amina", as_of=date(2021, 2, 10)).relatives
    (aunt,) = (each.answer for each in relatives if each.person.id == "aunt")
    assert (aunt.left, reading.records.events[-2].when.basis) == ("possibly", "winter")
