"""A testimony is written down in the browser: its text, a passage, and what it says."""

import pytest
from playwright.sync_api import expect

from graph.pages.writing import write_words as words
from graph.store.queries import query
from tests.pages.hands import press, settle
from tests.pages.test_claim_page import held, pick, write

__all__ = ["held"]
pytestmark = pytest.mark.usefixtures("filled_anew")
TEXT = "My sister Zaynab was here.\nIn spring 2019 the police took her.\n\n<b>markup</b> $x$"


def keep_source(page, title, text):
    """Make a source on the page of testimonies, and keep its text."""
    page.get_by_text(words.NEW_SOURCE, exact=True).click()
    write(page, "Title", title)
    write(page, "Said on", "2021-05-01")
    press(page, words.KEEP_SOURCE)
    expect(page.get_by_text(words.TEXT_STAYS)).to_be_visible(timeout=60_000)
    settle(page)
    page.get_by_label(words.PASTE).fill(text)
    press(page, words.KEEP_TEXT)


def test_a_person_and_an_event_are_written_down_passage_by_passage(visit, held):
    page = visit.open("testimony")
    keep_source(page, "Letter of a sister", TEXT)
    expect(page.get_by_text("<b>markup</b> $x$")).to_be_visible()
    expect(page.get_by_text(words.LINES_FIRST)).to_be_visible()
    write(page, "The few words that are the evidence", "My brother Zaynab")
    expect(page.get_by_text(words.NOT_IN_TEXT)).to_be_visible()
    write(page, words.LINES, "7")
    expect(page.get_by_text("The text has the lines 1 to 4.")).to_be_visible()
    write(page, words.LINES, "1")
    write(page, "The few words that are the evidence", "My brother")
    expect(page.get_by_text(words.NOT_IN_PASSAGE)).to_be_visible()
    write(page, "The few words that are the evidence", "My sister Zaynab")
    page.get_by_text(words.SOMEBODY, exact=True).click()
    write(page, "Name, or a description", "Zaynab of the letter")
    press(page, words.KEEP)
    expect(page.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    expect(page.get_by_text(words.progress(1, 3))).to_be_visible()
    write(page, words.LINES, "")
    write(page, "The few words that are the evidence", "the police took her")
    expect(page.get_by_text("Found in line 2.")).to_be_visible()
    page.get_by_text(words.HAPPENED, exact=True).click()
    pick(page, "What happened", "taken into custody")
    page.get_by_role("combobox", name="Who was taken", exact=True).click()
    page.keyboard.type("Zaynab of")
    page.get_by_role("option", name="Zaynab of the letter").click()
    page.keyboard.press("Escape")
    write(page, "When, as it was said", "spring 2019")
    press(page, words.KEEP)
    expect(page.get_by_text(words.progress(2, 3))).to_be_visible(timeout=90_000)
    [source] = [one["id"] for one in sources(held) if one["title"] == "Letter of a sister"]
    told = held.told_in_sources([source])
    own = [one for one in told.claims() if one.source == source]
    assert {(one.locator, one.words) for one in own} == {
        ("L1", ""),  # a row about a person has no words
        ("L2", "the police took her"),
    }
    assert not visit.errors


def sources(store):
    return [row["facts"] for row in store.read(query("read/all_sources"))]
