"""The big list of naughty strings, through every widget that shows stored names."""

import json
import os
import socket
import subprocess
import sys

import pytest

from graph.pages.kit.sheet_blocks import tidy
from tests.pages.conftest import CHECKOUT, Served, Visit, wait_for
from tests.pages.naughty_page import STRINGS


@pytest.fixture(scope="module")
def naughty():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    script = CHECKOUT / "tests" / "pages" / "naughty_page.py"
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
    ]
    env = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    process = subprocess.Popen(
        command, cwd=CHECKOUT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        open_to_all = Served(f"http://127.0.0.1:{port}")
        open_to_all.entrance = (
            f"{open_to_all}/"  # a page of the test's own: no gate is before it
        )
        yield open_to_all
    finally:
        process.terminate()
        process.wait(10)


def test_every_string_is_shown_as_it_is_and_does_nothing(browser, naughty):
    context = browser.new_context(viewport={"width": 1400, "height": 1200})
    visit = Visit(context, naughty)
    page = visit.page
    spoke = []
    page.on("dialog", lambda dialog: (spoke.append(dialog.message), dialog.dismiss()))
    page.goto(naughty)
    page.get_by_text("End", exact=True).wait_for()
    page.locator("[data-network][data-day] canvas").wait_for()
    page.get_by_test_id("stDownloadButton").wait_for()
    told = page.locator("[data-sheet] td:first-child").evaluate_all(
        "cells => cells.map(cell => cell.textContent)"
    )
    assert told == [tidy(text) for text in STRINGS]
    box = page.get_by_role("combobox", name="Person")
    box.click()
    page.get_by_role("option").first.wait_for()
    box.press("Escape")
    with page.expect_download() as file:
        page.get_by_role("button", name="Names").click()
    assert json.loads(file.value.path().read_text("utf-8")) == STRINGS
    assert not spoke
    assert not visit.errors
    assert page.get_by_test_id("stException").count() == 0
    assert {url.split("/")[2] for url in visit.asked if "://" in url} == {naughty[7:]}
    context.close()
