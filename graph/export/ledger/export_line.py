"""The line that the ledger keeps of a file that leaves; the only place that builds it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from graph.export.ledger.ledger import EXPORT, Head, Ledger
from graph.export.package import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLine:
    """A file that leaves, with what is in it; the ids become keyed hashes in the ledger."""

    export_id: str
    form: str
    content: bytes
    """What leaves."""
    clear: bytes
    """The same before it was encrypted."""
    audience: Audience
    tlp: str
    how: str
    """How those whom it is about were chosen, without any id."""
    claims: Iterable[str]
    sources: Iterable[str]
    things: Iterable[str]
    by: str
    children: int = 0
    as_of: str = ""
    known_on: str = ""
    options: Sequence[str] = ()
    extras: Sequence[str] = ()
    selected: Iterable[str] | None = None
    """The ids of the children who were chosen; None where a file cannot be made anew."""
    only: Iterable[str] = ()
    recipient: str = ""
    keys: Sequence[str] = ()
    reason: str = ""
    forced: bool = False
    approved_by: str = ""

    def put(self, ledger: Ledger) -> Head:
        """Add it to the ledger.

        Raises:
            LedgerBroken: the ledger is not as it was written.
            OSError: the disk would not take the line.
        """
        anew: dict[str, Any] = {}
        if self.selected is not None:
            anew["selected"] = ledger.tokens(self.selected)
            anew["only"] = ledger.tokens(self.only)
            anew["extras"] = list(self.extras)
        return ledger.append(
            EXPORT,
            {
                "export_id": self.export_id,
                "format": self.form,
                "sha256": sha256(self.content).hexdigest(),
                "clear_sha256": sha256(self.clear).hexdigest(),
                "bytes": len(self.content),
                "audience": self.audience.value,
                "tlp": self.tlp,
                "how": self.how,
                "children": self.children,
                "as_of": self.as_of,
                "known_on": self.known_on,
                "options": list(self.options),
                "claims": ledger.tokens(self.claims),
                "sources": ledger.tokens(self.sources),
                "things": ledger.tokens(self.things),
                "by": self.by,
                "recipient": self.recipient,
                "keys": list(self.keys),
                "reason": self.reason,
                "forced": self.forced,
                "approved_by": self.approved_by,
            }
            | anew,
        )
