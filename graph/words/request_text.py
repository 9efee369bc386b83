"""Sentences for a change that would remove a request not to be contacted."""

from collections.abc import Sequence

from graph.words.wording import counted

_NAMED = 5


def keeps_the_stop(people: Sequence[str]) -> str:
    """Say whose requests no claim says any more, that their stop stays, and how to lift it."""
    count = counted(len(people), "person", "people")
    more = f" and {len(people) - _NAMED:,} more" if len(people) > _NAMED else ""
    return (
        f"This takes back a request not to be contacted: {count} "
        f"({', '.join(people[:_NAMED])}{more}). The stop stays until it is lifted for each of "
        "them: python -m graph retract --lift-request PERSON --reason WHY"
    )
