"""Loading as an analyst does it: choose tables, load, mend what is wrong, load that too."""

import os
import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect

from graph.pages.load import load_words
from ingest import read
from tests.pages.conftest import SAMPLES
from tests.pages.hands import write_cell

SOURCES = "id,title,kind,said_on,consent\nweb-letter,A letter,letter,2021-03-01,public\n"
PEOPLE = (
    "id,name,sex,birth,source,locator\n"
    "web-mother,Mother of the web family,female,1980,web-letter,p. 1\n"
    "web-child,Child of the web family,femal,2012,web-letter,p. 1\n"
)


@pytest.fixture
def loading(visit, graph_home):
    shutil.rmtree(
        graph_home / "quarantine", ignore_errors=True
    )  # rows of other tests do not wait
    page = visit.open("loading")
    expect(page.get_by_text("Load families")).to_be_visible()
    return page


def choose(page, tmp_path: Path, **tables: str) -> None:
    files = []
    for name, text in tables.items():
        files.append(tmp_path / f"{name}.csv")
        files[-1].write_text(text, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(files)


def test_a_bad_row_is_shown_kept_mended_and_loaded(loading, tmp_path, graph_home):
    choose(loading, tmp_path, sources=SOURCES, people=PEOPLE)
    expect(loading.get_by_text("people.csv line 3")).to_be_visible()
    expect(loading.get_by_text("did you mean 'female'?").first).to_be_visible()
    loading.get_by_role("button", name="Load 2 rows").click()
    expect(loading.get_by_text("2 rows taken, 1 kept for mending.")).to_be_visible(
        timeout=60_000
    )
    expect(loading.get_by_text("Kept in quarantine/").first).to_be_visible()
    assert str(graph_home) not in loading.locator("body").inner_text()
    area = loading.get_by_role("button", name="Read again, as it is")
    expect(area).to_be_visible()
    write_cell(loading, column=3, text="female")  # the first one says what is wrong
    loading.get_by_role("button", name="Read again, with the changes").click()
    expect(loading.get_by_text("1 row taken, 0 kept for mending.")).to_be_visible(
        timeout=60_000
    )
    expect(loading.get_by_text(load_words.NOTHING_WAITS)).to_be_visible()


def test_what_is_no_table_is_said_in_a_sentence(loading, tmp_path):
    picture = tmp_path / "people.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    loading.locator("input[type=file]").set_input_files([picture])
    expect(loading.get_by_text("is not a .csv, .xlsx or .jsonl file").first).to_be_visible()


@pytest.mark.parametrize("name", ["..", "people\0.csv", f"people.{'x' * 300}.csv", "a/../b"])
def test_a_chosen_file_may_have_any_name(loading, name):
    content = b"id,name,source\nomer,Omer,nowhere\n"
    file = FilePayload(name=name, mimeType="text/csv", buffer=content)
    loading.locator("input[type=file]").set_input_files([file])
    expect(loading.get_by_text("What these files say")).to_be_visible()
    expect(loading.get_by_text("Traceback")).to_have_count(0)


def test_loading_what_is_there_already_changes_nothing(loading):
    tables = sorted((SAMPLES[0]).glob("*.csv"))
    loading.locator("input[type=file]").set_input_files(tables)
    rows = read([SAMPLES[0]]).total.taken
    loading.get_by_role("button", name=f"Load {rows} rows").click()
    expect(loading.get_by_text("0 new claims;", exact=False)).to_be_visible(timeout=90_000)


def test_a_chosen_file_that_is_put_back_does_not_stay_on_the_disk(
    loading, tmp_path, graph_home
):
    choose(loading, tmp_path, **{"sources.alone": SOURCES})
    expect(loading.get_by_text("What these files say")).to_be_visible()
    assert list(graph_home.glob("upload-*/sources.alone.csv"))
    loading.get_by_role("button", name="Remove", exact=False).first.click()
    expect(loading.get_by_text("What these files say")).to_be_hidden()
    assert not list(graph_home.glob("upload-*/sources.alone.csv"))


def test_what_a_killed_app_left_of_chosen_files_goes_a_day_later(loading, tmp_path, graph_home):
    left, fresh = graph_home / "upload-left", graph_home / "upload-fresh"
    for folder in (left, fresh):
        folder.mkdir()
        (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(left, (two_days_ago, two_days_ago))
    choose(loading, tmp_path, sources=SOURCES)
    expect(loading.get_by_text("What these files say")).to_be_visible()
    assert not left.exists()
    assert fresh.exists()
    shutil.rmtree(fresh)
