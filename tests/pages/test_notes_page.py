"""Notes are written on the page of what they are about, and listed together."""

import getpass
from datetime import UTC, datetime, timedelta

import pytest

from graph.desk.desk_notes import notes, write_note
from graph.desk.private_files import VISITS, Drawer
from graph.pages.kit import desk_words as words
from graph.pages.kit.note_blocks import named_in
from graph.server import running
from graph.store import connect
from graph.words.wording import STOP_SHORT
from tests.pages.test_pages import opened, said
from tests.stopped import stopped

pytestmark = pytest.mark.usefixtures("home")
PERSON = "graph/pages/detail/person_page.py"


def write(at, text, *, asks=False):
    next(one for one in at.text_area if one.label == words.TEXT).set_value(text)
    next(one for one in at.checkbox if one.label == words.ASKS).set_value(asks)
    next(one for one in at.button if one.label == words.KEEP).click()
    return at.run()


@pytest.mark.parametrize(
    ("page", "address", "about"),
    [
        (PERSON, {"person": "amina"}, "person:amina"),
        ("graph/pages/detail/event_page.py", {"event": "amina-killed"}, "event:amina-killed"),
        (
            "graph/pages/family/family_page.py",
            {"child": "meripet-eldest-child"},
            "family:meripet-eldest-child",
        ),
        (
            "graph/pages/writing/claim_page.py",
            {"claim": "amina-killed@t-meripet:L250"},
            "claim:amina-killed@t-meripet:L250",
        ),
        ("graph/pages/desk/notes_page.py", {}, ""),
    ],
)
def test_a_note_is_written_where_somebody_is(home, page, address, about):
    at = write(opened(page, **address), "Ask the neighbour.", asks=True)
    assert not at.exception
    [note] = notes(home)
    assert (note.about, note.by, note.open) == (about, getpass.getuser(), True)
    assert "Ask the neighbour." in said(at)
    listed = said(opened("graph/pages/desk/notes_page.py"))
    assert "Ask the neighbour." in listed
    assert not about or about.partition(":")[2] not in listed  # a name and no id


def test_a_note_on_a_claim_is_seen_on_the_page_of_the_person(home):
    write_note(home, "claim:amina-killed@t-meripet:L250", "Is L250 right?", "ana")
    assert "Is L250 right?" in said(opened(PERSON, person="amina"))


def test_a_note_changes_no_hash_and_is_found_by_no_query(home):
    with connect(running(home)) as store:
        before = store.graph_hash(), store.contents()
        write(opened(PERSON, person="amina"), "Zqxvword")
        assert (store.graph_hash(), store.contents()) == before


def test_whom_a_note_names_has_the_stop_beside_it(home):
    name = next(iter(stopped().values()))
    write_note(home, "person:amina", f"{name} may know.", "ana")
    assert f"{STOP_SHORT}: {name}" in said(opened(PERSON, person="amina"))


def test_a_name_with_an_ending_is_found_and_a_part_of_a_word_is_not():
    names = {"Amina": "Amina", "Ali": "Ali of Kashgar"}
    assert named_in("seen by ALI.", names) == ["Ali of Kashgar"]
    assert named_in("aminaning sister", names) == ["Amina"]
    assert named_in("Kamina and Bali", names) == []


def test_what_came_since_the_last_visit_is_said_on_the_first_page(home):
    earlier = datetime.now(UTC) - timedelta(days=2)
    Drawer(home, VISITS).put(getpass.getuser(), {"seen": earlier.isoformat(), "before": ""})
    assert "New since" not in said(opened())
    write_note(home, "person:amina", "Heard of a letter.", "ana")
    assert words.new_since(earlier.date().isoformat(), 1, 0) in said(opened())
    assert words.NEW in said(opened("graph/pages/desk/notes_page.py"))


def test_a_note_about_what_is_no_longer_recorded_stays(home):
    write_note(home, "person:nobody", "Who is it?", "ana")
    shown = said(opened("graph/pages/desk/notes_page.py"))
    assert "Who is it?" in shown
    assert words.NOT_THERE in shown
