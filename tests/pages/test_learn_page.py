"""What somebody learned is written down in the browser, from the page where they are."""

import pytest
from playwright.sync_api import expect

from graph.pages.kit.links import WRITE_DOWN
from graph.pages.writing import write_words as words
from graph.words.name_marks import ASKED_NOT
from tests.pages.hands import press, settle
from tests.pages.test_claim_page import claims, held, pick, write

__all__ = ["held"]
pytestmark = pytest.mark.usefixtures("filled_anew")
DAY = "2018-05-15"


@pytest.fixture
def form(visit):
    page = visit.open(f"person?person=sister-in-law-of-turghun&day={DAY}")
    page.get_by_role("button", name=WRITE_DOWN).click()
    expect(page.get_by_role("heading", name=WRITE_DOWN)).to_be_visible()
    settle(page)
    return page


def of_her(held):
    return {one.id: one for one in held.claims_naming("sister-in-law-of-turghun")}


def test_a_detention_is_written_down_from_a_persons_page(form, held):
    before = of_her(held)
    expect(form.get_by_text(words.FILL_IN)).to_be_visible()
    form.get_by_text(words.NEW_SOURCE, exact=True).click()
    write(form, "Title", "A call of 29 November")
    write(form, "Said on", "29 November 2026")
    settle(form)
    form.get_by_role("combobox", name="What happened", exact=True).click()
    form.keyboard.type("detained")
    form.get_by_role("option", name="taken into custody").click()
    write(form, "When, as it was said", "autumn of 2017")
    expect(form.get_by_text("Means: between 2017-09-01")).to_be_visible()
    expect(form.get_by_text(words.BEFORE_AND_AFTER)).to_be_visible(timeout=60_000)
    expect(form.get_by_text(words.NOT_LEARNED)).to_be_visible()
    assert of_her(held) == before, "nothing is kept before Keep"
    write(form, "When the family learned of it", "29 November 2026")
    press(form, words.KEEP)
    expect(form.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    [new] = [one for id_, one in of_her(held).items() if id_ not in before]
    assert (new.when.text, new.learned.text) == ("autumn of 2017", "29 November 2026")
    assert new.about.startswith("sister-in-law-of-turghun-taken-into-custody-")
    assert held.background((), [new.source], ()).sources[0].title == "A call of 29 November"


def test_somebody_new_and_what_happened_to_them_are_one_keep(form, held):
    pick(form, "Source", "Testimony of Meripet")
    form.get_by_text(words.NEW_HERE["people"], exact=True).click()
    write(form, "Name, or a description", "Rabiye the neighbour")
    pick(form, "What happened", "taken into custody")
    write(form, "When, as it was said", "May 2018")
    press(form, words.KEEP)
    expect(form.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    told = held.told_in_sources(["t-meripet"])
    [her] = {one.about for one in told.people if one.name == "Rabiye the neighbour"}
    [taken] = [one for one in told.events if her in {part.person for part in one.people}]
    assert (taken.type, taken.when.text) == ("taken_into_custody", "May 2018")


def test_who_somebody_is_to_whom_is_written_down(form, held):
    form.get_by_text(words.TIED, exact=True).click()
    settle(form)
    pick(form, "Is what to whom", "knows")
    pick(form, "To whom", "Meripet Metniyaz")
    pick(form, "Source", "Testimony of Meripet")
    write(form, "The word as said", "friend")
    press(form, words.KEEP)
    expect(form.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    [tie] = claims(held, "sister-in-law-of-turghun-knows-meripet")
    assert (tie.term, tie.source) == ("friend", "t-meripet")


def test_the_stop_is_beside_the_name_in_the_lists(visit):
    page = visit.open("learn?about=mother-of-mamutjan")
    settle(page)
    expect(page.get_by_text(ASKED_NOT).first).to_be_visible()


def test_without_a_person_the_form_says_where_to_come_from(visit):
    page = visit.open("learn")
    expect(page.get_by_text(words.ADDRESS_HELP)).to_be_visible()
