"""What a page reads of one thing starts at that thing: a store of any size answers at once."""

from datetime import date

import pytest

from graph.store.queries import query

READ = {
    "stands": {"id": "amina"},
    "relayed_through": {"id": "amina"},
    "members": {"ids": ["families-of-meripet-and-turghun"]},
    "claims_of_events": {"ids": ["amina-killed"]},
    "decided_by": {"id": "amina-killed", "claims": []},
    "places_around": {"id": "kashgar"},
    "people_at": {"ids": ["kashgar"], "most": 5},
    "people_at_counted": {"ids": ["kashgar"]},
    "claims_counted": {"ids": ["t-meripet"]},
    "source_parts": {"id": "t-meripet"},
    "claims_from": {"ids": ["t-meripet"]},
    "also_claimed": {"things": ["amina"], "sources": ["t-meripet"]},
    "claims_cited": {"ids": ["amina-killed@t-meripet:L250"]},
    "people_of_claims": {"ids": ["amina-killed@t-meripet:L250"]},
    "listed_children": {"ids": ["mamutjan-son"]},
    "tied_things": {"id": "amina"},
    "answers_on": {"ids": ["amina"], "day": date(2018, 5, 15)},
    "where_recorded": {"ids": ["amina", "amina-killed"]},
    "sizes": {"ids": ["amina", "amina-killed", "kashgar"]},
    "news_through": {"ids": ["amina"], "day": date(2018, 5, 15)},
    "threads_on": {"children": ["mamutjan-son"], "day": date(2018, 5, 15)},
}


@pytest.mark.parametrize("name", READ)
def test_a_question_about_one_thing_starts_at_that_thing(explained, name):
    plan = explained(query(f"read/{name}").text, READ[name])
    assert not {one for one in plan if "Scan" in one or "CartesianProduct" in one}, plan
    assert any("Seek" in one for one in plan)
