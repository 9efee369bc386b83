"""What is handed over of the six families, without a server: real input for every writer."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from graph.export.audience.naming import Ids
from graph.export.package import Audience, Package
from graph.export.packaging import PackedExport, packed
from graph.export.request import ExportRequest, SelectionRequest
from graph.facts.adding_up import facts
from graph.record.model import Records
from graph.rule.answer import answer
from ingest import read
from tests.rule.calendars import children

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "data_samples" / "asa17-3798-2021"
INVENTED = ROOT / "data_samples" / "invented"

MERIPET = tuple(f"meripet-{which}-child" for which in ("eldest", "second", "third", "youngest"))
MAMUTJAN = ("mamutjan-daughter", "mamutjan-son")
DAY = date(2021, 1, 1)


@cache
def records(folder: Path = REPORT) -> Records:
    """What a folder of tables says."""
    return read([folder]).records


def everyone(folder: Path = REPORT) -> tuple[str, ...]:
    """Every child that is looked for."""
    return tuple(children(records(folder)))


def handed(who: Sequence[str] = MERIPET, audience: str = "internal", **order: Any) -> Package:
    """What an audience gets of some children; `order` says what differs of the rest."""
    return packaged(who, audience, **order).package


def packaged(
    who: Sequence[str] = MERIPET,
    audience: str = "internal",
    *,
    as_of: date = DAY,
    folder: Path = REPORT,
    key: bytes = b"",
    export_id: str = "KT-TEST-0001",
    **order: Any,
) -> PackedExport:
    """The same, with what leaves nobody's name in it."""
    told, added_up = records(folder), facts(records(folder))
    drawn = {"export_id": export_id} | ({"key": key} if key else {})
    wanted = {
        "audience": Audience(audience),
        "selection": SelectionRequest(ask="the family of the test"),
        "as_of": as_of,
        "made_on": date(2026, 11, 26),
        **order,
    }
    answers = [answer(told, child, as_of=as_of, added_up=added_up) for child in who]
    return packed(told, answers, ExportRequest(**wanted), ids=Ids(**drawn), added_up=added_up)
