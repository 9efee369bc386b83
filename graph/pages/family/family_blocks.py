"""One family as blocks: its children, who is left side by side, events, sources."""

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
from graph.rule.answer import ChildAnswer
from graph.views.family_view import Beside, by_source, happened, side_by_side
from graph.words.answer_text import AnswerText, RelativeText, individuals
from graph.words.marks import THREAD_MARKS
from graph.words.wording import how_many_left_short, of_groups, risk_of

CHILD_COLUMNS = ("Child", "Separated", "Yes", "Possibly", "No", "Unknown", "Abroad", "Left")
SOURCE_COLUMNS = ("Source", "Kind", "Who speaks", "Speaks until", "Claims about the family")
MOST_CHILDREN = 8
"""Columns of the table that has the children side by side."""


def children_blocks(texts: Sequence[AnswerText], named: NameLinks) -> Iterator[Block]:
    """Yield the family's name and its children, with how many people are recorded how."""
    answers = [text.answer for text in texts]
    yield heading(f"Family of {texts[0].family}", level=1)
    near = [a.network for a in answers if any(one.in_region for one in a.relatives)]
    for risk in dict.fromkeys(map(risk_of, near)):
        yield sentence(risk, "risk")
    rows = [_child_row(answer, named) for answer in answers]
    caption = f"Children of the family on {answers[0].as_of.isoformat()}"
    yield table(CHILD_COLUMNS, rows, caption=caption)


def _child_row(answer: ChildAnswer, named: NameLinks) -> SheetRow:
    child = answer.network.child
    people, counts = individuals(answer), answer.counts()
    left = how_many_left_short(*people)
    groups = of_groups((counts[Left.YES], counts[Left.POSSIBLY]), people)
    grown = answer.board.adult_since
    adult = "" if grown is None else f"adult since {grown.isoformat()}"
    return SheetRow(
        cells=(
            cell(
                part(child.name, "name", to=way(CHILD, child.id)),
                *named.stop(child.id),
                part(adult, "quiet"),
            ),
            cell(answer.board.separated.value),
            *(cell(str(count)) for count in answer.counts().values()),
            cell(part(left, "", THREAD_MARKS[answer.thread.state]), part(groups, "quiet")),
        )
    )


def beside_blocks(texts: Sequence[AnswerText]) -> Iterator[Block]:
    """Yield everybody within reach of any child, with the answer for each child beside it."""
    yield heading("Who is left, side by side")
    kept = texts[:MOST_CHILDREN]
    rows = side_by_side(kept)
    differ = sum(not row.alike for row in rows)
    yield sentence(detail_words.differ(differ, len(rows), len(kept)))
    made = [_beside_row(row) for row in rows[:MOST]]
    yield table(("Person", *(text.child for text in kept)), made, caption=page_words.CLOSENESS)
    yield from more(len(rows) - MOST)
    if len(texts) > len(kept):
        yield sentence(detail_words.more_children(len(texts) - len(kept)), "warn")


def _beside_row(row: Beside) -> SheetRow:
    known = row.closest
    return SheetRow(
        cells=(
            cell(
                part(known.name, "name", to=way(PERSON, row.person)),
                part(known.relation, "quiet"),
                part("a group: someone of them" if known.relative.group else "", "quiet"),
                *warnings(known),
            ),
            *(_towards(one) for one in row.towards),
        )
    )


def _towards(one: RelativeText | None) -> list[Block]:
    if one is None:
        return cell(part("not within reach", "quiet"))
    return cell(part(one.left, "strong", one.mark), one.status)


def recorded_blocks(answers: Sequence[ChildAnswer], named: NameLinks) -> Iterator[Block]:
    """Yield what happened to the family in order, and the sources that say so."""
    day = answers[0].as_of
    events = happened(answers)
    claims = {id_: claim for answer in answers for id_, claim in answer.claims.items()}
    yield heading("What happened, in order")
    caption = detail_words.in_italics(day)
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
