"""The groups of a scene by a property of one's choice, each for a colour. Pure."""

from collections import Counter
from collections.abc import Mapping

from graph.views.explored import Recorded
from graph.views.free_view import FreeView, ThingKind

COLOURED_BY = ("what it is", "sex", "place", "source")
"""The properties by which cards of a scene may be coloured."""
SEVERAL, NOT_SAID, OTHERS = "several", "not recorded", "others"


def colour_groups(seen: FreeView, by: str, where: Recorded) -> dict[str, str]:
    """Return the group of each card; of one with several places or sources, `SEVERAL`.

    Args:
        seen: what is shown.
        by: one of `COLOURED_BY`; anything else groups nothing.
        where: the places and sources of the people and events.
    """
    if by == "what it is":
        return {id_: thing.word for id_, thing in seen.things.items()}
    people = {id_: one for id_, one in seen.things.items() if one.kind is ThingKind.PERSON}
    if by == "sex":
        return {id_: thing.sex or NOT_SAID for id_, thing in people.items()}
    named = {"place": where.places, "source": where.sources}.get(by)
    if named is None:
        return {}
    return {id_: _of_several(id_, named, where) for id_ in people}


def _of_several(id_: str, named: Mapping[str, str], where: Recorded) -> str:
    found = sorted(named[one] for one in where.having.get(id_, ()) if one in named)
    return SEVERAL if len(found) > 1 else (found or [NOT_SAID])[0]


def largest(groups: Mapping[str, str], most: int) -> dict[str, str]:
    """Return the same with all but the largest groups as one: `OTHERS`."""
    counts = Counter(groups.values())
    kept = sorted(counts, key=lambda group: (-counts[group], group))[:most]
    if len(counts) > most:
        kept = kept[:-1]
    return {id_: group if group in kept else OTHERS for id_, group in groups.items()}
