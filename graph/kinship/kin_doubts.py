"""Doubts about a path of kinship."""

from collections.abc import Iterator
from enum import StrEnum

from graph.kinship.steps import KinStep, moves


class KinDoubt(StrEnum):
    """Why a relation is less than certain, as a person reads it."""

    HALF = "whether full or half is not recorded"
    STATED = "stated as such; the people between are not recorded"
    PARENT = "whether a parent is so by birth or adoption is not recorded"
    SIBLING = "over a stated sibling, whose parents need not be the same"


def doubts(steps: tuple[KinStep, ...], half: str) -> Iterator[KinDoubt]:
    """Yield each doubt about a path once."""
    if half == "unknown":
        yield KinDoubt.HALF
    if any(step.move in ("C", "K") for step in steps):
        yield KinDoubt.STATED
    if any(step.move in ("U", "D") and step.qualifier == "unknown" for step in steps):
        yield KinDoubt.PARENT
    if by_siblings_parent(steps):
        yield KinDoubt.SIBLING


def by_siblings_parent(steps: tuple[KinStep, ...]) -> bool:
    """Return whether a sibling's parent is on the way, who need not be a parent of both."""
    spelled = moves(steps)
    beside = {step.qualifier for step in steps if step.move == "B"}
    return ("BU" in spelled or "DB" in spelled) and beside != {"full"}
