"""Every format: nothing is lost in silence, stops are carried, text comes back."""

import pytest

from graph.export.audience.naming import Ids
from graph.export.formats import FORMATS
from graph.export.package import Audience, Package
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.record.schema import each_record
from graph.rule.answer import answer
from tests.builders import family, person, tie
from tests.export.families import DAY, everyone, packaged
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
    "gedcom551",
    "ftm",
)
IN_SENTENCES = tuple(name for name in FORMATS if name not in NAMES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("kind", "field"), every_field(), ids=[f"{k.__name__}.{f}" for k, f in every_field()]
)
def test_a_field_is_in_the_file_or_in_the_loss_report(name, kind, field):
    before, after, without = one_field_other(kind, field)
    losses = FORMATS[name].losses
    if losses(before) == losses(after) == losses(without):
        text = [FORMATS[name].text(written(name, over)) for over in (before, after)]
        assert text[0] != text[1]
        assert MARKER in text[1] or MARKER not in repr(after)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_is_written_the_same_twice(name, everything):
    assert written(name, everything) == written(name, everything)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_and_every_words_can_be_found_in_the_text_of_the_file(name, everything):
    text = FORMATS[name].text(written(name, everything))
    for claim in everything.records.people:
        assert claim.name in text
        assert all(other in text for other in claim.other_names)


@pytest.fixture(scope="module")
def children():
    """What leaves of the six families, with answers."""
    return packaged(everyone(), "internal").package


@pytest.mark.parametrize("name", IN_SENTENCES)
def test_a_file_of_sentences_says_of_each_table_that_its_rows_are_not_there(name, children):
    losses = " ".join(FORMATS[name].losses(children))
    for table in {table.name for table, _ in each_record(children.records)}:
        assert f"the rows of {table}, each with all its columns" in losses


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("audience", Audience)
def test_whether_records_are_one_person_is_in_the_file_or_in_the_loss_report(name, audience):
    few, many = (_joined(audience, *ties) for ties in ((), [tie("gran", "same_as", "granny")]))
    form = FORMATS[name]
    if _lost(form, few) == _lost(form, many):
        told = [form.text(written(name, made)) for made in (few, many)]
        assert "same" in told[1].replace(told[0], "").lower()


def _joined(audience, *ties) -> Package:
    told = family(person("gran"), *ties)
    asked = ExportRequest(audience=audience, made_on=DAY, as_of=DAY)
    return packed(
        told, [answer(told, "child", as_of=DAY)], asked, ids=Ids(b"k", "KT-1")
    ).package


def _lost(form, made) -> list[str]:
    """What is not in the file; rows and people are as many as they are."""
    every = [*form.losses(made), *made.left_out]
    return [line for line in every if "one person" in line or "rows of kinship" in line]
