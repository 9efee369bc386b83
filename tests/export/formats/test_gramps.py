"""Gramps itself reads GEDCOM 5.5.1, where GRAMPS_PYTHON names a Python that has it."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from graph.export.package import Audience
from graph.record.vocabulary import PersonKind
from tests.export import families
from tests.export.formats.handed import written

PYTHON = os.environ.get("GRAMPS_PYTHON")
ELSEWHERE = families.INVENTED.with_name("invented_elsewhere")
READING = Path(__file__).with_name("gramps_reading.py")

pytestmark = pytest.mark.skipif(
    PYTHON is None, reason="no GRAMPS_PYTHON: Gramps did not read the file"
)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(
    "folder", [families.REPORT, families.INVENTED, ELSEWHERE], ids=lambda one: one.name
)
def test_gramps_finds_everybody_and_nobody_else_and_every_line(tmp_path, audience, folder):
    who = families.everyone(folder)
    over = families.handed(who, audience.value, folder=folder)
    path = tmp_path / "over.ged"
    path.write_bytes(written("gedcom551", over))
    ran = subprocess.run(
        [str(PYTHON), READING, path],
        capture_output=True,
        check=True,
        env=os.environ | {"GRAMPSHOME": str(tmp_path)},
    )
    found = json.loads(ran.stdout)
    every = over.facts.people.items()  # two records that are one person are one here
    people = {id_ for id_, one in every if one.kind is PersonKind.PERSON}
    assert found["count"] == len(people)
    assert found["unread"] == []
    stopped = people & over.do_not_contact
    marked = sum(
        any(note.startswith("Do not contact") for note in notes)
        for notes in found["people"].values()
    )
    assert marked >= len(stopped)
