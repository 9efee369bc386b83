"""Lists of a form: people, places, sources and events, by their names."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.export.formats.import_claims import ImportRow
from graph.facts.source_dates import Tellings
from graph.pages.kit.app_store import not_to_contact, read
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.sheet_blocks import tidy
from graph.pages.search.name_index import name_index
from graph.record.dates import ALWAYS, Window
from graph.record.model import Interpretation, Records
from graph.record.schema import TABLES, Column, ReferenceKind
from graph.views.name_search import SearchEntry
from graph.words.claim_text import saying
from graph.words.name_marks import NameMarks

EVERYBODY = 2_000
"""Of a store with more names, a list has those near at hand, and what is looked for."""
_SPELLINGS = 3
_KINDS = {"place": ReferenceKind.PLACE, "source": ReferenceKind.SOURCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen, by kind: the name of each id, with its marks."""

    names: Mapping[ReferenceKind, Mapping[str, str]]
    tellings: Tellings = field(repr=False)
    complete: bool = True
    """Whether every name of the store is in it."""

    def of(self, column: Column) -> dict[str, str]:
        """Return what a column may refer to, without claims."""
        kinds = (kind for kind in column.refers_to if kind in self.names)
        return {id_: name for kind in kinds for id_, name in self.names[kind].items()}

    def people(self) -> Mapping[str, str]:
        """Return everybody who can be chosen."""
        return self.names[ReferenceKind.PERSON]

    def with_row(self, row: ImportRow) -> "Choices":
        """Return the choices with somebody, or a place, first, who is not kept yet."""
        kind = TABLES[row.table].about
        new = {row.cells["id"]: tidy(row.cells["name"]), **self.names[kind]}
        return replace(self, names={**self.names, kind: new})

    def window(self, source: str) -> Window:
        """Return the date of a source: "currently" counts from it."""
        return self.tellings.window(source) or ALWAYS


def choices(records: Records, *, typed: str = "") -> Choices:
    """Return what can be chosen for a form about some records.

    Args:
        records: what is near at hand; its names come first.
        typed: a name in any spelling or script that somebody looks for.
    """
    index, named = name_index(), NameLinks.in_records(records)
    complete = len(index.entries) <= EVERYBODY
    near = {*named.people, *named.places, *named.sources}
    entries = [one for one in index.entries if complete or one.id in near]
    entries += [hit.entry for hit in index.search(typed).hits] if typed else []
    entries.sort(key=lambda one: one.id not in near)
    names = _names(entries)
    names[ReferenceKind.EVENT] = {
        one.about: tidy(saying(one, named.called)) for one in records.events if one.active
    }
    names[ReferenceKind.INTERPRETATION] = {
        one.about: tidy(saying(one, named.called)) for one in _readings(records)
    }
    sources = read(lambda store: store.background((), names[ReferenceKind.SOURCE], ()))
    return Choices(names=names, tellings=Tellings(sources.sources), complete=complete)


def _readings(records: Records) -> Iterable[Interpretation]:
    return (one for one in records.interpretations if one.active)


def _names(entries: Iterable[SearchEntry]) -> dict[ReferenceKind, dict[str, str]]:
    """Return the names by kind: each with other spellings, and its stop."""
    kinds = (ReferenceKind.PERSON, ReferenceKind.PLACE, ReferenceKind.SOURCE)
    found: dict[ReferenceKind, dict[str, str]] = {kind: {} for kind in kinds}
    every = list(entries)
    marked = NameMarks(stopped=not_to_contact(one.id for one in every))
    for one in every:
        kind = _KINDS.get(one.kind, ReferenceKind.PERSON)
        name = " · ".join(one.names[:_SPELLINGS])
        shown = marked.name(name, one.id) if kind is ReferenceKind.PERSON else name
        found[kind].setdefault(one.id, shown)
    return {kind: _distinct(names) for kind, names in found.items()}


def _distinct(names: Mapping[str, str]) -> dict[str, str]:
    """Return names with the id behind each that is not the only one."""
    times = Counter(names.values())
    return {id_: tidy(f"{n} ({id_})" if times[n] > 1 else n) for id_, n in names.items()}
