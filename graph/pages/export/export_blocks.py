"""An export as blocks: what it says and leaves out, what was found; and those before."""

from collections.abc import Iterable, Iterator, Sequence

from graph.export.check.disclosure import NOT_PROMISED, PROMISED, Disclosure
from graph.export.ledger.ledger import EXPORT, LedgerEntry
from graph.export.package import Audience, ChildBriefing, Package, RelativeLine
from graph.pages.export import export_words as words
from graph.pages.kit import sheet_blocks
from graph.pages.kit.sheet_blocks import Block, cell, heading, part, sentence, table
from graph.words.marks import Mark
from graph.words.wording import HOUSEHOLD, RISK, STOP

_SHOWN = 12
"""Children whose answers are shown before a file is made."""
_PEOPLE = 50
"""Shown of an export that is about people and no child."""
_PAST = 50


def preview_blocks(handed: Package, found: Disclosure) -> Iterator[Block]:
    """Yield what would leave, in its own words, and what was found when it was looked at."""
    yield heading(f"{handed.export_id}: {handed.tlp}, {handed.audience.value}")
    yield from _listed(words.REFUSED, found.refused, "stop")
    yield from _listed(words.ALTERNATIVES, found.alternatives)
    yield from _listed(words.NOTED, found.noted)
    for told in handed.told[:_SHOWN]:
        yield from _told_blocks(told)
    if not handed.told:
        yield from _people_blocks(handed)
    if len(handed.told) > _SHOWN:
        yield sentence(f"And {len(handed.told) - _SHOWN} more children.", "quiet")
    yield from _listed(words.LEFT_OUT, handed.left_out)
    if handed.audience is Audience.INTERNAL:
        yield sentence(words.EVERYTHING, "quiet")
    else:
        yield sentence(PROMISED, "quiet")
        yield sentence(NOT_PROMISED, "warn")


def _listed(title: str, lines: Sequence[str], tone: str = "quiet") -> Iterator[Block]:
    if lines:
        yield sentence(title, "lead")
        yield from (sentence(line, tone) for line in lines)


def _people_blocks(handed: Package) -> Iterator[Block]:
    """Yield who is in it where no child is; those not to be contacted first."""
    names = {claim.about: claim.name for claim in handed.records.people}
    ids = sorted(names, key=lambda id_: (id_ not in handed.do_not_contact, names[id_], id_))
    rows = [_person_row(handed, id_, names[id_]) for id_ in ids[:_PEOPLE]]
    yield table(words.PEOPLE_COLUMNS, rows)
    if len(ids) > _PEOPLE:
        yield sentence(f"And {len(ids) - _PEOPLE:,} more people.", "quiet")


def _person_row(handed: Package, id_: str, name: str) -> sheet_blocks.SheetRow:
    stop = STOP if id_ in handed.do_not_contact else ""
    asked = HOUSEHOLD if id_ in handed.household_asked_not else ""
    return sheet_blocks.SheetRow(
        cells=(
            cell(part(name, "name")),
            cell(part(stop, "stop", Mark.STOP), part(asked, "warn")),
        )
    )


def _told_blocks(told: ChildBriefing) -> Iterator[Block]:
    yield heading(told.name if told.family in told.name else f"{told.name}, {told.family}")
    yield sentence(told.headline.text, "lead")
    yield sentence(f"{told.circumstances} {told.sources_read}", "quiet")
    if any(row.in_region for row in told.rows):
        yield sentence(RISK, "risk")
    yield table(words.TOLD_COLUMNS, [_row(row) for row in told.rows])


def _row(row: RelativeLine) -> sheet_blocks.SheetRow:
    return sheet_blocks.SheetRow(
        cells=(
            cell(
                part(row.name, "name"),
                part("" if row.relation == row.name else row.relation, "quiet"),
                part(STOP if row.do_not_contact else "", "stop", Mark.STOP),
                part(HOUSEHOLD if row.household_asked_not else "", "warn"),
            ),
            cell(part(row.left, "strong", row.mark), row.status),
            cell(row.reason.text, *(later.text for later in row.later)),
            cell(row.since, part(row.last_heard, "quiet")),
        )
    )


def past_blocks(entries: Iterable[LedgerEntry], faults: Sequence[str]) -> Iterator[Block]:
    """Yield what left before, the last one first."""
    yield heading(words.PAST)
    yield from _listed(words.NOT_SOUND, faults, "stop")
    left = [entry for entry in entries if entry.kind == EXPORT]
    if not left:
        yield sentence(words.NOTHING_LEFT, "quiet")
        return
    rows = [_past_row(entry) for entry in reversed(left[-_PAST:])]
    yield table(words.COLUMNS, rows)


def _past_row(entry: LedgerEntry) -> sheet_blocks.SheetRow:
    told = entry.told
    forced = part("forced" if told["forced"] else "", "warn")
    return sheet_blocks.SheetRow(
        cells=(
            cell(entry.at[:16].replace("T", " ")),
            cell(told["export_id"]),
            cell(told["format"]),
            cell(told["audience"]),
            cell(f"{told['how']}: {told['children']} children"),
            cell(told["recipient"], *(part(key, "quiet") for key in told["keys"])),
            cell(told["by"]),
            cell(told["reason"], forced),
        )
    )
