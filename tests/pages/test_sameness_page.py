"""Two records are compared, joined and parted again in the browser."""

import pytest
from playwright.sync_api import expect

from graph.export.formats.import_claims import ImportRow
from graph.pages.writing import sameness_words as words
from graph.pages.writing import write_words
from graph.record.vocabulary import Basis, TieKind
from graph.server import running
from graph.store import connect
from graph.words.wording import STOP_SHORT
from ingest.sameness_rows import sameness_id
from ingest.written_rows import keep
from tests.pages.hands import press, settle
from tests.pages.test_claim_page import DAY, held, pick, write

__all__ = ["held"]
pytestmark = pytest.mark.usefixtures("filled_anew")
PAIR = ("amina", "emine")
CITED = {"source": "t-meripet", "locator": "L900"}
ROWS = {
    "people": {"id": "emine", "name": "Emine", "sex": "female"},
    "kinship": {
        "id": "mother-emine",
        "person": "mother-of-turghun",
        "kind": "parent_of",
        "relative": "emine",
    },
    "events": {
        "id": "emine-asked",
        "type": "asked_not_to_be_contacted",
        "subject": "emine",
        "when": "March 2018",
    },
}


@pytest.fixture(scope="module", autouse=True)
def emine(graph_home, app, filled_anew):
    """Amina a second time, under another spelling: this one asked not to be contacted."""
    rows = [ImportRow(n, "asa17-3798-2021", {**cells, **CITED}) for n, cells in ROWS.items()]
    with connect(running(graph_home)) as store, pytest.MonkeyPatch.context() as patched:
        patched.setenv("GRAPH_HOME", str(graph_home))
        keep(store, rows)


def said(held):
    ids = [sameness_id(PAIR, kind) for kind in (TieKind.SAME_AS, TieKind.NOT_SAME_AS)]
    return held.claims_about(ids).ties


def fill(page, why):
    pick(page, "Source", "Testimony of Meripet")
    write(page, write_words.label("kinship", "locator"), "L901")
    write(page, write_words.WHY, why)


def test_a_double_is_found_joined_and_parted_again(visit, held):
    page = visit.open(f"doubts?day={DAY}")
    press(page, words.OF_ALL)
    expect(page.get_by_role("heading", name=words.CANDIDATES)).to_be_visible()
    expect(page.get_by_text("Two names sound alike: “Amina” and “Emine”.")).to_be_visible()
    expect(page.get_by_text(STOP_SHORT).first).to_be_visible()
    page.get_by_role("button", name=words.COMPARE).first.click()
    expect(page.get_by_role("heading", name=words.SPEAKS)).to_be_visible()
    expect(page.get_by_text("Both are recorded as a child of").first).to_be_visible()
    expect(page.get_by_text(words.UNSAID)).to_be_visible()
    expect(page.get_by_text(words.NAME_A_SOURCE)).to_be_visible()
    fill(page, "The same mother, and she visited as Amina did.")
    expect(page.get_by_text("The stop will stand beside both names")).to_be_visible()
    expect(page.get_by_text(write_words.STOP_COMES).first).to_be_visible(timeout=60_000)
    assert said(held) == ()
    press(page, write_words.KEEP)
    expect(page.get_by_text(write_words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    expect(page.get_by_text(words.ONE)).to_be_visible()
    [claim] = said(held)
    assert (claim.basis, claim.note) == (
        Basis.STATED,
        "The same mother, and she visited as Amina did.",
    )
    settle(page)  # the form that was kept is gone
    page.get_by_text(words.OTHER, exact=True).click()
    expect(page.get_by_text(words.JOINED)).to_be_visible()
    page.get_by_role("button", name="Correct, deny or take back").first.click()
    page.get_by_text(write_words.TAKE_BACK, exact=True).click()
    expect(page.get_by_text(write_words.STOP_GOES).first).to_be_visible(timeout=60_000)
    write(page, write_words.WHY, "two sisters after all")
    press(page, write_words.KEEP)
    expect(page.get_by_text(write_words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    assert not said(held)[0].active
    assert not visit.errors


def test_what_is_left_open_waits_for_a_second_pair_of_eyes(visit, held):
    page = visit.open("sameness?same=amina,emine")
    settle(page)
    page.get_by_text(words.LEAVE, exact=True).click()
    fill(page, "only the name")
    press(page, write_words.KEEP)
    expect(page.get_by_text(words.POSSIBLE)).to_be_visible(timeout=90_000)
    settle(page)
    page.get_by_text(words.OTHER, exact=True).click()
    expect(page.get_by_text(words.OWN).first).to_be_visible()
    page = visit.open("sameness")
    expect(page.get_by_role("heading", name=words.OPEN)).to_be_visible()
    page = visit.open(f"person?person=amina&day={DAY}")
    expect(page.get_by_text("Possibly the same as")).to_be_visible()
    expect(page.get_by_role("button", name="Emine").first).to_be_visible()
    expect(page.get_by_text(STOP_SHORT).first).to_be_visible()
    [mine] = [one for one in said(held) if one.active]
    held.retract(mine.id, by="ana", why="decided alone", on="2026-11-30")
    page = visit.open("sameness?same=emine,amina")
    settle(page)
    page.get_by_text(words.OTHER, exact=True).click()
    fill(page, "the brother names both")
    press(page, write_words.KEEP)
    expect(page.get_by_text(words.TWO)).to_be_visible(timeout=90_000)
    settle(page)
    [active] = [one for one in said(held) if one.active]
    assert active.kind is TieKind.NOT_SAME_AS
    page.get_by_text(words.SAME, exact=True).click()
    expect(page.get_by_text(words.CONTRADICTED)).to_be_visible()


def test_a_man_and_a_woman_cannot_be_joined_and_anybody_can_be_chosen(visit):
    page = visit.open(f"person?person=amina&day={DAY}")
    press(page, words.TO_COMPARE)
    expect(page.get_by_role("heading", name=words.like("Amina"))).to_be_visible()
    settle(page)
    page.get_by_role("combobox", name=words.ANYBODY, exact=True).click()
    page.keyboard.type("Turghun Memet")
    page.get_by_role("option", name="Turghun Memet").first.click()
    settle(page)
    page.get_by_role("button", name=words.COMPARE).last.click()
    expect(page.get_by_text("they are two people").first).to_be_visible()
    expect(page.get_by_role("button", name=write_words.KEEP, exact=True)).to_have_count(0)


def test_a_link_to_nobody_says_so(visit):
    page = visit.open("sameness?same=nobody,amina")
    expect(page.get_by_text(words.NOBODY)).to_be_visible()
