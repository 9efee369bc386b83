"""Cards, timelines and maps name whoever asked not to be contacted with the stop beside it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from graph.facts.adding_up import facts
from graph.pages.child.map_chart import _rows as map_rows
from graph.pages.child.timeline_chart import timeline_blocks
from graph.picture.pyvis_network import picture
from graph.record.vocabulary import TieKind
from graph.rule.answer import ChildAnswer, answer
from graph.views.journeys import last_places
from graph.views.lifelines import lifelines, span
from graph.words.answer_text import AnswerText
from ingest import read
from tests.conftest import BOTH_SETS
from tests.stopped import named_in, without_the_stop


@cache
def said() -> tuple[ChildAnswer, ...]:
    """Return the answer for a child near each of them: the first of each family."""
    found: dict[frozenset[str], ChildAnswer] = {}
    for folder in BOTH_SETS:
        records = read([folder]).records
        known = facts(records)
        parents = [tie for tie in records.ties if tie.kind is TieKind.PARENT_OF]
        for child in dict.fromkeys(tie.relative for tie in parents):
            one = answer(records, child, added_up=known)
            near = frozenset(one.stops.keys() & {child, *one.network.reached})
            if near:
                found.setdefault(near, one)
    return tuple(found.values())


def test_a_card_of_whoever_asked_has_the_stop_on_every_day():
    for one in said():
        cards = [
            " ".join(map(str, card.values()))
            for card in _dicts(picture(one).drawing)
            if {"name", "mark"} <= card.keys()
        ]
        assert named_in("\n".join(cards))
        assert without_the_stop(cards) == []


def test_a_line_of_the_timeline_and_its_words_have_the_stop():
    for one in said():
        lines = lifelines(one.network, one.stops)
        drawn = timeline_blocks(lines, one.as_of, span(lines, one.as_of))
        marks = [" ".join((row["name"], *row["words"])) for row in drawn[0]["rows"]]
        assert named_in("\n".join(marks))
        assert without_the_stop(marks) == []


def test_a_line_beside_the_map_has_the_stop():
    for one in said():
        text = AnswerText(one)
        named = {id_: text.called(id_) for id_ in [one.network.child.id, *one.network.reached]}
        rows = map_rows(last_places(one.network, sorted(named), one.as_of), named)
        words = [part["text"] for row in rows for cell in row.cells for part in cell]
        assert without_the_stop(words) == []


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list | tuple):
        for one in inside:
            yield from _dicts(one)
