"""What must be read first is in every format's file, or first in the report beside it."""

import io

import pytest

from graph.export.formats import FORMATS
from graph.export.package import Audience
from graph.export.packaging import packed
from graph.export.request import ExportRequest, SelectionRequest
from graph.rule.answer import answer
from graph.store.condition import IN_AN_EXPORT
from tests.builders import day, event, family

RECORDS = family(event("called", "aunt", "2017-03", id_="call", to="mother"))
DAY = day("2018-05-15")


def made(audience: Audience):
    said = answer(RECORDS, "child", as_of=DAY)
    order = ExportRequest(
        audience=audience,
        selection=SelectionRequest(ask="child child"),
        made_on=DAY,
        as_of=DAY,
        warning=IN_AN_EXPORT,
    )
    return packed(RECORDS, [said], order).package


@pytest.mark.parametrize("audience", Audience)
def test_it_comes_first_in_what_is_left_out_for_every_audience(audience):
    handed = made(audience)
    assert handed.left_out[0] == IN_AN_EXPORT
    assert handed.selection.startswith(IN_AN_EXPORT)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_it(name):
    form, handed, file = FORMATS[name], made(Audience.INTERNAL), io.BytesIO()
    form.write(handed, file)
    text = " ".join(form.text(file.getvalue()).split())
    assert IN_AN_EXPORT.partition(".")[0] in text  # a picture breaks lines
