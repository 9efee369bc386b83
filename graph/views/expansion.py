"""Expansion of one card: everything tied to it, in groups by the kind of tie or event."""

from collections import defaultdict
from dataclasses import dataclass

from graph.record.vocabulary import event_types
from graph.store.queries import query
from graph.views.sensitivity import SensitivityStore

_WORDS = {
    ("PARENT_OF", True): "children",
    ("PARENT_OF", False): "parents",
    ("SPOUSE_OF", True): "husbands and wives",
    ("SIBLING_OF", True): "brothers and sisters",
    ("KIN_OF", True): "other relatives",
    ("CARES_FOR", True): "people in their care",
    ("CARES_FOR", False): "caregivers",
    ("LIVES_WITH", True): "household",
    ("KNOWS", True): "acquaintances",
    ("SAME_AS", True): "records of the same person",
    ("MEMBER_OF", True): "groups",
    ("MEMBER_OF", False): "members",
    ("PART_OF", True): "where it is",
    ("PART_OF", False): "places in it",
    ("AT", True): "place",
}
_EVENT = "event: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """One kind of tie of a card, and what it leads to."""

    words: str
    ids: tuple[str, ...]

    @property
    def of_event(self) -> bool:
        """Return whether it is one kind of event."""
        return self.words.startswith(_EVENT)


def expansions(store: SensitivityStore, id_: str) -> tuple[Expansion, ...]:
    """Return what one card can be expanded by; people before events.

    What is tied in two ways is in both groups. Nothing is returned for an unknown id.
    """
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.read(query("read/tied_things"), id=id_):
        groups[_words(row["kind"], row["onward"], row["event"])].add(row["id"])
    order = [*dict.fromkeys(_WORDS.values()), "people"]

    def place(words: str) -> tuple[int, str]:
        return order.index(words) if words in order else len(order), words

    return tuple(
        Expansion(words=words, ids=tuple(sorted(groups[words])))
        for words in sorted(groups, key=place)
    )


def _words(kind: str, onward: bool, event: str) -> str:  # noqa: FBT001 - a column of the rows
    if kind == "TOOK_PART" and not onward:
        return "people"
    if kind == "TOOK_PART" or (kind == "AT" and not onward):
        return f"{_EVENT}{event_types()[event].words}"
    return _WORDS.get((kind, onward)) or _WORDS[kind, True]
