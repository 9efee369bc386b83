"""Kinship: the relation of one person to another, its path, and kin within a degree.

Everything is computed from parents, marriages, stated siblings and stated kin. That gives side,
half, step, adoptive and foster kin, in-laws and cousins, with the civil degree. Reading order:
ties, family, ways (up), bloodlines (and down again), lines (with marriages), wording, kin.

Source: civil degrees as in Roman law, generations up to the common ancestor and down again.
"""

from graph.kinship.kin import MAX_RELATIONS, Births, Kin
from graph.kinship.kin_doubts import KinDoubt
from graph.kinship.kin_ties import QUALIFIERS, ROLES, KinTie
from graph.kinship.relation import Relation
from graph.kinship.stated import bare
from graph.kinship.steps import KinStep

__all__ = [
    "MAX_RELATIONS",
    "QUALIFIERS",
    "ROLES",
    "Births",
    "Kin",
    "KinDoubt",
    "KinStep",
    "KinTie",
    "Relation",
    "bare",
]
