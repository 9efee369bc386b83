"""A form that was open is offered again, and shows what somebody else changed meanwhile."""

import os
import signal

import pytest
from playwright.sync_api import expect

from graph.export.formats.import_claims import ImportRow
from graph.pages.kit import desk_words
from graph.pages.kit.open_form import open_in_files
from graph.pages.writing import sameness_words
from graph.pages.writing import write_words as words
from graph.record.model import EventClaim
from graph.record.vocabulary import Basis, TieKind
from graph.server import running
from graph.store import connect
from ingest.sameness_rows import decision
from ingest.written_rows import keep
from tests.pages.conftest import Visit, served
from tests.pages.hands import press, settle
from tests.pages.test_claim_page import pick, write
from tests.pages.test_pages import opened, said

pytestmark = pytest.mark.usefixtures("home", "filled_anew")
LEARN = "graph/pages/writing/learn_page.py"
CLAIM = "graph/pages/writing/claim_page.py"
SAME = "graph/pages/writing/sameness_page.py"
PERSON = "sister-in-law-of-turghun"
KILLED = "amina-killed@t-meripet:L250"


def field(at, label):
    every = [*at.text_input, *at.text_area, *at.selectbox, *at.multiselect]
    return next(one for one in every if one.label == label)


def button(at, label):
    return next(one for one in at.button if one.label == label)


