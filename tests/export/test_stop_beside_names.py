"""Whatever is handed over names whoever asked not to be contacted with the stop beside it.

Documents are set from `graph/export/documents/`, files of graphs from `PropertyGraph`: what
both hold is looked at piece by piece, for everybody of both sets whose request stands.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import groupby
from typing import Any

import pytest

from graph.export.documents.family_part import family_part
from graph.export.documents.notes import Notes
from graph.export.documents.sheet import sheet
from graph.export.formats.property_graph import PropertyGraph
from graph.export.package import Package
from graph.record.vocabulary import TieKind
from tests.export.families import INVENTED, REPORT, handed, records
from tests.stopped import named_in, stopped, without_the_stop

DAYS = (date(2017, 8, 1), date(2018, 7, 6), date(2021, 1, 1))


@pytest.fixture(
    scope="module", params=[(f, d) for f in (REPORT, INVENTED) for d in DAYS], ids=str
)
def given(request) -> Package:
    """What those get who may read every name, of every child with a parent."""
    folder, day = request.param
    ties = [tie for tie in records(folder).ties if tie.kind is TieKind.PARENT_OF]
    return handed(tuple(dict.fromkeys(t.relative for t in ties)), as_of=day, folder=folder)


def pieces(thing: Any) -> Iterator[str]:
    """Yield the texts of each piece together: a line with its stop, a sentence, a tile."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from pieces(one)
    elif is_dataclass(thing):
        values = [getattr(thing, field.name) for field in fields(thing)]
        whole = [one for one in values if isinstance(one, str)]
        yield " | ".join(whole)
        for one in values:
            if not isinstance(one, str):
                yield from pieces(one)


def test_a_document_names_nobody_without_the_stop(given):
    notes, seen = Notes(given), set[str]()
    for _, told in groupby(given.briefings, key=lambda one: one.family):
        part = family_part(list(told), given, notes)
        said = [piece for piece in pieces(part) if piece not in part.stops]  # the box of stops
        assert without_the_stop(said) == []
        seen |= named_in("\n".join(said))
    assert seen
    assert without_the_stop(pieces(sheet(given))) == []


def test_a_sentence_of_an_answer_names_nobody_without_the_stop(given):
    said = [one.text for told in given.briefings for one in (told.headline, told.thread)]
    said += [one.text for told in given.briefings for _, one in told.timeline]
    said += [
        one.text for told in given.briefings for one in (*told.doubtful, *told.disagreeing)
    ]
    assert without_the_stop(said) == []
    assert named_in("\n".join(said))


def test_a_person_in_a_file_of_a_graph_carries_the_stop(given):
    graph = PropertyGraph(given)
    people = [node.facts for node in graph.nodes() if node.facts.get("id") in stopped()]
    assert people
    assert all(
        one.get("do_not_contact") for one in people if "name" in one and "about" not in one
    )
