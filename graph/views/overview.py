"""A child in one line: how the contacts shrank, how long there has been no sign, where it is.

Pure. The counts of a day come from the calendar, the silence and the place from the clocks.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.record.dates import BEGINNING, END, Window, later, said_window
from graph.record.model import Place
from graph.record.vocabulary import Left
from graph.rule.calendar import Calendar
from graph.rule.clocks import Clock, Clocks, clocks
from graph.rule.network import Network
from graph.rule.stops import standing_requests
from graph.rule.thread import last_thread
from graph.words.answer_text import cut_off_words
from graph.words.doubt import SURE, Doubt, clock_doubt
from graph.words.name_marks import NameMarks
from graph.words.wording import PLAIN, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class CountStep:
    """From this day on so many people and groups are `yes`, and so many `possibly`."""

    day: date
    yes: int
    possibly: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The last sign of a child by a day, of whatever kind, and its last known place.

    `last` is None where no sign is recorded.
    """

    day: date
    last: Window | None
    place: Place | None
    last_doubt: Doubt = SURE
    place_doubt: Doubt = SURE

    @property
    def least(self) -> int | None:
        """Return the days that have certainly passed without a sign."""
        return None if self.last is None else (self.day - self.last.latest).days

    def silent_for(self, days: int) -> bool:
        """Return whether there has certainly been no recorded sign for so many days."""
        return self.least is None or self.least >= days


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """Who was cut off last by a day, how and when, in words; `when` is the time of it."""

    when: Window
    said: str


def course(calendar: Calendar) -> tuple[CountStep, ...]:
    """Return how many were left to contact, from the beginning on; one step a change."""
    turns: Counter[tuple[date, Left]] = Counter()
    for stay in calendar.stays:
        if stay.left in (Left.YES, Left.POSSIBLY):
            turns[stay.first, stay.left] += 1
            if stay.last != END:
                turns[later(stay.last, 1), stay.left] -= 1
    steps = [CountStep(day=BEGINNING, yes=0, possibly=0)]
    for day in sorted({day for day, _ in turns}):
        before = steps[-1]
        step = CountStep(
            day=day,
            yes=before.yes + turns[day, Left.YES],
            possibly=before.possibly + turns[day, Left.POSSIBLY],
        )
        if day == BEGINNING:
            steps = [step]
        elif (step.yes, step.possibly) != (before.yes, before.possibly):
            steps.append(step)
    return tuple(steps)


def signs(around: Network, day: date) -> Signs:
    """Return the last sign of the network's child, and its last known place."""
    shown = clocks(around, day)
    voice = _voice(around)
    heard = [c for c in (shown.direct_voice, shown.relayed_news, shown.proof_of_life) if c]
    latest = max(heard, key=_end, default=None)
    return Signs(
        day=day,
        last=_last([clock.window for clock in heard]),
        place=_place(around, shown),
        last_doubt=_doubt(latest, around, day, voice),
        place_doubt=_doubt(shown.last_place, around, day, voice),
    )


def cut_off(known: Calendar, around: Network, day: date) -> CutOff | None:
    """Return who was cut off last by a day; None where nobody is recorded as such.

    The page of the child says the same, with further marks beside the name, and the time in
    the words of the source.

    Args:
        known: the calendar of the network's child.
    """
    standing = {
        one.person: one for one in known.stays if one.first <= day <= one.last and not one.group
    }
    thread = last_thread({id_: (one.left, one.since) for id_, one in standing.items()})
    if thread.when is None:
        return None
    person = around.facts.people[thread.lost[0]]
    event = around.facts.events.get(standing[person.id].deciding)
    voice = replace(_voice(around), when=lambda event: said_window(event.span.start))
    said = cut_off_words(person, event, around, day, voice)
    return CutOff(when=thread.when, said=said)


def _voice(around: Network) -> Voice:
    return PLAIN.marked(NameMarks(stopped=standing_requests(around).keys()))


def _end(clock: Clock) -> tuple[date, date]:
    return clock.window.latest, clock.window.earliest


def _doubt(clock: Clock | None, around: Network, day: date, voice: Voice) -> Doubt:
    return SURE if clock is None else clock_doubt(clock, around, day, voice)


def _last(windows: Sequence[Window]) -> Window | None:
    """Return when the latest of some was: each of them may be it."""
    if not windows:
        return None
    return Window(max(w.earliest for w in windows), max(w.latest for w in windows))


def _place(around: Network, shown: Clocks) -> Place | None:
    last = shown.last_place
    return None if last is None else around.borders.places.get(last.events[0].place)
