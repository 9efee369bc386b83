"""Find the tables in files and folders, and the files that cannot be read at all."""

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from graph.record.schema import TABLES
from ingest.csv_rows import csv_rows
from ingest.folder_notes import REPORT, folder_notes, further, table_of
from ingest.jsonl_rows import jsonl_rows
from ingest.sheet_xml import NotAWorkbook
from ingest.table_row import Origin, Raw, Rejected, RowSpot, TableForm, fault
from ingest.workbook import Workbook
from ingest.xlsx_rows import xlsx_rows

_FORMS: Final = {
    ".csv": TableForm.CSV,
    ".jsonl": TableForm.JSONL,
    ".xlsx": TableForm.XLSX,
    ".xlsm": TableForm.XLSX,
}
_FOREIGN: Final = {".xls", ".ods", ".numbers", ".tsv", ".tab"}
_PACKED: Final = {".txt", ".json", ".ndjson", ".gz", ".zip", ".bz2", ".xz", ".7z"}
"""Ends of what may be a table in a form that is not read, where its name is a table's."""
_CHUNK = 1 << 20
_GUESSES = ("cp1254", "cp1252", "cp1251", "cp1256", "gb18030")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A file that was read: its hash shows later whether it is still the same."""

    path: Path
    sha256: str
    size: int


@dataclass(slots=True)
class Tables:
    """All tables of some paths, ready to be read one table after the other.

    `rejected` grows while they are read: files without a readable row. So does `notes`:
    what was read, or was not, though nobody may expect it.
    """

    files: list[FileRead] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _readers: dict[str, list[Callable[[], Iterator[Raw]]]] = field(default_factory=dict)
    _books: list[Workbook] = field(default_factory=list)

    def rows(self, table: str) -> Iterator[Raw]:
        """Yield every row of a table, in all files; "" for rows of no known table."""
        for reader in self._readers.get(table, []):
            yield from reader()

    def close(self) -> None:
        """Let go of the workbooks."""
        for book in self._books:
            book.close()

    def add(self, path: Path, encoding: str) -> None:
        """Open one file; what is wrong with the whole of it is kept in `rejected`."""
        form = _FORMS.get(path.suffix.lower(), TableForm.CSV)
        encoding = _in_quarantine(path, encoding)
        origin = Origin(path=path, folder=path.parent, form=form, encoding=encoding)
        try:
            read, problem = _scanned(path, None if form is TableForm.XLSX else encoding)
        except OSError as error:
            self._refuse(origin, f"cannot be read: {error.strerror or error}")
            return
        self.files.append(read)
        if problem:
            self._refuse(origin, problem, rows=_lines(path))
        elif form is TableForm.XLSX:
            self._add_workbook(origin)
        elif form is TableForm.JSONL:
            self._add_lines(origin)
        else:
            table = table_of(path.stem)
            self._readers.setdefault(table, []).append(
                partial(self._of_file, origin, csv_rows, table or path.stem)
            )

    def refuse(self, path: Path, problem: str) -> None:
        """Keep that a path cannot be read."""
        self._refuse(Origin(path=path, folder=path, form=TableForm.CSV), problem)

    def _refuse(self, origin: Origin, problem: str, rows: int = 0, table: str = "") -> None:
        spot = RowSpot(origin, table or table_of(origin.path.stem), 0, rows=rows)
        self.rejected.append(
            Rejected(spot=spot, faults=(fault("", "", problem),), whole_file=True)
        )

    def _add_lines(self, origin: Origin) -> None:
        """A file that is named for its table is streamed; a mixed one is sorted in memory."""
        table = table_of(origin.path.stem)
        if table:
            self._readers.setdefault(table, []).append(
                partial(self._of_file, origin, jsonl_rows, table)
            )
            return
        sorted_rows: dict[str, list[Raw]] = {}
        for raw in self._of_file(origin, jsonl_rows, ""):
            sorted_rows.setdefault(raw.spot.table, []).append(raw)
        for name, rows in sorted_rows.items():
            self._readers.setdefault(name, []).append(partial(iter, rows))

    def _add_workbook(self, origin: Origin) -> None:
        try:
            book = Workbook(origin.path)
        except (NotAWorkbook, OSError) as error:
            self._refuse(origin, str(error))
            return
        self._books.append(book)
        if "dataset" in {table_of(sheet) for sheet in book.sheets}:
            origin = Origin(path=origin.path, folder=origin.path, form=TableForm.XLSX)
        if book.commented:
            self.notes.append(
                f"{origin.name} holds comments beside its cells, which are not read; write "
                "what matters into the column note"
            )
        for sheet in book.sheets:
            if sheet.lower().startswith("readme"):
                continue
            table = table_of(sheet)
            if table and "." in sheet and sheet not in book.unseen:
                self.notes.append(f"{origin.name}, sheet {further(sheet, table)}")
            self._readers.setdefault(table, []).append(
                partial(self._of_sheet, book, origin, sheet, table)
            )

    def _of_file(
        self, origin: Origin, rows: Callable[[BinaryIO, Origin, str], Iterator[Raw]], table: str
    ) -> Iterator[Raw]:
        """Yield a file's rows; a disk that fails on the way ends them, and that is kept."""
        try:
            with origin.path.open("rb") as file:
                yield from rows(file, origin, table)
        except OSError as error:
            self._refuse(origin, f"cannot be read further: {error.strerror or error}")

    def _of_sheet(
        self, book: Workbook, origin: Origin, sheet: str, table: str
    ) -> Iterator[Raw]:
        try:
            yield from xlsx_rows(book, origin, sheet, table)
        except NotAWorkbook as error:
            self._refuse(origin, f"sheet {sheet!r} {error}", table=table)
        if sheet in book.hidden:
            where = f"{origin.name}, sheet {sheet}"
            self.notes += [f"{where}: {each}" for each in book.hidden[sheet].sentences()]


