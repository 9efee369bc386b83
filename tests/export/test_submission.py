"""Submissions: each field has what is recorded, with its source; the rest is listed."""

import io
import re
from datetime import date

import pytest
from docx import Document

from graph.export.documents.submission import (
    BY_HAND,
    CED,
    NAME,
    NOT_FOR_THEM,
    TRACING,
    WGEID,
    submission,
)
from graph.export.formats import FORMATS
from graph.export.package import Audience
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.record.model import Source
from graph.record.vocabulary import Consent
from graph.rule.answer import answer
from tests.builders import event, family, person
from tests.export.families import MAMUTJAN, MERIPET, handed
from tests.export.formats.handed import written
from tests.stopped import named_in, without_the_stop

FORMS = {"wgeid": WGEID, "ced": CED, "tracing": TRACING}
DAY = date(2018, 12, 31)
EVERY = pytest.mark.parametrize("name", FORMS)


def made(*claims, audience="internal"):
    """The answer for the child of a small family."""
    over = family(*claims)
    request = ExportRequest(audience=Audience(audience), made_on=DAY, as_of=DAY)
    return packed(over, [answer(over, "child", as_of=DAY)], request).package


def fields(case):
    return {one.label: one for one in case.fields}


@EVERY
@pytest.mark.parametrize("audience", Audience)
def test_every_field_is_in_the_file_and_what_is_missing_is_listed(name, audience):
    over = handed(MERIPET, audience)
    file = Document(io.BytesIO(written(name, over)))
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in file.tables
        if table.rows[0].cells[0].text == "Field"
    ]
    cases = submission(over, FORMS[name]).cases
    assert len(tables) == len(cases) >= len(MERIPET)
    for rows, case in zip(tables, cases, strict=True):
        assert [row[0] for row in rows[1:]] == [label for label, _ in FORMS[name].fields]
        empty = [row[0] for row in rows[1:] if row[1] in (BY_HAND, NOT_FOR_THEM)]
        assert empty == [*case.missing]
        assert len(empty) < len(rows) - 1
    listed = [one.text for one in file.paragraphs]
    assert listed.count("What is missing") == len(cases)


@EVERY
def test_what_is_recorded_has_its_source_beside_it(name):
    for case in submission(handed(MERIPET), FORMS[name]).cases:
        for one in case.fields:
            assert bool(one.source) == (one.value != BY_HAND), one.label
            assert "line" in one.source or not one.source


def test_a_child_has_a_form_and_for_the_un_each_relative_who_is_held():
    over = handed(MERIPET)
    children = [one.name for one in over.briefings]
    held = {r.name for one in over.briefings for r in one.rows if r.status.endswith("held")}
    assert held
    assert [one.title for one in submission(over, TRACING).cases] == children
    for form in (WGEID, CED):
        titles = [one.title for one in submission(over, form).cases]
        assert titles[: len(children)] == children
        assert {*titles[len(children) :]} == held


def test_the_fields_say_who_when_where_and_what_was_done():
    [eldest, *_] = submission(handed(MERIPET), WGEID).cases
    found = fields(eldest)
    assert found[NAME].value == eldest.title
    assert "14 or 15 years old" in found["Date of birth, or age"].value
    assert "Meripet Metniyaz, mother." in found[WGEID.fields[5][0]].value
    assert "placed in an orphanage" in found["Date of the arrest, abduction or loss"].value
    assert "Turkish Foreign Ministry" in found[WGEID.fields[11][0]].value
    assert "Who submits it: name and contact" in eldest.missing


@pytest.mark.parametrize("audience", ["partner", "briefing", "public"])
def test_who_gets_roles_reads_that_the_name_is_withheld(audience):
    for case in submission(handed(MERIPET, audience), WGEID).cases:
        assert fields(case)[NAME].value == NOT_FOR_THEM
        assert NAME in case.missing


def test_an_authority_that_is_responsible_is_named():
    over = made(
        person("police", name="The police of Aranda", kind="organisation"),
        event("taken_into_custody", "aunt", "2018-03", others=(("responsible", "police"),)),
    )
    aunt = fields(submission(over, WGEID).cases[-1])
    assert aunt["Forces or agents believed responsible"].value == "The police of Aranda."
    assert "In March 2018, Aunt was taken into custody" in aunt["What happened"].value


@pytest.mark.parametrize(("audience", "said"), [("internal", True), ("partner", False)])
def test_what_rests_on_a_withheld_source_is_in_no_form(audience, said):
    secret = Source(id="letter", title="A letter", kind="letter", consent=Consent.INTERNAL)
    taken = event("taken_to_camp", "child", "2018-03", source="letter", place="town")
    over = made(secret, taken, audience=audience)
    for name in FORMS:
        assert ("camp" in FORMATS[name].text(written(name, over))) is said


@EVERY
def test_whoever_asked_not_to_be_contacted_is_never_named_without_it(name):
    every = [handed(MAMUTJAN, as_of=day) for day in (date(2017, 8, 1), date(2021, 1, 1))]
    filled = [submission(over, FORMS[name]) for over in every]
    said = [one.value for over in filled for case in over.cases for one in case.fields]
    assert without_the_stop(said) == []
    assert named_in("\n".join(said))
    assert all(over.stops for over in filled)
    assert "DO NOT CONTACT" in FORMATS[name].text(written(name, every[0]))


@EVERY
@pytest.mark.parametrize("audience", ["briefing", "public"])
def test_no_month_is_said_to_those_who_read_years(name, audience):
    filled = submission(handed(MAMUTJAN, audience), FORMS[name])
    said = " ".join(one.value for case in filled.cases for one in case.fields)
    assert not re.search(r"January|March|April|June|August|September|December|\d{4}-\d\d", said)


@EVERY
def test_the_loss_report_counts_the_fields_that_are_missing(name):
    over = handed(MERIPET)
    missing = sum(len(case.missing) for case in submission(over, FORMS[name]).cases)
    said = f"fields of the form that are not recorded; the file lists them ({missing})."
    assert [one for one in FORMATS[name].losses(over) if one.endswith(said)]
