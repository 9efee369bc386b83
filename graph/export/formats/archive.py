"""Zip files of tables: written table by table, the same bytes for the same content.

Nothing is written beside the archive, so that no copy in clear stays anywhere.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Self

Writer = Any
"""What `csv.writer` returns; it has no name of its own."""

_MADE = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name: when a file was made is the ledger's to say."""


class Archive:
    """A zip file on its way out."""

    def __init__(self, out: IO[bytes], encoding: str = "utf-8") -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
        self._encoding = encoding

    def text(self, name: str, text: str) -> None:
        """Add a file of text."""
        self._zip.writestr(_info(name), text.encode(self._encoding))

    @contextmanager
    def table(self, name: str) -> Iterator[Writer]:
        """Add a CSV file, row by row."""
        with (
            self._zip.open(_info(name), "w") as file,
            io.TextIOWrapper(file, self._encoding, newline="") as lines,
        ):
            yield csv.writer(lines, lineterminator="\r\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def text_of(content: bytes) -> str:
    """Return the text of every file in a zip, with its name; each cell of a table a line."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8-sig")
            found += [name, *(_cells(text) if name.endswith(".csv") else [text])]
    return "\n".join(found)


def _cells(text: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
