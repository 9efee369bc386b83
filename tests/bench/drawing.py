"""Figures: a free view of 2,000 things in a real browser: drawing it, a click, a new day."""

import os
import pickle
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page

from graph.facts.adding_up import Facts, facts
from graph.picture.draw.cards import Card, Spans
from graph.picture.draw.prepared import Picture
from graph.picture.pyvis_network import free_picture
from graph.views.free_view import FreeView, view_of
from graph.words.marks import Mark
from tests.bench.figures import Figure
from tests.bench.trial import Trial
from tests.browsing import launched

CHECKOUT = Path(__file__).parents[2]
PEOPLE, EVENTS, PLACES = 1_000, 960, 40
GENERATED = 1_200
TURNS = 7
FIRST_AIM, CLICK_AIM, DAY_AIM = 500, 300, 300
"""Milliseconds, on a machine that does nothing else."""
FRAMES_AIM = 30
_STEPS = 120
_COUNTED = """globalThis.frames_drawn = 0;
globalThis.frames_counted ??= (() => {
  const next = () => { globalThis.frames_drawn += 1; requestAnimationFrame(next); };
  requestAnimationFrame(next);
  return true;
})();"""
_MARKS = (Mark.YES, Mark.POSSIBLY, Mark.UNKNOWN, Mark.HELD, Mark.LOST)
_DRAWN = """performance.getEntriesByName("network drawn").map((one) => one.duration)"""
# Does something, and waits until what it looks at has changed; milliseconds.
_TIMED = """([act, look]) => new Promise((done) => {
  const all = (root, name) => [...root.querySelectorAll("*")].flatMap((element) => [
    ...(element.matches(name) ? [element] : []),
    ...(element.shadowRoot ? all(element.shadowRoot, name) : []),
  ]);
  const buttons = () => all(document, "button");
  const press = (words) => buttons().find((one) => one.innerText === words).click();
  const acts = {
    show: () => press("Show"),
    bare: () => press("Bare"),
    next: () => all(document, "[data-step='1']")[0].click(),
    pick: () => globalThis.kinthreadHub.dispatchEvent(
      new CustomEvent("picked", { detail: `p${Math.floor(Math.random() * 1900)}` })),
  };
  const looks = {
    drawn: () => all(document, "[data-network]")[0]?.dataset.day,
    bare: () => document.body.innerText.match(/bare [0-9]+/)?.[0],
    details: () => all(document, "[data-sheet] p")[0]?.innerText,
  };
  const before = looks[look]();
  const begun = performance.now();
  acts[act]();
  const wait = () => {
    const now = performance.now() - begun;
    if (looks[look]() !== before) done(now);
    else if (now > 60000) done(null);
    else requestAnimationFrame(wait);
  };
  wait();
})"""


def figures(trial: Trial) -> Iterator[Figure]:
    """Measure in Chromium, over the app's own components on a page of the bench."""
    view, shown, built = _pictured(trial)
    with TemporaryDirectory(prefix="kinthread-bench-") as folder:
        kept = Path(folder) / "picture"
        kept.write_bytes(pickle.dumps(shown))
        with _page(kept) as page:
            bare = median(_times(page, "bare", "bare"))
            first = _times(page, "show", "drawn", turns=1)
            drawn = page.evaluate(_DRAWN)
            page.wait_for_timeout(2_000)
            days = _times(page, "next", "drawn")
            page.wait_for_timeout(2_000)
            clicks = _times(page, "pick", "details")
            frames = [_frames(page, move) for move in (_pan, _zoom)]
    more = {"things": len(view.things), "ties": len(view.bonds), "bare press ms": bare}
    more |= {"placed and built on the server ms": built}
    for name, says, times, aim in (
        ("draw", "a free view, from its arrival in the browser on", drawn, FIRST_AIM),
        ("show", "the same, from the press of a button on", first, FIRST_AIM),
        ("click", "from a click in it to the details", clicks, CLICK_AIM),
        ("slide", "a new day on every card", days, DAY_AIM),
    ):
        yield Figure(
            name=name,
            says=says,
            people=PEOPLE,
            value=median(times),
            unit="ms",
            aim=f"at most {aim} on a quiet machine",
            met=median(times) <= aim,
            more={**more, "slowest ms": max(times), "of a bare press": median(times) / bare},
        )
    yield Figure(
        name="move",
        says="frames a second while it is pushed and zoomed, the fewer of the two",
        people=PEOPLE,
        value=min(frames),
        unit="frames a second",
        aim=f"at least {FRAMES_AIM} on a quiet machine",
        met=min(frames) >= FRAMES_AIM,
        more={"pushed": frames[0], "zoomed": frames[1]},
    )


