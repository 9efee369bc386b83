"""The history of a person, a tie or an event as blocks, the last change first."""

from collections.abc import Iterable, Iterator

from graph.pages.kit.app_store import read
from graph.pages.kit.links import CLAIM, way
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, heading, part, sentence, table
from graph.pages.writing import write_words as words
from graph.record.model import Claim
from graph.record.schema import BETWEEN, ReferenceKind, Table, table_of
from graph.store.queries import query
from graph.words.claim_text import saying
from ingest.claim_history import ChangeKind, ClaimChange, claim_history

_NAMED = {ReferenceKind.PERSON, ReferenceKind.PLACE, ReferenceKind.SOURCE}


def history_blocks(claims: Iterable[Claim], named: NameLinks) -> Iterator[Block]:
    """Yield what happened to the claims of a thing; what only came in, by its load.

    Args:
        claims: all that are claimed of it, counting or not.
        named: the names of everybody whom they name.
    """
    every = list(claims)
    if not every:
        return
    ids = [claim.id for claim in every]
    rows = read(lambda store: store.read(query("read/written_in"), ids=ids))
    changes = claim_history(every, rows)
    yield heading(words.HISTORY)
    changed = [one for one in changes if one.kind is not ChangeKind.CAME]
    if changed:
        yield table(
            words.HISTORY_COLUMNS,
            [_row(one, named, last=one is changed[0]) for one in changed],
        )
    loads: dict[tuple[str, str, tuple[str, ...]], int] = {}
    for one in changes:
        if one.kind is ChangeKind.CAME and one.on:
            load = (one.on, one.by, one.files)
            loads[load] = loads.get(load, 0) + 1
    for (on, by, files), count in loads.items():
        yield sentence(words.written(on, by, files, count), "quiet")


def _row(one: ClaimChange, named: NameLinks, *, last: bool) -> SheetRow:
    table_ = table_of(type(one.claim))
    undo = part(words.UNDO, to=way(CLAIM, one.claim.id))
    return SheetRow(
        cells=(
            cell(
                words.on_day_by(one.on, one.by),
                part(one.kind.value, "strong"),
                part(words.from_file(one.files) if one.files else "", "quiet"),
            ),
            cell(saying(one.claim, named.called), *([undo] * last)),
            cell(*(_cell(table_, name, old, named) for name, old, _ in one.cells)),
            cell(*(_cell(table_, name, new, named) for name, _, new in one.cells)),
            cell(one.why),
        )
    )


def _cell(table_: Table, name: str, text: str, named: NameLinks) -> str:
    """Return a cell of a row in words, with the name of its column: ids are names here."""
    column = table_.columns[name]
    shown = text or words.EMPTY
    if text and set(column.refers_to) & _NAMED:
        ids = text.split(BETWEEN)
        titled = named.title if ReferenceKind.SOURCE in column.refers_to else named.called
        shown = ", ".join(map(titled, ids))
    return f"{words.label(table_.name, name)}: {shown}"
