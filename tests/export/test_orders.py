"""Orders and conventions below internal tell nothing of ages, ids in the store, or days."""

import pytest

from tests.export.families import MERIPET, handed
from tests.export.test_audience_laws import texts

KEYS = [bytes([number]) * 32 for number in range(6)]


def test_children_stand_in_the_order_of_the_export_however_they_were_chosen():
    for key in KEYS:
        export = handed(audience="public", key=key)
        assert [one.name for one in export.briefings] == sorted(
            one.name for one in export.briefings
        )
        backwards = handed(MERIPET[::-1], "public", key=key)
        assert [one.child for one in backwards.briefings] == [
            one.child for one in export.briefings
        ]


@pytest.mark.parametrize("audience", ["briefing", "public"])
def test_participants_of_a_role_stand_by_the_ids_of_the_export(audience):
    for event in handed(audience=audience).records.events:
        for role in {part.role for part in event.people}:
            people = [part.person for part in event.people if part.role is role]
            assert people == sorted(people)


@pytest.mark.parametrize(("audience", "said"), [("internal", True), ("briefing", False)])
def test_a_convention_behind_a_date_is_not_told_below_partners(audience, said):
    told = handed(audience=audience).briefings
    assert any("worked out from" in text for text in texts(told)) is said
