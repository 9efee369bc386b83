"""Let the rows of an answer leave, for internal use alone: with a line in the ledger.

Rows hold what was asked for, names too. No audience's rules were applied to them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from graph.export.audience.naming import new_id
from graph.export.ledger.ledger import EXPORT, Ledger
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
    hashed = sha256(content).hexdigest()
    line = {
        "export_id": new_id(),
        "format": file.form,
        "sha256": hashed,
        "clear_sha256": hashed,
        "bytes": len(content),
        "audience": Audience.INTERNAL.value,
        "tlp": LABEL,
        "how": file.how,
        "children": 0,
        "as_of": "",
        "known_on": "",
        "options": [],
        "claims": ledger.tokens(file.claims),
        "sources": ledger.tokens(file.sources),
        "things": ledger.tokens(file.things),
        "by": by,
        "recipient": "",
        "keys": [],
        "reason": "",
        "forced": False,
        "approved_by": "",
    }
    ledger.append(EXPORT, line)
    return content
