"""Sources as blocks: all of them, and one with every claim and what rests on it alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graph.facts.adding_up import Event
from graph.pages.detail.nested import Nested
from graph.pages.kit import detail_words
from graph.pages.kit.claim_blocks import MOST, claims_table, more
from graph.pages.kit.links import SOURCE, way
from graph.pages.kit.name_links import NameLinks, event_part
from graph.pages.kit.page_state import CHILD, PERSON
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    details,
    further_details,
    heading,
    part,
    sentence,
    table,
)
from graph.record.dates import said_window
from graph.record.model import Claim, Source
from graph.record.vocabulary import Consent
from graph.store.properties import record
from graph.views.one_source import Change, Rests
from graph.words.marks import Mark
from graph.words.wording import (
    LEFT_WORDS,
    SEPARATED_WORDS,
    STATUS_WORDS,
    STOP_SHORT,
    counted,
    when_words,
)

LIST_COLUMNS = (
    "Source",
    "Kind",
    "Who speaks",
    "Speaks until",
    "Consent",
    "Reliability",
    "Claims",
)
CHANGE_COLUMNS = ("Child", "Person", "Now", "Without this source")


def in_order(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort sources so that a part comes after what it is part of."""
    every = list(rows)
    sources = {row["facts"]["id"]: record(Source, row["facts"]) for row in every}
    return sorted(every, key=lambda row: _path(sources, row["facts"]["id"]))


def list_blocks(
    rows: Sequence[dict[str, Any]],
    counts: Mapping[str, dict[str, Any]],
    stops: frozenset[str],
    left_out: int,
) -> Iterator[Block]:
    """Yield sources, with how many claims each has."""
    yield heading("Sources", level=1)
    made = [_list_row(row, counts[row["facts"]["id"]], stops) for row in rows]
    yield table(LIST_COLUMNS, made, caption="The parts of a source are listed below it")
    yield from more(left_out)


def _path(sources: dict[str, Source], id_: str) -> tuple[str, ...]:
    path: list[str] = []
    while id_ in sources and id_ not in path:
        path.append(id_)
        id_ = sources[id_].part_of
    return tuple(reversed(path))


def _list_row(
    row: dict[str, Any], counted: Mapping[str, Any], stops: frozenset[str]
) -> SheetRow:
    source = record(Source, row["facts"])
    retracted = f"{counted['retracted']} retracted" if counted["retracted"] else ""
    stop = STOP_SHORT if source.informant in stops else ""
    return SheetRow(
        cells=(
            cell(
                part(source.title, "name", to=way(SOURCE, source.id)),
                part("a part" if source.part_of else "", "quiet"),
            ),
            cell(source.kind),
            cell(row["informant"] or source.publisher, part(stop, "stop", Mark.STOP)),
            cell(until(source)),
            cell(_consent(source)),
            cell(source.reliability or "not graded"),
            cell(f"{counted['claims']:,}", part(retracted, "quiet")),
        )
    )


def until(source: Source) -> str:
    """Say until when a source speaks; of a report, when it is of."""
    when = source.said_on or source.date
    return "not said" if when is None else said_window(when.window)


def _consent(source: Source) -> Block:
    tone = "warn" if source.consent is Consent.INTERNAL else ""
    return part(detail_words.CONSENTS[source.consent], tone)


def top_blocks(whole: Nested[Source], named: NameLinks) -> Iterator[Block]:
    """Yield what kind of source it is, who speaks in it, and under which consent."""
    source = whole.own
    yield heading(source.title, level=1)
    yield details(
        ("Kind", cell(source.kind)),
        ("Who speaks", named.person(source.informant) if source.informant else []),
        ("Publisher", cell(source.publisher)),
        ("Language", cell(source.language)),
        ("Said on", cell("" if source.said_on is None else said_window(source.said_on.window))),
        ("Date", cell("" if source.date is None else said_window(source.date.window))),
        ("Consent", cell(_consent(source))),
        ("Reliability", cell(source.reliability or "not graded")),
        ("Found at", cell(source.url)),
        ("Part of", [_way(one) for one in whole.larger]),
        ("Its parts", [_way(one) for one in whole.parts[:MOST]]),
        *further_details(source),
    )


