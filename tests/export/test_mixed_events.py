"""An event of which one source may be read and another may not is told by the first alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.child_briefing.child_text import RESTS_ELSEWHERE
from graph.export.child_briefing.disclosure_policy import WITHHELD
from graph.export.package import Audience, Package
from graph.record.model import EventClaim, Participant, Records
from graph.record.vocabulary import Basis, Role, Stance
from tests.builders import event, person, reading, when
from tests.export.test_audience_laws import BELOW, handed, laws, recorded, sourced, texts
from tests.rule.histories import days

DAY = date(2018, 12, 31)
MINISTRY = person("ministry", kind="organisation", name="Ministry", id="ministry@testimony")
LETTERS = [
    event("appeal_sent", "mother", "2017-03", id_="asked", others=(("addressee", "ministry"),)),
    event("appeal_refused", "ministry", "2018-02", id_="refused", after=("asked",)),
]
TAKEN = event("taken_to_camp", "aunt", "2017-02", id_="taken")
STARTS = ["", "2017-02", "2017-02-11", "2017-06", "2017", "2018-03-01"]


def internal(claim: EventClaim, **more: object) -> EventClaim:
    """Another claim about the same event, which nobody outside may read."""
    id_ = f"{claim.about}@letter"
    return replace(claim, **{"id": id_, "source": "letter", "after": (), **more})


def told(export: Package) -> set[str]:
    """Every sentence of an export, but for those that say that something is withheld."""
    return {
        text
        for text in (*texts(export.briefings), *texts(export.records))
        if text != WITHHELD and RESTS_ELSEWHERE not in text
    }


def both(claims: list[object], more: list[object], audience: Audience, on: date) -> Iterator:
    """What is told without the internal claims, and with them."""
    yield told(handed(recorded(MINISTRY, *claims), audience, on))
    yield told(handed(recorded(MINISTRY, *claims, *more), audience, on))


@st.composite
def added(draw: st.DrawFn, claims: tuple[EventClaim, ...]) -> list[object]:
    """Internal claims: of events that others tell of too, of their own, and readings."""
    parts = st.builds(
        Participant,
        role=st.sampled_from(Role),
        person=st.sampled_from(["child", "mother", "aunt", "granny", "friend", "ministry"]),
    )
    made: list[object] = []
    for claim in claims:
        if draw(st.booleans()):
            also = (*claim.people, *draw(st.lists(parts, max_size=3, unique=True)))
            made.append(
                internal(
                    claim,
                    people=tuple(dict.fromkeys(also)),
                    when=when(draw(st.sampled_from(STARTS))),
                    place=draw(st.sampled_from(["", "town", "inland", "faraway"])),
                    duress=draw(st.booleans()),
                    stance=draw(st.sampled_from(Stance)),
                    basis=draw(st.sampled_from(Basis)),
                    reason=draw(st.sampled_from(["", "she had prayed"])),
                )
            )
            if draw(st.booleans()):
                id_ = f"{claim.about}-reading@letter"
                made.append(reading(claim.about, source="letter", id=id_))
    if draw(st.booleans()):
        made.append(
            event("appeal_answered", "ministry", "2017-09", source="letter", after=("asked",))
        )
    return made


@st.composite
def mixed(draw: st.DrawFn) -> tuple[list[object], list[object]]:
    """A history with letters to an authority, and what internal sources add to it."""
    placed = [
        replace(claim, place=draw(st.sampled_from(["", "town"]))) for claim in draw(sourced())
    ]
    once = {claim.id: claim for claim in (*placed, *LETTERS)}
    claims = [claim for claim in once.values() if claim.source != "letter"]
    about = {claim.about: claim for claim in claims}
    return claims, draw(added(tuple(about.values())))


@laws
@given(mixed(), days, st.sampled_from(BELOW))
def test_internal_claims_add_no_word_to_what_is_told(history, on, audience):
    without, having = both(*history, audience, on)
    assert having <= without


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize(
    "more",
    [
        {"people": (*TAKEN.people, Participant(role=Role.RESPONSIBLE, person="ministry"))},
        {"people": (*TAKEN.people, Participant(role=Role.COMPANION, person="granny"))},
        {"place": "town"},
        {"duress": True},
        {"when": when("2017-02-11")},
        {"reason": "she had prayed"},
    ],
    ids=["responsible", "companion", "place", "duress", "day", "reason"],
)
def test_what_an_internal_claim_adds_to_an_event_is_not_told(more, audience):
    """The event itself stays, as the other source has it."""
    without, having = both([TAKEN], [internal(TAKEN, **more)], audience, DAY)
    assert having <= without
    assert any(": taken to a camp" in text for text in having)


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize(
    "more", [{"when": when("2017-06")}, {"stance": Stance.DISPUTES}], ids=["time", "denial"]
)
def test_that_an_internal_source_contradicts_is_not_told_of_what_was_doubtful_before(
    more, audience
):
    doubtful = replace(TAKEN, basis=Basis.BELIEVED)
    without, having = both([doubtful], [internal(TAKEN, **more)], audience, DAY)
    assert having <= without
    assert not any("exclude each other" in text or "not so" in text for text in having)


def test_an_appeal_that_only_an_internal_source_says_was_answered_is_not_unanswered():
    answered = event(
        "appeal_answered", "ministry", "2017-09", source="letter", after=("asked",)
    )
    records = recorded(MINISTRY, LETTERS[0], answered)
    [appeal] = handed(records, Audience.PARTNER, DAY).briefings[0].appeals
    assert (appeal.answer, appeal.days_without) == (WITHHELD, WITHHELD)


def test_an_authority_is_called_as_a_source_says_that_may_be_read():
    secret = replace(MINISTRY, id="a@letter", source="letter", name="Department")
    records: Records = recorded(MINISTRY, secret, *LETTERS)
    said = told(handed(records, Audience.PARTNER, DAY))
    assert any("Ministry" in text for text in said)
    assert not any("Department" in text for text in said)
