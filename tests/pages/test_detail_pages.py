"""The pages of one person, event, place and source without a browser: what they say."""

from dataclasses import replace

import pytest

from graph.pages.kit.claim_blocks import claims_table
from graph.pages.kit.links import WRITE_DOWN
from graph.pages.kit.name_links import NameLinks
from graph.pages.writing.sameness_words import TO_COMPARE
from graph.record.vocabulary import Standing
from graph.server import running
from graph.store import IngestRun, connect
from ingest import read
from tests import builders
from tests.pages.conftest import use_home
from tests.pages.every_page import FILES
from tests.pages.test_pages import _own_connection, on_samples, opened, said
from tests.rule.calendars import REPORT

pytestmark = pytest.mark.usefixtures("on_samples")
__all__ = ["_own_connection", "on_samples"]


def person(id_: str, day: str = "2018-05-15"):
    return opened("graph/pages/detail/person_page.py", person=id_, day=day)


def test_a_person_is_shown_with_claims_children_and_kin():
    at = person("amina")
    assert not at.exception
    for told in (
        "brother's child",
        "Killed in custody: Amina",
        "sister-in-law of Turghun",
        "Contact from abroad can itself lead to detention.",
    ):
        assert told in said(at), told


def test_where_somebody_comes_from_stands_with_who_they_are_and_the_place_lists_it():
    assert "comes from" in said(person("mihriban")).lower()
    at = opened("graph/pages/detail/place_page.py", place="kashgar", day="2018-05-15")
    assert "coming from there" in said(at)


def blocks(node):
    """Every block of a page, and what is in it."""
    for one in getattr(node, "children", {}).values():
        yield from blocks(one)
    if hasattr(node, "children"):
        yield node


def test_what_can_be_done_with_a_person_is_one_line_of_buttons():
    lines = [
        {getattr(one, "label", "") for one in block.children.values()}
        for block in blocks(person("amina").main)
    ]
    assert [line for line in lines if TO_COMPARE in line and WRITE_DOWN in line]


def test_a_link_to_nobody_says_so():
    at = person("nobody-of-this-id")
    assert not at.exception
    assert "names nobody who is recorded" in said(at)


def test_no_person_chosen_says_where_to_look():
    at = opened("graph/pages/detail/person_page.py")
    assert "No person is chosen." in said(at)


@pytest.mark.parametrize("day", ["1950-01-01", "2017-03-01", "2021-01-01"])
def test_the_hard_stop_stands_first_on_every_day(day):
    """His parents asked not to be contacted in 2017."""
    at = person("mother-of-mamutjan", day)
    first = at.get("bidi_component")[0].proto.json
    assert "Asked not to be contacted: do not contact." in first


def test_a_retracted_claim_is_shown_as_retracted():
    """In the invented set the list named the wrong man, which was corrected."""
    assert '"retracted"' in said(person("munzar"))


def test_a_claim_that_another_one_replaced_leads_to_it_and_does_not_show_its_id():
    old = replace(
        builders.event("called", "aunt", id_="call"),
        standing=Standing.RETRACTED,
        retracted_by="call@testimony:2",
        retracted_on="2026-11-30",
    )
    named = NameLinks(people={}, places={}, sources={}, stops=frozenset())
    [table] = claims_table([old], named, "")
    standing = table["rows"][0].cells[-1]
    [way] = [part for part in standing if part["text"] == "by another claim, 2026-11-30"]
    assert "call@testimony:2" in way["to"]


def test_whoever_is_abroad_is_not_said_to_be_at_risk_by_contact_from_abroad():
    assert "can itself lead to detention" not in said(person("meripet"))


def test_a_child_leads_to_who_is_left_for_it():
    assert "Who is left to contact for this child" in said(person("mamutjan-son"))
    assert "Who is left to contact for this child" not in said(person("amina"))


def test_an_organisation_and_a_group_can_be_shown():
    for id_ in ("police-of-amina", "families-of-meripet-and-turghun"):
        at = person(id_)
        assert not at.exception, id_
        assert not at.error, id_


def test_whoever_has_nothing_recorded_is_within_reach_all_the_same():
    at = person("father-of-mihriban", "2017-01-01")
    assert "eldest of the four children of Mihriban and Ablikim" in said(at)


SHOWN = {
    "person": "person=amina",
    "event": "event=amina-killed",
    "place": "place=aixin-kindergarten",
    "sources": "source=t-meripet",
    "child": "child=meripet-eldest-child&person=amina",
    "family": "child=meripet-eldest-child&person=amina",
    "explore": "show=amina,turghun,meripet&picked=amina",
    "learn": "about=amina",
    "sameness": "same=amina,meripet",
    "testimony": "source=t-meripet",
    "claim": "claim=amina-killed@t-meripet:L250",
}
"""Pages that are of somebody or something: their address, of the report."""


@pytest.mark.parametrize("name", FILES)
def test_a_page_says_what_a_claim_says_and_not_its_id(name):
    """The page of one claim names its id, for a table and a terminal."""
    asked = SHOWN.get(name, "").split("&")
    address = dict(pair.split("=", 1) for pair in asked if pair)
    at = opened(f"{FILES[name]}" if name != "children" else "", day="2018-05-15", **address)
    assert not at.exception
    known = {claim.id for claim in read([REPORT]).records.claims()}
    assert {id_ for id_ in known if id_ in said(at)} <= {address.get("claim")}
    assert ("amina-killed@t-meripet:L250" in said(at)) == (name == "claim")