def _way(source: Source) -> Block:
    return part(source.title, to=way(SOURCE, source.id))


def alone_blocks(
    people: Sequence[str],
    events: Sequence[Event],
    ties: int,
    whole: Nested[Source],
    named: NameLinks,
) -> Iterator[Block]:
    """Yield the people and the events that no other source mentions."""
    yield heading("What rests on this source alone")
    if whole.parts:
        yield sentence(detail_words.WITH_PARTS, "quiet")
    counts = (
        counted(len(people), "person or group", "people and groups"),
        counted(len(events), "event"),
        counted(ties, "tie"),
    )
    yield sentence(f"No other source speaks of {', '.join(counts[:2])} and {counts[2]}.")
    if people:
        yield details(("People", named.persons(people[:MOST])))
    yield from more(len(people) - MOST)
    if events:
        rows = [_event_row(event, named) for event in events[:MOST]]
        yield table(("When", "What", "Who"), rows, caption="Events")
    yield from more(len(events) - MOST)


def _event_row(event: Event, named: NameLinks) -> SheetRow:
    return SheetRow(
        cells=(
            cell(when_words(event)),
            cell(event_part(event.type.words, event.id)),
            cell(*named.persons(dict.fromkeys(one for _, one in event.people))),
        )
    )


def resting_blocks(
    found: Iterable[Rests], stops: frozenset[str], left_out: int, day: date
) -> Iterator[Block]:
    """Yield the answers that would be others without this source."""
    every = list(found)
    changed = [one for one in every if not one.same]
    yield heading("Answers that would change without it")
    said = detail_words.changed(len(changed), len(every), day)
    yield sentence(said, "lead")
    rows = [row for one in changed for row in _rows(one, stops)]
    if rows:
        yield table(CHANGE_COLUMNS, rows[:MOST], caption=detail_words.LIVE)
    yield from more(len(rows) - MOST)
    if left_out:
        yield sentence(detail_words.left_out(left_out), "warn")


def _rows(one: Rests, stops: frozenset[str]) -> Iterator[SheetRow]:
    stop = STOP_SHORT if one.child in stops else ""
    child = cell(
        part(one.name, "name", to=way(CHILD, one.child)), part(stop, "stop", Mark.STOP)
    )
    if not one.recorded_without:
        yield SheetRow(cells=(child, cell(""), cell("recorded"), cell("not recorded at all")))
        return
    if one.separated is not one.separated_without and one.separated_without is not None:
        now, then = SEPARATED_WORDS[one.separated], SEPARATED_WORDS[one.separated_without]
        yield SheetRow(cells=(child, cell("the child itself"), cell(now), cell(then)))
    for change in one.changes:
        yield SheetRow(cells=(child, _person(change, stops), _now(change), _then(change)))


def _person(change: Change, stops: frozenset[str]) -> list[Block]:
    stop = STOP_SHORT if change.person in stops else ""
    return cell(
        part(change.name, to=way(PERSON, change.person)),
        part(change.relation, "quiet"),
        part(stop, "stop", Mark.STOP),
    )


def _now(change: Change) -> list[Block]:
    return cell(part(LEFT_WORDS[change.left], "strong"), STATUS_WORDS[change.status])


def _then(change: Change) -> list[Block]:
    if change.left_without is None or change.status_without is None:
        return cell("not within reach of the child")
    return cell(
        part(LEFT_WORDS[change.left_without], "strong"), STATUS_WORDS[change.status_without]
    )


def claim_blocks(claims: Sequence[Claim], named: NameLinks) -> Iterator[Block]:
    """Yield every claim of a source."""
    yield heading("Every claim of it")
    if not claims:
        yield sentence(detail_words.NO_CLAIMS)
    yield from claims_table(claims, named, counted(len(claims), "claim"))
