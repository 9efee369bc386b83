"""Children who come with the same records share what these add up to."""

from collections.abc import Iterator

from graph.record.model import Records
from graph.rule.calendar import calendar
from graph.rule.network import network, networks
from tests.builders import family, person, tie

TOGETHER = family(person("twin"), tie("mother", "parent_of", "twin"))
ALONE = family()


def test_brothers_and_sisters_share_what_their_records_add_up_to():
    (_, one), (_, other), (_, last) = networks(
        [("child", TOGETHER), ("twin", TOGETHER), ("child", ALONE)]
    )
    assert one.all_facts is other.all_facts
    assert last.all_facts is not one.all_facts


def test_who_shares_is_told_the_same_as_who_comes_alone():
    found = dict(networks([("child", TOGETHER), ("twin", TOGETHER)]))
    for child, around in found.items():
        assert calendar(around) == calendar(network(TOGETHER, child))


def test_children_are_read_one_by_one_as_they_are_asked_for():
    read = []

    def around() -> Iterator[tuple[str, Records]]:
        for child in ("child", "twin"):
            read.append(child)
            yield child, TOGETHER

    next(networks(around()))
    assert read == ["child"]
