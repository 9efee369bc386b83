"""The consent of sources: how far a source may go, and the records that may go so far.

A record that rests on several sources has the least consent of all of them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from graph.export.audiences import least
from graph.record.model import Records, Source
from graph.record.vocabulary import Consent


def consents(sources: Iterable[Source]) -> dict[str, Consent]:
    """Return the consent of each source: the least of its own and of what it is part of."""
    by_id = {source.id: source for source in sources}
    return {id_: _least(id_, by_id) for id_ in by_id}


def _least(id_: str, sources: Mapping[str, Source]) -> Consent:
    found, seen = Consent.PUBLIC, set[str]()
    while id_ in sources and id_ not in seen:
        seen.add(id_)
        found = least(found, sources[id_].consent)
        id_ = sources[id_].part_of
    return found


def visible(records: Records, needed: Collection[Consent]) -> Records:
    """Return what may go so far: active claims of sources that agreed, and those sources.

    A claim whose source is not recorded is internal.
    """
    agreed = {id_ for id_, consent in consents(records.sources).items() if consent in needed}
    active = records.where(lambda claim: claim.active and claim.source in agreed)
    return replace(
        active, sources=tuple(source for source in records.sources if source.id in agreed)
    )
