"""Each question has a known answer on the six families and on the invented ones."""

import csv
from datetime import date

import pytest

from graph.questions.library import names
from tests.questions.cases import CASES, MERIPET, MIHRIBAN
from tests.questions.conftest import INVENTED
from tests.rule.calendars import REPORT

OF_THE_INVENTED = tuple(
    f"@{source}"
    for source in (
        *(f"t-{x}" for x in ["fable", "saga", "yarn", "ballad", "riddle", "legend"]),
        "i-",
        "l-",
        "m-",
        "n-",
        "d-",
        "v-",
    )
)

ROWS = {
    "appeals": (9, 6),
    "children_in_one_institution": (8, 3),
    "claims_that_disagree": (0, 5),
    "families_of_one_shape": (6, 8),
    "held_after_a_relative_left": (4, 5),
    "held_after_contact": (7, 3),
    "lifelines": (5, 2),
    "never_recorded": (0, 4),
    "nobody_left": (13, 4),
    "one_left": (0, 0),
    "passports_that_separated": (8, 5),
    "places_of_detention": (1, 5),
    "requests_and_breaches": (4, 4),
    "shared_relays": (4, 3),
    "siblings_abroad": (6, 5),
    "siblings_apart": (2, 3),
    "taken_after_caring": (4, 2),
    "turning_18": (2, 0),
}
"""How many rows each question has on its own: of the six families alone, and with others."""
IN_THE_TABLES = {
    "relay_chains": ("events", lambda row: row["relayed_by"]),
    "under_duress": ("events", lambda row: row["duress"] == "yes"),
    "coded_words": ("interpretations", lambda row: row["reading"]),
}
"""Questions that have a row for each row of a table."""


@pytest.mark.parametrize(
    ("name", "given", "columns", "expected"),
    CASES,
    ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)],
)
def test_a_question_has_its_known_answer(told, name, given, columns, expected):
    found = told(name, columns, **given)
    assert [row for row in expected if row not in found] == []


def test_every_question_has_a_case():
    assert {case[0] for case in CASES} == set(names())


def test_nobody_of_meripets_is_left_in_the_end_and_somebody_was_before(told):
    assert set(MERIPET).isdisjoint(
        child for (child,) in told("nobody_left", "child_id", as_of="2018-05-15")
    )
    assert set(MERIPET) <= {
        child for (child,) in told("nobody_left", "child_id", as_of="2019-05-01")
    }


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_question_has_no_row_more_than_is_known(answered, name):
    rows = answered(name).rows
    invented = sum(any(source in str(row) for source in OF_THE_INVENTED) for row in rows)
    assert (len(rows) - invented, invented) == ROWS[name]


@pytest.mark.parametrize("name", sorted(IN_THE_TABLES))
def test_a_question_has_a_row_for_each_row_of_the_tables(answered, name):
    table, counts = IN_THE_TABLES[name]
    written = 0
    for folder in (REPORT, INVENTED):
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            written += sum(bool(counts(row)) for row in csv.DictReader(file))
    assert len(answered(name).rows) == written > 0


def test_a_child_without_a_recorded_caregiver_has_the_row_that_says_so(told):
    assert told("caregivers", "person_id how days_without_least", child="gulvesher") == [
        (None, "nobody", None)
    ]


@pytest.mark.parametrize("day", ["2017-09-15", "2019-05-01", "2021-12-31"])
def test_the_days_without_a_caregiver_count_from_when_that_time_began(loaded, told, day):
    on, counted = date.fromisoformat(day), 0
    columns = "how from_earliest from_latest days_without_least days_without_most"
    for child in loaded.children():
        *_, (how, earliest, latest, least, most) = told(
            "caregivers", columns, child=child, as_of=day
        )
        assert how == "nobody"
        for end, days in ((latest, least), (earliest, most)):
            if end is not None:
                assert days == max(0, (on - date.fromisoformat(end)).days), child
                counted += 1
            else:
                assert days in (None, 0), child
    assert counted


def test_care_that_began_later_is_no_care_yet(told):
    found = told("caregivers", "person_id how", child="tumarsha", as_of="2018-04-14")
    assert found == [(None, "nobody")]


def test_a_detention_is_no_breach_and_contact_before_the_request_neither(told):
    contacts = {contact for (contact,) in told("requests_and_breaches", "contact_id")}
    assert contacts == {None, "mother-of-mamutjan-called", "mamutjan-line-busy"}


def test_siblings_who_went_the_same_way_are_not_called_apart(told):
    apart = {frozenset(pair) for pair in told("siblings_apart", "child_id sibling_id")}
    assert frozenset(MIHRIBAN[:2]) not in apart
    assert frozenset(MERIPET[:2]) not in apart


def test_a_family_of_a_shape_that_enough_others_have_is_not_listed(told):
    every = told("families_of_one_shape", "alike_with_home", fewer_than="5")
    few = told("families_of_one_shape", "alike_with_home", fewer_than="2")
    assert every
    assert len(few) < len(every)
    assert {alike for (alike,) in few} == {1}


@pytest.mark.parametrize("name", ["nobody_left", "one_left", "places_of_detention"])
def test_a_day_before_anything_happened_has_no_rows(told, name):
    assert told(name, "claims", as_of="1950-01-01") == []


def test_what_is_for_internal_use_is_marked_whatever_the_question(told):
    marked = dict(
        told("who_is_left", "person_id sensitive", child="kelvishe", as_of="2018-09-15")
    )
    assert marked["munzar"] is True, "his call stands in a letter that is internal"
    assert marked["shervile"] is False


def test_every_row_with_something_to_prove_names_claims(answered):
    for name in sorted(set(names()) - {"who_is_left", "relatives", "caregivers"}):
        found = answered(name)
        columns = [c.name for c in found.question.columns if c.holds("Claim.id")]
        assert columns, name
        for row in found.rows:
            assert any(row[column] for column in columns) or name == "nobody_left", (name, row)
