"""Times as people say them: each is read as it is meant, or asked back."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.errors import InvalidDate
from graph.record.dates import BEGINNING, END, Lag, Stretch, Window, month_of, years_before
from graph.record.phrase_table import bounds, counted_from, phrases
from graph.record.phrases import read_when
from graph.record.slips import SLIP
from tests.examples import examples

TOLD = Window(date(2021, 6, 15), date(2021, 6, 15))
DATA = Path(__file__).parents[1] / "data"
TABLES = Path(__file__).parents[2] / "graph" / "record" / "tables"
DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
NUMBERS = st.sampled_from(["a", "two", "three", "five", "ten", "twenty"])
VALUES = {"a": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "twenty": 20}


def rows(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def is_read_as(said):
    """Return how words are read, as the table of wanted windows writes it."""
    read = read_when(said, TOLD)
    if isinstance(read, Lag):
        kind = "length" if counted_from(read.basis) == "until" else "lag"
        return kind, str(read.least), ".." if read.most is None else str(read.most)
    kind = "date"
    if isinstance(read, Stretch):
        kind, read = "stretch" if read.divided else "or stretch", read.between
    first, last = read.window.earliest, read.window.latest
    return (
        kind,
        ".." if first == BEGINNING else first.isoformat(),
        ".." if last == END else last.isoformat(),
    )


WAYS = rows(DATA / "times.csv")


@pytest.mark.parametrize("row", WAYS, ids=lambda row: row["said"])
def test_a_way_to_say_a_time_is_read_as_it_is_meant_or_asked_back(row):
    if row["kind"] != "no":
        assert is_read_as(row["said"]) == (row["kind"], row["first"], row["last"])
        return
    with pytest.raises(InvalidDate) as refused:
        read_when(row["said"], TOLD)
    assert row["first"].lower() in refused.value.problem.lower()


def test_every_convention_of_a_basis_is_named_in_the_table():
    names = {one["name"] for one in rows(TABLES / "phrases.csv")}
    read = [
        read_when(row["said"], TOLD)
        for row in WAYS
        if row["kind"] in {"date", "stretch", "or stretch"}
    ]
    assert {one.basis for one in read} > {"stated"}
    units = ("day", "week", "month", "year")
    known = {name.replace("{unit}", unit) for name in names for unit in units} | {
        "stated",
        SLIP,
    }
    assert {part for one in read for part in one.basis.split(", ")} <= known


@pytest.mark.parametrize(
    "row", rows(TABLES / "months.csv"), ids=lambda row: row["1"] + row["6"]
)
def test_a_month_is_read_by_each_of_its_names(row):
    for number in range(1, 13):
        if name := row[str(number)]:
            month = month_of(date(2018, number, 1))
            for said in (f"{name} 2018", f"2018 {name.upper()}", f"{name}. 2018"):
                assert read_when(said).window == month
            assert read_when(f"5 {name} 2018").window.earliest == date(2018, number, 5)


def test_a_feast_is_near_its_computed_days_or_asked_back_with_them():
    for row in rows(TABLES / "feasts.csv"):
        said = f"{row['feast']} {row['first'][:4]}"
        try:
            read = read_when(said)
        except InvalidDate as twice:
            assert f"{row['first']}/{row['last']}" in twice.problem  # noqa: PT017  as rare
            continue
        assert read.basis.lower() == row["feast"]
        assert read.window.earliest == date.fromisoformat(row["first"]) - timedelta(days=1)
        assert read.window.latest == date.fromisoformat(row["last"]) + timedelta(days=1)


def moved(day, unit, count):
    """Return the same day so many units later."""
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    if unit == "year":
        return years_before(day, -count)
    month = month_of(day, count)
    return min(month.earliest + timedelta(days=day.day - 1), month.latest)


@given(DAYS, NUMBERS, st.sampled_from(["day", "week", "month", "year"]))
def test_so_long_later_and_so_long_ago_hold_the_day_of_the_calendar(day, number, unit):
    other = moved(day, unit, VALUES[number])
    for end in ("later", "after", "before"):
        lag = read_when(f"{number} {unit}s {end}")
        assert lag.least <= (other - day).days <= lag.most
    ago = read_when(f"{number} {unit}s ago", Window(other, other))
    assert ago.window.earliest <= day <= ago.window.latest


@given(DAYS, DAYS)
def test_a_telling_that_is_not_known_to_the_day_widens_what_counts_from_it(one, other):
    told = Window(min(one, other), max(one, other))
    for phrase in phrases():
        if phrase.kind.startswith(("telling", "calendar")) and "{" not in phrase.phrase:
            windows = [
                read_when(phrase.phrase, Window(day, day)).window for day in (one, other)
            ]
            assert read_when(phrase.phrase, told).window == windows[0] | windows[1]


@pytest.mark.parametrize("phrase", ["two years ago", "last year", "this week", "recently"])
def test_what_counts_from_an_unknown_telling_may_be_at_any_time(phrase):
    assert read_when(phrase).window == Window()


def test_a_month_of_last_year_is_of_each_year_that_the_telling_leaves_open():
    told = Window(date(2020, 7, 1), date(2021, 12, 31))
    read = read_when("March last year", told)
    assert read.window == Window(date(2019, 3, 1), date(2020, 3, 31))
    assert read.basis == "counted from the telling"
    with pytest.raises(InvalidDate):
        read_when("March last year")


WORDS = sorted({word for one in phrases() for word in one.phrase.split()} - {"{n}"})


@examples(300)
@example(["early", "one", "morning", "in", "spring", "2017"])
@example(["before", "Ramadan", "2018", "in", "2017"])
@example(["last", "6", "am", "on", "30", "February", "2017"])
@example(["the", "fifth", "Friday", "of", "February", "2017"])
@given(st.lists(st.sampled_from([*WORDS, "2017", "June", "24", "2018-03", "two"]), max_size=7))
def test_any_words_are_read_or_refused_in_a_sentence(words):
    try:
        read = read_when(" ".join(words), TOLD)
    except InvalidDate as refused:
        assert len(refused.problem) > 10  # noqa: PT017  either way is fine
    else:
        assert isinstance(read, Lag) or not read.window.empty


@pytest.mark.parametrize(
    ("said", "only_bounds"),
    [
        ("by June 2018", True),
        ("two weeks after June 2018", True),
        ("before Ramadan 2018", True),
        ("late 2017", False),
        ("Eid al-Fitr 2017", False),
        ("last year", False),
        ("June 2018", False),
    ],
)
def test_words_that_only_bound_a_time_are_told_from_those_that_name_one(said, only_bounds):
    assert bounds(read_when(said).basis) is only_bounds
