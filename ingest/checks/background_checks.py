"""Checks across rows about what claims stand on: groups, places, sources, kinds."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from graph.record.dates import When
from graph.record.model import Dataset, Place, Source
from graph.record.vocabulary import Basis, Consent, PersonKind
from ingest.batch import RowEntry
from ingest.checks.rings import on_rings
from ingest.records_seen import Found, RecordsSeen
from ingest.table_row import RowFault, fault

_FURTHER = (Consent.INTERNAL, Consent.PARTNERS, Consent.PUBLIC)


def wrong_kinds(view: RecordsSeen) -> Found:
    """A person, a group and an organisation are three things; an id is one of them."""
    kinds = view.kinds()
    stored: dict[str, set[str]] = {}
    for claim in view.known.people:
        stored.setdefault(claim.about, set()).add(claim.kind)
    for entry, claim in view.people:
        said = stored.get(claim.about) or kinds[claim.about]
        if said != {claim.kind}:
            others = ", ".join(sorted(said - {claim.kind}))
            problem = (
                f"contradicts another row, in which {claim.about} is a {others}; use two ids"
            )
            yield entry, fault("kind", claim.kind, problem)


def members_of_no_group(view: RecordsSeen) -> Found:
    """Only groups have members."""
    kinds = view.kinds()
    for entry, claim in view.people:
        for group in claim.member_of:
            if kinds.get(group, {PersonKind.GROUP}) != {PersonKind.GROUP}:
                yield (
                    entry,
                    fault(
                        "member_of",
                        group,
                        "is not a group; set its kind to group, or leave it out",
                    ),
                )


def countries(view: RecordsSeen) -> Found:
    """The country of risk is a country, or nobody knows on which side of the border one is."""
    places = {place.id: place for place in view.known.places}
    places |= {place.id: place for _, place in view.places}
    for entry, dataset in view.datasets:
        place = places.get(dataset.country_of_risk)
        if place is not None and place.kind != "country":
            problem = (
                f"is a place of kind {place.kind or 'nothing'!r}; name one of kind country"
            )
            yield entry, fault("country_of_risk", place.id, problem)


def containment(view: RecordsSeen) -> Found:
    """Nothing contains itself: places, sources and groups of groups."""
    larger = [(entry, place.id, place.part_of) for entry, place in view.places if place.part_of]
    stored = [(place.id, place.part_of) for place in view.known.places if place.part_of]
    yield from _rings(larger, stored, "part_of", "is a part of the row's own place in the end")
    whole = [
        (entry, source.id, source.part_of) for entry, source in view.sources if source.part_of
    ]
    stored = [(source.id, source.part_of) for source in view.known.sources if source.part_of]
    yield from _rings(whole, stored, "part_of", "is a part of the row's own source in the end")
    groups = [
        (entry, claim.about, group) for entry, claim in view.people for group in claim.member_of
    ]
    stored = [(claim.about, group) for claim in view.known.people for group in claim.member_of]
    yield from _rings(
        groups, stored, "member_of", "is a member of the row's own group in the end"
    )


def changed_background(view: RecordsSeen) -> Found:
    """Sources and places have no `supersedes`: what is stored is not overwritten in silence."""
    for rows, stored in (
        (view.datasets, view.known.datasets),
        (view.sources, view.known.sources),
        (view.places, view.known.places),
    ):
        known = {record.id: record for record in stored}
        for entry, record in rows:
            old = known.get(record.id)
            if old is not None and (column := _difference(no_further(record, old), old)):
                problem = (
                    "differs from what the store holds; nothing is overwritten: use a new id"
                )
                yield entry, fault(column, str(getattr(record, column) or ""), problem)


def readings_of_facts(view: RecordsSeen) -> Found:
    """What backs an event is a reading, so the event is of basis interpreted."""
    bases: dict[str, set[Basis]] = {}
    for claim in view.all_events():
        bases.setdefault(claim.about, set()).add(claim.basis)
    for entry, reading in view.interpretations:
        known = bases.get(reading.backs)
        if known and Basis.INTERPRETED not in known:
            said = ", ".join(sorted(known))
            problem = (
                f"is {said}, so it rests on no reading; leave backs empty, or set the event's "
                "basis to interpreted"
            )
            yield entry, fault("backs", reading.backs, problem)


def no_further(
    new: Dataset | Source | Place, old: Dataset | Source | Place
) -> Dataset | Source | Place:
    """Return a record whose consent goes no further than the stored one: it was lowered.

    A table that is loaded again is the same row as before, and never raises it.
    """
    if not (isinstance(new, Source) and isinstance(old, Source)):
        return new
    further = _FURTHER.index(new.consent) > _FURTHER.index(old.consent)
    return replace(new, consent=old.consent) if further else new


def _difference(new: Dataset | Source | Place, old: Dataset | Source | Place) -> str:
    """Return the first column in which two records differ; the data set is no column."""
    for each in fields(new):
        one, other = getattr(new, each.name), getattr(old, each.name)
        if each.name != "dataset" and _plain(one) != _plain(other):
            return each.name
    return ""


def _plain(value: object) -> object:
    return value.text if isinstance(value, When) else value or ""


def _rings(
    rows: Iterable[tuple[RowEntry, str, str]],
    stored: Iterable[tuple[str, str]],
    column: str,
    problem: str,
) -> Iterator[tuple[RowEntry, RowFault]]:
    """Yield every row that lies on a ring."""
    rows = list(rows)
    ring = on_rings([(one, other) for _, one, other in rows] + list(stored))
    for entry, one, other in rows:
        if ring.get(one, -1) == ring.get(other, -2):
            yield entry, fault(column, other, f"{problem}; one of the rows is wrong")
