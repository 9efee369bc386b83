"""The six families and the invented ones, loaded once for each file of questions."""

import pytest

from graph.asking import ask
from graph.left import RULE_VERSION
from graph.questions import question
from ingest import read
from ingest.load import known_in, load
from tests.left.calendars import REPORT, ROOT

INVENTED = ROOT / "data_samples" / "invented"


@pytest.fixture(scope="session")
def kept():
    """Hashes of what was loaded: files of questions one after the other share it."""
    return set()


@pytest.fixture(scope="module")
def loaded(open_store, kept):
    """The store with both sets."""
    ready = open_store.graph_hash() in kept and not open_store.stale_children(RULE_VERSION)
    if not ready:
        open_store.clear()
        for folder in (REPORT, INVENTED):
            load(open_store, read([folder], known=known_in(open_store)))
        kept.add(open_store.graph_hash())
    return open_store


@pytest.fixture
def answered(loaded):
    """Ask a question by its name, with parameters as they are written."""
    return lambda name, **given: ask(loaded, question(name), given)


@pytest.fixture
def told(answered):
    """Return some columns of the rows of a question, as tuples of plain values."""

    def run(name: str, columns: str, **given: str) -> list[tuple[object, ...]]:
        names = columns.split()
        return [tuple(row[n] for n in names) for row in answered(name, **given).marked()]

    return run


@pytest.fixture
def explained(loaded, explained):
    """Return the operators of a query's plan on both sets."""
    return explained
