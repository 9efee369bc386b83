"""Whoever may be the same as somebody who asked not to be contacted is marked in every file."""

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


@cache
def records(*, closed: bool = False) -> Records:
    """The aunt, who called, and somebody of another name who asked."""
    return family(
        Source(id="closed", title="A talk", kind="interview", consent=Consent.INTERNAL),
        person("other", name="Ayshe"),
        replace(ALIKE, source="closed") if closed else ALIKE,
        event("asked_not_to_be_contacted", "other", "2018-05"),
        event("called", "aunt", "2018-03", to="mother"),
    )


def over(audience: Audience, *, closed: bool = False, alone: bool = False) -> Package:
    told = records(closed=closed)
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