def _frames(page: Page, move: Callable[[Page], None]) -> float:
    """Count what the browser draws while the picture is moved."""
    page.evaluate(_COUNTED)
    begun = time.perf_counter()
    move(page)
    taken = time.perf_counter() - begun
    counted: int = page.evaluate("globalThis.frames_drawn")
    return counted / taken


def _pan(page: Page) -> None:
    page.mouse.move(700, 500)
    page.mouse.down()
    for step in range(_STEPS):
        page.mouse.move(700 + 4 * (step % 50), 500 + step % 30)
    page.mouse.up()


def _zoom(page: Page) -> None:
    for step in range(_STEPS):
        page.mouse.wheel(0, 40 if step % 20 < 10 else -40)


def _times(page: Page, act: str, look: str, turns: int = TURNS) -> list[float]:
    found = []
    for _ in range(turns):
        taken = page.evaluate(_TIMED, [act, look])
        if taken is None:
            raise AssertionError(f"{act}: nothing changed within a minute")
        found.append(taken)
        page.wait_for_timeout(400)
    return found


def _pictured(trial: Trial) -> tuple[FreeView, Picture, float]:
    records = trial.records(GENERATED)
    known = facts(records)
    places = {place.id: place for place in records.places}
    ids = _chosen(known, list(places))
    view = view_of(known, ids, places=places, stops=())
    chance = Random(trial.seed)  # noqa: S311 - the same cards each time
    cards = {id_: _card_days(known.people[id_].name, chance) for id_ in ids[:PEOPLE]}
    begun = time.perf_counter()
    shown = replace(free_picture(view, cards=cards), over_days=True)
    return view, shown, 1000 * (time.perf_counter() - begun)


def _chosen(known: Facts, places: list[str]) -> list[str]:
    people = list(known.people)[:PEOPLE]
    inside = set(people)
    events = [e.id for e in known.events.values() if inside & {p for _, p in e.people}]
    return [*people, *events[:EVENTS], *places[:PLACES]]


def _card_days(name: str, chance: Random) -> Spans[Card]:
    days = sorted(
        {date(2016 + chance.randrange(4), chance.randrange(1, 13), 1) for _ in range(4)}
    )
    return tuple(
        (day, Card(name=name, mark=chance.choice(_MARKS), word="a word", status="recorded"))
        for day in (date.min, *days)
    )


@contextmanager
def _page(picture: Path) -> Iterator[Page]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    script = CHECKOUT / "tests" / "bench" / "drawing_page.py"
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
    ]
    env: Mapping[str, str] = os.environ | {
        "BENCH_VIEW": str(picture),
        "PYTHONPATH": str(CHECKOUT),
    }
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=CHECKOUT, env=env, **quiet)
    try:
        _until(lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health"))
        with launched() as browser:
            page = browser.new_page(viewport={"width": 1400, "height": 1100})
            page.goto(f"http://127.0.0.1:{port}")
            page.get_by_role("button", name="Show").wait_for(timeout=60_000)
            page.wait_for_timeout(2_000)
            yield page
    finally:
        process.terminate()
        process.wait(10)


def _until(answers: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            answers()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return
