"""Whoever may be the same as somebody who asked, died or is held is marked in every file."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from graph.export.formats import FORMATS
from graph.export.package import Audience, Package
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.picture.draw.cards import NEAR_NOTE
from graph.record.model import Records, Source
from graph.record.vocabulary import Consent
from graph.rule.answer import answer
from graph.words.cautions import MAY_BE
from graph.words.prose import as_sentence
from graph.words.wording import NEAR_ASKED
from tests.builders import event, family, person, tie
from tests.export.formats.handed import written

DAY = date(2018, 12, 31)
ALIKE = tie("other", "same_as", "aunt", basis="believed")
READABLE = ("pdf", "docx", "factsheet", "svg", "png", "html")
"""Documents and pictures that name everybody who is left."""


HAPPENED = {
    "died": "is recorded as dead",
    "taken_to_camp": "is recorded as held",
    "disappeared": "is recorded as missing",
}


@cache
def records(*, closed: bool = False, event_type: str = "asked_not_to_be_contacted") -> Records:
    """The aunt, who called, and somebody of another name to whom something happened."""
    return family(
        Source(id="closed", title="A talk", kind="interview", consent=Consent.INTERNAL),
        person("other", name="Ayshe"),
        replace(ALIKE, source="closed") if closed else ALIKE,
        event(event_type, "other", "2018-05"),
        event("called", "aunt", "2018-03", to="mother"),
    )


def over(audience: Audience, *, alone: bool = False, **of: bool | str) -> Package:
    told = records(**of)
    return packed(
        told,
        [] if alone else [answer(told, "child", as_of=DAY)],
        ExportRequest(audience=audience, made_on=DAY, as_of=DAY),
        only=frozenset({"aunt"}) if alone else None,
    ).package


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("audience", Audience)
def test_the_row_says_it_to_every_audience_whatever_the_source(audience, closed):
    [told] = over(audience, closed=closed).briefings
    [row] = [one for one in told.rows if one.name in ("Aunt", "mother's sister")]
    own = as_sentence(MAY_BE) if audience is Audience.INTERNAL else NEAR_ASKED
    assert row.near_asked == own
    assert [one.near_asked for one in told.rows if one is not row] == [""] * 4


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("form", READABLE)
def test_documents_and_pictures_say_it_beside_the_name(form, audience):
    made = over(audience)
    found = " ".join(FORMATS[form].text(written(form, made)).split()).casefold()
    assert any(one.casefold().rstrip(".") in found for one in (MAY_BE, NEAR_ASKED, NEAR_NOTE))


@pytest.mark.parametrize("audience", Audience)
def test_it_goes_along_where_people_are_chosen_and_no_child(audience):
    assert len(over(audience, alone=True).household_asked_not) == 1


@pytest.mark.parametrize("event_type", HAPPENED)
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_internal_documents_say_what_is_recorded_of_who_may_be_the_same(form, event_type):
    made = over(Audience.INTERNAL, event_type=event_type)
    [row] = [one for one in made.briefings[0].rows if one.may_be]
    assert (row.name, row.near_asked) == ("Aunt", "")
    text = " ".join(FORMATS[form].text(written(form, made)).split())
    assert f"may be the same as somebody who {HAPPENED[event_type]}" in text


@pytest.mark.parametrize("event_type", HAPPENED)
@pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.INTERNAL])
def test_below_internal_it_is_said_that_ties_are_left_out(audience, event_type):
    made = over(audience, event_type=event_type)
    rows = made.briefings[0].rows
    assert not any(one.near_asked or one.may_be for one in rows)
    assert any(one.startswith("Ties that say whether") for one in made.left_out)
