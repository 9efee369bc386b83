"""The hits of a search as blocks, each with the spelling that it was found by."""

from collections.abc import Iterator, Sequence

from graph.pages.kit.claim_blocks import more
from graph.pages.kit.links import way
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, sentence, table
from graph.views.kin_called import BY_KIN, KinHit, closest_first
from graph.views.name_search import HOW, NO_DECISION, Found, Hit, SearchEntry, nothing_found
from graph.words.marks import Mark
from graph.words.name_marks import NameMarks
from graph.words.wording import RISK, STOP_SHORT

COLUMNS = ("Found", "What", "Why it was found", "Also written")


def found_blocks(
    asked: str, found: Found, kin: Sequence[KinHit], stops: frozenset[str]
) -> Iterator[Block]:
    """Yield the hits, the closest first, and how many more there are."""
    if not found.hits and not kin:
        yield sentence(nothing_found(asked))
        return
    rows = [_row(hit, stops) for hit in closest_first(found, kin)]
    yield sentence(RISK, "risk")
    yield table(COLUMNS, rows, caption=NO_DECISION)
    yield from more(found.more)


def _row(hit: Hit | KinHit, stops: frozenset[str]) -> SheetRow:
    why = _kinship(hit, stops) if isinstance(hit, KinHit) else _spelling(hit)
    also = cell(*hit.entry.also)
    return SheetRow(cells=(_name(hit.entry, stops), _what(hit.entry), why, also))


def _spelling(hit: Hit) -> list[Block]:
    return cell(HOW[hit.how], part(hit.other_spelling, "quiet"), part(hit.warning, "warn"))


def _kinship(hit: KinHit, stops: frozenset[str]) -> list[Block]:
    of = NameMarks(stopped=stops).name(hit.of.names[0], hit.of.id)
    return cell(f"{hit.relation} of {of}", part(BY_KIN, "quiet"))


def _name(entry: SearchEntry, stops: frozenset[str]) -> list[Block]:
    kind = entry.kind if entry.kind in ("place", "source") else PERSON
    stop = STOP_SHORT if entry.id in stops and kind == PERSON else ""
    return cell(
        part(entry.names[0], "name", to=way(kind, entry.id)), part(stop, "stop", Mark.STOP)
    )


def _what(entry: SearchEntry) -> list[Block]:
    return cell(entry.kind, *(part(note, "quiet") for note in entry.notes[:2]))
