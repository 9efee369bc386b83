"""What an export gives away although it names nobody: looked at before anything leaves.

It is for the analyst, and names people as they are recorded: never put it into an export.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.export.audiences import rules
from graph.export.check.endangering import Surroundings, around_people, endangered, only_sources
from graph.export.check.lookalikes import FamilyShape, alike, connected
from graph.export.package import Audience
from graph.record.model import Records
from graph.rule.answer import ChildAnswer

FEWEST = 5
"""Families that must look the same, this one among them, for a briefing and the public.

Source: L. Sweeney, "k-anonymity" (2002); five is a usual least in official statistics.
"""
PROMISED = (
    "Promised: the fields that the audience's table leaves out are not in the file, and it was "
    "read back and searched for every recorded name, spelling, id and exact date."
)
NOT_PROMISED = (
    "Not promised: that nobody can tell which family it is. Whoever has a register of people, "
    "a published report of the same family, or another export can tell more than this store."
)
UNCOUNTED = (
    "How many families look like this cannot be counted: no family that is on the board "
    "on this day is recorded around whom it is about."
)
_CHECKED = (Audience.BRIEFING, Audience.PUBLIC)
_ORDER = (Audience.PARTNER, Audience.BRIEFING, Audience.PUBLIC)


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


def _not_compared(families: Sequence[FamilyShape], _audience: Audience) -> int:
    """Take families of one shape for alike: where no file can be made of the others."""
    return len(families)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the check looks at."""

    audience: Audience
    records: Records
    """Everything that was gathered."""
    answers: Sequence[ChildAnswer]
    carried: frozenset[str]
    """The claims that would leave."""
    families: Sequence[FamilyShape]
    """Every family of the store."""
    as_of: date
    known_on: date | None = None
    fewest: int = FEWEST
    people: frozenset[str] = frozenset()
    """Who was selected by themselves, children or not."""
    saying_the_same: Callable[[Sequence[FamilyShape], Audience], int] = _not_compared
    """Counts those of some families of which a file says the same as of the first."""

    def around(self) -> list[Surroundings]:
        """Return what is recorded around each child, and around whoever was selected alone."""
        found = [Surroundings(network=one.network, as_of=one.as_of) for one in self.answers]
        alone = self.people - {one.network.child.id for one in self.answers}
        return [*found, *around_people(self.records, alone, self.as_of, self.known_on)]


def disclose(looked: Looked) -> Disclosure:
    """Look at what would leave; `internal` is not looked at: they have it already."""
    if looked.audience is Audience.INTERNAL:
        return Disclosure()
    found = _shape(looked) | Disclosure(noted=tuple(_published(looked)))
    around = looked.around()
    only = _once(only_sources(around, looked.carried))
    strict = looked.audience in _CHECKED
    found |= Disclosure(refused=only if strict else (), noted=() if strict else only)
    return found | Disclosure(noted=_once(endangered(around, looked.carried)))


def in_one_file(audience: Audience, records: Records, children: Iterable[str]) -> Disclosure:
    """Say where one file is about families that no recorded tie joins."""
    apart = {connected(records, child) for child in children}
    if audience is Audience.INTERNAL or len(apart) < 2:  # noqa: PLR2004 - one is no other
        return Disclosure()
    said = (
        f"This one file is about {len(apart)} families that are not recorded as related: "
        "whoever gets it for one reads of the others too. --each FOLDER writes a file for each."
    )
    return Disclosure(noted=(said,))


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
    """Count the families that would look the same, for each family that it is about."""
    found = Disclosure()
    for children in _about(looked):
        found |= _shape_of(looked, children)
    return found


def _about(looked: Looked) -> Iterator[Sequence[str]]:
    """Yield the children of each family that it is about; of somebody of none, no children."""
    told = [answer.network.child.id for answer in looked.answers]
    if told:
        yield told
    for person in sorted(looked.people - set(told)):
        kin = connected(looked.records, person)
        found = [one.children for one in looked.families if kin & set(one.children)]
        yield from found or [()]


def _shape_of(looked: Looked, children: Sequence[str]) -> Disclosure:
    """Count the families like that of some children, and find an audience that would do."""
    strict = looked.audience in _CHECKED
    shaped, count = _alike(looked, children, looked.audience)
    if not shaped:
        return Disclosure(**{"refused" if strict else "noted": (UNCOUNTED,)})
    told = _told(shaped, count)
    if not strict or count >= looked.fewest:
        return Disclosure(noted=(told,))
    return Disclosure(
        refused=(f"{told} At least {looked.fewest} should.",),
        alternatives=tuple(_coarser(looked, children)),
    )


def _told(shaped: int, count: int) -> str:
    """Say how many families look alike: by their shape, and by all that the file says."""
    by_shape = (
        f"{_families(shaped)} of the store look{'s' if shaped == 1 else ''} like this: by the "
        "number and ages of the children, the place, the year and the host country."
    )
    if count == shaped:
        return by_shape
    return (
        f"{by_shape} But {_families(count).lower()} by all that the file says: relatives, "
        "events, appeals and sources."
    )


def _families(count: int) -> str:
    return "Only this family" if count == 1 else f"{count} families"


def _alike(looked: Looked, children: Iterable[str], audience: Audience) -> tuple[int, int]:
    """Count the families of one shape, and those of them of which a file says the same."""
    places = {place.id: place for place in looked.records.places}
    found = alike(children, looked.families, rules(audience), places, looked.as_of)
    if len(found) < looked.fewest:
        return len(found), len(found)
    return len(found), looked.saying_the_same(found, audience)


def _coarser(looked: Looked, children: Sequence[str]) -> Iterator[str]:
    """Say which coarser audience would pass, or that none would."""
    below = _ORDER[_ORDER.index(looked.audience) + 1 :]
    passed = False
    for audience in below:
        _, count = _alike(looked, children, audience)
        if count >= looked.fewest:
            passed = True
            yield f"--audience {audience.value}: {count} families would look the same."
    if not passed:
        yield (
            "No coarser audience would pass: the store has too few families like it. Numbers "
            "across many families say nothing of one."
        )


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
