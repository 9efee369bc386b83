"""Two words on one place, source or data set: what agrees adds up, what differs is decided.

Where they differ, the data set that owns the row counts. So does a row that names that data set
in `supersedes` (decision 136). Pure.
"""

from dataclasses import replace
from typing import Final, TypeVar

from graph.record.dates import When
from graph.record.model import Dataset, Place, Source
from graph.record.schema import cell_text, table_of

Background = Dataset | Source | Place
B = TypeVar("B", Dataset, Source, Place)

_NO_WORD: Final = frozenset({"id", "dataset", "supersedes"})
"""Fields that say nothing of the thing itself."""


def differing(new: Background, kept: Background) -> tuple[str, ...]:
    """Return the columns in which both say something, and not the same. Names add up."""
    table = table_of(type(new))
    return tuple(
        column.name
        for column in table.columns.values()
        if column.field not in _NO_WORD
        and _differ(table.value(new, column.field), table.value(kept, column.field))
    )


def _differ(one: object, other: object) -> bool:
    if isinstance(one, tuple) or not one or not other:
        return False
    return (one.text if isinstance(one, When) else one) != (
        other.text if isinstance(other, When) else other
    )


def may_correct(new: Background, kept: Background) -> bool:
    """Return whether a row is of the data set that owns the kept one, or names it."""
    if isinstance(new, Dataset) or isinstance(kept, Dataset):
        return True
    return new.dataset == kept.dataset or (
        bool(kept.dataset) and new.supersedes == kept.dataset
    )


def is_corrected(new: Background, kept: Background) -> bool:
    """Return whether the kept row took the place of what this data set says."""
    if isinstance(new, Dataset) or isinstance(kept, Dataset):
        return False
    return bool(kept.supersedes) and kept.supersedes == new.dataset


def together(new: B, kept: B) -> B:
    """Return what both say: an empty cell agrees, names add up.

    Where they differ and neither may correct the other, the first data set by name counts, so
    that their order does not matter.
    """
    table = table_of(type(new))
    of_new = may_correct(new, kept) or (
        not is_corrected(new, kept) and _set_of(new) < _set_of(kept)
    )
    first, second = (new, kept) if of_new else (kept, new)
    said = {
        name: _both(table.value(first, name), table.value(second, name))
        for name in table.types
        if name != "dataset"
    }
    if "dataset" in table.types:
        sets = {_set_of(first)} if differing(new, kept) else {_set_of(new), _set_of(kept)}
        said["dataset"] = min(sets - {""}, default="")
    built: B = table.build(said)
    return kept if same(built, kept) and _set_of(built) == _set_of(kept) else built


def _both(first: object, second: object) -> object:
    if not (isinstance(first, tuple) and isinstance(second, tuple)):
        return first if first not in (None, "") else second
    if set(second) <= set(first):
        return first
    return second if set(first) < set(second) else tuple(sorted({*first, *second}))


def _set_of(record: Background) -> str:
    return "" if isinstance(record, Dataset) else record.dataset


def same(one: Background, other: Background) -> bool:
    """Return whether two records say the same; which data set holds them is no part of it."""
    if isinstance(one, Dataset) or isinstance(other, Dataset):
        return one == other
    return one == replace(other, dataset=one.dataset, supersedes=one.supersedes)


def changed_cells(new: Background, kept: Background) -> dict[str, str]:
    """Return the columns in which a kept record is to change, each with its cell until now."""
    table = table_of(type(new))
    return {
        column.name: cell_text(old)
        for column in table.columns.values()
        if column.field not in _NO_WORD
        and (old := table.value(kept, column.field)) != table.value(new, column.field)
    }
