"""The history of consent: where it was lowered, or given again, kept in the ledger.

A table that is loaded again brings back its own word on consent; the ledger's word counts.
"""

from dataclasses import replace

from graph.export.audiences import least
from graph.export.ledger.ledger import CONSENT, Head, Ledger
from graph.record.model import Records, Source
from graph.record.vocabulary import Consent


def set_consent(ledger: Ledger, source: str, consent: Consent, *, by: str, reason: str) -> Head:
    """Keep how far a source may go from now on, who said so, and why."""
    fields = {
        "source": ledger.token(source),
        "consent": consent.value,
        "by": by,
        "reason": reason,
    }
    return ledger.append(CONSENT, fields)


def capped(records: Records, ledger: Ledger) -> Records:
    """Return records in which no source goes further than the ledger lets it.

    Raises:
        LedgerBroken: what it says of consent cannot be relied on.
    """
    ledger.check()
    limits: dict[str, Consent] = {}
    for entry in ledger.entries():
        if entry.kind == CONSENT:
            limits[entry.fields["source"]] = Consent(entry.fields["consent"])
    if not limits:
        return records
    sources = (_capped(one, limits.get(ledger.token(one.id))) for one in records.sources)
    return replace(records, sources=tuple(sources))


def _capped(source: Source, limit: Consent | None) -> Source:
    if limit is None:
        return source
    return replace(source, consent=least(source.consent, limit))
