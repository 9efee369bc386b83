"""Families of the same shape: how many others look like one whose names are left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.export.audiences import Rules
from graph.export.coarse import age_band, rolled_up, said
from graph.export.package import Audience
from graph.record.dates import Window, kept_window
from graph.record.model import Place, Records


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyShape:
    """A family of the store: its children, where they were, when and where to a parent left."""

    children: tuple[str, ...]
    born: tuple[Window, ...]
    hosts: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    left: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A family as it will appear: at the level of detail of an audience."""

    children: int
    ages: tuple[str, ...]
    hosts: tuple[str, ...]
    homes: tuple[str, ...]
    left: tuple[str, ...]


def shape(family: FamilyShape, rules: Rules, places: Mapping[str, Place], day: date) -> Shape:
    """Return what of a family's shape an audience will read."""
    public = rules.audience is Audience.PUBLIC
    homes = {rolled_up(home, places, rules.level) for home in family.homes}
    return Shape(
        children=len(family.children),
        ages=tuple(sorted(age_band(born, day, only_grown=public) for born in family.born)),
        hosts=family.hosts,
        homes=tuple(sorted(homes - {""})),
        left=tuple(sorted({said(Window(left, left), rules.grain) for left in family.left})),
    )


def alike(
    children: Iterable[str],
    families: Sequence[FamilyShape],
    rules: Rules,
    places: Mapping[str, Place],
    day: date,
) -> list[FamilyShape]:
    """Return the families that would look the same, that of some children first.

    None of them where they are no family of the store on that day: nobody is to be compared
    with.
    """
    wanted = set(children)
    own = next((one for one in families if wanted & set(one.children)), None)
    if own is None:
        return []
    mine = shape(own, rules, places, day)
    others = (one for one in families if one is not own)
    return [own, *(one for one in others if shape(one, rules, places, day) == mine)]


def connected(records: Records, person: str) -> frozenset[str]:
    """Return somebody with all to whom recorded ties lead, by however many steps.

    Ties that are disputed or were taken back count too: they tell a reader as much.
    """
    found, waiting = {person}, {person}
    while waiting:
        ends = ({tie.person, tie.relative} for tie in records.ties)
        waiting = {one for pair in ends if pair & waiting for one in pair} - found
        found |= waiting
    return frozenset(found)


def family_of_row(row: Mapping[str, object]) -> FamilyShape:
    """Read a row of `read/family_shapes`."""
    born = row["born"]
    return FamilyShape(
        children=tuple(row["children"]),  # type: ignore[arg-type]
        born=tuple(kept_window(*one) for one in born),  # type: ignore[attr-defined]
        hosts=tuple(row["hosts"]),  # type: ignore[arg-type]
        homes=tuple(row["homes"]),  # type: ignore[arg-type]
        left=tuple(day.to_native() for day in row["left"]),  # type: ignore[attr-defined]
    )
