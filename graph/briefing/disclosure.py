"""What an export gives away although it names nobody: looked at before anything leaves.

It is for the analyst, and names people as they are recorded: never put it into an export.
"""

import csv
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from graph.briefing.audiences import Rules, rules
from graph.briefing.coarse import Grain, coarse
from graph.briefing.forbidden_days import windows
from graph.briefing.handed import Audience
from graph.briefing.shapes import Family, alike
from graph.facts import Event, Sureness
from graph.model import Records
from graph.rule.answer import ChildAnswer
from graph.rule.network import reaches
from graph.rule.whereabouts import Side
from graph.vocabulary import Effect, Role

FEWEST = 5
"""Families that must look the same, this one among them, for a briefing and the public.

Source: L. Sweeney, "k-anonymity" (2002); five is a usual least in official statistics.
"""
TABLE = Path(__file__).parents[1] / "tables" / "endangering.csv"
PROMISED = (
    "Promised: the fields that the audience's table leaves out are not in the file, and it was "
    "read back and searched for every recorded name, spelling, id and exact date."
)
NOT_PROMISED = (
    "Not promised: that nobody can tell which family it is. Whoever has a register of people, "
    "a published report of the same family, or another export can tell more than this store."
)
_CHECKED = (Audience.BRIEFING, Audience.PUBLIC)
_ORDER = (Audience.PARTNER, Audience.BRIEFING, Audience.PUBLIC)
_TELLING = (Role.MESSENGER, Role.SENDER, Role.CALLER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What the check found: what refuses the export, what must be known, what would pass."""

    refused: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()

    def __or__(self, other: "Disclosure") -> "Disclosure":
        """Return both together, what is said twice once."""
        return Disclosure(
            refused=_once(self.refused + other.refused),
            noted=_once(self.noted + other.noted),
            alternatives=_once(self.alternatives + other.alternatives),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the check looks at."""

    audience: Audience
    records: Records
    """Everything that was gathered."""
    answers: Sequence[ChildAnswer]
    carried: frozenset[str]
    """The claims that would leave."""
    families: Sequence[Family]
    """Every family of the store."""
    as_of: date
    known_on: date | None = None
    fewest: int = FEWEST


def disclose(looked: Looked) -> Disclosure:
    """Look at what would leave; `internal` is not looked at: they have it already."""
    if looked.audience is Audience.INTERNAL:
        return Disclosure()
    found = _shape(looked) | _days(looked) | Disclosure(noted=tuple(_published(looked)))
    only = tuple(_only_sources(looked))
    strict = looked.audience in _CHECKED
    found |= Disclosure(refused=only if strict else (), noted=() if strict else only)
    return found | Disclosure(noted=tuple(_endangered(looked)))


def _published(looked: Looked) -> Iterator[str]:
    """Name the published sources that are cited: who opens one reads what was left out here."""
    cited = {claim.source for claim in looked.records.claims() if claim.id in looked.carried}
    for source in looked.records.sources:
        if source.publisher and source.id in cited:
            yield (
                f"{source.title} is published: whoever opens it finds what it says of this "
                "family, names too."
            )


def _shape(looked: Looked) -> Disclosure:
    """Count the families that would look the same, and find an audience that would do."""
    children = [answer.network.child.id for answer in looked.answers]
    if not children:
        return Disclosure()
    count = _alike(looked, children, rules(looked.audience))
    if count is None:
        return Disclosure(noted=("No family of the store is on the board on this day.",))
    told = (
        f"{_families(count)} of the store look{'s' if count == 1 else ''} like this: by the "
        "number and ages of the children, the place, the year and the host country."
    )
    if looked.audience not in _CHECKED or count >= looked.fewest:
        return Disclosure(noted=(told,))
    return Disclosure(
        refused=(f"{told} At least {looked.fewest} should.",),
        alternatives=tuple(_coarser(looked, children)),
    )


def _families(count: int) -> str:
    return "Only this family" if count == 1 else f"{count} families"


def _alike(looked: Looked, children: Iterable[str], wanted: Rules) -> int | None:
    places = {place.id: place for place in looked.records.places}
    return alike(children, looked.families, wanted, places, looked.as_of)


def _coarser(looked: Looked, children: Sequence[str]) -> Iterator[str]:
    """Say which coarser audience would pass, or that none would."""
    below = _ORDER[_ORDER.index(looked.audience) + 1 :]
    passed = False
    for audience in below:
        count = _alike(looked, children, rules(audience)) or 0
        if count >= looked.fewest:
            passed = True
            yield f"--audience {audience.value}: {count} families would look the same."
    if not passed:
        yield (
            "No coarser audience would pass: the store has too few families like it. Numbers "
            "across many families say nothing of one."
        )


def _days(looked: Looked) -> Disclosure:
    """Find out whether the day asked about is itself a day on which something happened."""
    asked = {looked.as_of, *([looked.known_on] if looked.known_on else [])}
    for window in windows(looked.records):
        for day in {window.earliest, window.latest} & asked:
            rough = coarse(window, Grain.MONTH)
            if day not in (rough.earliest, rough.latest):
                last = day.replace(day=monthrange(day.year, day.month)[1])
                return Disclosure(
                    refused=("The day asked about is one on which something is recorded.",),
                    alternatives=(f"--as-of {last.isoformat()}: the last day of the month.",),
                )
    return Disclosure()


def _only_sources(looked: Looked) -> Iterator[str]:
    """Name whoever in the country of risk alone can have told what would leave."""
    for answer in looked.answers:
        people = answer.network.facts.people
        told: Counter[str] = Counter()
        for event in _leaving(looked, answer):
            inside = {one for one in _tellers(event) if _at_risk(answer, one)}
            if len(inside) == 1 and not inside & set(event.by_role(Role.SUBJECT)):
                told[inside.pop()] += 1
        for person, count in sorted(told.items()):
            name = people[person].name if person in people else person
            yield (
                f"{name} is the only one in the country of risk who can have told "
                f"{_statements(count)} of this."
            )


def _tellers(event: Event) -> set[str]:
    return {*event.relayed_by, *event.by_role(*_TELLING)}


def _endangered(looked: Looked) -> Iterator[str]:
    """Say what of it endangers whom, in the country of risk."""
    for answer in looked.answers:
        people = answer.network.facts.people
        told: Counter[tuple[str, str]] = Counter()
        for event in _leaving(looked, answer):
            why = endangering().get(event.type.name)
            if why:
                acting = set(event.by_role(Role.SUBJECT, *_TELLING)) | reaches(event, people)
                told.update((one, why) for one in acting if _at_risk(answer, one))
        for (person, why), count in sorted(told.items()):
            if person in people:
                yield f"{people[person].name}: {why} ({_statements(count)})."


def _leaving(looked: Looked, answer: ChildAnswer) -> Iterator[Event]:
    for event in answer.network.facts.events.values():
        if event.exists is not Sureness.NO and looked.carried & set(event.claims):
            yield event


def _at_risk(answer: ChildAnswer, person: str) -> bool:
    """Tell whether somebody is alive, as far as is recorded, and not certainly abroad."""
    around = answer.network
    if person not in around.facts.people or person == around.child.id:
        return False
    dead = any(
        event.effect is Effect.DEAD and event.exists is Sureness.CERTAIN
        for event in around.events_of.get(person, ())
    )
    return not dead and around.side(person, answer.as_of) is not Side.OUTSIDE


def _statements(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"


@cache
def endangering() -> Mapping[str, str]:
    """Return what may endanger whoever did it, by the type of the event."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["type"]: row["why"] for row in csv.DictReader(file)}


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
