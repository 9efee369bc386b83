"""Rows that are not kept yet: what is wrong with them, and what they would change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import streamlit as st

from graph.export.formats.import_claims import ImportRow
from graph.pages.kit.app_store import not_to_contact, read, records_around
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    heading,
    part,
    sentence,
    sheet,
    table,
)
from graph.pages.kit.target import asked_day
from graph.pages.writing import write_words as words
from graph.record.model import Records
from graph.record.vocabulary import SAMENESS
from graph.store.queries import query
from graph.views.draft_effect import DraftEffect, Turned, effect, not_learned, people_in
from graph.words.marks import Mark
from graph.words.wording import STOP_SHORT, how_many_left_short
from ingest.written_rows import check, doubts, faults

MOST_CHILDREN = 12
"""Children for whom the answer is worked out before anything is kept."""


def checked_draft(rows: Sequence[ImportRow], table_name: str) -> bool:
    """Say what is wrong with rows, as a load says it, or else what they would change.

    Returns:
        Whether they can be kept.
    """
    reading = read(lambda store: check(store, rows))
    wrong = list(words.wrong(faults(reading), table_name))
    if wrong:
        st.warning(words.WRONG)
        for line in wrong:
            st.text(line)
        return False
    for note in reading.notes:
        st.text(f"{note}.")
    show_effect(reading.records, reading.superseded)
    found = read(lambda store: doubts(store, reading))
    if found:
        said = [heading(words.DOUBTED), *(sentence(line, "warn") for line in found)]
        sheet([*said, sentence(words.DOUBT_BLOCKS_NOTHING, "quiet")], "draft-doubts")
    return True


def show_effect(draft: Records, superseded: Mapping[str, str]) -> None:
    """Show who is left to contact before and after, for each child nearby."""
    day = asked_day()
    near = sorted(read(lambda store: store.children_near(people_in(draft))))
    rows = read(lambda store: store.read(query("read/listed_children"), ids=near))
    ids = [row["id"] for row in rows]
    around = read(lambda store: list(store.around_many(ids[:MOST_CHILDREN])))
    also = _other_records(draft)
    found = [effect(records | also, child, draft, superseded, day) for child, records in around]
    effects = [one for one in found if one is not None]
    people = {turned.person for one in effects for turned in one.turned}
    stops = not_to_contact(people | {one.child for one in effects})
    blocks = [heading(words.BEFORE_AND_AFTER), *_blocks(effects, stops)]
    if len(ids) > MOST_CHILDREN:
        blocks.append(sentence(words.more_children(len(ids) - MOST_CHILDREN), "warn"))
    if not_learned(draft):
        blocks.append(sentence(words.NOT_LEARNED, "warn"))
    sheet([*blocks, sentence(words.on_day(day), "quiet")], "draft-effect")


def _other_records(draft: Records) -> Records:
    """Return what is recorded around those whom rows join or part: it may come over."""
    said = [tie for tie in draft.ties if tie.kind in SAMENESS]
    found = Records()
    for person in sorted({id_ for tie in said for id_ in (tie.person, tie.relative)}):
        found |= records_around(person)
    return found


def _blocks(effects: Iterable[DraftEffect], stops: frozenset[str]) -> Iterator[Block]:
    """Yield a row for each child, and one for each person whose answer would change."""
    rows = [row for one in effects for row in _rows(one, stops)]
    if rows:
        yield table(words.EFFECT_COLUMNS, rows)
    else:
        yield sentence(words.NO_CHILD_NEAR)


def _rows(one: DraftEffect, stops: frozenset[str]) -> Iterator[SheetRow]:
    same = not one.turned and one.before == one.after
    yield SheetRow(
        cells=(
            cell(part(one.name, "name"), *_stop(one.child, stops)),
            cell(how_many_left_short(*one.before)),
            cell(
                words.THE_SAME if same else part(how_many_left_short(*one.after), "strong"),
            ),
        )
    )
    for turned in one.turned:
        yield _turned(turned, stops)


def _turned(one: Turned, stops: frozenset[str]) -> SheetRow:
    stopped, stops_then = one.stops
    comes = [part(words.STOP_COMES, "stop", Mark.STOP)] * (stops_then and not stopped)
    goes = [part(words.STOP_GOES, "warn")] * (stopped and not stops_then)
    return SheetRow(
        cells=(
            cell(part(one.name), *_stop(one.person, stops)),
            cell(words.answer(one.before), *(part(line, "quiet") for line in one.gone)),
            cell(
                part(words.answer(one.after), "strong"),
                *comes,
                *goes,
                *(part(line, "warn") for line in one.come),
            ),
        )
    )


def _stop(id_: str, stops: frozenset[str]) -> list[Block]:
    return [part(STOP_SHORT, "stop", Mark.STOP)] if id_ in stops else []
