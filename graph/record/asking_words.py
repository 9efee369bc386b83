"""Words that may ask not to be contacted, in rows that are no request.

They make no stop: a person has to read them. But nobody is shown as left to contact without a
note about them. The table is `graph/record/tables/asking_words.csv`, a pattern a line.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from graph.record.model import Claim, EventClaim, Interpretation, PersonClaim, TieClaim
from graph.record.vocabulary import Basis, Effect, Role, event_types

TABLE = Path(__file__).parent / "tables" / "asking_words.csv"
NONE = "no request"
"""What a note says where such words ask for nothing."""
_SPEAKERS = (Role.SUBJECT, Role.SENDER)


def asking_words(claim: Claim) -> str:
    """Return the words of a claim that may ask not to be contacted; "" where there are none.

    A request and its withdrawal have their words in their type. A note that says "no request"
    is somebody's own reading of the words, and settles them.
    """
    if NONE in claim.note.casefold():
        return ""
    if _is_request(claim):
        return _planned(claim)
    matches = (_asking_in(text) for text in _texts(claim) if text)
    return next((words for words in matches if words), "")


@lru_cache(maxsize=20_000)
def _asking_in(text: str) -> str:
    """Return the words in a text; the same texts are read for each child of a family."""
    match = _pattern().search(text)
    return match.group() if match else ""


def _planned(claim: Claim) -> str:
    """Return the words of a request that was only planned: it is none yet, and a warning."""
    if not isinstance(claim, EventClaim) or claim.basis is not Basis.PLANNED:
        return ""
    type_ = event_types()[claim.type]
    return claim.words or type_.words if type_.effect is Effect.ASKED else ""


def speakers(
    claims: Iterable[Claim], people: Container[str] | None = None
) -> dict[str, tuple[Claim, ...]]:
    """Return for each person the claims that count and whose words may ask so for them.

    Args:
        claims: of everything that may be read; the words of a person's own claims are.
        people: whose words are looked at; None: everybody's.
    """
    every = list(claims)
    events = {event.id: event for event in every if isinstance(event, EventClaim)}
    by_event: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for event in events.values():
        by_event[event.about].append(event)
    found: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in every:
        if not claim.active:
            continue
        of = _of(claim)
        said_in = [events[of]] if of in events else by_event.get(of, ())
        speaking = [one for one in _who(claim, said_in) if people is None or one in people]
        if speaking and asking_words(claim):
            for person in speaking:
                found[person][claim.id] = claim
    return {person: tuple(claims.values()) for person, claims in found.items()}


def _of(claim: Claim) -> str:
    return claim.of if isinstance(claim, Interpretation) else claim.id


def _who(claim: Claim, said_in: Iterable[EventClaim]) -> Iterator[str]:
    """Yield who speaks in a claim, or in the one that a reading is of."""
    match claim:
        case PersonClaim():
            yield claim.about
        case TieClaim():
            yield from (claim.person, claim.relative)
        case _:
            spoken = [one for one in said_in if one is claim or not _is_request(one)]
            yield from (p.person for one in spoken for p in one.people if p.role in _SPEAKERS)


def _is_request(claim: Claim) -> bool:
    if not isinstance(claim, EventClaim):
        return False
    return event_types()[claim.type].effect in (Effect.ASKED, Effect.LIFTED)


def _texts(claim: Claim) -> Iterator[str]:
    yield from (claim.words, claim.note)
    if isinstance(claim, EventClaim):
        yield claim.reason
    if isinstance(claim, Interpretation):
        yield claim.reading


@cache
def _pattern() -> re.Pattern[str]:
    """Return all patterns of the table as one."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        patterns = [row["pattern"] for row in csv.DictReader(file)]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
