"""The last thread: how many individual people are left, and whose loss cut the others off."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.record.dates import Window
from graph.record.vocabulary import Left, ThreadState


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The state of the last thread on a day.

    `person` is the only one left; `lost` are those who are recorded as gone, the latest first;
    `when` is the window of the last loss.
    """

    state: ThreadState
    person: str | None = None
    lost: tuple[str, ...] = ()
    when: Window | None = None


def last_thread(answers: Mapping[str, tuple[Left, Window | None]]) -> Thread:
    """Read the last thread from the answers of a day.

    Args:
        answers: of individual people, not of groups: who is left, and since when it is so.
    """
    yes = [person for person, (left, _) in answers.items() if left is Left.YES]
    possibly = [person for person, (left, _) in answers.items() if left is Left.POSSIBLY]
    gone = sorted(
        (
            (since.latest, since.earliest, person)
            for person, (left, since) in answers.items()
            if left is Left.NO and since is not None
        ),
        reverse=True,
    )
    lost = tuple(person for _, _, person in gone)
    return Thread(
        state=thread_state(len(yes), len(possibly)),
        person=yes[0] if len(yes) == 1 and not possibly else None,
        lost=lost,
        when=answers[lost[0]][1] if lost else None,
    )


def thread_state(yes: int, possibly: int) -> ThreadState:
    """Name the state by how many individual people are left, and possibly left."""
    if yes + possibly == 0:
        return ThreadState.NONE
    if yes > 1:
        return ThreadState.MANY
    return ThreadState.UNCLEAR if possibly else ThreadState.ONE
