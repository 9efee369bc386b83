"""From an answer to files in other formats, by the one way out of the house."""

import io
import json
import re

import networkx as nx
from playwright.sync_api import Page, expect

from graph.pages.kit.page_words import FILTER
from tests.pages.hands import choose, choose_formats, press, settle
from tests.pages.test_export_page import ledger
from tests.pages.test_questions_walk import asked, button, run, table

HAND_OVER = "Hand over in another format …"


def handed_over(page: Page) -> Page:
    """Press the way to the page of exports, and wait until it stands."""
    table(page).wait_for()
    press(page, HAND_OVER)
    expect(page.get_by_role("heading", name="Export for somebody else")).to_be_visible()
    settle(page)
    return page


def made(page: Page, *forms: str) -> Page:
    """Choose the audience internal and some formats, look first, and make the files."""
    assert not page.get_by_role("button", name="Preview").count(), "nothing is assumed"
    choose(page, "Who is to read it", "internal:")
    choose_formats(page, *forms)
    press(page, "Preview")
    press(page, "Make the file")
    settle(page)
    return page


def taken(page: Page, form: str) -> bytes:
    with page.expect_download() as waited:
        page.get_by_role("button", name=f"Take the file: {form}").click()
    return waited.value.path().read_bytes()


def names_in(graphml: bytes) -> set[str]:
    found = nx.read_graphml(io.BytesIO(graphml), force_multigraph=True)
    return {name for _, name in found.nodes(data="name")}


def test_the_answer_to_a_question_leaves_in_two_formats_with_a_line_of_the_ledger_each(
    visit, graph_home
):
    before = len(ledger(graph_home))
    page = handed_over(asked(visit, "one_left"))
    expect(
        page.get_by_text(re.compile("^Question one_left, as of 2018-05-15: "))
    ).to_be_visible()
    expect(page.get_by_role("spinbutton", name="year, As of")).to_have_text("2018")
    made(page, "graphml", "jsonl")
    assert "Amina" in names_in(taken(page, "graphml"))
    lines = [json.loads(line) for line in taken(page, "jsonl").splitlines()]
    assert {"people", "events", "kinship"} <= {line["table"] for line in lines}
    expect(page.get_by_text("What the format does not hold:")).to_have_count(2)
    entries = [line for line in ledger(graph_home)[before:] if line["kind"] == "export"]
    assert [line["format"] for line in entries] == ["graphml", "jsonl"]
    assert {line["how"] for line in entries} == {"question one_left"}
    assert visit.errors == []


def test_the_people_of_a_query_of_ones_own_leave_and_nobody_else(visit, graph_home):
    text = "MATCH (p:Person) WHERE p.id IN ['amina', 'pilduza'] RETURN p.name, p.id"
    page = handed_over(run(visit, text))
    expect(
        page.get_by_text("A query of your own: 2 people, none of them a child.")
    ).to_be_visible()
    made(page, "graphml", "pdf")
    expect(page.get_by_role("row", name="Pilduza")).to_contain_text("do not contact")
    expect(page.get_by_role("row", name="Amina", exact=True)).not_to_contain_text(
        "do not contact"
    )
    expect(page.get_by_text("As pdf: ")).to_contain_text("no child is selected")
    assert "Amina" in names_in(taken(page, "graphml"))
    last = ledger(graph_home)[-1]
    assert (last["format"], last["how"]) == ("graphml", "people")


def test_children_can_be_chosen_instead_of_an_answer(visit):
    page = handed_over(asked(visit, "one_left"))
    press(page, "Choose children instead")
    expect(page.get_by_label("Children whom it is about")).to_be_visible()
    expect(page.get_by_text("Question one_left, as of")).to_have_count(0)


def test_where_no_person_came_back_there_is_nobody_to_hand_over(visit):
    page = run(visit, "MATCH (p:Person) RETURN count(p) AS n")
    table(page).wait_for()
    expect(page.get_by_text("No person came back")).to_be_visible()
    expect(button(page, HAND_OVER)).to_have_count(0)


def chosen_children(page: Page) -> list[str]:
    tags = page.locator("[data-tag]")
    return [tags.nth(n).get_attribute("aria-label") or "" for n in range(tags.count())]


def test_a_child_is_handed_over_on_the_day_and_as_known_then(visit):
    page = visit.open("child?child=mamutjan-son&day=2018-11-30&known=2019-06-01")
    press(page, "Hand this over")
    expect(page.get_by_role("heading", name="Export for somebody else")).to_be_visible()
    settle(page)
    assert "known=2019-06-01" in page.url
    assert ["son of Mamutjan" in one for one in chosen_children(page)] == [True]
    for part, text in (("year", "2018"), ("month", "11"), ("day", "30")):
        expect(page.get_by_role("spinbutton", name=f"{part}, As of")).to_have_text(text)
    expect(page.get_by_role("button", name="As known on 2019-06-01")).to_be_visible()
    assert visit.errors == []


def test_a_family_is_handed_over_with_all_its_children(visit):
    page = visit.open("family?child=meripet-second-child&day=2018-11-30")
    press(page, "Hand this over")
    expect(page.get_by_role("heading", name="Export for somebody else")).to_be_visible()
    settle(page)
    assert len(chosen_children(page)) == 4
    expect(page.get_by_role("spinbutton", name="year, As of")).to_have_text("2018")
    assert visit.errors == []


def exporting(page: Page) -> Page:
    expect(page.get_by_role("heading", name="Export for somebody else")).to_be_visible()
    settle(page)
    return page


def test_the_children_that_the_filters_of_the_board_leave_are_handed_over(visit):
    page = visit.open("?day=2018-11-30")
    settle(page)
    page.get_by_text(FILTER, exact=True).click()
    choose(page, "Family", "Meripet")
    press(page, "Hand over: 4 children")
    assert len(chosen_children(exporting(page))) == 4
    expect(page.get_by_role("spinbutton", name="month, As of")).to_have_text("11")


def test_a_scene_is_handed_over_with_its_people_and_nobody_else(visit, graph_home):
    page = visit.open("explore?show=amina,pilduza,amina-killed&day=2018-05-15")
    page.get_by_text("Scenes", exact=True).click()
    press(page, "Hand over this scene")
    page = exporting(page)
    expect(
        page.get_by_text("A scene of Explore: 2 people, none of them a child.")
    ).to_be_visible()
    for part, text in (("year", "2018"), ("month", "05"), ("day", "15")):
        expect(page.get_by_role("spinbutton", name=f"{part}, As of")).to_have_text(text)
    made(page, "graphml")
    found = names_in(taken(page, "graphml"))
    assert {"Amina", "Pilduza"} <= {name.split()[0] for name in found if name}
    assert "Turghun Memet" not in found
    assert visit.errors == []


def test_the_family_of_a_timeline_is_handed_over(visit):
    page = visit.open("over_time?child=mamutjan-son&day=2018-11-30")
    press(page, "Hand this over")
    assert ["son of Mamutjan" in one for one in chosen_children(exporting(page))] == [True]
