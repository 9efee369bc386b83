"""An XLSX read as what it is: a zip of XML, each cell with its stored text and its formula.

Nothing is calculated and nothing is trusted. The sizes in the zip's directory are checked
before anything is unpacked. Unpacking stops where there is more than was declared. A document
type (and with it every entity) is refused. A cell may hold so many characters and no more.
"""

import xml.parsers.expat as expat  # noqa: PLR0402  the name that its own documentation uses
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ingest.hidden import Hidden
from ingest.sheet_xml import (
    Handlers,
    NotAWorkbook,
    SharedStrings,
    SheetReader,
    StoredRow,
    Styles,
)

MOST_BYTES: Final = 200_000_000
MOST_RATIO: Final = 200
MOST_FILES: Final = 2_000
_CHUNK = 65_536
_LONGEST_TAG = 1_000_000
_RATIO_FROM = 1_000_000
"""Bytes from which the ratio counts: small files of blanks may well shrink by more."""


class Workbook:
    """An open XLSX: its sheets by name, and their rows one by one.

    `unseen` are the sheets that are hidden, `hidden` has of each sheet that was read the rows
    and columns that are.
    """

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            NotAWorkbook: not an XLSX, or one that would fill the memory.
        """
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise NotAWorkbook(f"is not an XLSX workbook ({error}); save it again") from None
        try:
            self._check_sizes()
            self.unseen: set[str] = set()
            self.hidden: dict[str, Hidden] = {}
            self._from_1904 = False
            self.sheets = self._sheets()
            self._strings: list[str] | None = None
            self._dates = self._date_styles()
        except BaseException:
            self._zip.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def rows(self, sheet: str) -> Iterator[StoredRow]:
        """Yield the rows of a sheet in which a cell is filled.

        Raises:
            NotAWorkbook: the sheet's XML is broken, or more than it declared.
        """
        if self._strings is None:
            self._strings = self._shared_strings()
        reader = SheetReader(self._strings, self._dates, self._from_1904)
        self.hidden[sheet] = reader.hidden
        for _ in self._parsed(self.sheets[sheet], reader.handlers()):
            yield from reader.done
            reader.done.clear()
        yield from reader.done

    @property
    def commented(self) -> bool:
        """Return whether somebody wrote comments beside cells."""
        return any("omments" in name and name.endswith(".xml") for name in self._zip.namelist())

    def _check_sizes(self) -> None:
        files = self._zip.infolist()
        unpacked = sum(file.file_size for file in files)
        if len(files) > MOST_FILES or unpacked > MOST_BYTES:
            raise NotAWorkbook(
                f"would unpack to {unpacked:,} bytes in {len(files):,} files, more than a "
                "family's tables need; it was not opened"
            )
        for file in files:
            if file.file_size > max(_RATIO_FROM, MOST_RATIO * max(file.compress_size, 1)):
                raise NotAWorkbook(
                    f"would unpack {file.compress_size:,} bytes to {file.file_size:,}, as a "
                    "zip bomb does; it was not opened"
                )
            if file.flag_bits & 1:
                raise NotAWorkbook("is protected by a password; save it without one")

    def _sheets(self) -> dict[str, str]:
        targets: dict[str, str] = {}
        named: dict[str, str] = {}

        def relation(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship":
                target = attributes.get("Target", "")
                targets[attributes.get("Id", "")] = (
                    target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
                )

        def sheet(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet":
                named[attributes.get("name", "")] = attributes.get("id", "")
                if attributes.get("state", "visible") != "visible":
                    self.unseen.add(attributes.get("name", ""))
            elif tag == "workbookPr":
                self._from_1904 = attributes.get("date1904") in {"1", "true"}

        self._read("xl/_rels/workbook.xml.rels", {"start": relation})
        self._read("xl/workbook.xml", {"start": sheet})
        return {name: targets.get(key, "") for name, key in named.items()}

    def _date_styles(self) -> set[int]:
        """Return the cell styles that show a number as a date."""
        styles = Styles()
        if "xl/styles.xml" in self._zip.namelist():
            self._read("xl/styles.xml", {"start": styles.start, "end": styles.end})
        return styles.dates

    def _shared_strings(self) -> list[str]:
        strings = SharedStrings()
        if "xl/sharedStrings.xml" in self._zip.namelist():
            self._read("xl/sharedStrings.xml", strings.handlers())
        return strings.strings

    def _read(self, part: str, handlers: Handlers) -> None:
        for _ in self._parsed(part, handlers):
            pass

    def _parsed(self, part: str, handlers: Handlers) -> Iterator[None]:
        """Parse a part of the zip, pausing after each chunk."""
        parser = _parser(handlers)
        fed = 0
        try:
            with self._zip.open(part) as file:
                while chunk := file.read(_CHUNK):
                    fed += len(chunk)
                    parser.Parse(chunk, False)  # noqa: FBT003  expat takes no keywords
                    if fed > MOST_BYTES or fed - parser.CurrentByteIndex > _LONGEST_TAG:
                        raise NotAWorkbook(
                            "holds more than a sheet can; it was not read further"
                        )
                    yield
                parser.Parse(b"", True)  # noqa: FBT003  the same
        except (KeyError, zipfile.BadZipFile, expat.ExpatError, EOFError, OSError) as error:
            raise NotAWorkbook(f"is damaged in {part} ({error}); save it again") from None
        except (NotImplementedError, RuntimeError) as error:
            raise NotAWorkbook(f"cannot be unpacked ({error}); save it again") from None
        yield


def _parser(handlers: Handlers) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    start = handlers["start"]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        start(_local(tag), {_local(name): value for name, value in attributes.items()})

    def refuse(*_: object) -> None:
        raise NotAWorkbook("declares a document type, which no workbook needs; it was not read")

    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = refuse
    parser.EndElementHandler = lambda tag: handlers.get("end", _nothing)(_local(tag))
    parser.CharacterDataHandler = handlers.get("text", _nothing)
    return parser


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _nothing(_: str) -> None:
    """Take no notice."""
