"""Events as a table, in order: each with its window, its place, its people, and its source."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.pages.kit.claim_blocks import MOST, more
from graph.pages.kit.name_links import NameLinks, event_part
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, table
from graph.record.model import Claim
from graph.words import answer_text
from graph.words.wording import convention, when_words

EVENT_COLUMNS = ("When", "What", "Where", "Who", "How sure, and by whose word")
PLAIN = ("subject", "with")


def events_table(
    events: Iterable[Event],
    named: NameLinks,
    claims: Mapping[str, Claim],
    day: date,
    caption: str,
) -> Iterator[Block]:
    """Yield events as a table; what is after the day is in italics."""
    every = list(events)
    if every:
        rows = [_row(event, named, claims, day) for event in every[:MOST]]
        yield table(EVENT_COLUMNS, rows, caption=caption)
    yield from more(len(every) - MOST)


def _row(event: Event, named: NameLinks, claims: Mapping[str, Claim], day: date) -> SheetRow:
    cited = [claims[id_] for id_ in event.claims if id_ in claims]
    return SheetRow(
        tone="later" if event.past(day) is Sureness.NO else "",
        cells=(
            cell(when_words(event), *_convention(event)),
            cell(event_part(event.type.words, event.id), *_pressed(event)),
            cell(*(named.place(place) for place in event.places)),
            cell(*people_in(event, named)),
            cell(answer_text.SURENESS_WORDS[event.exists], *named.told_by(cited)),
        ),
    )


def people_in(event: Event, named: NameLinks) -> Iterator[Block]:
    """Yield everybody in an event, whose role is not plain with the role."""
    for role, person in event.people:
        after = "" if role.value in PLAIN else f" ({role.value})"
        yield from named.person(person, after)


def _convention(event: Event) -> Iterator[Block]:
    yield part(convention(event), "quiet")


def _pressed(event: Event) -> Iterator[Block]:
    if event.duress:
        yield part("said to have been under duress", "warn")
    for belief in event.beliefs:
        yield part(f"“{belief.words}” read as: {belief.reading}", "quiet")
