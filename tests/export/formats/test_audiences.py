"""What is handed over to others makes files that are just as whole."""

import re

import gedcom7
import pytest

from graph.export.formats import FORMATS, FormatRefused
from graph.export.package import Audience
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.facts.adding_up import facts
from graph.rule.answer import answer
from graph.rule.stops import requests_in
from ingest import read
from tests.builders import day
from tests.export import families
from tests.export.formats.handed import INVENTED, records_of, written

DAY, MADE_ON = day("2021-03-01"), day("2021-04-01")
CHILDREN = ("gulvesher", "kelvishe")


@pytest.fixture(scope="module", params=[each.value for each in Audience])
def over(request):
    records = records_of(INVENTED)
    answers = [answer(records, child, as_of=DAY) for child in CHILDREN]
    order = ExportRequest(audience=Audience(request.param), made_on=MADE_ON, as_of=DAY)
    return packed(records, answers, order).package


@pytest.mark.parametrize("audience", [each.value for each in Audience])
def test_json_lines_are_a_loadable_data_set_and_no_stop_is_lost(audience, tmp_path):
    over = families.handed(audience=audience)
    FORMATS["jsonl"].check(over)
    path = tmp_path / "handed.jsonl"
    path.write_bytes(written("jsonl", over))
    found = read([path])
    assert [each.problem for each in found.rejected] == []
    assert found.total.taken == sum(
        len(getattr(over.records, table)) for table in over.records.__dataclass_fields__
    )
    assert over.do_not_contact <= requests_in(facts(found.records)).keys()


def test_json_lines_that_would_answer_otherwise_than_told_are_refused_below_internal(over):
    if over.audience is Audience.INTERNAL:
        FORMATS["jsonl"].check(over)
    else:
        with pytest.raises(FormatRefused, match="works out the answers anew"):
            FORMATS["jsonl"].check(over)


def test_gedcom_is_valid(over):
    found = gedcom7.loads(written("gedcom", over).decode("utf-8-sig"))
    assert gedcom7.validate(found) == []


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape", "csv", "cypher", "ftm"])
def test_every_file_names_its_audience(name, over):
    assert over.audience.value in FORMATS[name].text(written(name, over))


@pytest.mark.parametrize(
    "name", ["graphml", "gexf", "cytoscape", "csv", "jsonl", "gedcom", "gedcom551", "ftm"]
)
def test_no_loss_report_names_a_day(name, over):
    """Whatever day a sentence had as an example, it may be one that is withheld."""
    assert not re.search(r"\d{4}-\d\d", " ".join(FORMATS[name].losses(over)))
