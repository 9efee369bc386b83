"""Figure: many children handed over, one file a family: checked, read back, recorded."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from graph.export.file_leaving import Export
from graph.export.formats import FORMATS
from graph.export.ledger.ledger import HEAD_FOLDER, Ledger
from graph.export.package import Audience
from graph.export.preparing import prepare
from graph.export.request import ExportRequest, SelectionRequest
from graph.export.typed_words import typed
from tests.bench.figures import Figure
from tests.bench.memory import watching
from tests.bench.trial import Trial

CHILDREN = 1_000
FORM = "csv"
MEGABYTES = 600


def handing(trial: Trial, people: int) -> Figure:
    """Export the first thousand children of the store for partners, a file for each family."""
    children = sorted(trial.store.children())[:CHILDREN]
    with TemporaryDirectory(prefix="kinthread-bench-") as folder:
        os.environ[HEAD_FOLDER] = folder
        with watching() as watched:
            begun = perf_counter()
            files, told, longest = _export(trial, children, Path(folder))
            seconds = perf_counter() - begun
    return Figure(
        name="handing",
        says=f"{told} children handed to partners in {files} files ({FORM}), all checked",
        people=people,
        value=1_000 * seconds / max(told, 1),
        unit="ms a child",
        aim=f"in at most {MEGABYTES} MB",
        met=watched.peaks.get("program", 0) <= MEGABYTES,
        memory=watched.peaks,
        more={"children": told, "files": files, "seconds": seconds, "longest file": longest},
    )


def _export(trial: Trial, children: list[str], folder: Path) -> tuple[int, int, float]:
    ledger = Ledger(folder / "home")
    choice = ExportRequest(
        selection=SelectionRequest(children=tuple(children)),
        audience=Audience.PARTNER,
        made_on=date(2026, 11, 26),
    )
    files, told, longest, before = 0, 0, 0.0, perf_counter()
    for made in prepare(trial.store, choice, ledger, each=True):
        export = Export.of(made, replace(choice, by="bench", as_typed=typed(made)), ledger)
        export.leave(export.written(FORMATS[FORM]), folder / f"{files}{FORMATS[FORM].suffix}")
        files += 1
        told += len(made.package.briefings)
        longest, before = max(longest, perf_counter() - before), perf_counter()
    return files, told, longest
