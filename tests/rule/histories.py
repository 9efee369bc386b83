"""Generated histories of an aunt: what may happen to her, and who may be kin, in any order."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from graph.record.dates import When, Window
from graph.record.model import EventClaim, Participant, PersonClaim, TieClaim
from graph.record.vocabulary import Basis, Role, Scope, Stance, Standing, event_types
from tests.builders import ABROAD, event, person, tie

FIRST, LAST = date(2017, 1, 1), date(2018, 6, 30)
ENDINGS = [
    "died",
    "killed_in_custody",
    "taken_to_camp",
    "taken_into_custody",
    "asked_not_to_be_contacted",
    "contact_lost",
    "line_dead",
    "unfriended",
    "no_one_left",
    "disappeared",
]
OPENINGS = ["called", "messaged", "warned", "in_contact", "contact_resumed", "video_received"]
RELEASES = ["released", "request_withdrawn"]
OTHERS = ["interrogated", "hospitalised", "call_failed", "video_seen"]

OTHER_ENDS = ("mother", "mother", "father", "", "granny")

BASES = ["stated"] * 9 + ["currently"]

days = st.dates(FIRST, LAST)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """A day, some weeks, some months, or no idea."""
    first = draw(days)
    length = draw(st.sampled_from([0, 0, 1, 14, 60, 200]))
    return (
        Window() if draw(st.integers(0, 14)) == 0 else Window(first, first + timedelta(length))
    )


@st.composite
def event_claims(
    draw: st.DrawFn, types: list[str], number: int, ends: tuple[str, ...] = OTHER_ENDS
) -> EventClaim:
    """One claim about the aunt, or about the neighbours, of whom she is one."""
    type_ = draw(st.sampled_from(types))
    effect = event_types()[type_].effect
    group = effect == "lost" and draw(st.booleans())
    window = draw(windows())
    spell = type_ == "in_contact" and window != Window() and draw(st.booleans())
    until = Window(window.earliest, max(window.latest, draw(days))) if spell else None
    made = event(
        type_,
        "neighbours" if group else "aunt",
        place=draw(st.sampled_from(["", "", "town"])) if effect == "held" else "",
        id_=f"e{number}",
        to=draw(st.sampled_from(ends)),
        ends=f"e{draw(st.integers(0, 5))}" if effect in ("released", "lifted") else "",
    )
    relayed = effect == "open" and draw(st.integers(0, 3)) == 0
    messenger = (Participant(role=Role.MESSENGER, person="granny"),)
    return replace(
        made,
        people=(*made.people, *(messenger if relayed and draw(st.booleans()) else ())),
        relayed_by=("friend",) if relayed and draw(st.booleans()) else (),
        when=When(text="", window=window, basis=draw(st.sampled_from(BASES))),
        until=When(text="", window=until) if until else None,
        scope=draw(st.sampled_from(Scope)),
        basis=draw(st.sampled_from([Basis.STATED] * 3 + [Basis.BELIEVED])),
        duress=draw(st.integers(0, 5)) == 0,
        standing=Standing.RETRACTED if draw(st.integers(0, 9)) == 0 else Standing.ACTIVE,
    )


RELAY_LOST = days.map(
    lambda day: event("contact_lost", "granny", day.isoformat(), id_="relay", to="mother")
)
"""The mother loses granny, who may have brought messages of the aunt."""

EMPTIED = days.map(
    lambda day: event("place_emptied", "", day.isoformat(), id_="emptied", place="town")
)
"""The town, in which the aunt may have been held, is emptied."""

Claim = EventClaim | TieClaim | PersonClaim
UNCLE = (
    person("uncle", sex="male"),
    event("left_country", "uncle", "2012-01", id_="uncle-left", place=ABROAD),
)
"""Somebody abroad who is kin only if a tie says so."""

TIES = (
    tie("uncle", "sibling_of", "mother"),
    tie("granny", "parent_of", "uncle"),
    tie("uncle", "kin_of", "father", term="cousin"),
    tie("mother", "parent_of", "child"),
    tie("granny", "parent_of", "mother"),
)
DOUBTFUL_TIES = st.sampled_from(TIES).flatmap(
    lambda one: st.sampled_from(
        [
            (replace(one, id=f"{one.about}@doubt", basis=Basis.BELIEVED),),
            (
                replace(one, id=f"{one.about}@doubt", basis=Basis.BELIEVED),
                replace(one, id=f"{one.about}@other", stance=Stance.DISPUTES),
            ),
            (one, replace(one, id=f"{one.about}@other", stance=Stance.DISPUTES)),
        ]
    )
)
"""A tie that is believed, disputed or both, unless another claim of the family states it."""


@st.composite
def histories(
    draw: st.DrawFn,
    most: int = 6,
    ends: tuple[str, ...] = OTHER_ENDS,
    *,
    told_again: bool = True,
) -> tuple[EventClaim, ...]:
    """Up to six events of the aunt, some disputed, some `told_again` by another source."""
    claims = [
        draw(event_claims(ENDINGS + OPENINGS * 4 + RELEASES * 3 + OTHERS, number, ends))
        for number in range(draw(st.integers(0, most)))
    ]
    disputes = [_disputed(claim) for claim in claims if draw(st.integers(0, 7)) == 0]
    again = [
        draw(second_source(claim))
        for claim in claims
        if told_again and draw(st.integers(0, 4)) == 0
    ]
    lost = [draw(RELAY_LOST)] if draw(st.integers(0, 5)) == 0 else []
    emptied = [draw(EMPTIED)] if draw(st.integers(0, 3)) == 0 else []
    return tuple(claims + disputes + again + lost + emptied)


@st.composite
def second_source(draw: st.DrawFn, claim: EventClaim) -> EventClaim:
    """Another source of the same event, with its own day, that may name fewer people."""
    named = claim.people if draw(st.booleans()) else claim.people[:1]
    return replace(
        claim,
        id=f"{claim.about}@again",
        source="again",
        when=When(text="", window=draw(windows())),
        until=None,
        people=named,
        standing=Standing.ACTIVE,
    )


@st.composite
def with_ties(draw: st.DrawFn) -> tuple[Claim, ...]:
    """A history of the aunt in a family of which up to two ties are doubtful."""
    claims = draw(histories(ends=(*OTHER_ENDS, "uncle")))
    ties = {one.id: one for _ in range(draw(st.integers(0, 2))) for one in draw(DOUBTFUL_TIES)}
    return (*UNCLE, *claims, *ties.values())


def _disputed(claim: EventClaim) -> EventClaim:
    return replace(
        claim,
        id=f"{claim.about}@other",
        source="other",
        stance=Stance.DISPUTES,
        standing=Standing.ACTIVE,
    )
