"""The quarantine: rejected rows as they were, in a folder that can be corrected and read again.

CSV and JSON lines keep their bytes. In another encoding their text is kept as UTF-8, because
the whole folder is read in one encoding. A workbook's rows become JSON lines with each cell's
stored text and formula. Only the owner can read the folder: it holds names.
"""

import codecs
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import BinaryIO, Final

from platformdirs import user_data_path

from graph.export.formats.import_rows import background_row
from graph.record.model import Dataset
from ingest.file_names import free_path
from ingest.folder_notes import REPORT
from ingest.reading import Reading
from ingest.report import rejected_as_json, report_text
from ingest.table_row import Rejected, TableForm
from ingest.visible import json_line, visible

WHOLE: Final = "whole"
"""The folder for workbooks of which a cell is too long to be written down again."""
_DATASET: Final = "dataset.loaded.jsonl"
_CHUNK: Final = 1 << 20
_OURS: Final = frozenset({_DATASET, REPORT, "report.txt"})
_SHORT: Final = 50
_ADVICE: Final = (
    "These rows were not loaded. Mend them in this folder's tables and read it again:"
)
_SHOWN: Final = ("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantine:
    """Where the rejected rows of a reading are; one folder for each data set with some."""

    run: str
    folders: tuple[Path, ...]


def home() -> Path:
    """Return the program's folder: `GRAPH_HOME`, or the user's data folder."""
    named = os.environ.get("GRAPH_HOME")
    return Path(named) if named else user_data_path("kinthread")


def write(reading: Reading, into: Path) -> Quarantine | None:
    """Write every rejected row of a reading to a new folder below `into`/quarantine.

    Returns:
        Where, or None if nothing was rejected, or no more than paths at which nothing is.
    """
    if not any(each.line or each.file.exists() for each in reading.rejected):
        return None
    run, root = _new_folder(into / "quarantine", reading)
    groups: dict[Path, list[Rejected]] = defaultdict(list)
    for each in reading.rejected:
        groups[each.spot.origin.folder].append(each)
    folders = []
    for number, (folder, rejected) in enumerate(sorted(groups.items()), start=1):
        target = root if len(groups) == 1 else _made(root / f"{number}-{_name_of(folder)}")
        _write_group(target, rejected, reading.datasets.get(folder))
        _write_report(target, run, rejected)
        folders.append(target)
    return Quarantine(run=run, folders=tuple(folders))


def _new_folder(below: Path, reading: Reading) -> tuple[str, Path]:
    """Make a folder named for the moment and the files, so that no run meets another's."""
    files = "".join(file.sha256 for file in reading.files)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    run = f"{moment}-{sha256(files.encode()).hexdigest()[:6]}"
    below.mkdir(parents=True, exist_ok=True, mode=0o700)
    return run, _made(below / run)


def _name_of(folder: Path) -> str:
    """Return a data set's folder as a name that any disk takes; JSON may name it oddly."""
    return visible(folder.stem).replace("/", "-")[:_SHORT] or "root"


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


def _write_group(target: Path, rejected: list[Rejected], dataset: Dataset | None) -> None:
    by_file: dict[Path, list[Rejected]] = defaultdict(list)
    for each in rejected:
        by_file[each.file].append(each)
    for path, rows in by_file.items():
        if any(each.whole_file for each in rows) and path.is_file():
            _keep_whole(target, path, rows)
        rest = [each for each in rows if each.line]
        if rest and rest[0].spot.origin.form is TableForm.XLSX:
            _write_lines(
                free_path(target, path.name, ".jsonl", _OURS), (_stored(each) for each in rest)
            )
        elif rest:
            with (
                _opened(free_path(target, path.name, taken=_OURS)) as out,
                path.open("rb") as original,
            ):
                _copy_rows(original, out, rest)
    if dataset is not None:
        named = rejected[0].spot.origin.dataset
        _write_lines(target / _DATASET, [_dataset_row(dataset, named)])


def _keep_whole(target: Path, path: Path, rows: list[Rejected]) -> None:
    """Copy a file without readable rows, or one with a row that had to be cut."""
    unreadable = any(each.whole_file and not each.line for each in rows)
    folder = target if unreadable else target / WHOLE
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = free_path(folder, path.name, taken=_OURS)
    copyfile(path, kept)
    kept.chmod(0o600)


def _copy_rows(original: BinaryIO, out: BinaryIO, rows: list[Rejected]) -> None:
    """Copy the header and the rows, byte by byte; a last line without its end gets one."""
    origin = rows[0].spot.origin
    spans = sorted((each.spot.start, each.spot.end) for each in rows)
    for span in (origin.header, *spans):
        _copy_bytes(original, out, span, origin.encoding)


def _copy_bytes(
    original: BinaryIO, out: BinaryIO, span: tuple[int, int], encoding: str
) -> None:
    """Copy a span of a file; one in another encoding becomes UTF-8."""
    start, end = span
    original.seek(start)
    left, last = end - start, b"\n"
    decoder = codecs.getincrementaldecoder(encoding)("backslashreplace")
    while left and (chunk := original.read(min(left, _CHUNK))):
        left -= len(chunk)
        last = chunk[-1:]
        if encoding != "utf-8":
            chunk = decoder.decode(chunk, not left).encode("utf-8", "backslashreplace")
        out.write(chunk)
    if last != b"\n":
        out.write(b"\n")


def _stored(each: Rejected) -> Mapping[str, object]:
    """Return a workbook's row as a JSON line: text, or text with its formula or date."""
    return {"table": each.spot.table, **(each.spot.stored or {})}


def _dataset_row(dataset: Dataset, named: str) -> Mapping[str, object]:
    """Return the row of the data set, so that mended rows belong to it again."""
    row = {"table": "dataset", "dataset": named, **background_row(dataset)}
    return {column: text for column, text in row.items() if text}


def _write_report(target: Path, run: str, rejected: list[Rejected]) -> None:
    _write_lines(target / REPORT, ({"run": run, **rejected_as_json(each)} for each in rejected))
    with _opened(target / "report.txt") as out:
        out.write(f"{_ADVICE}\n  python -m ingest {target}\n\n".encode(*_SHOWN))
        out.write(report_text(rejected).encode(*_SHOWN))


def _write_lines(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    with _opened(path) as out:
        for row in rows:
            out.write(f"{json_line(row)}\n".encode())


def _opened(path: Path) -> BinaryIO:
    """Open a new file that only its owner reads."""
    return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")  # noqa: PTH123  a mode from the start
