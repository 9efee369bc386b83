"""Consent that was lowered, or given again: kept in the ledger, as a history.

A table that is loaded again brings back what it says of consent; what the ledger says stands.
"""

from dataclasses import replace

from graph.export.ledger.ledger import CONSENT, Head, Ledger
from graph.record.model import Records, Source
from graph.record.vocabulary import Consent

_ORDER = (Consent.INTERNAL, Consent.PARTNERS, Consent.PUBLIC)


def set_consent(ledger: Ledger, source: str, consent: Consent, *, by: str, reason: str) -> Head:
    """Keep how far a source may go from now on, who said so, and why."""
    told = {
        "source": ledger.token(source),
        "consent": consent.value,
        "by": by,
        "reason": reason,
    }
    return ledger.append(CONSENT, told)


def capped(records: Records, ledger: Ledger) -> Records:
    """Return records in which no source goes further than the ledger lets it.

    Raises:
        LedgerBroken: what it says of consent cannot be relied on.
    """
    ledger.check()
    limits: dict[str, Consent] = {}
    for entry in ledger.entries():
        if entry.kind == CONSENT:
            limits[entry.told["source"]] = Consent(entry.told["consent"])
    if not limits:
        return records
    sources = (_capped(one, limits.get(ledger.token(one.id))) for one in records.sources)
    return replace(records, sources=tuple(sources))


def _capped(source: Source, limit: Consent | None) -> Source:
    if limit is None:
        return source
    return replace(source, consent=min(source.consent, limit, key=_ORDER.index))
