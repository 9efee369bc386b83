"""The sample notebook runs as it stands, in a kernel of its own; it is kept without outputs."""

import json
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

DOCS = Path(__file__).parents[2] / "docs"
SAMPLE = DOCS / "family.ipynb"
CHART = "application/vnd.vegalite.v6+json"


def test_the_sample_is_kept_without_outputs():
    cells = json.loads(SAMPLE.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert not [cell for cell in code if cell["outputs"] or cell["execution_count"]]


@pytest.fixture(scope="module")
def outputs(loaded, neo4j_server, tmp_path_factory):
    """Run it as an analyst does, from its own folder, on the tests' server."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    env |= {
        "NEO4J_URI": neo4j_server.uri,
        "NEO4J_USER": neo4j_server.user,
        "NEO4J_PASSWORD": neo4j_server.password,
        "GRAPH_HOME": str(tmp_path_factory.mktemp("home")),
        "IPYTHONDIR": str(tmp_path_factory.mktemp("ipython")),
    }
    notebook = nbformat.read(SAMPLE, as_version=4)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(DOCS)}})
    client.execute(env=env)
    return [out for cell in notebook.cells for out in cell.get("outputs", [])]


def test_the_sample_runs_and_answers_its_question(outputs):
    tables = " ".join(out["data"]["text/html"] for out in outputs if "text/html" in data(out))
    assert "Amina" in tables
    assert "do_not_contact" in tables


def test_the_sample_draws_charts_that_fetch_nothing(outputs):
    charts = [out["data"] for out in outputs if CHART in data(out)]
    assert [chart[CHART]["title"] for chart in charts] == [
        "Who is recorded as left, from day to day",
        "Recorded ties of each person",
    ]
    assert not [chart for chart in charts if "text/html" in chart], "a page of Altair's own"


def test_a_family_shows_itself_as_the_picture_of_the_app(outputs):
    [picture] = [
        out["data"]["image/svg+xml"] for out in outputs if "image/svg+xml" in data(out)
    ]
    assert "Amina" in picture
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_nothing_in_the_sample_warns(outputs):
    assert [out["text"] for out in outputs if out.get("name") == "stderr"] == []


def data(output):
    return output.get("data", {})
