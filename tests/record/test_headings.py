"""A passage is found in the printed text by the heading under which it stands."""

import pytest

from graph.record.headings import Heading, heading_of, read_heading
from graph.record.model import Source
from graph.words.claim_text import passage
from ingest import read
from tests.builders import event
from tests.rule.calendars import REPORT

ROWS = ("L1-L30 The first winter", "L31-58 The letter, read twice", "pp. 3-5 A map")
SOURCES = {
    "report": Source(id="report", title="report", further=(("headings", ROWS),)),
    "part": Source(id="part", title="part", part_of="report"),
    "ring": Source(id="ring", title="ring", part_of="ring"),
}
FOUND = {
    "L1": "The first winter",
    "L30": "The first winter",
    "L31": "The letter, read twice",
    "L29-L33": "The first winter",
    "p. 4": "A map",
    "L59": "",
    "minute 4": "",
    "4": "",
    "": "",
}


@pytest.mark.parametrize("locator", FOUND)
@pytest.mark.parametrize("source", ["report", "part"])
def test_a_passage_stands_under_the_heading_of_its_first_line(source, locator):
    assert heading_of(locator, source, SOURCES) == FOUND[locator]


@pytest.mark.parametrize("source", ["ring", "unknown", ""])
def test_a_source_without_headings_has_none(source):
    assert heading_of("L1", source, SOURCES) == ""


def test_a_heading_is_read_with_its_lines():
    assert read_heading("L7 Alone") == Heading("l", 7, 7, "Alone")
    assert read_heading("The letter") is None
    assert read_heading("L30-L1 Backwards") is None


def test_every_passage_of_the_six_families_stands_under_a_heading():
    records = read([REPORT]).records
    sources = {source.id: source for source in records.sources}
    bare = {c.id for c in records.claims() if not heading_of(c.locator, c.source, sources)}
    assert not bare


def test_a_claim_says_its_passage_with_the_heading():
    claim = event("called", "aunt", "2017", source="part", locator="L40")
    assert passage(claim, SOURCES) == "L40, under “The letter, read twice”"
    assert passage(event("called", "aunt", locator="x"), SOURCES) == "x"
