"""One family as blocks: its children, who is left side by side, what happened, the sources."""

from collections.abc import Iterator, Mapping, Sequence

from graph.pages.detail.source_blocks import until
from graph.pages.kit import detail_words, page_words
from graph.pages.kit.answer_blocks import warnings
from graph.pages.kit.claim_blocks import MOST, more
from graph.pages.kit.event_blocks import events_table
from graph.pages.kit.links import way
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.page_state import CHILD, PERSON
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, heading, part, sentence, table
from graph.record.vocabulary import Left
from graph.rule.answer import ChildAnswer, Relative
from graph.views.family_view import Beside, by_source, happened, side_by_side
from graph.words.answer_text import called, family_name, individuals
from graph.words.marks import THREAD_MARKS, mark_of
from graph.words.wording import LEFT_WORDS, RISK, how_many_left_short, status_words

CHILD_COLUMNS = ("Child", "Separated", "Yes", "Possibly", "No", "Unknown", "Abroad", "Left")
SOURCE_COLUMNS = ("Source", "Kind", "Who speaks", "Speaks until", "Claims about the family")
MOST_CHILDREN = 8
"""Columns of the table that has the children side by side."""


def children_blocks(answers: Sequence[ChildAnswer], named: NameLinks) -> Iterator[Block]:
    """Yield the family's name and its children, with how many people stand how."""
    first = answers[0]
    yield heading(f"Family of {family_name(first)}", level=1)
    if any(one.in_region for answer in answers for one in answer.relatives):
        yield sentence(RISK, "risk")
    rows = [_child_row(answer, named) for answer in answers]
    caption = f"Children of the family on {first.as_of.isoformat()}"
    yield table(CHILD_COLUMNS, rows, caption=caption)


def _child_row(answer: ChildAnswer, named: NameLinks) -> SheetRow:
    child = answer.network.child
    left = how_many_left_short(*individuals(answer))
    counts = answer.counts()
    grown = answer.board.adult_since
    adult = "" if grown is None else f"adult since {grown.isoformat()}"
    shown = (Left.YES, Left.POSSIBLY, Left.NO, Left.UNKNOWN, Left.ABROAD)
    return SheetRow(
        cells=(
            cell(
                part(child.name, "name", to=way(CHILD, child.id)),
                *named.stop(child.id),
                part(adult, "quiet"),
            ),
            cell(page_words.SEPARATED_SHORT[answer.board.separated]),
            *(cell(str(counts[value.value])) for value in shown),
            cell(part(left, "", THREAD_MARKS[answer.thread.state])),
        )
    )


def beside_blocks(answers: Sequence[ChildAnswer]) -> Iterator[Block]:
    """Yield everybody within reach of any child, with the answer for each child beside it."""
    yield heading("Who is left, side by side")
    kept = answers[:MOST_CHILDREN]
    rows = side_by_side(kept)
    differ = sum(not row.alike for row in rows)
    yield sentence(detail_words.differ(differ, len(rows), len(kept)))
    columns = ("Person", *(called(answer, answer.network.child) for answer in kept))
    made = [_beside_row(row) for row in rows[:MOST]]
    yield table(columns, made, caption=page_words.CLOSENESS)
    yield from more(len(rows) - MOST)
    if len(answers) > len(kept):
        yield sentence(detail_words.more_children(len(answers) - len(kept)), "warn")


def _beside_row(row: Beside) -> SheetRow:
    known = row.closest
    return SheetRow(
        cells=(
            cell(
                part(known.person.name, "name", to=way(PERSON, row.person)),
                part(known.reached.relation, "quiet"),
                part("a group: someone of them" if known.group else "", "quiet"),
                *warnings(known),
            ),
            *(_towards(one) for one in row.towards),
        )
    )


def _towards(one: Relative | None) -> list[Block]:
    if one is None:
        return cell(part("not within reach", "quiet"))
    return cell(
        part(LEFT_WORDS[one.answer.left], "strong", mark_of(one.answer)),
        status_words(one.answer),
    )


def recorded_blocks(answers: Sequence[ChildAnswer], named: NameLinks) -> Iterator[Block]:
    """Yield what happened to the family in order, and the sources that say so."""
    day = answers[0].as_of
    events = happened(answers)
    claims = {id_: claim for answer in answers for id_, claim in answer.claims.items()}
    yield heading("What happened, in order")
    caption = f"What is after {day.isoformat()} leans"
    yield from events_table(events, named, claims, day, caption)
    yield heading("Sources")
    counts = by_source(answers, events)
    yield table(SOURCE_COLUMNS, _source_rows(counts, named))


def _source_rows(counts: Mapping[str, int], named: NameLinks) -> list[SheetRow]:
    return [
        SheetRow(
            cells=(
                cell(named.source(id_, "name")),
                cell(named.sources[id_].kind if id_ in named.sources else ""),
                cell(*_speaker(id_, named)),
                cell(until(named.sources[id_]) if id_ in named.sources else ""),
                cell(f"{count:,}"),
            )
        )
        for id_, count in counts.items()
    ]


def _speaker(id_: str, named: NameLinks) -> list[Block]:
    source = named.sources.get(id_)
    return named.person(source.informant) if source is not None and source.informant else []
