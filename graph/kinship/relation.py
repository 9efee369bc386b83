"""A relation: the place of one person among the kin of another."""

from typing import NamedTuple

from graph.kinship.kin_doubts import KinDoubt
from graph.kinship.steps import KinStep


class Relation(NamedTuple):
    """What the relative is to the person by one path."""

    person: str
    relative: str
    term: str
    """The word of genealogy: "aunt", "first cousin once removed", "adoptive mother"."""
    phrase: str
    """As families say it, with the side: "father's sister", "mother's cousin"."""
    kind: str
    """blood, step, adoptive, foster, affinity (by marriage), stated, coparent or self."""
    degree: int | None
    """The civil degree: generations up and down, parent 1, sibling 2, aunt 3, first cousin 4.

    By marriage the number is the spouse's; a spouse is 0. None where it is unknown.
    """
    side: str
    """ "mother's" or "father's"; "" where there is no side, or it is not recorded."""
    up: int
    down: int
    marriages: int
    ended: bool
    """A marriage on the way is over."""
    half: str
    """full, half, unknown; "" where the question does not arise."""
    seniority: str
    """elder or younger than the person; "" where the births do not tell."""
    path: tuple[str, ...]
    """Everybody on the way, from the person to the relative."""
    steps: tuple[KinStep, ...]
    """One step between each two of the path."""
    apexes: tuple[str, ...]
    """The common ancestors, a couple or one person; empty where only a tie is stated."""
    doubts: tuple[KinDoubt, ...]

    @property
    def certain(self) -> bool:
        """Nothing about the path is in doubt; the claims behind its ties may be."""
        return not self.doubts

    @property
    def generation(self) -> int | None:
        """Generations by which the relative is older (1 for a mother), or younger (-1)."""
        return None if self.degree is None else self.up - self.down
