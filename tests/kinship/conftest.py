"""A family is written as rows, "w_mother parent_of child; ...".

An id that begins with w_ is a woman's, with m_ a man's; of all others no sex is recorded.
"""

import pytest

from graph.kinship import Kin, KinTie

SEXES = {"w": "female", "m": "male"}


def tie(row):
    person, kind, relative, *said = row.split(maxsplit=3)
    column = "term" if kind == "kin_of" else "qualifier"
    return KinTie(person=person, kind=kind, relative=relative, **{column: " ".join(said)})


def build(rows, *, births=None, **sexes):
    ties = [tie(row) for row in rows.split(";") if row.strip()]
    people = {person for one in ties for person in (one.person, one.relative)}
    recorded = {person: SEXES.get(person.partition("_")[0], "") for person in people}
    return Kin(ties, recorded | sexes, births or {})


@pytest.fixture
def kin():
    return build
