"""The network that pyvis builds: every tie is there, and nothing stored is more than text."""

import hashlib
import json
import re
from datetime import date

import pytest

from graph.picture.draw.prepared import Picture
from graph.picture.pyvis_network import library, picture
from graph.record.vocabulary import Left, Status
from graph.rule.answer import answer
from graph.rule.left import Answer
from graph.words.marks import LOOKS, Mark, mark_of
from tests import builders
from tests.conftest import SAMPLES
from tests.pages.hostile import hostile_family

DAY = date(2018, 1, 1)
ROOT = SAMPLES.parent


def drawn(*claims: object) -> Picture:
    return picture(answer(builders.family(*claims), "child", as_of=DAY))


def between(shown: Picture, one: str, other: str) -> list[dict[str, object]]:
    names = {shown.node(one), shown.node(other)}
    return [edge for edge in shown.edges if {edge["from"], edge["to"]} == names]


def card(shown: Picture, person: str) -> dict[str, str]:
    return shown.card(person).as_dict()


def test_two_ties_of_the_same_two_people_are_two_lines_that_bend_apart():
    shown = drawn(
        builders.tie("aunt", "cares_for", "child"),
        builders.tie("aunt", "lives_with", "child"),
    )
    bends = [edge["smooth"]["roundness"] for edge in between(shown, "aunt", "child")]
    assert len(bends) == 2
    assert len(set(bends)) == 2
    assert "caregiver" in card(shown, "aunt")["note"]


def test_a_step_parent_has_a_line_that_says_so():
    shown = drawn(
        builders.person("second"),
        builders.tie("second", "parent_of", "child", qualifier="step"),
    )
    assert [tie.spans[0][1].text for tie in shown.ties if tie.start == "second"] == ["step"]


def test_the_hard_stop_stands_on_the_card_on_every_day():
    asked = builders.event("asked_not_to_be_contacted", "aunt", "2020")
    assert card(drawn(asked), "aunt")["stop"] == "Do not contact"
    assert card(drawn(), "aunt")["stop"] == ""


def test_nothing_stored_reaches_a_style_or_a_place_of_pyvis_that_takes_markup():
    shown = picture(answer(hostile_family(), "child", as_of=DAY))
    assert "evil" not in json.dumps([shown.nodes, shown.edges, shown.drawing["styles"]])
    assert not any("title" in part for part in (*shown.nodes, *shown.edges))
    assert "evil" in card(shown, "aunt")["name"], "the name itself is there"


def test_marks_that_turn_the_direction_of_text_are_taken_out_for_showing():
    shown = drawn(builders.person("aunt", name="\u202edlihc\u202c"))
    assert card(shown, "aunt")["name"] == "dlihc"


def test_where_a_row_is_too_wide_a_card_stands_for_several_and_opens():
    aunts = [f"aunt-{n:02}" for n in range(20)]
    claims = [builders.person(one) for one in aunts]
    claims += [builders.tie("granny", "parent_of", one) for one in aunts]
    asked = [builders.event("asked_not_to_be_contacted", one, "2020") for one in aunts]
    said = answer(builders.family(*claims, *asked), "child", as_of=DAY)
    shown = picture(said)
    folded = {id_ for people in shown.folded.values() for id_ in people}
    assert folded
    assert folded | set(shown.ids) >= set(aunts), "nobody is lost"
    assert not folded & set(shown.ids)
    for id_, people in shown.folded.items():
        assert shown.card(id_, DAY).stop == f"Do not contact: {len(people)}"
    assert folded <= set(picture(said, keep=folded).ids), "opening gives them cards"


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("left", Left)
def test_every_answer_has_a_mark(left, status):
    assert mark_of(Answer(left=left, status=status)) in LOOKS


def test_no_two_marks_share_a_shape_and_a_sign():
    looks = [(look.shape, look.sign, look.fill) for look in LOOKS.values()]
    assert len(set(looks)) == len(Mark)
    plain = [
        (LOOKS[m].shape, LOOKS[m].sign) for m in Mark if m not in (Mark.SIBLING, Mark.STOP)
    ]
    assert len(set(plain)) == len(plain)


def test_the_library_is_the_one_whose_hash_is_written_beside_it():
    told = (ROOT / "graph/picture/vis_network/README.md").read_text("utf-8")
    version = re.search(r"vis-network` (\S+)", told)[1]
    assert f"`{hashlib.sha256(library().encode()).hexdigest()}`" in told
    assert f"@version {version}" in library()[:300]
    assert 'createElement("style")' not in library(), "the policy of an export refuses it"
