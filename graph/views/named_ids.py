"""Names for ids: of people, events, places; titles of sources; what claims say."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from graph.record.model import Claim, PersonClaim, Records
from graph.record.references import references
from graph.record.schema import ReferenceKind
from graph.views.free_view import ViewThing, things_named
from graph.views.sensitivity import SensitivityStore
from graph.words.claim_text import saying
from graph.words.name_marks import ASKED_NOT, with_marks

_NAMED = (ReferenceKind.PERSON, ReferenceKind.PLACE)
"""What a sentence of a claim names."""


class NamedStore(SensitivityStore, Protocol):
    """What the names need of the store."""

    def background(
        self, datasets: Iterable[str], sources: Iterable[str], places: Iterable[str]
    ) -> Records:
        """Return those of these that are stored, with what contains them."""

    def claims_cited(self, ids: Iterable[str]) -> list[Claim]:
        """Return those of these claims that are stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIds:
    """What some ids name."""

    things: Mapping[str, ViewThing] = field(default_factory=dict)
    """People, events and places."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of sources."""
    claims: Mapping[str, str] = field(default_factory=dict)
    """What each claim says, the marks of people behind their names."""

    def name(self, id_: str) -> str:
        """Return a name without marks, of an event its day, too; an unknown id as it is."""
        if id_ in self.things:
            thing = self.things[id_]
            return ", ".join(one for one in (thing.name, thing.said) if one)
        return self.titles.get(id_) or self.claims.get(id_) or id_

    def marked(self, id_: str) -> str:
        """Return a name with the stop behind it, where there is one."""
        return with_marks(self.name(id_), self.stop(id_))

    def stop(self, id_: str) -> tuple[str, ...]:
        """Return the hard stop of a person as a mark; none where there is none."""
        return (ASKED_NOT,) if id_ in self.things and self.things[id_].stop else ()


def named_ids(
    store: NamedStore,
    ids: Iterable[str],
    sources: Collection[str] = (),
    claims: Collection[str] = (),
) -> NamedIds:
    """Read what ids name.

    Args:
        store: where they are recorded.
        ids: of people, events and places.
        sources: ids of sources.
        claims: ids of claims.
    """
    cited = store.claims_cited(claims) if claims else []
    within = {id_ for one in cited for kind, id_, _ in references(one) if kind in _NAMED}
    about = {one.about for one in cited if isinstance(one, PersonClaim)}
    found = NamedIds(
        things=things_named(store, {*ids, *within, *about}),
        titles={one.id: one.title for one in store.background((), sources, ()).sources}
        if sources
        else {},
    )
    return NamedIds(
        things=found.things,
        titles=found.titles,
        claims={one.id: _said(one, found) for one in cited},
    )


def _said(claim: Claim, names: NamedIds) -> str:
    said = saying(claim, names.marked)
    return with_marks(said, names.stop(claim.about) if isinstance(claim, PersonClaim) else ())
