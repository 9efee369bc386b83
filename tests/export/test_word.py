"""What is Word's own: real footnotes, heads that stand again, names in their direction."""

import io
import zipfile
from dataclasses import replace
from datetime import date

from docx import Document
from lxml import etree

from graph.export.formats.typesetting import TEMPLATES
from tests.export.families import MAMUTJAN, MERIPET, handed
from tests.export.test_documents import made_of, written

DAY = date(2018, 11, 15)
TEMPLATE = TEMPLATES / "briefing_docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(made: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        return etree.fromstring(parts.read(name))


def with_name(name: str) -> bytes:
    export = handed(MERIPET[:1], as_of=DAY)
    [told] = export.briefings
    row = replace(told.rows[0], name=name)
    return written(replace(export, briefings=(replace(told, rows=(row,)),)), "docx")


def test_each_reference_leads_to_a_footnote_and_each_footnote_is_referred_to():
    made = made_of(MERIPET, DAY, "docx")
    body, notes = part(made, "word/document.xml"), part(made, "word/footnotes.xml")
    referred = [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")]
    kept = [one.get(f"{W}id") for one in notes.iter(f"{W}footnote")]
    assert referred
    assert sorted(referred) == sorted(set(kept) - {"-1", "0"})
    assert len(referred) == len(set(referred))


def test_the_head_of_a_table_stands_again_on_each_page_and_rows_hold_together():
    body = part(made_of(MERIPET, DAY, "docx"), "word/document.xml")
    assert len([*body.iter(f"{W}tblHeader")]) >= 3
    assert len([*body.iter(f"{W}cantSplit")]) > 10


def test_a_uyghur_name_is_a_run_from_right_to_left_in_its_language():
    body = part(with_name("مېھرىبان قادىر"), "word/document.xml")
    [run] = [r for r in body.iter(f"{W}r") if "مېھرىبان قادىر" in "".join(r.itertext())]
    assert run.find(f"{W}rPr/{W}rtl") is not None
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ug-CN"


def test_what_a_template_would_read_stays_what_it_is():
    name = "{{ 7 * 7 }} {% raw %} {_{ <w:br/> & \x00\x0b]]>"
    shown = "\n".join(
        cell.text
        for table in Document(io.BytesIO(with_name(name))).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "{{ 7 * 7 }} {% raw %} {_{ <w:br/> & " in shown
    assert "]]>" in shown
    assert "\x0b" not in shown


def test_its_properties_name_nobody_and_no_program():
    made = made_of(MERIPET, DAY, "docx")
    properties = Document(io.BytesIO(made)).core_properties
    assert properties.title == "Who is recorded as left to contact: a briefing"
    assert {properties.author, properties.last_modified_by, properties.comments} == {""}
    assert properties.created.date() == date(2026, 11, 26)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert not any("thumbnail" in name or "customXml" in name for name in parts.namelist())
        assert b"Macintosh" not in parts.read("docProps/app.xml")


def test_label_audience_day_and_export_stand_on_every_page():
    [section] = Document(io.BytesIO(made_of(MERIPET, DAY, "docx"))).sections
    above = section.header.paragraphs[0].text
    below = "\n".join(line.text for line in section.footer.paragraphs)
    assert "TLP:RED" in above
    assert "KT-TEST-0001" in above
    assert all(
        word in below for word in ("TLP:RED", "Internal", "As of 2018-11-15", "Ministry")
    )


def test_a_request_not_to_be_contacted_stands_in_a_box_before_anything_else_is_listed():
    first = Document(io.BytesIO(made_of(MAMUTJAN, date(2017, 3, 1), "docx"))).tables[0]
    assert first.cell(0, 0).text.startswith("DO NOT CONTACT")


def test_the_template_is_plain_xml_that_declares_what_it_names():
    """No program's name, no revision, no list of styles that no paragraph has."""
    every = {path: etree.parse(path).getroot() for path in sorted(TEMPLATE.rglob("*.*"))}
    named = {
        one.get(f"{W}val")
        for root in every.values()
        for tag in ("pStyle", "basedOn", "next")
        for one in root.iter(f"{W}{tag}")
    }
    styles = {
        one.get(f"{W}styleId")
        for one in every[TEMPLATE / "word" / "styles.xml"]
        if not one.get(f"{W}default") and one.tag == f"{W}style"
    }
    assert styles <= named
    assert not [name for root in every.values() for name in root.attrib if "Ignorable" in name]
    assert not any("python" in "".join(root.itertext()) for root in every.values())
