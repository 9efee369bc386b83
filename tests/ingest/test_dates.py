"""What a row makes of times: phrases, lags, tellings and ages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InvalidDate
from graph.record.dates import ALWAYS, Lag, Window, edtf_window
from graph.record.vocabulary import event_types
from ingest import read
from ingest.moments import born, moment
from tests.examples import examples
from tests.ingest.valley import known_of

JUNE = edtf_window("2018-06")
EVENT = {"id": "x", "type": "called", "subject": "friends"}


def event(family, **cells):
    reading = read([family.add("events", **EVENT | cells).csv()])
    assert not reading.rejected
    return reading.records.events[-1]


def test_a_phrase_keeps_its_words_and_names_its_convention(family):
    when = event(family, when="late 2017").when
    assert (when.text, when.basis) == ("late 2017", "late in a year")
    assert when.window == Window(date(2017, 9, 1), date(2017, 12, 31))


def test_edtf_gives_the_window_and_when_keeps_the_words(family):
    when = event(family, when="as the roses bloomed", edtf="2018-05/2018-06").when
    assert (when.text, when.basis) == ("as the roses bloomed", "as typed")
    assert when.window == edtf_window("2018-05/2018-06")


def test_edtf_alone_is_stated(family):
    when = event(family, edtf="2018-05").when
    assert (when.text, when.basis) == ("2018-05", "stated")


def test_a_lag_phrase_gives_the_lag_and_leaves_the_window_open(family):
    claim = event(family, when="soon after", after="taken")
    assert claim.lag == Lag(least=0, most=60, basis="soon after")
    assert (claim.when.window, claim.when.text) == (ALWAYS, "soon after")


def test_stated_days_override_the_phrase(family):
    claim = event(family, when="soon after", after="taken", lag_min="3")
    assert claim.lag == Lag(least=3, most=None, basis="stated")


@pytest.mark.parametrize("said", ["by June 2017", "two months later", "for two years"])
def test_words_that_only_bound_a_time_are_kept_beside_the_window_of_edtf(family, said):
    claim = event(family, when=said, edtf="2017-06/2017-08", after="taken")
    assert (claim.when.text, claim.when.basis, claim.lag) == (said, "as typed", None)
    assert claim.when.window == edtf_window("2017-06/2017-08")


def test_how_long_it_lasted_gives_its_end(family):
    until = event(family, when="2017-03", until="for two weeks").until
    assert (until.text, until.basis) == ("for two weeks", "for N weeks")
    assert until.window == Window(date(2017, 3, 12), date(2017, 4, 17))


@pytest.mark.parametrize(
    ("cells", "advice"),
    [
        ({"when": "for two weeks"}, "put it into until"),
        ({"when": "for two weeks", "after": "taken"}, "put it into until"),
        ({"until": "for two weeks"}, "write a date"),
        ({"when": "2017", "until": "two weeks later"}, "write a date"),
    ],
)
def test_how_long_it_lasted_is_not_when_it_was(one_rejected, cells, advice):
    assert advice in one_rejected("events", **EVENT | cells)


KINDS = [one for one in event_types().values() if not (one.must_end or one.about_a_place)]
ENDED_BY_ANOTHER = {"held", "missing", "lost", "care", "place"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_from_and_to_are_two_sides_of_what_lasts_and_asked_for_of_what_another_event_ends(
    family, kind
):
    said = "from March 2017 to mid-May 2018"
    reading = read([family.add("events", **EVENT | {"type": kind.name, "when": said}).csv()])
    if not kind.lasts and kind.effect in ENDED_BY_ANOTHER and not kind.passing:
        assert "the other into until" in reading.rejected[0].problem
        return
    claim = reading.records.events[-1]
    assert claim.when.text == said
    if kind.lasts:
        assert claim.when.window == edtf_window("2017-03")
        assert claim.until.window == edtf_window("2018-05-11/2018-05-20")
    else:
        assert claim.when.window == edtf_window("2017-03-01/2018-05-20")
        assert claim.until is None


LASTING = [kind.name for kind in KINDS if kind.lasts]


@pytest.mark.parametrize("kind", LASTING)
def test_until_alone_is_the_end_of_what_lasts(family, kind):
    claim = event(family, type=kind, when="until June 2018")
    assert (claim.when.window.latest, claim.until.window) == (date(2018, 6, 30), JUNE)


@pytest.mark.parametrize("kind", LASTING)
def test_an_end_in_its_own_cell_counts_before_the_one_in_when(family, kind):
    claim = event(family, type=kind, when="from 2017 to 2019", until="June 2018")
    assert claim.until.window == JUNE


@pytest.mark.parametrize("said", ["3-7 July 2017", "throughout 2017", "May 2017 to June 2018"])
@pytest.mark.parametrize("kind", LASTING)
def test_what_may_be_one_time_between_is_asked_back_for_what_lasts(one_rejected, kind, said):
    assert "into until" in one_rejected("events", **EVENT | {"type": kind, "when": said})


@pytest.mark.parametrize("column", ["from", "until"])
def test_a_side_of_a_tie_is_no_beginning_and_end_in_one(one_rejected, column):
    row = {"id": "k", "kind": "spouse_of", "person": "dilnur", "relative": "friends"}
    said = one_rejected("kinship", **row | {column: "from 2010 to 2015"})
    assert "a beginning and an end in one" in said


@pytest.mark.parametrize("said", ["2 years ago", "last year", "since last year"])
def test_a_time_may_be_counted_from_the_telling_in_words_and_numbers(family, said):
    window = event(family, when=said).when.window
    assert window.earliest.year in {2018, 2020}
    assert window.latest.year in {2019, 2020}


def test_currently_counts_from_the_telling(family):
    assert event(family, when="currently").when.window == edtf_window("2021-03-01")


def test_a_telling_is_the_one_of_the_source_that_contains_it(family):
    family.add("sources", id="page", title="A page of it", part_of="letter", date="2019")
    assert event(family, when="currently", source="page").when.window == edtf_window(
        "2021-03-01"
    )


def test_without_a_telling_the_date_counts(family):
    family.add("sources", id="news", title="News", date="2019")
    assert event(family, when="currently", source="news").when.window == edtf_window("2019")


def test_a_telling_may_be_known_only_to_the_store(family):

    stored = read([family.csv()]).records
    only = family.file(
        "events.csv", "id,type,subject,when,source\nx,called,friends,currently,letter\n"
    )
    [claim] = read([only], known=known_of(stored)).records.events
    assert claim.when.window == edtf_window("2021-03-01")


def test_an_age_gives_a_birth(family):
    family.add("people", id="omer", name="Omer", age_text="five", age_on="currently")
    assert read([family.csv()]).records.people[-1].born == Window(
        date(2015, 3, 2), date(2016, 3, 1)
    )


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("five", "2011-06-02", "2012-06-01"),
        ("5", "2011-06-02", "2012-06-01"),
        ("three years old", "2013-06-02", "2014-06-01"),
        ("six months", "2016-11-02", "2016-12-01"),
        ("5 or 6", "2010-06-02", "2012-06-01"),
        ("12 to 16", "2000-06-02", "2005-06-01"),
        ("12-16", "2000-06-02", "2005-06-01"),
        ("twenty-five", "1991-06-02", "1992-06-01"),
        ("Forty", "1976-06-02", "1977-06-01"),
    ],
)
def test_an_age_as_said_gives_its_window(said, first, last):
    on = edtf_window("2017-06-01")
    assert born(said, on) == Window(date.fromisoformat(first), date.fromisoformat(last))


@settings(deadline=None)
@given(st.integers(0, 100), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_whoever_is_that_old_was_born_in_the_window(years, day):
    window = born(str(years), Window(day, day))
    birthday = date(day.year - years, 1, 1)
    assert (window.latest - window.earliest).days in (364, 365)
    assert window.earliest.year <= birthday.year <= window.latest.year + 1


@examples(30)
@given(st.dates(date(1000, 1, 1)), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_the_fast_road_reads_a_plain_date_as_the_edtf_parser_does(day, form):
    text = day.strftime(form)
    assert moment(text).window == edtf_window(f"{text}/{text}")


@settings(deadline=None)
@given(st.text(max_size=30))
def test_whatever_stands_in_a_date_cell_is_read_or_refused_in_a_sentence(text):
    try:
        moment(text)
    except InvalidDate as error:
        assert error.problem  # noqa: PT017  either way is fine, another error is not
