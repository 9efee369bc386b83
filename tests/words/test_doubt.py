"""A doubtful event is said with the doubt where a sentence has it, wherever it is said."""

import pytest

from graph.export.child_briefing.disclosure_policy import FullAccess
from graph.export.child_briefing.timeline_text import what
from graph.pages.child.timeline_chart import timeline_blocks
from graph.record.vocabulary import event_types
from graph.rule.answer import answer
from graph.views.lifelines import lifelines, span
from graph.words import answer_text
from graph.words.doubt import doubt
from graph.words.prose import with_doubt
from tests.builders import event, family


@pytest.mark.parametrize("name", event_types())
@pytest.mark.parametrize("told", [{"basis": "believed"}, {"certainty": "possible"}])
def test_every_place_that_says_a_doubtful_event_says_it_so(name, told):
    """That is the answer, a line below it, the timeline and the briefing."""
    claim = event(name, "aunt", "2017-05", to="mother", **told)
    said = answer(family(event("called", "aunt", "2016", to="mother"), claim), "child")
    happened = said.network.facts.events[claim.about]
    doubtful = with_doubt(happened.type.words)
    assert answer_text.deed(happened).startswith(f"{doubtful}, ")
    unsure = doubt(happened, said.network, said.as_of)
    assert unsure.happened(happened.type.words).startswith(doubtful)
    lines = lifelines(said.network)
    drawn = timeline_blocks(lines, said.as_of, span(lines, said.as_of))[0]
    lived = [words for row in drawn["rows"] for words in row["words"]]
    assert any(words.startswith(f"{doubtful}, ") for words in lived)
    full = FullAccess(people=frozenset(said.network.facts.people), claims=frozenset())
    assert what(said, happened, full).startswith(f"Aunt: {doubtful}")
