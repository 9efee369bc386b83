"""Claims as a table: what each says, its source, and whether it still counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.pages.kit import detail_words
from graph.pages.kit.links import CLAIM, way
from graph.pages.kit.name_links import NameLinks, event_part
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, sentence, table
from graph.record.model import (
    Claim,
    EventClaim,
    Interpretation,
    PersonClaim,
    Records,
    TieClaim,
)
from graph.record.schema import table_of
from graph.record.vocabulary import Stance, Standing
from graph.words.claim_text import NameOf, disputed, saying

CLAIM_COLUMNS = ("What it says", "Source", "Words", "Standing")
MOST = 300
"""Rows of one table."""
_MOST_SAID = 3
"""Claims that are said in one cell."""


def claims_table(claims: Iterable[Claim], named: NameLinks, caption: str) -> Iterator[Block]:
    """Yield claims as a table; whatever does not fit is counted."""
    every = list(claims)
    denied = disputed(every)
    if every:
        rows = [_row(claim, named, disputed_=claim.about in denied) for claim in every[:MOST]]
        yield table(CLAIM_COLUMNS, rows, caption=caption)
    yield from more(len(every) - MOST)


def more(count: int) -> Iterator[Block]:
    """Yield how many more there are than are shown."""
    if said := detail_words.and_more(count):
        yield sentence(said, "quiet")


def _row(claim: Claim, named: NameLinks, *, disputed_: bool) -> SheetRow:
    says = saying(claim, named.called)
    about = claim.about if isinstance(claim, EventClaim) else ""
    return SheetRow(
        tone="" if claim.active else "later",
        cells=(
            cell(
                event_part(says, about) if about else says,
                *(named.stop(claim.about) if isinstance(claim, PersonClaim) else ()),
            ),
            cell(named.source(claim.source), part(named.passage(claim), "quiet")),
            cell(_words(claim), part(claim.note, "quiet"), *_relayed(claim, named)),
            cell(*_standing(claim, disputed_=disputed_), to_change(claim)),
        ),
    )


def said_in(ids: Sequence[str], claims: Mapping[str, Claim], name: NameOf) -> Iterator[Block]:
    """Yield what the first of some claims say, each with the way to its page."""
    for id_ in ids[:_MOST_SAID]:
        says = saying(claims[id_], name) if id_ in claims else detail_words.ANOTHER_CLAIM
        yield part(says, "quiet", to=way(CLAIM, id_))
    yield part(detail_words.and_more(len(ids) - _MOST_SAID), "quiet")


def records_of(claim: Claim) -> Records:
    """Return the records of one claim."""
    return Records(**{table_of(type(claim)).plural: (claim,)})  # type: ignore[arg-type]


def to_change(claim: Claim) -> Block:
    """Return the way to the page on which a claim is corrected, denied, or taken back."""
    words = detail_words.CHANGE_IT if claim.active else detail_words.BRING_IT_BACK
    return part(words, to=way(CLAIM, claim.id))


def _words(claim: Claim) -> str:
    return f"“{claim.words}”" if claim.words and not isinstance(claim, Interpretation) else ""


def _relayed(claim: Claim, named: NameLinks) -> Iterator[Block]:
    if isinstance(claim, EventClaim) and claim.relayed_by:
        yield part(detail_words.relayed(map(named.called, claim.relayed_by)), "quiet")


def _standing(claim: Claim, *, disputed_: bool) -> Iterator[Block]:
    """Yield whether a claim counts, who took it back and why, and whether others deny it."""
    if claim.standing is Standing.RETRACTED:
        yield part("retracted", "strong")
        to = way(CLAIM, claim.retracted_by) if detail_words.is_replaced(claim) else ""
        yield part(detail_words.retracted(claim), "quiet", to=to)
        return
    denies = isinstance(claim, TieClaim | EventClaim) and claim.stance is Stance.DISPUTES
    yield part("counts, and denies it" if denies else "counts")
    if disputed_ and not denies:
        yield part("disputed by another claim", "warn")
    if isinstance(claim, EventClaim) and claim.duress:
        yield part("said to have been under duress", "warn")
