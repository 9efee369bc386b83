"""Checks across rows about kinship: one tie an id, no own ancestors, no younger parents."""

from graph.record.model import TieClaim
from graph.record.vocabulary import KINSHIP, PersonKind
from ingest.checks.contradictions import contradictions
from ingest.checks.rings import on_rings
from ingest.records_seen import Found, RecordsSeen, is_parent
from ingest.table_row import fault


def two_ties(view: RecordsSeen) -> Found:
    """A tie is of one kind between two people, or all but one of its claims would be lost.

    What the store holds comes first, then the data set whose name is first.
    """
    for entry, claim, others in contradictions(
        view.ties, view.known.ties, lambda one: one.sentence, by_data_set=True
    ):
        problem = (
            f"contradicts another row, in which {claim.about} is {' and '.join(others)!r}; use "
            "two ids, or supersedes"
        )
        yield entry, fault("id", claim.about, problem)


def parent_rings(view: RecordsSeen) -> Found:
    """Nobody is their own ancestor, by whatever kind; every row of a ring is rejected."""
    ties = [(entry, tie) for entry, tie in view.ties if is_parent(tie)]
    rings = on_rings([*((tie.person, tie.relative) for _, tie in ties), *view.parents])
    for entry, tie in ties:
        if rings.get(tie.person, -1) == rings.get(tie.relative, -2):
            problem = f"would make {tie.person} their own ancestor; one of these rows is wrong"
            yield entry, fault("relative", tie.relative, problem)


def younger_parents(view: RecordsSeen) -> Found:
    """A parent is born before the child. A step-parent may be younger."""
    births = view.births
    for entry, tie in view.ties:
        if not is_older_parent(tie):
            continue
        parent, child = births.get(tie.person), births.get(tie.relative)
        if parent and child and parent.earliest > child.latest:
            problem = (
                f"is certainly born before the parent {tie.person} (by {child.latest}, the "
                f"parent not before {parent.earliest}); is the row turned around?"
            )
            yield entry, fault("relative", tie.relative, problem)


def kin_of_organisations(view: RecordsSeen) -> Found:
    """A ministry has no family."""
    kinds = view.kinds
    for entry, tie in view.ties:
        for column, name in (("person", tie.person), ("relative", tie.relative)):
            if tie.kind in KINSHIP and kinds.get(name) == {PersonKind.ORGANISATION}:
                yield entry, fault(column, name, "is an organisation, which has no family")


def is_older_parent(tie: TieClaim) -> bool:
    """Return whether a claim says that somebody is a parent, and so born before the child."""
    return is_parent(tie) and tie.qualifier != "step"
