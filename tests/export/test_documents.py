"""A briefing as PDF and for Word: all that is told is in it, cited, and nothing else is."""

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from pypdf import PdfReader

from graph.export.documents.family_prose import with_all_children
from graph.export.formats import FORMATS
from graph.export.formats.document_losses import statements
from graph.export.formats.typesetting import NotSet, pdf
from graph.export.package import Package, Statement
from graph.export.scan import read_back as read_back_and_search
from graph.export.scan import search_for
from tests.export.families import MAMUTJAN, MERIPET, everyone, handed, records

DAYS = (date(2018, 11, 15), date(2021, 1, 1))


def written(told: Package, form: str = "pdf") -> bytes:
    file = io.BytesIO()
    FORMATS[form].write(told, file)
    return file.getvalue()


@cache
def made_of(who: tuple[str, ...], as_of: date, form: str = "pdf") -> bytes:
    return written(handed(who, as_of=as_of, recipient="The Ministry"), form)


def read_back(made: bytes, form: str = "pdf") -> str:
    return FORMATS[form].text(made)


def pages(made: bytes) -> list[str]:
    return [
        re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(io.BytesIO(made)).pages
    ]


FORMS = pytest.mark.parametrize("form", ["pdf", "docx"])


@pytest.mark.parametrize(("as_of", "form"), [(DAYS[0], "pdf"), (DAYS[1], "docx")])
def test_every_sentence_that_is_told_is_in_the_document(as_of, form):
    found = read_back(made_of(everyone(), as_of, form), form)
    briefings = handed(everyone(), as_of=as_of).briefings
    names = {
        one.family: [b.name for b in briefings if b.family == one.family] for one in briefings
    }
    for one in briefings:
        told = {with_all_children(said.text, names[one.family]) for said in statements([one])}
        assert {text for text in told if text not in found} == set()


CHILDREN = ("child 1", "child 2", "child 10")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("child 2, child 1, child 10: lived at", "the three children: lived at"),
        ("granny, child 1, child 2, child 10: moved", "granny, the three children: moved"),
        (
            "called; with child 1, child 2, child 10; Town",
            "called; with the three children; Town",
        ),
        ("child 1, child 2: lived at", "child 1, child 2: lived at"),
        ("child 1, child 1, child 10", "child 1, child 1, child 10"),
        ("child 1, child 2, child 100", "child 1, child 2, child 100"),
        ("child 1, child 2, child 10 (asked)", "child 1, child 2, child 10 (asked)"),
        ("child 1 (asked), child 2, child 10", "child 1 (asked), child 2, child 10"),
    ],
)
def test_all_children_of_a_family_are_named_together_and_a_mark_stays_at_its_name(text, said):
    assert with_all_children(text, CHILDREN) == said


@FORMS
def test_every_name_relation_and_answer_is_in_the_document(form):
    found = read_back(made_of(MAMUTJAN, DAYS[0], form), form)
    for one in handed(MAMUTJAN, as_of=DAYS[0]).briefings:
        for row in one.rows:
            for said in (row.name, row.relation, row.left, row.status, row.since):
                assert said in found


@FORMS
def test_every_footnote_leads_to_its_claims_and_their_source(form):
    found = read_back(made_of(MERIPET, DAYS[0], form), form)
    export = handed(MERIPET, as_of=DAYS[0])
    cited = {claim for one in statements(export.briefings) for claim in one.claims}
    sources = {claim.source for claim in export.records.claims() if claim.id in cited}
    assert cited
    assert {claim for claim in cited if claim not in found} == set()
    titles = {source.title for source in export.records.sources if source.id in sources}
    assert {title for title in titles if title not in found} == set()


@FORMS
def test_a_claim_that_nothing_rests_on_is_not_in_the_document(form):
    found = read_back(made_of(MERIPET, DAYS[0], form), form)
    assert "t-dilnur" not in found
    assert "Dilnur" not in found


def test_each_page_says_label_export_day_audience_recipient_and_its_number():
    said = pages(made_of(MERIPET, DAYS[0]))
    assert len(said) > 1
    for number, page in enumerate(said, 1):
        assert page.count("TLP:RED") >= 2
        assert "KT-TEST-0001" in page
        assert "As of 2018-11-15" in page
        assert "Internal" in page
        assert "For: The Ministry" in page
        assert f"Page {number} of {len(said)}" in page


