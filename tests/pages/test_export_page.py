"""Exports in the app, by the front door: chosen, looked at, made, taken."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pyrage
from playwright.sync_api import Page, expect

from graph.pages.export.export_words import MAY_LEAVE
from tests.pages.hands import choose, choose_formats, press, settle, tick_all

CHILD = "meripet-eldest-child"


def preview(visit, audience: str, *formats: str) -> Page:
    page = visit.open(f"export?child={CHILD}")
    choose(page, "Who is to read it", f"{audience}:")
    choose_formats(page, *formats or ["csv"])
    press(page, "Preview")
    return page


def look_for_the_owner_of(page: Page, key: str) -> None:
    box = page.get_by_label("Public key for the program age")
    box.fill(key)
    box.press("Enter")
    press(page, "Preview")


def ledger(home: Path) -> list[dict]:
    path = home / "exports.jsonl"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [json.loads(line) for line in text.splitlines()]


def test_partners_get_a_file_that_was_looked_at_and_stands_in_the_ledger(
    visit, graph_home, tmp_path
):
    before = len(ledger(graph_home))
    page = preview(visit, "partner")
    expect(page.get_by_text(re.compile(r"^child \d of family A$")).first).to_be_visible()
    expect(page.get_by_text("Not promised").first).to_be_visible()
    assert not page.get_by_role("button", name="Take the file").count()
    settle(page)
    expect(page.get_by_text("Turkish Foreign Ministry", exact=True)).to_be_visible()
    assert not page.get_by_role("button", name="Make the file").count()
    tick_all(page, MAY_LEAVE)
    press(page, "Make the file")
    settle(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take the file").click()
    taken.value.save_as(tmp_path / "out.zip")
    with ZipFile(tmp_path / "out.zip") as found:
        text = "".join(found.read(name).decode() for name in found.namelist())
    assert "Amina" not in text
    assert len(ledger(graph_home)) == before + 1
    assert not [url for url in visit.asked if "127.0.0.1" not in url]
    assert visit.errors == []


def test_what_the_check_refuses_is_made_only_with_a_reason(visit, graph_home):
    page = preview(visit, "briefing")
    expect(page.get_by_text("At least 5 should").first).to_be_visible()
    assert not page.get_by_role("button", name="Make the file").count()
    settle(page)
    expect(page.get_by_role("heading", name="Can a reader conclude who spoke?")).to_be_visible()
    expect(page.get_by_text("Export it anyway")).to_have_count(0)
    tick_all(page, MAY_LEAVE)
    settle(page)
    page.get_by_text("Export it anyway").click()
    expect(page.get_by_text("say why").first).to_be_visible()
    reason = page.get_by_label("Why; the ledger keeps it")
    reason.fill("the report is public")
    reason.press("Enter")
    press(page, "Make the file")
    expect(page.get_by_role("button", name="Take the file")).to_be_visible()
    last = ledger(graph_home)[-1]
    assert (last["forced"], last["reason"]) == (True, "the report is public")


def test_another_choice_has_to_be_looked_at_again(visit):
    page = preview(visit, "partner")
    settle(page)
    tick_all(page, MAY_LEAVE)
    expect(page.get_by_role("button", name="Make the file")).to_be_visible()
    choose(page, "Who is to read it", "public:")
    expect(page.get_by_role("button", name="Make the file")).to_have_count(0)


def test_a_key_makes_a_file_that_only_its_owner_reads(visit):
    owner = pyrage.x25519.Identity.generate()
    page = preview(visit, "internal", "jsonl")
    look_for_the_owner_of(page, str(owner.to_public()))
    press(page, "Make the file")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take the file").click()
    assert taken.value.suggested_filename.endswith(".jsonl.age")
    sealed = taken.value.path().read_bytes()
    assert b"Amina" not in sealed
    assert b"Amina" in pyrage.decrypt(sealed, [owner])


def test_a_secret_key_is_refused_and_not_said_again(visit):
    secret = str(pyrage.x25519.Identity.generate())
    page = preview(visit, "internal")
    look_for_the_owner_of(page, secret)
    expect(page.get_by_text("This is a secret key of age")).to_be_visible()
    assert secret not in page.locator("body").inner_text()
    expect(page.get_by_role("button", name="Make the file")).to_have_count(0)


def test_nothing_is_given_out_while_the_ledger_is_not_as_it_was_written(visit, graph_home):
    page = preview(visit, "internal")
    expect(page.get_by_role("button", name="Make the file")).to_be_visible()
    path = graph_home / "exports.jsonl"
    before = path.read_bytes() if path.exists() else b""
    path.write_bytes(before + b"somebody wrote here by hand\n")
    try:
        press(page, "Make the file")
        expect(page.get_by_text("The ledger is not as it was written")).to_be_visible()
        expect(page.get_by_text(re.compile("^As csv: "))).to_be_visible()
        expect(page.get_by_role("button", name="Take the file")).to_have_count(0)
    finally:
        path.write_bytes(before)


def test_without_an_audience_nothing_is_assumed(visit):
    page = visit.open(f"export?child={CHILD}")
    expect(page.get_by_text("Choose at least one child").first).to_be_visible()
    assert not page.get_by_role("button", name="Preview").count()
