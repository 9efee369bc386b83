"""The lines between cards: round them, with right angles, and a doubt is seen."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest
from hypothesis import given

from graph.facts.adding_up import Facts, facts
from graph.picture.draw.scene import Scene, scene
from graph.picture.layout.cards_to_place import CARD_HEIGHT, CARD_WIDTH, CardSpot
from graph.picture.layout.couple_lines import Brackets, marriages
from graph.picture.layout.descent_lines import descent
from graph.picture.layout.family_layout import places
from graph.picture.layout.routes import Ground, Joints, RouteLine
from graph.record.model import Records
from tests import builders
from tests.examples import examples
from tests.picture.families import families
from tests.picture.hard import HARD, recorded


def drawn(said: Facts) -> Scene:
    return scene(said, "child", {one: {"word": ""} for one in said.people}, ())


def crossed(
    spots: Mapping[str, CardSpot], joints: Joints, lines: list[RouteLine]
) -> Iterator[tuple[RouteLine, str]]:
    """Yield each line with a card that it runs behind and that is at neither of its ends."""
    points = {**spots, **joints.spots}
    for line in lines:
        one, other = points[line.start], points[line.end]
        left, right = sorted((one.x, other.x))
        top, bottom = sorted((one.y, other.y))
        for name, card in spots.items():
            beside = right <= card.x - CARD_WIDTH / 2 or left >= card.x + CARD_WIDTH / 2
            apart = bottom <= card.y - CARD_HEIGHT / 2 or top >= card.y + CARD_HEIGHT / 2
            if not beside and not apart and not any(at(card, end) for end in (one, other)):
                yield line, name


def at(card: CardSpot, point: CardSpot) -> bool:
    return abs(card.x - point.x) < CARD_WIDTH / 2 and abs(card.y - point.y) < CARD_HEIGHT / 2


@examples(60)
@given(families())
def test_no_line_of_descent_or_marriage_runs_behind_a_card(family):
    spots = places(family)
    joints, brackets = Joints(), Brackets(Ground(spots))
    couples = [(one, other, False, False) for one, other in family.pairs()]
    lines = descent(spots, family.parents, joints)
    lines += marriages(spots, couples, joints, brackets)
    assert not list(crossed(spots, joints, lines))


@examples(60)
@given(families())
def test_every_line_has_right_angles_and_every_child_hangs_on_one(family):
    spots = places(family)
    joints = Joints()
    lines = descent(spots, family.parents, joints)
    points = {**spots, **joints.spots}
    for line in lines:
        one, other = points[line.start], points[line.end]
        assert one.x == other.x or one.y == other.y
    tops = {points[line.end] for line in lines}
    for child, _ in family.descents():
        assert any(at(spots[child], top) for top in tops)


@pytest.mark.parametrize("name", HARD)
def test_children_of_two_families_hang_on_two_bars_that_do_not_touch(name):
    found = drawn(recorded(HARD[name]))
    spots = {node["id"]: node for node in found.nodes}
    bars = [
        [*sorted((spots[edge["from"]]["x"], spots[edge["to"]]["x"])), spots[edge["to"]]["y"]]
        for edge in found.edges
        if edge["from"].startswith("j")
        and edge["to"].startswith("j")
        and spots[edge["from"]]["y"] == spots[edge["to"]]["y"]
    ]
    for (a, b, y), (c, d, z) in combinations(bars, 2):
        assert y != z or b < c or d < a


def test_a_parent_of_whom_it_is_not_certain_has_a_dashed_line_with_a_question_mark():
    people = [builders.person(one) for one in ("child", "mother", "father")]
    ties = [
        builders.tie("mother", "parent_of", "child"),
        builders.tie("father", "parent_of", "child", basis="believed"),
    ]
    found = drawn(facts(Records(people=tuple(people), ties=tuple(ties))))
    into_card = [edge for edge in found.edges if edge.get("label") == "?"]
    assert len(into_card) == 1
    assert into_card[0]["dashes"]


def test_a_marriage_that_ended_is_dashed():
    ended = builders.tie("father", "spouse_of", "mother", qualifier="ended")
    people = [builders.person(one) for one in ("child", "father", "mother")]
    found = drawn(facts(Records(people=tuple(people), ties=(ended,))))
    assert [bool(edge["dashes"]) for edge in found.edges if edge["width"] == 3] == [True]


def test_stated_siblings_who_are_all_siblings_of_each_other_hang_on_one_line():
    found = drawn(recorded("a ~ b\na ~ c\nb ~ c\nchild ~ a\nchild ~ b\nchild ~ c"))
    assert [edge["label"] for edge in found.edges if edge.get("label")] == ["siblings"]
