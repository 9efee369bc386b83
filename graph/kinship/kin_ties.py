"""The stated ties that kinship is computed from."""

from dataclasses import dataclass
from typing import Final

from graph.errors import KinshipError

PARENT_OF: Final = "parent_of"
SPOUSE_OF: Final = "spouse_of"
SIBLING_OF: Final = "sibling_of"
KIN_OF: Final = "kin_of"

ROLES = frozenset({"cares_for", "lives_with", "knows"})
"""Ties of care, household and acquaintance: they make nobody kin, and are passed over."""

# Where two rows about the same two people differ, the first of these stands: a parent who is
# also said to be of unknown kind is the one that is known; an ended marriage was a marriage.
QUALIFIERS: dict[str, tuple[str, ...]] = {
    PARENT_OF: ("birth", "adoptive", "step", "foster", "unknown"),
    SPOUSE_OF: ("ex", "", "ex-partner", "partner", "fiance"),
    SIBLING_OF: ("full", "half", "adoptive", "step", ""),
}
_SYNONYMS = {
    (PARENT_OF, ""): "birth",
    (SPOUSE_OF, "married"): "",
    (SPOUSE_OF, "separated"): "",
    (SPOUSE_OF, "ended"): "ex",
    (SPOUSE_OF, "unknown"): "",
    (SIBLING_OF, "twin"): "full",
    (SIBLING_OF, "unknown"): "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KinTie:
    """One stated tie, read `person kind relative`: the mother parent_of the child.

    A kin_of is read the same way: the person is the relative's `term` ("cousin").
    Qualifiers: see QUALIFIERS; none on a parent means birth.
    """

    person: str
    kind: str
    relative: str
    qualifier: str = ""
    term: str = ""


def qualifier_of(tie: KinTie) -> str:
    """Return the tie's qualifier as the table QUALIFIERS spells it.

    Raises:
        KinshipError: the kind or the qualifier is not known, or someone is their own kin.
    """
    said = f"{tie.person} {tie.kind} {tie.relative}"
    if tie.person == tie.relative:
        raise KinshipError(f"{said}: nobody is their own kin")
    if tie.kind == KIN_OF:
        return ""
    if tie.kind not in QUALIFIERS:
        raise KinshipError(f"{said}: the kind is not one of {', '.join(QUALIFIERS)}, {KIN_OF}")
    qualifier = _SYNONYMS.get((tie.kind, tie.qualifier), tie.qualifier)
    if qualifier not in QUALIFIERS[tie.kind]:
        known = ", ".join(word for word in QUALIFIERS[tie.kind] if word)
        raise KinshipError(f"{said}: {tie.qualifier!r} is not one of {known}")
    return qualifier


def stronger(kind: str, one: str, other: str) -> str:
    """Return which of two qualifiers counts where rows differ."""
    return min(one, other, key=QUALIFIERS[kind].index)
