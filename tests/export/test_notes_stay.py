"""No note leaves: no format, for no audience, holds its text or opens its file."""

import io
import sys

import pytest

from graph.desk.desk_notes import write_note
from graph.desk.private_files import DESK
from graph.export.formats import FORMATS
from graph.export.package import Audience
from tests.export.families import MERIPET, handed

NOTE = "Zqxvword: ask the neighbour again"
OPENED: list[str] = []


def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and f"/{DESK}/" in arguments[0]:
        OPENED.append(arguments[0])


sys.addaudithook(watch)


@pytest.mark.parametrize("audience", Audience)
def test_no_note_leaves_in_any_format(tmp_path, monkeypatch, audience):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    for about in (f"person:{MERIPET[0]}", f"family:{MERIPET[0]}", "claim:amina-killed", ""):
        write_note(tmp_path, about, NOTE, "ana", asks=True)
    OPENED.clear()
    package = handed(audience=audience.value)
    for form in FORMATS.values():
        if form.refuses(package):
            continue
        out = io.BytesIO()
        form.write(package, out)
        assert "Zqxvword" not in form.text(out.getvalue()), form.name
    assert OPENED == []
