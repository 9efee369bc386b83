"""The facts of an export are added up once, however many formats and answers read them."""

import io

import pytest

from graph.export.formats import FORMATS
from graph.facts import adding_up
from tests.export.families import MERIPET, packaged


@pytest.mark.parametrize(("audience", "times"), [("internal", 2), ("partner", 3)])
def test_facts_are_added_up_once_for_each_set_of_records(monkeypatch, audience, times):
    """Of what was gathered, of what the audience may see, and of the package; never again."""
    added_up, whole = [], adding_up.ties

    def counted(claims):
        added_up.append(claims)
        return whole(claims)

    monkeypatch.setattr(adding_up, "ties", counted)
    package = packaged(MERIPET, audience).package
    for form in FORMATS.values():
        if form.name not in ("pdf", "docx", "png", "factsheet") and not form.refuses(package):
            form.write(package, io.BytesIO())
            form.losses(package)
    assert len(added_up) == times
