"""Every format: nothing is lost in silence, stops are carried, text comes back."""

import pytest

from graph.export.formats import FORMATS
from tests.export.formats.fields import MARKER, every_field, one_field_other
from tests.export.formats.handed import written

NAMES = (
    "graphml",
    "gexf",
    "cytoscape",
    "csv",
    "cypher",
    "neo4j-admin",
    "jsonl",
    "gedcom",
    "ftm",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("kind", "field"), every_field(), ids=[f"{k.__name__}.{f}" for k, f in every_field()]
)
def test_a_field_is_in_the_file_or_in_the_loss_report(name, kind, field):
    before, after, without = one_field_other(kind, field)
    losses = FORMATS[name].losses
    named = not losses(before) == losses(after) == losses(without)
    text = [FORMATS[name].text(written(name, over)) for over in (before, after)]
    assert named or text[0] != text[1]
    if not named and MARKER in repr(after):
        assert MARKER in text[1]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_is_written_the_same_twice(name, everything):
    assert written(name, everything) == written(name, everything)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_and_every_words_can_be_found_in_the_text_of_the_file(name, everything):
    text = FORMATS[name].text(written(name, everything))
    for claim in everything.records.people:
        assert claim.name in text
        assert all(other in text for other in claim.other_names)