def test_an_app_that_is_killed_offers_the_form_again_and_it_is_kept(browser, graph_home):
    with served(graph_home) as app:
        context = browser.new_context(viewport={"width": 1400, "height": 1200})
        page = Visit(context, app).open(f"learn?about={PERSON}")
        pick(page, "What happened", "taken into custody")
        write(page, "When, as it was said", "autumn 2017")
        os.kill(app.pid, signal.SIGKILL)
        context.close()
    with served(graph_home) as app:
        context = browser.new_context(viewport={"width": 1400, "height": 1200})
        page = Visit(context, app).open("")
        expect(page.get_by_text(desk_words.OPEN_FORMS)).to_be_visible()
        page.get_by_role("button", name=desk_words.FORMS["about"]).click()
        press(page, desk_words.GO_ON)
        settle(page)
        expect(page.get_by_label("When, as it was said", exact=True)).to_have_value(
            "autumn 2017"
        )
        expect(
            page.get_by_text("Means: between 2017-09-01 and 2017-11-30").first
        ).to_be_visible()
        pick(page, "Source", "Testimony")
        press(page, words.KEEP)
        expect(page.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
        assert open_in_files() == []
        context.close()
    with connect(running(graph_home)) as store:
        written = [one for one in store.claims_naming(PERSON) if isinstance(one, EventClaim)]
        assert "autumn 2017" in {one.when.text for one in written}


def test_an_untouched_form_is_no_open_form():
    opened(LEARN, about=PERSON)
    opened(CLAIM, claim=KILLED)
    assert open_in_files() == []


def test_a_correction_is_offered_in_another_window_and_can_be_discarded():
    at = opened(CLAIM, claim=KILLED)
    field(at, "When, as it was said").set_value("September 2018").run()
    [one] = open_in_files()
    other = opened(CLAIM, claim=KILLED)
    assert desk_words.was_open(one.changed) in said(other)
    button(other, desk_words.GO_ON).click().run()
    assert field(other, "When, as it was said").value == "September 2018"
    assert len(open_in_files()) == 1
    button(opened(CLAIM, claim=KILLED), desk_words.DISCARD).click().run()
    assert open_in_files() == []


def test_a_form_is_emptied_on_purpose():
    at = opened(LEARN, about=PERSON)
    field(at, "When, as it was said").set_value("autumn 2017").run()
    button(at, desk_words.EMPTY_IT).click().run()
    assert field(at, "When, as it was said").value == ""
    assert open_in_files() == []


def test_another_page_in_between_loses_nothing():
    at = opened(LEARN, about=PERSON)
    field(at, "When, as it was said").set_value("autumn 2017").run()
    at.switch_page("graph/pages/search/search_page.py").run()
    at.switch_page(LEARN)
    at.query_params["about"] = PERSON
    at.run()
    assert field(at, "When, as it was said").value == "autumn 2017"


def test_a_note_and_a_pasted_text_are_offered_again():
    at = opened("graph/pages/detail/person_page.py", person="amina")
    field(at, desk_words.TEXT).set_value("Ask the neighbour").run()
    at = opened("graph/pages/writing/testimony_page.py", source="t-meripet")
    field(at, words.PASTE).set_value("My sister was here.").run()
    forms = said(opened())
    assert desk_words.OPEN_FORMS in forms
    assert forms.count(desk_words.WRITE) == 1
    at = opened("graph/pages/writing/testimony_page.py", source="t-meripet")
    button(at, desk_words.GO_ON).click().run()
    assert field(at, words.PASTE).value == "My sister was here."


def test_what_another_one_wrote_meanwhile_is_shown_before_anything_is_kept(home):
    at = opened(LEARN, about=PERSON)
    field(at, "When, as it was said").set_value("autumn 2017").run()
    cells = {"id": PERSON, "name": "Zaynab", "source": "t-meripet", "locator": "L9"}
    with connect(running(home)) as store:
        keep(store, [ImportRow("people", "asa17-3798-2021", cells)])
    at.run()
    assert desk_words.MEANWHILE in said(at)
    assert desk_words.CHANGED in said(at)
    assert field(at, "When, as it was said").value == "autumn 2017"
    button(at, desk_words.SEEN_IT).click().run()
    assert desk_words.MEANWHILE not in said(at)
    assert field(at, "When, as it was said").value == "autumn 2017"


def ticked(at, label):
    return next(one for one in at.checkbox if one.label == label)


def choice(at, column):
    every = [*at.selectbox, *at.multiselect]
    return next(one.value for one in every if str(one.key).endswith(f"events-{column}"))


@pytest.mark.parametrize(("table", "column"), [("people", "subject"), ("places", "place")])
def test_what_is_made_on_the_spot_is_chosen_and_another_name_loses_nothing(table, column):
    at = opened(LEARN, about=PERSON)
    field(at, "Source").set_value("t-meripet").run()
    field(at, "What happened").set_value("lived_at").run()
    field(at, "When, as it was said").set_value("autumn 2017").run()
    ticked(at, words.NEW_HERE[table]).check().run()
    for text in ("Rabiya", "Rabiye"):
        field(at, words.label(table, "name")).set_value(text).run()
        chosen = choice(at, column)
        [made] = chosen if isinstance(chosen, list) else [chosen]
        assert made.startswith(text.lower())
    assert field(at, "What happened").value == "lived_at"
    assert field(at, "When, as it was said").value == "autumn 2017"
    ticked(at, words.NEW_HERE[table]).uncheck().run()
    assert not choice(at, column)
    button(at, desk_words.EMPTY_IT).click().run()


@pytest.mark.parametrize(
    ("page", "address"),
    [
        (LEARN, {"about": PERSON}),
        (CLAIM, {"claim": KILLED}),
        (SAME, {"same": "amina,meripet"}),
        ("graph/pages/writing/testimony_page.py", {}),
    ],
)
def test_the_first_page_lists_every_kind_of_form_that_is_open(page, address):
    at = opened(page, **address)
    texts = [one for one in at.text_input if str(one.key).startswith("form-")]
    if texts:
        texts[0].set_value("x").run()
    else:
        ticked(at, words.NEW_SOURCE).check().run()
    [one] = open_in_files()
    board = opened()
    assert not board.exception
    assert desk_words.form_label(one) in said(board)


def test_who_left_a_pair_open_asks_somebody_else_and_does_not_decide(home, monkeypatch):
    cells = {"source": "t-meripet", "note": "only the name"}
    rows = decision(
        ("amina", "meripet"),
        (),
        cells,
        what=(TieKind.SAME_AS, Basis.BELIEVED),
        dataset="asa17-3798-2021",
        on="2026-11-30",
    )
    with connect(running(home)) as store:
        keep(store, rows)
    assert desk_words.LEFT_OPEN not in said(opened())
    assert sameness_words.OWN in said(opened(SAME, same="amina,meripet"))
    monkeypatch.setenv("LOGNAME", "ana")
    board = opened()
    assert not board.exception
    assert desk_words.LEFT_OPEN in said(board)
    assert sameness_words.OWN not in said(opened(SAME, same="amina,meripet"))
