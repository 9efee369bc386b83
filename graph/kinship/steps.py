"""The steps that a path of kinship is made of."""

from typing import Literal, NamedTuple, TypeGuard

Move = Literal["U", "D", "S", "B", "C", "K"]
"""U up to a parent, D down to a child, S to a spouse, B to a stated sibling, C to stated
kin whose degree the word gives ("cousin"), K to stated kin whose path is not said
("relative")."""


class KinStep(NamedTuple):
    """One step of a path: the move, the sex of the person reached, and how the tie was said.

    For stated kin `qualifier` is the word for the person reached.
    """

    move: Move
    sex: str
    qualifier: str = ""


def moves(steps: tuple[KinStep, ...]) -> str:
    """Spell the moves in a row: "UUD" is an aunt's path."""
    return "".join([step.move for step in steps])


def straight(qualifier: str | None) -> TypeGuard[str]:
    """Return whether a parent tie is there, and by birth as far as is known."""
    return qualifier in ("birth", "unknown")
