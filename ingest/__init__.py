"""From sources to records: `read` checks every row of some tables, and loses none."""

from ingest.known import Known, Mentioned, nothing_known
from ingest.reader import read
from ingest.reading import Count, Reading
from ingest.rows import Fault, Rejected

__all__ = [
    "Count",
    "Fault",
    "Known",
    "Mentioned",
    "Reading",
    "Rejected",
    "nothing_known",
    "read",
]
