"""What several children of a family have in common is said once."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T", bound=Hashable)


def merged(
    of_each: Mapping[str, Sequence[T]], key: Callable[[T], Any] = lambda _: 0
) -> Iterator[tuple[T, str]]:
    """Yield each item once, with the names of those whose it is: "" where it is everybody's.

    Args:
        of_each: by name, what is said of that child, in the order in which it is to be read.
        key: what comes first where the children's orders leave it open.
    """
    for item in in_order([list(dict.fromkeys(items)) for items in of_each.values()], key):
        whose = [name for name, items in of_each.items() if item in items]
        yield item, "" if len(whose) == len(of_each) else "; ".join(whose)


def in_order(sequences: Iterable[list[T]], key: Callable[[T], Any]) -> Iterator[T]:
    """Yield every item once, in an order that keeps each sequence's own where that can be."""
    waiting = [items for items in sequences if items]
    while waiting:
        heads = [items[0] for items in waiting]
        free = [head for head in heads if not any(head in items[1:] for items in waiting)]
        item = min(free or heads[:1], key=key)
        yield item
        for items in waiting:
            if item in items:
                items.remove(item)
        waiting = [items for items in waiting if items]
