"""What is told of a child: the sentences of an export, each with its claims."""

from datetime import date

import pytest

from tests.export.families import INVENTED, MAMUTJAN, MERIPET, everyone, handed, records

TURNING = date(2018, 5, 15)


def told(child: str, as_of: date, **order):
    [found] = handed([child], as_of=as_of, **order).briefings
    return found


def test_the_headline_names_who_is_left_and_cites_it():
    said = told("meripet-eldest-child", TURNING)
    assert "the last thread: Amina, " in said.headline.text
    assert said.headline.claims


def test_a_row_says_the_answer_why_and_what_came_later():
    rows = {row.person: row for row in told("meripet-eldest-child", TURNING).rows}
    assert rows["amina"].left == "yes"
    assert any("killed in custody" in later.text for later in rows["amina"].later)
    assert rows["mother-of-turghun"].status == "recorded as held"


def test_the_stop_stands_on_a_day_before_the_request():
    rows = {row.person: row for row in told("mamutjan-son", date(2017, 3, 1)).rows}
    assert rows["father-of-mamutjan"].do_not_contact


def test_an_appeal_without_an_answer_counts_the_days():
    [letters] = told("meripet-eldest-child", date(2021, 12, 31)).appeals
    assert letters.answer == "no answer is recorded"
    assert letters.days_without == "0 to 5 years"
    assert "Turkish Foreign Ministry" in letters.addressee


def test_an_appeal_that_was_refused_says_why():
    appeals = told("mamutjan-son", date(2021, 12, 31)).appeals
    assert any("no permanent residence" in appeal.answer for appeal in appeals)


def test_a_reading_of_coded_words_is_doubtful_and_keeps_its_reader():
    said = [one.text for one in told("rizwangul-son", date(2017, 8, 1)).doubtful]
    assert any('"school" is read by Rizwangul' in text for text in said)


def test_sources_that_disagree_are_both_said():
    every = handed(everyone(INVENTED), folder=INVENTED, as_of=date(2019, 7, 1)).briefings
    assert any(one.disagreeing for one in every)


@pytest.mark.parametrize("who", [MERIPET, MAMUTJAN], ids=["meripet", "mamutjan"])
def test_every_claim_that_a_sentence_names_is_among_the_records(who):
    export = handed(who)
    known = {claim.id for claim in export.records.claims()}
    cited = {
        claim for one in export.briefings for row in one.rows for claim in row.reason.claims
    }
    cited |= {
        claim for one in export.briefings for _, said in one.timeline for claim in said.claims
    }
    assert cited
    assert cited <= known


def test_the_timeline_is_in_the_order_of_time_and_ends_with_the_day():
    said = told("meripet-eldest-child", TURNING).timeline
    assert not any("killed in custody" in one.text for _, one in said)
    assert any("taken to a camp" in one.text for _, one in said)


def test_internal_gets_the_records_as_they_are():
    assert handed().records == records()


def test_the_stops_of_everybody_stand_beside_the_records():
    export = handed(["mamutjan-son"], as_of=date(2017, 3, 1))
    assert {"father-of-mamutjan", "sister-of-rizwangul"} <= export.do_not_contact
    assert "mother-of-mamutjan" in export.household_asked_not
