"""Four clocks of a child: since when no voice, no news, no sign of life, no known place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.facts.after import began_after, close_of
from graph.record.dates import BEGINNING, Window
from graph.record.vocabulary import Role
from graph.rule.contact import last_heard
from graph.rule.network import Network

_SPEAKING = (Role.SUBJECT, Role.WITH, Role.CALLER, Role.SENDER)
_SEEN = (Role.ABOUT, Role.SUBJECT, Role.WITH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """When something last was, as a window, and the days from then until the day asked about.

    `days_max` is None where nobody can say since when.
    """

    window: Window
    days_min: int
    days_max: int | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """The four clocks; None where nothing is recorded."""

    direct_voice: Clock | None
    relayed_news: Clock | None
    proof_of_life: Clock | None
    last_place: Clock | None


def clocks(network: Network, day: date) -> Clocks:
    """Read the child's clocks on a day.

    Direct voice: the child and somebody who asks spoke, or one visited the other. Relayed
    news: somebody passed on news of the child. Proof of life: a voice, a video, or a visit by
    a person who reported it.
    """
    child = network.child.id
    past = [e for e in network.facts.events.values() if e.past(day) is not Sureness.NO]
    voice = list(_voices(network, past, day))
    news = [e for e in past if e.type.clock == "news" and child in e.by_role(Role.ABOUT)]
    seen = [e for e in past if e.type.clock == "life" and child in e.by_role(*_SEEN)]
    return Clocks(
        direct_voice=_clock(voice, day),
        relayed_news=_clock(news, day),
        proof_of_life=_clock([*voice, *seen], day),
        last_place=_clock(_last_places(network, day), day, began=True),
    )


def _voices(network: Network, past: Iterable[Event], day: date) -> Iterator[Event]:
    """Yield where the child and somebody who asks spoke; a maybe, where that only may be.

    Who visits a child, or is visited by it, hears it, on whichever side of the border.
    """
    child = network.child.id
    for event in past:
        visited = event.by_role(Role.SUBJECT, Role.WITH) if event.type.visit else ()
        together = max((network.askers.get(one, Sureness.NO) for one in visited), default=None)
        if child in visited and together:
            yield replace(event, exists=min(event.of(child).exists, together))
        speaking = event.by_role(*_SPEAKING)
        if event.type.clock != "voice" or child not in speaking:
            continue
        others = [one for one in speaking if one != child]
        ends = (network.other_end(person, event, day) for person in others)
        sure = max(ends, default=Sureness.NO)
        if sure is not Sureness.NO:
            yield replace(event, exists=min(event.of(child).exists, sure))


def _last_places(network: Network, day: date) -> list[Event]:
    """Return the events that may be the last ones to tell where the child is."""
    events = network.place_events(network.child.id)
    past = [event for event in events if event.past(day) is not Sureness.NO]
    certain = [event for event in past if event.past(day) is Sureness.CERTAIN]
    line = network.facts.timeline
    return [e for e in past if not any(began_after(other, e, line) for other in certain)]


def _clock(events: Iterable[Event], day: date, *, began: bool = False) -> Clock | None:
    """Set one clock: by the last of the events; `began` counts what lasts from its start."""
    events = list(events)
    window = _last_begun(events, day) if began else last_heard(events, day)
    if window is None:
        return None
    latest_first = sorted(events, key=lambda e: (close_of(e, day).latest, e.id), reverse=True)
    return Clock(
        window=window,
        days_min=(day - window.latest).days,
        days_max=None if window.earliest == BEGINNING else (day - window.earliest).days,
        events=tuple(latest_first),
    )


def _last_begun(events: list[Event], day: date) -> Window | None:
    if not events:
        return None
    certain = [e.span.start.earliest for e in events if e.past(day) is Sureness.CERTAIN]
    latest = max(event.span.start.latest for event in events)
    return Window(max(certain, default=BEGINNING), min(latest, day))
