"""Wherever a page names somebody who asked not to be contacted, it says so beside the name.

Every page is opened for everybody of both sets whose request stands; what is looked at is each
sentence, row, tile, heading and choice by itself, in the shadow roots too. The pages that show
who may be left say what contact can lead to.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from graph.pages.explore.explore_words import CHOSEN, PANELS
from graph.record.vocabulary import Left, TieKind
from graph.rule.answer import answer
from graph.rule.calendar import calendar
from ingest import read
from tests.conftest import BOTH_SETS
from tests.pages.conftest import Visit
from tests.pages.every_page import PAGES, settled
from tests.pages.hands import choose, choose_formats, press, settle, turn_to
from tests.stopped import known, named_in, stopped, without_the_stop

Fill = Callable[[Page], None]
Visited = tuple[str, Sequence[Fill]]
"""The address of a page, and what is done there: after each step it is looked at."""
_NAMES_NONE = ("loading", "place", "testimony")
"""Nothing waits to be mended, none of them is recorded at a place, and no text is kept."""
_LEFT = (Left.YES, Left.POSSIBLY)
RISK = "Contact from abroad can itself lead to detention"
_WITH_RISK = (
    *("children", "totals", "child", "over_time", "family", "explore"),
    *("search", "questions", "cypher"),
)

_PARTS = """() => {
  const whole = "tr, caption, p, h1, h2, h3, li, dd, dt, label, summary, [role=option]";
  const parts = [];
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) walk(one.shadowRoot);
      for (const name of ["aria-label", "title", "alt"]) {
        if (one.getAttribute(name)) parts.push(one.getAttribute(name));
      }
      if (one.role === "combobox" && one.value) parts.push(one.value); // not what was typed
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (own && !["STYLE", "SCRIPT", "TEXTAREA"].includes(one.tagName)) {
        parts.push((one.closest("tr") ?? one.closest(whole) ?? one).innerText ?? "");
      }
    }
  };
  walk(document);
  return [...new Set(parts)];
}"""


@pytest.fixture(scope="module")
def window(browser, app):
    context = browser.new_context(viewport={"width": 1400, "height": 950})
    yield Visit(context, app)
    context.close()


NOTHING: Sequence[Fill] = (lambda _page: None,)


@cache
def _near() -> dict[str, tuple[str, str]]:
    """Return for each of them a child near, and a day on which they are left, if any."""
    found: dict[str, tuple[str, str]] = {}
    for folder in BOTH_SETS:
        records = read([folder]).records
        parents = [tie for tie in records.ties if tie.kind is TieKind.PARENT_OF]
        for child in dict.fromkeys(tie.relative for tie in parents):
            said = answer(records, child)
            stays = calendar(said.network).stays
            for person in said.stops.keys() & {child, *said.network.reached}:
                left = [s for s in stays if s.person == person and s.left in _LEFT]
                days = [min(s.last, said.as_of) for s in left if said.board.listed]
                if days:
                    found[person] = (child, days[0].isoformat())
                found.setdefault(person, (child, said.as_of.isoformat()))
    return found


def _children(page: str) -> Iterator[Visited]:
    for child, day in dict.fromkeys(_near().values()):
        yield f"{page}?child={child}&day={day}", NOTHING


def _events() -> Iterator[Visited]:
    for one in known():
        for event in one.events.values():
            if stopped().keys() & {person for _, person in event.people}:
                yield f"event?event={event.id}", NOTHING


def _searches() -> Iterator[Visited]:
    asked = [text for name in stopped().values() for text in (name, f"sister of {name}")]
    yield "search", [partial(_search, asked=text) for text in asked]


def _search(page: Page, asked: str) -> None:
    box = page.get_by_role("textbox", name="Name, spelling, script or description")
    box.fill(asked)
    box.press("Enter")
    settle(page)
    page.locator("tr").first.wait_for()


def _scenes() -> Iterator[Visited]:
    """Everybody who asked, and a child near them; all that is tied to them, in each panel."""
    for person, (child, day) in _near().items():
        address = f"explore?show={child},{person}&picked={child},{person}&day={day}"
        yield address, [_expanded, *(partial(_panel, name=name) for name in PANELS)]


def _expanded(page: Page) -> None:
    """Bring in all that is tied; of a scene before, another panel may be open."""
    _panel(page, CHOSEN)
    press(page, "Expand")
    settle(page)


def _panel(page: Page, name: str) -> None:
    page.get_by_text(name, exact=True).first.click()
    settle(page)


def _opened(page: Page) -> None:
    for button in page.locator("[data-opens]").all():
        button.click()


def _ask(page: Page) -> None:
    press(page, "Ask")
    settle(page)  # of a question before, a table may be there
    expect(page.get_by_role("table").first).to_be_visible(timeout=90_000)


def _run(page: Page, text: str, first: str) -> None:
    page.get_by_role("textbox", name="Query").fill(text)
    page.get_by_role("button", name="Run").click()
    head = page.get_by_role("table").first.get_by_role("columnheader").first
    expect(head).to_have_text(first, timeout=90_000)


def _preview(page: Page) -> None:
    choose(page, "Who is to read it", "internal:")
    choose_formats(page, "csv")
    press(page, "Preview")
    expect(page.get_by_role("button", name="Make the file")).to_be_visible(timeout=90_000)


def _sources() -> Iterator[Visited]:
    yield "sources", NOTHING
    for folder in BOTH_SETS:
        of = {c.source for c in read([folder]).records.people if c.about in stopped()}
        yield from ((f"sources?source={id_}", NOTHING) for id_ in sorted(of))


def _by_query() -> Iterator[Visited]:
    found = f"MATCH (p:Person)-[r]->(o:Person) WHERE p.id IN {sorted(stopped())} RETURN "
    returned = {
        "p": "p",
        "id": "p.id AS id",
        "name": "p.name AS name, 1 AS one",
        "r": "r, p, o",
    }
    yield (
        "cypher",
        [partial(_run, text=found + what, first=head) for head, what in returned.items()],
    )


def _claims() -> Iterator[Visited]:
    for folder in BOTH_SETS:
        for claim in read([folder]).records.events:
            if stopped().keys() & {part.person for part in claim.people} and claim.active:
                yield f"claim?claim={quote(claim.id)}", NOTHING


def _note(page: Page) -> None:
    """Write a note that names everybody who asked."""
    names = ", ".join(stopped().values())
    press(page, "Write a note")
    page.get_by_label("Note", exact=True).fill(names)
    press(page, "Keep the note")
    kept = page.get_by_role("row").filter(has_text=names)  # others may have been there before
    expect(kept.first).to_be_visible(timeout=90_000)


VISITS: dict[str, Callable[[], Iterator[Visited]]] = {
    "children": lambda: (
        (f"?day={day}", NOTHING) for day in sorted({day for _, day in _near().values()})
    ),
    "totals": lambda: (
        (f"totals?day={day}", [_opened]) for day in sorted({day for _, day in _near().values()})
    ),
    "child": lambda: _children("child"),
    "family": lambda: _children("family"),
    "over_time": lambda: _children("over_time"),
    "explore": _scenes,
    "search": _searches,
    "sources": _sources,
    "questions": lambda: iter(
        [
            ("questions?question=requests_and_breaches", [_ask]),
            ("questions?question=under_duress", [_ask]),
        ]
    ),
    "doubts": lambda: iter([("doubts", NOTHING)]),
    "cypher": _by_query,
    "export": lambda: ((f"export?child={child}", [_preview]) for child, _ in _near().values()),
    "loading": lambda: iter([("loading", NOTHING)]),
    "person": lambda: ((f"person?person={id_}", NOTHING) for id_ in stopped()),
    "event": _events,
    "claim": lambda: islice(_claims(), 6),
    "learn": lambda: ((f"learn?about={id_}", NOTHING) for id_ in stopped()),
    "sameness": lambda: ((f"sameness?same=amina,{id_}", NOTHING) for id_ in stopped()),
    "testimony": lambda: iter([("testimony?source=t-mamutjan", NOTHING)]),
    "notes": lambda: iter([("notes", [_note])]),
    "place": lambda: iter([(f"place?place={id_}", NOTHING) for id_ in ("kashgar", "norvia")]),
}


def test_every_page_is_looked_at():
    assert VISITS.keys() == PAGES.keys()


@pytest.mark.parametrize("name", VISITS)
def test_a_name_that_asked_not_to_be_contacted_says_so(window, name):
    page, seen = window.page, set[str]()
    for address, steps in VISITS[name]():
        turn_to(page, window.app, address)
        settled(page)
        for step in steps:
            step(page)
            settled(page)
            if name in _WITH_RISK:
                page.get_by_text(RISK).first.wait_for()
            parts = page.evaluate(_PARTS)
            assert without_the_stop(parts) == [], address
            seen |= named_in("\n".join(parts))
    assert seen or name in _NAMES_NONE
