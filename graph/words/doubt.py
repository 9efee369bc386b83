"""The doubt about an event, in words: possibly, and who believes or reads it so."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Event, Person, Sureness
from graph.record.vocabulary import Basis
from graph.rule.clocks import Clock
from graph.rule.network import Network
from graph.words.prose import with_doubt
from graph.words.wording import PLAIN, Voice

GROUNDS = {Basis.BELIEVED: "believed", Basis.INTERPRETED: "read into what was said"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Whether something is doubtful, and by whom it is believed or read so."""

    doubtful: bool = False
    grounds: str = ""

    def of(self, text: str) -> str:
        """Return a name or a number with its doubt before it: "possibly Ghulja"."""
        return f"possibly {text}" if self.doubtful and text else text

    def behind(self, text: str) -> str:
        """Return a name or a number with its doubt, and behind it who believes it."""
        return self._grounded(self.of(text))

    def happened(self, words: str) -> str:
        """Return what happened with its doubt, and behind it who believes it."""
        return self._grounded(with_doubt(words, doubtful=self.doubtful))

    def _grounded(self, said: str) -> str:
        return "; ".join(one for one in (said, self.grounds) if one)


SURE = Doubt()


def doubt(event: Event, around: Network, day: date, voice: Voice = PLAIN) -> Doubt:
    """Say of an event whether it is doubtful that it was by a day, and who believes it."""
    sure = event.past(day) is Sureness.CERTAIN
    return SURE if sure else Doubt(doubtful=True, grounds=grounds(event, around, voice))


def clock_doubt(shown: Clock, around: Network, day: date, voice: Voice = PLAIN) -> Doubt:
    """Say the same of what set a clock; doubtful too where another place may be the last."""
    behind_it = doubt(shown.events[0], around, day, voice)
    places = {event.place for event in shown.events if event.type.tells_place}
    return Doubt(doubtful=True, grounds=behind_it.grounds) if len(places) > 1 else behind_it


def grounds(event: Event, around: Network, voice: Voice = PLAIN) -> str:
    """Say by whom an event is believed, or read into words; "" where a source states it."""
    if any(basis is Basis.STATED for basis, _ in event.bases):
        return ""
    people = around.all_facts.people
    parts = []
    for basis, words in GROUNDS.items():
        sources = [source for one, source in event.bases if one is basis]
        if sources:
            by = _readers(event, basis) or _informants(around, sources)
            named = _names((people[id_] for id_ in by if id_ in people), voice.believer)
            parts.append(f"{words} by {named}" if named else words)
    return "; ".join(parts)


def _readers(event: Event, basis: Basis) -> list[str]:
    """Return who reads it so, where readings are recorded."""
    if basis is not Basis.INTERPRETED:
        return []
    return [one.by for one in event.beliefs if one.by]


def _informants(around: Network, sources: Iterable[str]) -> list[str]:
    known = around.sources
    return [known[id_].informant for id_ in sources if id_ in known]


def _names(people: Iterable[Person], name: Callable[[Person], str] | None) -> str:
    return "" if name is None else ", ".join(dict.fromkeys(map(name, people)))
