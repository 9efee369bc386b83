"""Families whose names, titles and authorities make trouble for what leaves, as packages."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from graph.export.audiences import NOTHING_MORE, Extras
from graph.export.file_leaving import Export
from graph.export.formats import FORMATS, FileFormat
from graph.export.leaks.term_index import WholeWords
from graph.export.ledger.ledger import Ledger
from graph.export.package import Audience
from graph.export.packaging import PackedExport, packed
from graph.export.request import ExportRequest
from graph.export.typed_words import typed
from graph.record.model import Records
from graph.rule.answer import answer
from ingest import read

LEAKS = Path(__file__).parents[1] / "data" / "leaks"
FAMILIES = sorted(folder.name for folder in LEAKS.iterdir())
BELOW = [one for one in Audience if one is not Audience.INTERNAL]
DAY = date(2021, 12, 31)


@cache
def records(family: str) -> Records:
    """What the tables of an adversarial family say; no row of it is rejected."""
    reading = read([LEAKS / family])
    assert not reading.rejected
    return reading.records


def package(
    told: Records,
    audience: Audience,
    extras: Extras = NOTHING_MORE,
    everybody: WholeWords | None = None,
) -> PackedExport:
    """All children of some records, for an audience."""
    order = ExportRequest(
        audience=audience, made_on=date(2026, 11, 26), as_of=DAY, extras=extras
    )
    children = sorted({claim.about for claim in told.people if claim.sought})
    answers = [answer(told, child, as_of=DAY) for child in children]
    return packed(told, answers, order, everybody=everybody)


@cache
def of_family(name: str, audience: Audience) -> PackedExport:
    """The same, of all records of an adversarial family."""
    return package(records(name), audience)


def export(made: PackedExport, extras: Extras = NOTHING_MORE) -> Export:
    """The export of a package of which somebody read every word that leaves as it was typed."""
    request = ExportRequest(
        audience=made.package.audience,
        made_on=DAY,
        by="ana",
        extras=extras,
        as_typed=typed(made),
    )
    return Export.of(made, request, Ledger(Path("nowhere")))


def going(made: PackedExport) -> Iterable[FileFormat]:
    """The formats that a package may leave in."""
    return (form for form in FORMATS.values() if not form.refuses(made.package))