def test_an_event_says_why_it_is_dated_so_and_what_it_decides():
    at = opened(
        "graph/pages/detail/event_page.py", event="muhherrem-released", day="2021-01-01"
    )
    assert not at.exception
    for told in (
        "by May 2019",
        "between 2017-04-01 and 2019-05-31",
        "ends",
        "sentenced to five years of imprisonment",
        "decides it",
    ):
        assert told in said(at), told


def test_a_place_says_who_was_there_and_by_whose_word():
    at = opened(
        "graph/pages/detail/place_page.py", place="aixin-kindergarten", day="2018-05-15"
    )
    assert not at.exception
    for told in ("4 placed or living there", "Testimony of Meripet Metniyaz, L242", "Xinjiang"):
        assert told in said(at), told


def test_a_source_says_what_rests_on_it_alone():
    at = opened("graph/pages/detail/sources_page.py", source="t-meripet", day="2018-05-15")
    assert not at.exception
    for told in ("No other source speaks of 14 people", "the answers for 4 of 7 children"):
        assert told in said(at), told


def test_sources_are_listed_with_who_speaks_and_their_consent():
    at = opened("graph/pages/detail/sources_page.py")
    assert "Testimony of Meripet Metniyaz" in said(at)
    assert "internal: for nobody else" in said(at)


@pytest.mark.parametrize(
    ("page", "kind"),
    [("event", "event"), ("place", "place"), ("sources", "source")],
)
def test_a_link_to_what_is_not_there_says_so(page, kind):
    at = opened(FILES[page], **{kind: "nothing-of-this-id"})
    assert not at.exception
    assert f"The link names no {kind} that is recorded." in said(at)


def search(text: str):
    at = opened("graph/pages/search/search_page.py")
    return at.text_input(key="search-box").set_value(text).run()


@pytest.mark.parametrize("text", ["Amina", "ئامىنە", "阿米娜", "Emine"])
def test_a_person_is_found_through_each_script(text):
    at = search(text)
    assert not at.exception
    assert "Amina" in at.get("bidi_component")[1].proto.json


def test_whoever_has_no_name_is_found_by_kin():
    told = said(search("mother-in-law of Mamutjan"))
    assert "wife's mother of Mamutjan" in told
    assert told.count('"mother of Muhherrem"') == 1, "each once"


def test_a_hit_carries_the_hard_stop():
    assert '"do not contact"' in said(search("mother of Mamutjan"))


def test_nothing_found_is_a_sentence():
    assert "Nothing that is recorded is written" in said(search("qqqqzzzz"))
    assert "Two letters are needed." in said(search("x"))


@pytest.mark.parametrize("child", ["mamutjan-son", "omer-youngest-daughter", "tumarsha"])
def test_a_family_is_shown_with_what_happened_and_its_sources(child):
    at = opened("graph/pages/family/family_page.py", child=child, day="2018-01-01")
    assert not at.exception
    assert not at.error
    for told in ("Family of", "Who is left, side by side", "Claims about the family"):
        assert told in said(at), told


def test_a_link_to_a_family_that_is_not_there_shows_another_and_says_so():
    at = opened("graph/pages/family/family_page.py", child="nobody-of-this-id")
    assert "The link names no child who is recorded" in said(at)
    assert "Family of" in said(at)


@pytest.mark.parametrize("page", ["person", "event", "place", "sources", "family", "search"])
def test_a_server_that_does_not_run_is_said_on_every_page(page, tmp_path, monkeypatch):
    use_home(tmp_path, monkeypatch)
    id_ = {"sources": "source", "family": "child"}.get(page, page)
    at = opened(FILES[page], **({} if page == "search" else {id_: "x"}))
    assert not at.exception
    assert "The store does not answer." in said(at)


@pytest.fixture
def emptied(graph_home, filled_anew):
    """The store of the pages without the samples: another server would have to start."""
    with connect(running(graph_home)) as store:
        store.clear()
        yield store


def test_a_name_that_was_just_loaded_is_found(emptied):
    """The names are read once for what is recorded, and anew when that changes."""
    emptied.load(builders.family(), IngestRun(id="one", started="1"))
    at = search("Zulhayat")
    assert "Nothing that is recorded" in said(at)
    new = builders.person("aunt", id="aunt@testimony:2", other_names=("Zulhayat",))
    emptied.load(
        builders.family(builders.person("aunt"), new), IngestRun(id="two", started="2")
    )
    assert "Zulhayat" in said(at.run())
    emptied.retract(new.id, by="me", why="another person", on="2021-01-01")
    assert "only in a claim that was retracted" in said(at.run())


def test_a_corrected_place_says_what_it_was_and_by_whom(emptied):
    told = builders.family()
    emptied.load(told, IngestRun(id="run-one", started="2026-01-01"))
    moved = tuple(replace(p, part_of="faraway" if p.part_of else "") for p in told.places)
    again = IngestRun(id="run-two", started="2026-02-03T10:00", by="ana")
    emptied.load(replace(told, places=moved), again)
    [town] = [place for place in told.places if place.id == "town"]
    at = opened(FILES["place"], place=town.id)
    assert "Corrected on 2026-02-03 by ana. Before, part of was Inland." in said(at)
