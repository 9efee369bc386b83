"""Page, terminal, JSON and briefing say each fact in the same words, and show no id."""

import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from graph.commands.left_command import print_answer
from graph.export.child_briefing.child_text import tell
from graph.export.child_briefing.disclosure_policy import FullAccess
from graph.export.package import ChildBriefing
from graph.pages.child.person_blocks import person_blocks
from graph.pages.kit.answer_blocks import answer_blocks, clock_blocks, list_blocks
from graph.pages.kit.sheet_blocks import SheetRow
from graph.record.model import Records
from graph.rule.answer import answer
from graph.words.answer_json import as_json
from graph.words.answer_text import AnswerText, RelativeText
from tests.builders import event, family, person, reading, tie
from tests.examples import examples
from tests.rule.histories import with_ties

SURNAME = "zq-"
"""What every id begins with, so that it can be told from the words of a sentence."""
ASIDE = (
    person("twin", name="Aunt", sex="female"),
    tie("granny", "parent_of", "twin"),
    event("asked_not_to_be_contacted", "twin", "2016", to="mother", id_="asked"),
    tie("granny", "lives_with", "twin"),
    event("called", "granny", "2017-03", to="mother", basis="believed", id_="granny-call"),
    event("taken_to_camp", "granny", "2018-02", id_="camp", basis="interpreted"),
    reading("camp"),
    tie("granny", "cares_for", "child", basis="believed"),
    event("called", "child", "2017-05", to="mother", basis="believed"),
    event("placed_in_orphanage", "child", "2017-06", place="town", basis="believed"),
)
DAYS = st.dates(date(2016, 6, 1), date(2021, 12, 31))


def with_ids(value: Any, ids: frozenset[str]) -> Any:
    """The same records with ids that are no words."""
    if type(value) is str:
        return f"{SURNAME}{value}" if value in ids else value
    if isinstance(value, tuple | frozenset):
        return type(value)(with_ids(one, ids) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = [one.name for one in fields(value) if one.name not in ("term", "kind")]
    return replace(value, **{name: with_ids(getattr(value, name), ids) for name in names})


def told(records: Records, day: date) -> AnswerText:
    ids = frozenset(one.about for one in records.people)
    ids |= {one.id for one in records.places}
    return AnswerText(answer(with_ids(records, ids), f"{SURNAME}child", as_of=day))


def on_the_page(text: AnswerText) -> set[str]:
    blocks = [*answer_blocks(text), *clock_blocks(text), *list_blocks(text, None)]
    for one in text.relatives:
        blocks += person_blocks(text, one.relative.person.id)
    return set(texts(blocks))


def texts(value: Any) -> Iterator[str]:
    """Every text of a page's blocks: where a name leads to is none."""
    if isinstance(value, SheetRow):
        yield from texts(value.cells)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name != "to":
                yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def in_the_terminal(text: AnswerText) -> str:
    console = Console(file=io.StringIO(), width=10_000)
    print_answer(console, text)
    return console.file.getvalue()


def in_the_briefing(text: AnswerText) -> ChildBriefing:
    people, claims = frozenset(text.answer.network.facts.people), frozenset(text.answer.claims)
    return tell(text.answer, FullAccess(people=people, claims=claims))


def sentences(text: AnswerText) -> list[str]:
    made = [text.headline, text.stopped, text.title, text.circumstances, text.sources_read]
    made += [text.thread, text.cut_off, text.family, *text.apart]
    made += [part for one in text.clocks for part in (one.value, one.note)]
    return made + [part for one in text.relatives for part in of(one)]


def of(one: RelativeText) -> list[str]:
    made = [one.named, one.status, one.reason, one.since, one.last_heard, one.care, one.after]
    return [*made, *one.cautions, *one.requests, *(later for _, later in one.later)]


@given(with_ties(), DAYS)
@examples(25)
def test_page_terminal_json_and_briefing_say_each_fact_in_the_same_words(claims, day):
    text = told(family(*claims, *ASIDE), day)
    page, terminal, json_ = on_the_page(text), in_the_terminal(text), as_json(text)
    briefing = in_the_briefing(text)

    assert text.headline in page
    assert text.headline in terminal
    assert json_["headline"] == briefing.headline.text == text.headline
    assert text.stopped in page
    assert text.stopped in terminal
    assert f"{text.sources_read} {text.circumstances}" in page
    assert (briefing.sources_read, briefing.circumstances) == (
        text.sources_read,
        text.circumstances,
    )
    assert {*text.apart} <= page
    assert all(said in terminal for said in text.apart)
    assert text.thread in page
    assert text.cut_off in page
    assert briefing.thread.text == f"{text.thread}; {text.cut_off}"
    assert briefing.thread.text in terminal
    for clock, tile in zip(text.clocks, briefing.clocks, strict=True):
        assert {clock.label, clock.value, clock.note} <= page
        assert (tile.label, tile.value, tile.note.text) == (
            clock.label,
            clock.value,
            clock.note,
        )
        assert (json_["clocks"][clock.name] or {"text": ""})["text"] in clock.note
    rows = zip(text.relatives, briefing.rows, json_["people"], strict=True)
    for one, row, plain in rows:
        assert one.reason == row.reason.text == plain["reason"]
        assert one.reason in page
        assert one.reason in terminal
        assert (one.left, one.status) == (row.left, row.status)
        assert {one.left, one.status, one.answer} <= page
        assert f"{one.named}: {one.status}" in terminal
        assert row.since == one.since
        assert any(one.convention in said.text for said in (*briefing.conventions, row.reason))
        assert {one.since, one.convention, one.last_heard} - {""} <= page
        assert (row.last_heard, row.care) == (one.last_heard, one.care)
        assert {one.care} - {""} <= page
        assert one.care in terminal
        assert {text for _, text in one.later} == {later.text for later in row.later}
        assert {text for _, text in one.later} <= page
        assert one.after in terminal
        assert {one.stop, *one.cautions} - {""} <= page
        assert all(said in terminal for said in (one.stop, *one.cautions))


@given(with_ties(), DAYS)
@examples(25)
def test_no_sentence_shows_the_id_of_a_person_or_a_place(claims, day):
    text = told(family(*claims, *ASIDE), day)
    shown = {*sentences(text), *on_the_page(text)}
    briefing = in_the_briefing(text)
    shown |= {one.text for _, one in briefing.timeline}
    shown |= {one.text for one in (*briefing.doubtful, *briefing.disagreeing)}
    assert not [one for one in shown if SURNAME in one]