def test_a_request_not_to_be_contacted_stands_in_words_at_the_top_and_in_the_table():
    first, *rest = pages(made_of(MAMUTJAN, date(2017, 3, 1)))
    assert "DO NOT CONTACT" in first
    assert "Asked not to be contacted: do not contact." in " ".join([first, *rest])


def test_what_brothers_and_sisters_share_is_said_once():
    whole = " ".join(pages(made_of(MERIPET, DAYS[0])))
    assert whole.count("Recorded as outside the country of risk.") == 3


def test_what_is_said_of_one_child_alone_names_that_child():
    export = handed(MERIPET, as_of=DAYS[0])
    one, *others = export.briefings
    lone = replace(one.rows[0], relation="godmother")
    export = replace(export, briefings=(replace(one, rows=(lone, *one.rows[1:])), *others))
    assert f"For {one.name}: Meripet Metniyaz" in " ".join(pages(written(export)))


def test_an_empty_timeline_says_so_in_a_sentence():
    export = handed(MERIPET[:1])
    export = replace(export, briefings=(replace(export.briefings[0], timeline=(), appeals=()),))
    whole = " ".join(pages(written(export)))
    assert "No event is recorded until this day." in whole
    assert "No appeal to an authority is recorded until this day." in whole


@FORMS
def test_the_same_export_gives_the_same_bytes(form):
    export = handed(MERIPET, as_of=DAYS[0])
    assert written(export, form) == written(export, form)


def test_its_properties_name_nobody():
    reader = PdfReader(io.BytesIO(made_of(MERIPET, DAYS[0])))
    assert reader.metadata.title == "Who is recorded as left to contact: a briefing"
    assert not reader.metadata.author
    assert "/tmp" not in str(reader.xmp_metadata.stream.get_data())  # noqa: S108 - none is used


def test_it_is_tagged_and_says_its_language():
    root = PdfReader(io.BytesIO(made_of(MERIPET, DAYS[0]))).root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]


def test_a_loss_is_said_with_how_many():
    losses = FORMATS["pdf"].losses(handed(MERIPET, as_of=DAYS[0]))
    assert any(
        re.fullmatch(r"Not in this file: claims that no sentence rests on \(\d+\)\.", one)
        for one in losses
    )


def test_what_the_family_knew_by_then_is_said_on_each_page():
    export = replace(handed(MERIPET[:1], as_of=DAYS[0]), known_on=date(2018, 12, 1))
    said = pages(written(export))
    assert all("As of 2018-11-15, as known on 2018-12-01." in page for page in said)


@FORMS
def test_a_name_that_is_the_relation_is_said_once(form):
    [told] = handed(MERIPET[:1], as_of=DAYS[0]).briefings
    row = replace(told.rows[0], name="mother", relation="mother", do_not_contact=True)
    export = replace(handed(MERIPET[:1]), briefings=(replace(told, rows=(row,)),))
    assert "mother, mother" not in read_back(written(export, form), form)


def test_what_the_typesetter_refuses_is_a_sentence():
    with pytest.raises(NotSet, match="The document could not be set, and is not written"):
        pdf("briefing.typ", {}, DAYS[0])


@pytest.mark.parametrize("form", ["pdf", "docx", "factsheet"])
def test_a_document_for_a_briefing_passes_the_search_for_what_must_not_be_in_it(form):
    export = handed(MAMUTJAN, "briefing", as_of=DAYS[1])
    search = search_for(records(), export)
    read_back_and_search(written(export, form), FORMATS[form], search)


def test_a_year_before_a_footnote_is_not_read_as_a_year_and_a_month():
    export = handed(MERIPET[:1], as_of=DAYS[0])
    [told] = export.briefings
    claims = [claim.id for claim in export.records.events][:12]
    moments = tuple(("", Statement(text="In 2017", claims=(claim,))) for claim in claims)
    found = read_back(written(replace(export, briefings=(replace(told, timeline=moments),))))
    assert re.search(r"In 2017 \(note \d+\)", found)
    assert not re.search(r"In 2017\W*\d", found)


@FORMS
def test_the_stop_stands_also_for_somebody_who_is_in_no_row(form):
    export = handed(MERIPET[:1], as_of=DAYS[0])
    stopped = replace(export, do_not_contact=frozenset(MERIPET[:1]))
    assert "Recorded as having asked" not in read_back(written(export, form), form)
    found = read_back(written(stopped, form), form)
    assert f"Recorded as having asked not to be contacted: {export.briefings[0].name}." in found
