"""Let the rows of an answer leave, for internal use alone: with a line in the ledger.

Rows hold what was asked for, names too. No audience's rules were applied to them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.export.audience.naming import new_id
from graph.export.ledger.export_line import ExportLine
from graph.export.ledger.ledger import Ledger
from graph.export.package import Audience
from graph.export.packaging import TLP

LABEL = TLP[Audience.INTERNAL]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsFile:
    """A file of rows, and the ids of what is in it."""

    how: str
    """What was asked, without any id."""
    form: str
    text: str
    claims: Iterable[str] = ()
    sources: Iterable[str] = ()
    things: Iterable[str] = ()
    """People, events and places."""


def given_out(file: RowsFile, ledger: Ledger, by: str) -> bytes:
    """Record a file of rows in the ledger, and return what leaves.

    Raises:
        LedgerBroken: the ledger is not as it was written; nothing is given out.
        OSError: the disk would not take the line.
    """
    content = file.text.encode()
    ExportLine(
        export_id=new_id(),
        form=file.form,
        content=content,
        clear=content,
        audience=Audience.INTERNAL,
        tlp=LABEL,
        how=file.how,
        claims=file.claims,
        sources=file.sources,
        things=file.things,
        by=by,
    ).put(ledger)
    return content
