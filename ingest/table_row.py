"""A row on its way in: its place in the file, its cells, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from rapidfuzz import process

from graph.errors import shortened
from ingest.visible import visible


class TableForm(StrEnum):
    """How a table was written down."""

    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFault:
    """One thing that is wrong with a row: the column, its text, and a sentence."""

    column: str
    value: str
    problem: str
    follows: bool = False
    """The row itself may be good: it names what could not be read or was rejected."""

    @property
    def sentence(self) -> str:
        """Say it; hidden characters are shown instead of obeyed."""
        where = f"{visible(self.column)}: " if self.column else ""
        what = f"{self.value!r} " if self.value else ""
        return f"{where}{what}{self.problem}"


def fault(column: str, value: str, problem: str, *, follows: bool = False) -> RowFault:
    """Make a fault that keeps no more than the beginning of a long cell."""
    return RowFault(
        column=shortened(column), value=shortened(value), problem=problem, follows=follows
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Origin:
    """The file or the sheet of a row.

    `folder` is the data set that it belongs to: the folder of its file, or a whole workbook.
    `dataset` is set where JSON lines name theirs, since one file may then hold several.
    `header` is where the CSV header's bytes are, for the quarantine to repeat.
    """

    path: Path
    folder: Path
    form: TableForm
    encoding: str = "utf-8"
    header: tuple[int, int] = (0, 0)
    sheet: str = ""
    dataset: str = ""

    @property
    def name(self) -> str:
        """Return what a person calls it."""
        name = f"{self.path.name}, sheet {self.sheet}" if self.sheet else self.path.name
        return visible(name)


class RowSpot(NamedTuple):
    """The place of a row. An editor calls the header line 1.

    `start` and `end` are bytes of the file, so that a row of any size is kept without holding
    it in memory; `stored` is what an XLSX keeps for each cell. `rows` is more than 1 where many
    bad lines in a row, or a whole file, are kept together.
    """

    origin: Origin
    table: str
    line: int
    start: int = 0
    end: int = 0
    rows: int = 1
    stored: Mapping[str, object] | None = None

    @property
    def name(self) -> str:
        """Return file and line as a person says them."""
        return f"{self.origin.name} line {self.line}" if self.line else self.origin.name


class Raw(NamedTuple):
    """A row as it was split into cells; the empty ones are left out."""

    spot: RowSpot
    cells: dict[str, str]
    faults: tuple[RowFault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row that is not loaded, and why. Nothing of it is lost: the quarantine keeps it.

    `whole_file` is set where no single row could be read, so the file itself is kept.
    """

    spot: RowSpot
    faults: tuple[RowFault, ...]
    whole_file: bool = False

    @property
    def file(self) -> Path:
        """Return its file."""
        return self.spot.origin.path

    @property
    def line(self) -> int:
        """Return its line; 0 where it is a whole file."""
        return self.spot.line

    @property
    def column(self) -> str:
        """Return the column of the first fault."""
        return self.faults[0].column

    @property
    def follows(self) -> bool:
        """Return whether it only waits for other rows."""
        return all(fault.follows for fault in self.faults)

    @property
    def rank(self) -> int:
        """Return 0 for what cannot be read, 1 for a fault of its own, 2 for followers."""
        if self.follows:
            return 2
        return int(any(fault.column for fault in self.faults))

    @property
    def problem(self) -> str:
        """Say everything that is wrong with it."""
        return "; ".join(fault.sentence for fault in self.faults)


NEAR_NAME: Final = 60
NEAR_WORD: Final = 77
"""So much alike, of 100, are words of a vocabulary: "phoned" is not near "imprisoned"."""


def nearest(word: str, known: object, like: int = NEAR_NAME) -> str:
    """Return ", did you mean 'x'?" where something known is near enough, else ""."""
    match = process.extractOne(  # type: ignore[call-overload]
        word[:200], known, processor=_words, score_cutoff=like
    )
    return f"; did you mean {str(match[0])!r}?" if match else ""


def _words(name: object) -> str:
    """Take a name as words, so that their order does not count: "lost_contact" is no typo."""
    return str(name).replace("_", " ").lower()
