"""Read sources into records: `read` checks every row of some tables, and loses none."""

from ingest.known import Known, Mentioned, nothing_known
from ingest.reader import read
from ingest.reading import Reading, RowCount
from ingest.table_row import Rejected, RowFault

__all__ = [
    "Known",
    "Mentioned",
    "Reading",
    "Rejected",
    "RowCount",
    "RowFault",
    "nothing_known",
    "read",
]
