"""The hits of a search as blocks, each with the spelling that it was found by."""

from collections.abc import Iterator, Sequence

from graph.pages.kit import detail_words
from graph.pages.kit.claim_blocks import more
from graph.pages.kit.links import way
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, sentence, table
from graph.views.kin_called import KinHit
from graph.views.name_search import Found, Hit, MatchKind, SearchEntry
from graph.words.marks import Mark
from graph.words.name_marks import NameMarks
from graph.words.wording import RISK, STOP_SHORT

COLUMNS = ("Found", "What", "Why it was found", "Also written")
_SPELLINGS = 4
_HOW = {
    MatchKind.WRITTEN: "written so",
    MatchKind.SAME: "the same in Latin letters",
    MatchKind.BEGINS: "begins so",
    MatchKind.WORDS: "has words that begin so",
    MatchKind.TOLD: "in a description of them",
    MatchKind.ALIKE: "sounds alike",
}


def found_blocks(
    asked: str, found: Found, kin: Sequence[KinHit], stops: frozenset[str]
) -> Iterator[Block]:
    """Yield the hits, the closest first, and how many more there are."""
    if not found.hits and not kin:
        yield sentence(detail_words.nothing_found(asked))
        return
    written = [hit for hit in found.hits if hit.how <= MatchKind.SAME]
    by_kin = {hit.entry.id for hit in kin}
    rest = [h for h in found.hits if h.how > MatchKind.SAME and h.entry.id not in by_kin]
    rows = [
        *(_row(hit, stops) for hit in written),
        *(_kin_row(hit, stops) for hit in kin),
        *(_row(hit, stops) for hit in rest),
    ]
    yield sentence(RISK, "risk")
    yield table(COLUMNS, rows, caption=detail_words.NO_DECISION)
    yield from more(found.more)


def _row(hit: Hit, stops: frozenset[str]) -> SheetRow:
    why = part(_HOW[hit.how])
    by = hit.spelling if hit.spelling != hit.entry.names[0] else ""
    retracted = "only in a claim that was retracted" if hit.by_retracted else ""
    return SheetRow(
        cells=(
            _name(hit.entry, stops),
            _what(hit.entry),
            cell(why, part(by, "quiet"), part(retracted, "warn")),
            cell(*hit.entry.names[1 : _SPELLINGS + 1]),
        )
    )


def _kin_row(hit: KinHit, stops: frozenset[str]) -> SheetRow:
    return SheetRow(
        cells=(
            _name(hit.entry, stops),
            _what(hit.entry),
            cell(
                f"{hit.relation} of {_called(hit.of, stops)}",
                part("worked out from the ties", "quiet"),
            ),
            cell(*hit.entry.names[1 : _SPELLINGS + 1]),
        )
    )


def _called(entry: SearchEntry, stops: frozenset[str]) -> str:
    return NameMarks(stopped=stops).name(entry.names[0], entry.id)


def _name(entry: SearchEntry, stops: frozenset[str]) -> list[Block]:
    kind = entry.kind if entry.kind in ("place", "source") else PERSON
    stop = STOP_SHORT if entry.id in stops and kind == PERSON else ""
    return cell(
        part(entry.names[0], "name", to=way(kind, entry.id)), part(stop, "stop", Mark.STOP)
    )


def _what(entry: SearchEntry) -> list[Block]:
    return cell(entry.kind, *(part(note, "quiet") for note in entry.notes[:2]))
