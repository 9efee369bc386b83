"""How far the people behind a source agreed that it may go, and what of records may go so far.

What rests on several sources has the least consent of all of them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from graph.record.model import Claim, Records, Source
from graph.record.vocabulary import Consent

C = TypeVar("C", bound=Claim)
_ORDER = (Consent.INTERNAL, Consent.PARTNERS, Consent.PUBLIC)


def consents(sources: Iterable[Source]) -> dict[str, Consent]:
    """Return the consent of each source: the least of its own and of what it is part of."""
    by_id = {source.id: source for source in sources}
    return {id_: _least(id_, by_id) for id_ in by_id}


def _least(id_: str, sources: Mapping[str, Source]) -> Consent:
    found, seen = Consent.PUBLIC, set[str]()
    while id_ in sources and id_ not in seen:
        seen.add(id_)
        found = min(found, sources[id_].consent, key=_ORDER.index)
        id_ = sources[id_].part_of
    return found


def visible(records: Records, needed: Collection[Consent]) -> Records:
    """Return what may go so far: active claims of sources that agreed, and those sources.

    A claim whose source is not recorded is internal.
    """
    agreed = {id_ for id_, consent in consents(records.sources).items() if consent in needed}
    return replace(
        records,
        sources=tuple(source for source in records.sources if source.id in agreed),
        people=_counting(records.people, agreed),
        ties=_counting(records.ties, agreed),
        events=_counting(records.events, agreed),
        interpretations=_counting(records.interpretations, agreed),
    )


def _counting(claims: Iterable[C], agreed: Collection[str]) -> tuple[C, ...]:
    return tuple(claim for claim in claims if claim.active and claim.source in agreed)
