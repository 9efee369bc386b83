"""Rows too wide to read: who is folded, who never is, and that nobody is lost."""

from collections import Counter

from hypothesis import given

from graph.picture.draw.scene import Fold, scene
from graph.picture.draw.tie_lines import family_of
from graph.picture.layout.cards_to_place import CardsToPlace
from graph.picture.layout.collapse import folded
from graph.picture.layout.family_layout import places
from tests.examples import examples
from tests.picture.families import families
from tests.picture.hard import HARD, recorded

SIXTY = recorded(HARD["sixty"])


def sixty() -> CardsToPlace:
    return family_of(SIXTY, "child", SIXTY.people)


def widest(family: CardsToPlace) -> int:
    return max(Counter(spot.y for spot in places(family).values()).values())


def test_sixty_people_stand_in_rows_that_can_be_read():
    assert len(SIXTY.people) > 60
    assert widest(sixty()) > 20
    family, more = folded(sixty(), keep=(), widest=12)
    assert widest(family) <= 12
    assert more


@examples(60)
@given(families(circles=True))
def test_everybody_has_a_card_or_stands_on_exactly_one(drawn):
    family, more = folded(drawn, keep={"other"}, widest=3)
    people = Counter(id_ for one in more for id_ in one.people)
    people.update(family.members.keys() - {one.id for one in more})
    assert people == Counter(drawn.members.keys())
    assert {"child", "other"} <= family.members.keys()
    assert places(family).keys() == family.members.keys()


def test_whoever_is_kept_has_a_card_and_so_have_the_ancestors():
    family, _ = folded(sixty(), keep={"v2k1", "a1k0"}, widest=8)
    assert {"v2k1", "a1k0", "father", "mother", "gf", "ggm2"} <= family.members.keys()


def test_a_family_that_fits_is_left_alone():
    family, more = folded(sixty(), keep=(), widest=30)
    assert more == ()
    assert family == sixty()


def test_friends_who_are_too_many_share_a_card_near_whom_they_know():
    facts = recorded("child < father:m\n" + "\n".join(f"f{i} > father" for i in range(50)))
    family, more = folded(family_of(facts, "child", facts.people), keep=("f7",))
    assert [len(one.people) for one in more] == [49]
    spots = places(family)
    assert spots[more[0].id].x > spots["child"].x
    assert "f7" in spots


def test_the_card_says_how_many_who_and_how_many_asked_not_to_be_contacted():
    cards = {
        one: {"name": one, "mark": "lost", "word": "no", "stop": "x" if one == "u2k0" else ""}
        for one in SIXTY.people
    }
    found = scene(SIXTY, "child", cards, (), fold=Fold(keep=(), widest=10))
    stood_for = {name: people for name, people in found.more.items() if "u2k0" in people}
    [(name, people)] = stood_for.items()
    card = next(node["card"] for node in found.nodes if node["id"] == name)
    assert card["name"] == f"+{len(people)} more"
    assert set(card["relation"].split(", ")) == set(people)
    assert card["status"] == f"{len(people)} no"
    assert card["stop"] == "Do not contact: 1"
