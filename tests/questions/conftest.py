"""The six families and the invented ones, loaded once for each file of questions."""

import pytest

from graph.questions.asking import ask
from graph.questions.library import question
from tests.rule.calendars import ROOT

INVENTED = ROOT / "data_samples" / "invented"


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
