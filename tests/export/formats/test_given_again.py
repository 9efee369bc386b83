"""JSON lines are loaded again: what was withheld must not come back as "left to contact"."""

from dataclasses import replace
from datetime import date

import pytest

from graph.export.audience.naming import Ids
from graph.export.check.reload_check import told_otherwise
from graph.export.formats import FORMATS, FormatRefused
from graph.export.package import Audience, Package
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.record.model import Source
from graph.record.vocabulary import Consent
from graph.rule.answer import answer
from tests.builders import event, family, person, tie

SECRET = Source(id="letter", title="A letter", kind="testimony", consent=Consent.INTERNAL)
DAY = date(2021, 12, 31)
CALL = event("called", "aunt", "2021-11", to="mother")


def over(*claims, audience="partner") -> Package:
    records = family(SECRET, *claims)
    order = ExportRequest(audience=Audience(audience), made_on=DAY, as_of=DAY)
    return packed(
        records, [answer(records, "child", as_of=DAY)], order, ids=Ids(key=b"k" * 32)
    ).package


@pytest.mark.parametrize("audience", ["partner", "briefing", "public"])
def test_a_death_that_is_withheld_refuses_json_lines(audience):
    death = event("died", "aunt", "2021-12", source="letter")
    with pytest.raises(FormatRefused, match="an answer is withheld"):
        FORMATS["jsonl"].check(over(CALL, death, audience=audience))


def test_a_household_warning_whose_request_is_withheld_refuses_them():
    asked = event("asked_not_to_be_contacted", "friend", "2017", source="letter")
    together = tie("aunt", "lives_with", "friend")
    handed = over(CALL, asked, together)
    assert handed.household_asked_not
    with pytest.raises(FormatRefused, match="household"):
        FORMATS["jsonl"].check(handed)


@pytest.mark.parametrize("basis", ["stated", "believed"])
def test_a_warning_of_who_may_be_the_same_refuses_them_where_it_cannot_leave(basis):
    asked = event("asked_not_to_be_contacted", "other", "2017")
    handed = over(CALL, person("other"), asked, tie("other", "same_as", "aunt", basis=basis))
    if basis == "stated":  # one person, with one request of her own
        FORMATS["jsonl"].check(handed)
    else:
        with pytest.raises(FormatRefused, match="household"):
            FORMATS["jsonl"].check(handed)


def test_somebody_who_would_stand_higher_than_told_is_found():
    handed = over(CALL)
    told = handed.briefings[0]
    rows = tuple(replace(row, left="no") for row in told.rows)
    assert told_otherwise(handed) == ""
    lowered = replace(handed, briefings=(replace(told, rows=rows),))
    assert "more within reach than the export says" in told_otherwise(lowered)


def test_without_a_child_no_answer_can_be_compared():
    assert "no child" in told_otherwise(replace(over(CALL), briefings=()))


def test_those_who_hold_the_testimonies_get_everything_and_nothing_is_refused():
    death = event("died", "aunt", "2021-12", source="letter")
    FORMATS["jsonl"].check(over(CALL, death, audience="internal"))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "jsonl"])
def test_formats_that_hold_the_answers_themselves_are_not_refused(name):
    FORMATS[name].check(over(CALL, event("died", "aunt", "2021-12", source="letter")))
