"""Checks across rows about the background of claims: groups, places, sources, kinds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.record.background import (
    Background,
    changed_cells,
    differing,
    is_corrected,
    may_correct,
    together,
)
from graph.record.model import Dataset, Source
from graph.record.schema import cell_text, table_of
from graph.record.vocabulary import Basis, Consent, PersonKind
from ingest.batch import RowEntry
from ingest.checks.contradictions import contradictions
from ingest.checks.rings import on_rings
from ingest.records_seen import Found, RecordsSeen
from ingest.table_row import RowFault, TableForm, fault

_FURTHER = (Consent.INTERNAL, Consent.PARTNERS, Consent.PUBLIC)


def wrong_kinds(view: RecordsSeen) -> Found:
    """A person, a group and an organisation are three things; an id is one of them."""
    for entry, claim, others in contradictions(
        view.people, view.known.people, lambda one: one.kind
    ):
        recorded = ", ".join(others)
        problem = (
            f"contradicts another row, in which {claim.about} is a {recorded}; use two ids"
        )
        yield entry, fault("kind", claim.kind, problem)


def members_of_no_group(view: RecordsSeen) -> Found:
    """Only groups have members."""
    kinds = view.kinds
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
    for rows, known, whole in (
        (view.places, view.known.places, "place"),
        (view.sources, view.known.sources, "source"),
    ):
        larger = [(entry, one.id, one.part_of) for entry, one in rows if one.part_of]
        moved = {name for _, name, _ in larger}
        stored = [(o.id, o.part_of) for o in known if o.part_of and o.id not in moved]
        problem = f"is a part of the row's own {whole} in the end"
        yield from _rings(larger, stored, "part_of", problem)
    groups = [
        (entry, claim.about, group) for entry, claim in view.people for group in claim.member_of
    ]
    stored = [(claim.about, group) for claim in view.known.people for group in claim.member_of]
    yield from _rings(
        groups, stored, "member_of", "is a member of the row's own group in the end"
    )


def changed_background(view: RecordsSeen) -> Found:
    """What is stored changes by the data set that owns it, or by a row that names that one."""
    for entry, record, old in view.background():
        columns = differing(no_further(record, old), old)
        if columns and not (is_corrected(record, old) or _corrects(entry, record, old)):
            value = str(getattr(record, columns[0]) or "")
            yield entry, fault(columns[0], value, _how_to_change(record, old))


def _corrects(entry: RowEntry, record: Background, old: Background) -> bool:
    """Return whether a row may change what is stored: JSON lines only by `supersedes`."""
    named = not isinstance(record, Dataset) and bool(record.supersedes)
    return may_correct(record, old) and (named or entry.spot.origin.form is not TableForm.JSONL)


def _how_to_change(record: Background, old: Background) -> str:
    if isinstance(record, Dataset) or isinstance(old, Dataset):
        return "differs from what the store holds; change it in the tables of the data set"
    of = f", of data set {old.dataset!r}" if old.dataset else ""
    how = f"put {old.dataset!r} in supersedes, or " if old.dataset else ""
    return (
        f"differs from what the store holds{of}; nothing is overwritten in silence: to correct "
        f"it {how}change it in the tables that it came from; else use a new id"
    )


def corrected_background(view: RecordsSeen) -> Iterator[str]:
    """Say which rows change what is stored of places, sources and data sets, and how."""
    for _, record, old in view.background():
        new = no_further(record, old)
        columns = differing(new, old)
        if columns and is_corrected(record, old) and not may_correct(record, old):
            yield (
                f"{record.id} was corrected by another data set and stays so: "
                f"{', '.join(columns)}"
            )
        elif columns:
            cells = changed_cells(together(new, old), old)  # type: ignore[type-var]
            table = table_of(type(new))
            changes = ", ".join(
                f"{name} {cells[name]!r} becomes "
                f"{cell_text(table.value(new, table.columns[name].field))!r}"
                for name in columns
            )
            yield f"{record.id} is corrected: {changes}"


def readings_of_facts(view: RecordsSeen) -> Found:
    """What backs an event is a reading, so the event is of basis interpreted."""
    bases: dict[str, set[Basis]] = {}
    for claim in view.all_events():
        bases.setdefault(claim.about, set()).add(claim.basis)
    for entry, reading in view.interpretations:
        known = bases.get(reading.backs)
        if known and Basis.INTERPRETED not in known:
            sure = ", ".join(sorted(known))
            problem = (
                f"is {sure}, so it rests on no reading; leave backs empty, or set the event's "
                "basis to interpreted"
            )
            yield entry, fault("backs", reading.backs, problem)


def no_further(new: Background, old: Background) -> Background:
    """Return a record whose consent goes no further than the stored one: it was lowered.

    A table that is loaded again is the same row as before, and never raises it.
    """
    if not (isinstance(new, Source) and isinstance(old, Source)):
        return new
    further = _FURTHER.index(new.consent) > _FURTHER.index(old.consent)
    return replace(new, consent=old.consent) if further else new


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