def open_tables(paths: Sequence[Path], encoding: str | None = None) -> Tables:
    """Find the tables of files and folders; so far only hashes and encodings are read."""
    tables = Tables()
    for path in dict.fromkeys(path.absolute() for path in paths):
        try:
            files, problem = _files(path)
            tables.notes += folder_notes(path, files)
        except OSError as error:
            files, problem = [], f"cannot be read: {error.strerror or error}"
        if problem:
            tables.refuse(path, problem)
        for file in files:
            tables.add(file, encoding or "utf-8")
    return tables


def _files(path: Path) -> tuple[list[Path], str]:
    """Return the files of a path, or the sentence why there is none."""
    if path.is_dir():
        tables = _tables_in(path)
        return (
            tables,
            "" if tables else f"the folder holds no table; expected are {_expected()}",
        )
    if not path.exists():
        return [], "is not there; check the name"
    if not path.is_file():
        return [], "is no ordinary file"
    if path.suffix.lower() not in _FORMS:
        return [], "is not a .csv, .xlsx or .jsonl file; save the table as one"
    return [path], ""


def check_encoding(encoding: str) -> str:
    """Return an encoding's name if tables can be read in it.

    Raises:
        ValueError: the sentence says why not.
    """
    try:
        same = 'a,"\r\n'.encode(encoding) == b'a,"\r\n'
    except (LookupError, UnicodeError):
        raise ValueError(f"{encoding!r} is not an encoding that is known here") from None
    if not same:
        raise ValueError(f"{encoding!r} tables cannot be kept line by line; save them as UTF-8")
    return codecs.lookup(encoding).name


def _tables_in(folder: Path) -> list[Path]:
    """Return the files of a folder that may be tables; hidden ones and reports are none."""
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in _FORMS.keys() | _foreign_ends(file)
        and not file.name.startswith((".", "~$"))
        and file.name != REPORT
        and file.is_file()
    )


def _foreign_ends(file: Path) -> set[str]:
    """Return the ends of files that are tables of another make; `people.txt` is one by name."""
    return _FOREIGN | _PACKED if table_of(file.name) else _FOREIGN


def _in_quarantine(path: Path, encoding: str) -> str:
    """Return a file's encoding; what a quarantine wrote is UTF-8, whatever is asked for."""
    if encoding == "utf-8" or not (path.parent / REPORT).exists():
        return encoding
    try:
        return encoding if _scanned(path, "utf-8")[1] else "utf-8"
    except OSError:
        return encoding


def _expected() -> str:
    return ", ".join(f"{table}.csv" for table in TABLES) + ", or an .xlsx or .jsonl file"


def _scanned(path: Path, encoding: str | None) -> tuple[FileRead, str]:
    """Hash a file and tell what is wrong with all of it, holding a piece at a time."""
    digest = sha256()
    size = 0
    decoder = codecs.getincrementaldecoder(encoding)() if encoding else None
    problem = ""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            problem = problem or (_foreign(chunk, path) if not size and encoding else "")
            digest.update(chunk)
            size += len(chunk)
            if decoder and not problem:
                problem = _undecodable(decoder, chunk)
        if decoder and not problem:
            problem = _undecodable(decoder, b"", final=True)
    if problem == _NOT_TEXT:
        problem = _advice(path, encoding or "")
    read = FileRead(path=path, sha256=digest.hexdigest(), size=size)
    return read, problem or ("" if size else "is empty; it needs at least its header line")


_NOT_TEXT = "not text"


def _foreign(beginning: bytes, path: Path) -> str:
    if path.suffix.lower() in _foreign_ends(path):
        return f"is a {path.suffix} file; save it as .csv (UTF-8) or .xlsx"
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "is in UTF-16, as of 'Unicode text'; save it as CSV in UTF-8"
    if beginning.startswith(b"PK\x03\x04"):
        return "is a zip, perhaps a workbook; if it is, let its name end in .xlsx"
    return ""


def _undecodable(
    decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False
) -> str:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return _NOT_TEXT
    return ""


def _advice(path: Path, encoding: str) -> str:
    """Say that a file is in another encoding, and name some that could be; none is chosen."""
    with path.open("rb") as file:
        sample = file.read(_CHUNK).rpartition(b"\n")[0]
    could = (
        [guess for guess in _GUESSES if _decodes(sample, guess)] if b"\0" not in sample else []
    )
    try_one = (
        f", or read it with --encoding {' or '.join(could)} and look at the names"
        if could
        else ""
    )
    return f"is not in {encoding.upper()}; save it as CSV in UTF-8{try_one}"


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _lines(path: Path) -> int:
    """Count the lines below the header, for a file without a readable row."""
    if path.suffix.lower() not in {".csv", ".jsonl"}:
        return 0
    header = path.suffix.lower() == ".csv"
    filled = 0
    begun = False
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            filled += chunk.count(b"\n")
            begun = not chunk.endswith(b"\n")
    return max(filled + begun - header, 0)
