"""Who asked not to be contacted, of everybody whom a part of a document names."""

from collections.abc import Iterator, Sequence

from graph.export.package import ChildBriefing, Package


def stops(told: Sequence[ChildBriefing], handed: Package) -> dict[str, str]:
    """Return the name of everyone with the hard stop, by id.

    Of the rows, of the children, and of whoever has a part in an event that is told. It is read
    from the export itself: the claim behind a stop may be withheld, the stop never is.
    """
    names = {row.person: _named(row.name, row.relation) for one in told for row in one.rows}
    stopped = {row.person for one in told for row in one.rows if row.do_not_contact}
    children = {one.child: one.name for one in told}
    around = dict.fromkeys([*names, *children, *_taking_part(told, handed)])
    recorded = {claim.about: claim.name for claim in handed.records.people}
    every = children | recorded | names
    return {
        person: every[person]
        for person in around
        if person in stopped | handed.do_not_contact and person in every
    }


def _named(name: str, relation: str) -> str:
    return ", ".join(dict.fromkeys((name, relation)))


def _taking_part(told: Sequence[ChildBriefing], handed: Package) -> Iterator[str]:
    """Yield who has a part in what the timelines tell."""
    cited = {claim for one in told for _, said in one.timeline for claim in said.claims}
    for claim in handed.records.events:
        if claim.id in cited:
            yield from (part.person for part in claim.people)
