"""The result of a reading: the records to load, the rejected rows, and their counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from graph.record.model import Dataset, Records
from ingest.known import Known, Mentioned
from ingest.table_files import FileRead
from ingest.table_row import Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCount:
    """How many rows of a table were read, and what became of them: taken + rejected = read."""

    read: int = 0
    taken: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What some files say: the records to load, and the rows that need mending.

    `superseded` has the claims of the store that these rows correct, each with the claim that
    does; those of the same reading are marked as retracted in `records`. `datasets` has the
    data set of each folder or workbook.
    """

    records: Records
    rejected: tuple[Rejected, ...]
    counts: Mapping[str, RowCount]
    files: tuple[FileRead, ...]
    superseded: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    datasets: Mapping[Path, Dataset] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    state: object = None
    """Of the store that the rows were checked against, as in `Known`."""
    again: "Callable[[Callable[[Mentioned], Known]], Reading] | None" = field(
        default=None, repr=False, compare=False
    )
    """Check the rows once more, against what the store holds now; what fell stays fallen."""

    @property
    def total(self) -> RowCount:
        """Return the counts of all tables together."""
        counts = self.counts.values()
        return RowCount(
            read=sum(count.read for count in counts),
            taken=sum(count.taken for count in counts),
            rejected=sum(count.rejected for count in counts),
        )
