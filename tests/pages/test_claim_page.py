"""A claim is corrected, denied, taken back and restored in the browser."""

import pytest
from playwright.sync_api import TimeoutError as TookTooLong
from playwright.sync_api import expect

from graph.export.formats.import_rows import claim_row
from graph.pages.kit import desk_words
from graph.pages.writing import write_words as words
from graph.server import running
from graph.store import connect
from graph.words.name_marks import ASKED_NOT
from ingest.corrections import correction
from ingest.written_rows import keep
from tests.pages.hands import press, settle

pytestmark = pytest.mark.usefixtures("filled_anew")
DAY = "2018-05-15"


@pytest.fixture
def held(graph_home):
    with connect(running(graph_home)) as store:
        yield store


def write(page, label, text):
    settle(page)
    box = page.get_by_label(label, exact=True)
    box.fill(text)
    box.press("Enter")
    settle(page)


def pick(page, label, option):
    """Choose an option; a list that closed as the page was run again is opened once more."""
    for _ in range(3):
        settle(page)
        try:
            page.get_by_role("combobox", name=label, exact=True).click(timeout=10_000)
            page.get_by_role("option", name=option).first.click(timeout=10_000)
            break
        except TookTooLong:
            page.keyboard.press("Escape")
    settle(page)


def claims(store, thing):
    return sorted(store.claims_about([thing]).claims(), key=lambda one: one.active)


def test_a_date_is_corrected_from_the_persons_page(visit, held):
    [old] = claims(held, "amina-killed")
    page = visit.open(f"event?event=amina-killed&day={DAY}")
    page.get_by_role("button", name="Correct, deny or take back").first.click()
    expect(page.get_by_role("heading", name="One claim")).to_be_visible()
    expect(page.get_by_text(words.NOTHING_CHANGED)).to_be_visible()
    write(page, "When, as it was said", "the day of the ox")
    expect(page.get_by_text(words.WRONG)).to_be_visible()
    expect(page.get_by_role("button", name=words.KEEP, exact=True)).to_be_disabled()
    write(page, "When, as it was said", "September 2018")
    expect(page.get_by_text("Means: between 2018-09-01 and 2018-09-30.")).to_be_visible()
    press(page, words.KEEP)
    expect(page.get_by_text(words.SAY_WHY)).to_be_visible()
    write(page, words.WHY, "The mother named the month.")
    press(page, words.KEEP)
    expect(page.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    gone, new = claims(held, "amina-killed")
    assert (gone.id, gone.retracted_by, gone.retracted_why) == (
        old.id,
        new.id,
        "The mother named the month.",
    )
    page.goto(page.url.split("?")[0] + f"?claim={new.id.replace('+', '%2B')}")
    expect(page.get_by_text("written in the app")).to_be_visible()
    assert (new.when.text, new.words, new.people) == ("September 2018", old.words, old.people)
    expect(page.get_by_text("September 2018").first).to_be_visible()


def test_a_correction_is_undone_from_the_history_of_the_event_and_done_again(visit, held):
    [old] = claims(held, "amina-visit-refused")
    new = correction(old, {**claim_row(old), "note": "read twice"}, on=DAY, why="the tape")
    keep(held, new)
    page = visit.open(f"event?event=amina-visit-refused&day={DAY}")
    expect(page.get_by_text("the tape").first).to_be_visible()
    page.get_by_role("button", name=words.UNDO, exact=True).click()
    page.get_by_text(words.UNDO_CORRECTION, exact=True).click()
    write(page, words.WHY, "the first note was right")
    press(page, words.KEEP)
    expect(page.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    gone, active = claims(held, "amina-visit-refused")
    assert (active.id, gone.retracted_why) == (old.id, "the first note was right")
    write(page, words.WHY, "it was not")
    press(page, words.KEEP)
    expect(page.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    gone, active = claims(held, "amina-visit-refused")
    assert (gone.id, active.note) == (old.id, "read twice")


def test_a_claim_is_taken_back_and_counts_again(visit, held):
    [claim] = claims(held, "amina-visits")
    page = visit.open(f"claim?claim={claim.id}")
    page.get_by_text(words.TAKE_BACK, exact=True).click()
    write(page, words.WHY, "misread")
    press(page, words.KEEP)
    expect(page.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    [gone] = claims(held, "amina-visits")
    assert (gone.active, gone.retracted_why) == (False, "misread")
    write(page, words.WHY, "it was right")
    press(page, words.KEEP)
    expect(page.get_by_text("counts again", exact=True)).to_be_visible(timeout=90_000)
    [again] = claims(held, "amina-visits")
    assert again.active
    assert not visit.errors


def test_another_source_denies_a_claim_and_both_stay(visit, held):
    [claim] = claims(held, "amina-visits")
    page = visit.open(f"claim?claim={claim.id}")
    page.get_by_text(words.DENY, exact=True).click()
    expect(page.get_by_text(words.NAME_A_SOURCE)).to_be_visible()
    pick(page, "Source", "Testimony of Rizwangul")
    write(page, "Where in the source", "L1")
    write(page, words.WHY, "She says that nobody went there.")
    press(page, words.KEEP)
    expect(page.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
    stances = {(one.source, one.stance.value) for one in claims(held, "amina-visits")}
    assert stances == {(claim.source, "supports"), ("t-rizwangul", "disputes")}


def test_what_somebody_changed_in_the_meantime_is_shown_before_anything_is_kept(visit, held):
    [claim] = claims(held, "meripet-left")
    page = visit.open(f"claim?claim={claim.id}")
    write(page, words.WHY, "misread")
    other = correction(
        claim, {**claim_row(claim), "note": "seen twice"}, on="2026-11-29", why="other"
    )
    keep(held, other)
    page.get_by_text(words.TAKE_BACK, exact=True).click()
    expect(page.get_by_text(desk_words.MEANWHILE)).to_be_visible()
    expect(page.get_by_role("button", name=words.KEEP, exact=True)).to_be_disabled()
    press(page, desk_words.SEEN_IT)
    expect(page.get_by_text(desk_words.MEANWHILE)).to_have_count(0, timeout=90_000)
    expect(page.get_by_role("radio", name=words.RESTORE)).to_be_checked()
    expect(page.get_by_label(words.WHY, exact=True)).to_have_value("misread")
    expect(page.get_by_role("button", name=words.KEEP, exact=True)).to_be_enabled()


def test_the_stop_stays_beside_the_name_and_after_its_claim_is_taken_back(visit, held):
    [claim] = claims(held, "mamutjan-parents-asked")
    page = visit.open(f"claim?claim={claim.id}")
    expect(page.get_by_text(ASKED_NOT).first).to_be_visible()
    expect(page.get_by_text(words.STOP_STAYS)).to_be_visible()
    page.get_by_text(words.TAKE_BACK, exact=True).click()
    write(page, words.WHY, "misread")
    press(page, words.KEEP)
    expect(page.get_by_text("The stop stays until it is lifted")).to_be_visible(timeout=90_000)
    expect(page.get_by_text(ASKED_NOT).first).to_be_visible()


def test_a_link_to_no_claim_says_so(visit):
    page = visit.open("claim?claim=none@nowhere")
    expect(page.get_by_text("The link names no claim that is recorded.")).to_be_visible()
