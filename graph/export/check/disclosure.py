"""Check before an export what it gives away although it names nobody.

The result is for the analyst and names people as they are recorded. Never put it into an
export.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.export.audiences import rules
from graph.export.check.endangering import Surroundings, around_people, endangered, only_sources
from graph.export.check.finding import Danger, Disclosure, Finding, noted, refusing
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
    "Not promised: that nobody can recognise the family. A reader may have a register "
    "of people, a published report on the same family, or another export, and so know more "
    "than this store."
)
UNCOUNTED = (
    "How many families look like this cannot be counted: no family that is on the board "
    "on this day is recorded around whom it is about."
)
_NOT_ALONE = (
    "A file in which nothing is known through them alone: choose other children, or lower the "
    "consent of that source (python -m graph consent)."
)
_LEFT_OUT = "A file without them: on Explore, hand over the others, and nobody else."
_CHECKED = (Audience.BRIEFING, Audience.PUBLIC)
_ORDER = (Audience.PARTNER, Audience.BRIEFING, Audience.PUBLIC)


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
        """Return the records around each child, and around each person selected alone."""
        found = [Surroundings(network=one.network, as_of=one.as_of) for one in self.answers]
        alone = self.people - {one.network.child.id for one in self.answers}
        return [*found, *around_people(self.records, alone, self.as_of, self.known_on)]


def disclose(looked: Looked) -> Disclosure:
    """Look at what would leave; `internal` is not looked at: they have it already."""
    if looked.audience is Audience.INTERNAL:
        return Disclosure()
    around = looked.around()
    spoke = noted(Danger.SPOKE, only_sources(around, looked.carried), _NOT_ALONE)
    found = refusing(spoke) if looked.audience in _CHECKED else spoke
    found |= _shape(looked)
    found |= noted(Danger.DID, endangered(around, looked.carried), _LEFT_OUT)
    return found | noted(Danger.ELSEWHERE, _published(looked))


def in_one_file(audience: Audience, records: Records, children: Iterable[str]) -> Disclosure:
    """Say where one file is about families that no recorded tie joins."""
    apart = {connected(records, child) for child in children}
    if audience is Audience.INTERNAL or len(apart) < 2:  # noqa: PLR2004 - one is no other
        return Disclosure()
    said = (
        f"This one file is about {len(apart)} families that are not recorded as related: "
        "a recipient for one reads about the others too."
    )
    return noted(Danger.RECOGNISED, [said], "A file for each family (--each FOLDER).")


def _published(looked: Looked) -> Iterator[str]:
    """Name the published sources that are cited: who opens one reads what was left out here."""
    cited = {claim.source for claim in looked.records.claims() if claim.id in looked.carried}
    for source in looked.records.sources:
        if source.publisher and source.id in cited:
            yield (
                f"{source.title} is published: a reader who opens it finds what it says of "
                "this family, names too."
            )


def _shape(looked: Looked) -> Disclosure:
    """Count the families that would look the same, for each family that it is about."""
    found = Disclosure()
    for children in _about(looked):
        found |= _shape_of(looked, children)
    return found


def _about(looked: Looked) -> Iterator[Sequence[str]]:
    """Yield the children of each family that it is about; of somebody of none, no children."""
    children = [answer.network.child.id for answer in looked.answers]
    if children:
        yield children
    for person in sorted(looked.people - set(children)):
        kin = connected(looked.records, person)
        found = [one.children for one in looked.families if kin & set(one.children)]
        yield from found or [()]


def _shape_of(looked: Looked, children: Sequence[str]) -> Disclosure:
    """Count the families like that of some children, and find an audience that would do."""
    strict = looked.audience in _CHECKED
    shaped, count = _alike(looked, children, looked.audience)
    if not shaped:
        found = noted(Danger.RECOGNISED, [UNCOUNTED])
        return refusing(found) if strict else found
    words = _in_words(shaped, count)
    if not strict or count >= looked.fewest:
        return noted(Danger.RECOGNISED, [words])
    refused = Finding(
        danger=Danger.RECOGNISED,
        text=f"{words} At least {looked.fewest} should.",
        refuses=True,
        instead=tuple(_coarser(looked, children)),
    )
    return Disclosure(findings=(refused,))


def _in_words(shaped: int, count: int) -> str:
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
            yield f"The audience {audience.value}: {count} families would look the same."
    if not passed:
        yield (
            "No coarser audience, because the store has too few families like it. Numbers "
            "across many families say nothing of one."
        )
