"""The pages of one person, event, place and source without a browser: what they say."""

import pytest

from tests.app.test_pages import _own_connection, on_samples, opened, said

pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("on_samples")]
__all__ = ["_own_connection", "on_samples"]


def person(id_: str, day: str = "2018-05-15"):
    return opened("graph/pages/person.py", person=id_, day=day)


def test_a_person_is_shown_with_claims_children_and_kin():
    at = person("amina")
    assert not at.exception
    for told in ("brother's child", "amina-killed@t-meripet:L250", "sister-in-law of Turghun"):
        assert told in said(at), told


def test_a_link_to_nobody_says_so():
    at = person("nobody-of-this-id")
    assert not at.exception
    assert "names nobody who is recorded" in said(at)


def test_no_person_chosen_says_where_to_look():
    at = opened("graph/pages/person.py")
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


def test_an_organisation_and_a_group_can_be_shown():
    for id_ in ("police-of-amina", "families-of-meripet-and-turghun"):
        at = person(id_)
        assert not at.exception, id_
        assert not at.error, id_


def test_whoever_has_nothing_recorded_is_within_reach_all_the_same():
    at = person("father-of-mihriban", "2017-01-01")
    assert "eldest of the four children of Mihriban and Ablikim" in said(at)
