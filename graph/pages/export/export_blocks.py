"""An export as blocks: its content, what it leaves out, what was found; and earlier exports."""

from collections.abc import Iterable, Iterator, Sequence

from graph.export.check.disclosure import NOT_PROMISED, PROMISED
from graph.export.check.finding import Danger, Disclosure, Finding, instead
from graph.export.ledger.ledger import EXPORT, LedgerEntry
from graph.export.package import Audience, ChildBriefing, Package, RelativeLine
from graph.pages.export import export_words as words
from graph.pages.kit import sheet_blocks
from graph.pages.kit.sheet_blocks import Block, cell, heading, part, sentence, table
from graph.words.marks import Mark
from graph.words.prose import as_sentence
from graph.words.wording import NEAR_ASKED, RISK, STOP

_SHOWN = 12
"""Children whose answers are shown before a file is made."""
_PEOPLE = 50
"""Shown of an export that is about people and no child."""
_PAST = 50


def check_blocks(found: Disclosure) -> Iterator[Block]:
    """Yield in a sentence what the disclosure check came to."""
    yield heading(words.CHECK)
    if found.refused:
        yield sentence(words.REFUSED, "stop")
    elif found.findings:
        yield sentence(words.NOT_REFUSED, "lead")
    else:
        yield sentence(words.NOTHING_FOUND, "quiet")


def danger_blocks(danger: Danger, every: Sequence[Finding]) -> Iterator[Block]:
    """Yield one danger: why it is one, and what of it is in the file."""
    yield heading(danger.value, level=3)
    yield sentence(danger.why, "quiet")
    for one in every:
        said = f"{words.REFUSING if one.refuses else ''}{one.text}"
        yield sentence(said, "stop" if one.refuses else "")


def instead_blocks(every: Sequence[Finding]) -> Iterator[Block]:
    """Yield what would pass instead of it."""
    passing = instead(every)
    if passing:
        yield heading(words.ALTERNATIVES, level=3)
        yield from (sentence(line) for line in passing)


def preview_blocks(package: Package) -> Iterator[Block]:
    """Yield what would leave, in its own words."""
    yield heading(f"{package.export_id}: {package.tlp}, {package.audience.value}")
    for briefing in package.briefings[:_SHOWN]:
        yield from _told_blocks(briefing)
    if not package.briefings:
        yield from _people_blocks(package)
    if len(package.briefings) > _SHOWN:
        yield sentence(f"And {len(package.briefings) - _SHOWN} more children.", "quiet")
    yield from _listed(words.LEFT_OUT, package.left_out)
    if package.audience is Audience.INTERNAL:
        yield sentence(words.EVERYTHING, "quiet")
    else:
        yield sentence(PROMISED, "quiet")
        yield sentence(NOT_PROMISED, "warn")


def _listed(title: str, lines: Sequence[str], tone: str = "quiet") -> Iterator[Block]:
    if lines:
        yield sentence(title, "lead")
        yield from (sentence(line, tone) for line in lines)


def _people_blocks(package: Package) -> Iterator[Block]:
    """Yield who is in it where no child is; those not to be contacted first."""
    names = {claim.about: claim.name for claim in package.records.people}
    ids = sorted(names, key=lambda id_: (id_ not in package.do_not_contact, names[id_], id_))
    rows = [_person_row(package, id_, names[id_]) for id_ in ids[:_PEOPLE]]
    yield table(words.PEOPLE_COLUMNS, rows)
    if len(ids) > _PEOPLE:
        yield sentence(f"And {len(ids) - _PEOPLE:,} more people.", "quiet")


def _person_row(package: Package, id_: str, name: str) -> sheet_blocks.SheetRow:
    stop = STOP if id_ in package.do_not_contact else ""
    asked = NEAR_ASKED if id_ in package.household_asked_not else ""
    return sheet_blocks.SheetRow(
        cells=(
            cell(part(name, "name")),
            cell(part(stop, "stop", Mark.STOP), part(asked, "warn")),
        )
    )


def _told_blocks(briefing: ChildBriefing) -> Iterator[Block]:
    yield heading(
        briefing.name
        if briefing.family in briefing.name
        else f"{briefing.name}, {briefing.family}"
    )
    yield sentence(briefing.headline.text, "lead")
    yield sentence(f"{briefing.circumstances} {briefing.sources_read}", "quiet")
    if any(row.in_region for row in briefing.rows):
        yield sentence(RISK, "risk")
    yield table(words.TOLD_COLUMNS, [_row(row) for row in briefing.rows])


def _row(row: RelativeLine) -> sheet_blocks.SheetRow:
    return sheet_blocks.SheetRow(
        cells=(
            cell(
                part(row.name, "name"),
                part("" if row.relation == row.name else row.relation, "quiet"),
                part(STOP if row.do_not_contact else "", "stop", Mark.STOP),
                part(row.near_asked, "warn"),
                *(part(as_sentence(mark), "warn") for mark in row.may_be),
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
    line = entry.fields
    forced = part("forced" if line["forced"] else "", "warn")
    return sheet_blocks.SheetRow(
        cells=(
            cell(entry.at[:16].replace("T", " ")),
            cell(line["export_id"]),
            cell(line["format"]),
            cell(line["audience"]),
            cell(f"{line['how']}: {line['children']} children"),
            cell(line["recipient"], *(part(key, "quiet") for key in line["keys"])),
            cell(line["by"]),
            cell(line["reason"], forced),
        )
    )
