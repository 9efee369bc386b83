"""Words that may ask not to be contacted, in rows that are no request.

They make no stop: a person has to read them. But nobody is shown as left to contact without a
note about them. The table is `graph/record/tables/asking_words.csv`, a pattern a line.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
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
    if claim.note and NONE in claim.note.casefold():
        return ""
    if _is_request(claim):
        return _planned(claim)
    for text in _texts(claim):
        if text and (words := _asking_in(text)):
            return words
    return ""


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
    read = any(isinstance(claim, Interpretation) for claim in every)
    events = _by_name(every) if read else {}
    found: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in every:
        if not claim.active:
            continue
        speaking = [one for one in _who(claim, events) if people is None or one in people]
        if speaking and asking_words(claim):
            for person in speaking:
                found[person][claim.id] = claim
    return {person: tuple(claims.values()) for person, claims in found.items()}


def _by_name(claims: Iterable[Claim]) -> dict[str, list[EventClaim]]:
    """Return the claims of events, each by its own name and all by that of the event."""
    events = {claim.id: claim for claim in claims if isinstance(claim, EventClaim)}
    by_event: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for event in events.values():
        by_event[event.about].append(event)
    return by_event | {id_: [event] for id_, event in events.items()}


def _who(claim: Claim, events: Mapping[str, list[EventClaim]]) -> Iterable[str]:
    """Return who speaks in a claim, or in the one that a reading is of."""
    match claim:
        case PersonClaim():
            return (claim.about,)
        case TieClaim():
            return (claim.person, claim.relative)
        case EventClaim():
            return _speaking(claim)
        case Interpretation():
            spoken = (one for one in events.get(claim.of, ()) if not _is_request(one))
            return (person for one in spoken for person in _speaking(one))
    return ()


def _speaking(event: EventClaim) -> list[str]:
    return [part.person for part in event.people if part.role in _SPEAKERS]


def _is_request(claim: Claim) -> bool:
    if not isinstance(claim, EventClaim):
        return False
    return event_types()[claim.type].effect in (Effect.ASKED, Effect.LIFTED)


def _texts(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, EventClaim):
        return claim.words, claim.note, claim.reason
    if isinstance(claim, Interpretation):
        return claim.words, claim.note, claim.reading
    return claim.words, claim.note


@cache
def _pattern() -> re.Pattern[str]:
    """Return all patterns of the table as one."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        patterns = [row["pattern"] for row in csv.DictReader(file)]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
