"""The records: the claims, their sources, and the passage of each.

A row of input is a claim. Claims are never overwritten. People, ties and events are the sum of
their claims (`graph/facts/adding_up.py`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from graph.record.dates import ALWAYS, Lag, When, Window
from graph.record.phrase_table import still_so
from graph.record.vocabulary import (
    ONE_WAY,
    Basis,
    Consent,
    PersonKind,
    Role,
    Scope,
    Stance,
    Standing,
    TieKind,
    event_types,
)

Further = tuple[tuple[str, Any], ...]
"""The values of columns without a field in a class, by field (`schema.Table`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """A folder of tables that belong together."""

    id: str
    title: str
    country_of_risk: str
    risk: str = ""
    """What contact from outside can lead to there, in a sentence; "": what it mostly does."""
    licence: str = ""
    further: Further = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report, a testimony, a letter: where something was said."""

    id: str
    title: str
    kind: str = ""
    part_of: str = ""
    informant: str = ""
    publisher: str = ""
    language: str = ""
    url: str = ""
    date: When | None = None
    said_on: When | None = None
    consent: Consent = Consent.INTERNAL
    reliability: str = ""
    supersedes: str = ""
    """The data set whose row this one corrects."""
    dataset: str = ""
    further: Further = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town, a camp, an orphanage, a country."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    part_of: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: str = ""
    supersedes: str = ""
    """The data set whose row this one corrects."""
    dataset: str = ""
    further: Further = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has: its name, the thing that it is about, its source, its standing.

    `id` is `thing@source:locator`, or with `+` and a few letters of the row's hash where it
    replaces another one of the same place. `dataset` is the one that it was read from.
    """

    id: str
    about: str
    source: str
    locator: str = ""
    words: str = ""
    note: str = ""
    supersedes: str = ""
    standing: Standing = Standing.ACTIVE
    retracted_by: str = ""
    retracted_on: str = ""
    retracted_why: str = ""
    row_hash: str = ""
    dataset: str = ""
    further: Further = ()

    @property
    def active(self) -> bool:
        """Return whether it counts."""
        return self.standing is Standing.ACTIVE

    @property
    def involved(self) -> frozenset[str]:
        """Return the people whom it is about, or who take part; of a reading, nobody."""
        return frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonClaim(Claim):
    """What one source says of a person, a group or an organisation."""

    kind: PersonKind = PersonKind.PERSON
    name: str
    other_names: tuple[str, ...] = ()
    sex: str = ""
    birth: When | None = None
    age_text: str = ""
    age_on: When | None = None
    born: Window = ALWAYS
    """What `birth` and the age add up to."""
    member_of: tuple[str, ...] = ()
    sought: bool = False
    asks: bool = False
    """They ask for the child: contact with them is contact, wherever they are."""
    body: str = ""
    """Of an organisation: "public" for a public body, whose name everybody may read."""

    @property
    def involved(self) -> frozenset[str]:
        """Return whom it is about."""
        return frozenset((self.about,))


@dataclass(frozen=True, slots=True, kw_only=True)
class TieClaim(Claim):
    """One source's word that two people are tied, read `person kind relative`."""

    person: str
    kind: TieKind
    relative: str
    qualifier: str = ""
    term: str = ""
    since: When | None = None
    until: When | None = None
    basis: Basis = Basis.STATED
    stance: Stance = Stance.SUPPORTS

    @property
    def involved(self) -> frozenset[str]:
        """Return both ends."""
        return frozenset((self.person, self.relative))

    @property
    def sentence(self) -> str:
        """Return the tie as it is read by ids; one that holds both ways has one order."""
        ends = (self.person, self.relative)
        one, other = ends if self.kind in ONE_WAY else sorted(ends)
        return f"{one} {self.kind} {other}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody in a role of an event."""

    role: Role
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """Somebody's own decision that a request not to be contacted holds no more for a person."""

    person: str
    on: str
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim(Claim):
    """What one source says of an event."""

    type: str
    people: tuple[Participant, ...]
    place: str = ""
    when: When = field(default_factory=lambda: When(text=""))
    until: When | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    lag: Lag | None = None
    repeats: str = ""
    learned: When | None = None
    scope: Scope = Scope.ALL
    basis: Basis = Basis.STATED
    certainty: str = ""
    stance: Stance = Stance.SUPPORTS
    ends: str = ""
    reason: str = ""
    relayed_by: tuple[str, ...] = ()
    duress: bool = False
    lifted: tuple[Lift, ...] = ()
    """Of a request: for whom it was lifted. No row says it, only a command of its own."""

    @property
    def involved(self) -> frozenset[str]:
        """Return everybody who takes part, in any role."""
        return frozenset(part.person for part in self.people)

    @property
    def still_so(self) -> bool:
        """Return whether it says that something goes on at the telling, and not since when."""
        return still_so(self.when.basis) and event_types()[self.type].goes_on

    @property
    def ended(self) -> When | None:
        """Return when it ended, in these words; the end of a term ends nothing."""
        return None if event_types()[self.type].term else self.until

    @property
    def began(self) -> Window:
        """Return when it began, in these words: at any time up to "now" if it is still so."""
        return Window(latest=self.when.window.latest) if self.still_so else self.when.window


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Somebody who asked not to be contacted, in whichever family, by all their names."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation(Claim):
    """What somebody reads in coded words. `about` is its own id; `of` where the words stand."""

    of: str
    reading: str
    by: str = ""
    certainty: str = ""
    backs: str = ""
    alternative_to: str = ""


Record = Dataset | Source | Place | Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything that was read: from a folder of tables, or from the store around one child."""

    datasets: tuple[Dataset, ...] = ()
    sources: tuple[Source, ...] = ()
    places: tuple[Place, ...] = ()
    people: tuple[PersonClaim, ...] = ()
    ties: tuple[TieClaim, ...] = ()
    events: tuple[EventClaim, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    stopped: tuple[Stopped, ...] = ()
    """Everybody in the store who asked not to be contacted, within reach or not."""

    def claims(self) -> Iterator[Claim]:
        """Yield every claim, whatever it is about."""
        yield from self.people
        yield from self.ties
        yield from self.events
        yield from self.interpretations

    def where(self, counts: Callable[[Claim], bool]) -> "Records":
        """Return the records with those claims alone that count; the background stays."""
        return replace(
            self,
            people=tuple(filter(counts, self.people)),
            ties=tuple(filter(counts, self.ties)),
            events=tuple(filter(counts, self.events)),
            interpretations=tuple(filter(counts, self.interpretations)),
        )

    def __or__(self, other: "Records") -> "Records":
        """Return both together; the same record twice counts once."""
        return Records(
            **{
                name: _once(getattr(self, name) + getattr(other, name))
                for name in self.__dataclass_fields__
            }
        )


def _once(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(records))
