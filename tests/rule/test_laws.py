"""The seven laws of the rule, over generated histories."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from graph.facts.adding_up import Sureness
from graph.record.dates import END, When, Window
from graph.record.model import EventClaim, TieClaim
from graph.record.vocabulary import (
    Basis,
    Effect,
    Left,
    Role,
    Scope,
    Stance,
    Standing,
    Status,
    event_types,
)
from graph.rule.left import left
from graph.rule.network import network
from graph.rule.stops import standing_requests
from tests.builders import event, family, person, when
from tests.rule.histories import (
    DOUBTFUL_TIES,
    EMPTIED,
    ENDINGS,
    FIRST,
    OPENINGS,
    TIES,
    UNCLE,
    days,
    event_claims,
    windows,
    with_ties,
)

ORDER = [Left.NO, Left.UNKNOWN, Left.POSSIBLY, Left.YES]


ALONE = event("called", "aunt").people
REACHED = ("aunt", "granny", "uncle", "friend", "neighbours")
ALL = (*REACHED, "mother", "father")


CALL = event("called", "aunt", "2017-01", id_="e1", to="mother")
CAMP = event("taken_to_camp", "aunt", "2018-03", id_="e2")
FREED = event("released", "aunt", "2018-03", id_="e3", ends="e2")
HELD_NOW = replace(
    event("taken_to_camp", "aunt", id_="e9"),
    when=When(text="currently", window=when("2018-01-01").window, basis="currently"),
)
BELIEVED_UNCLE = replace(TIES[0], id="uncle@doubt", basis=Basis.BELIEVED)
TO_UNCLE = event("called", "aunt", "2017-05", id_="e1", to="uncle")
NEW_YEAR, MIDSUMMER = date(2018, 1, 1), date(2017, 6, 15)
"""What the rule once had wrong, for the examples."""


def answer(claims, on: date, **limits):
    return left(network(family(*claims), "child", **limits), "aunt", on)


def value(claims, on: date, **limits) -> int:
    return ORDER.index(answer(claims, on, **limits).left)


def relayed(claim) -> bool:
    return bool(claim.relayed_by) or any(p.role is Role.MESSENGER for p in claim.people)


def effect(claim) -> Effect:
    return event_types()[claim.type].effect if isinstance(claim, EventClaim) else Effect.NONE


@example((CALL,), HELD_NOW, NEW_YEAR)  # "now" began with the telling
@example((*UNCLE, BELIEVED_UNCLE, TO_UNCLE), replace(CAMP, about="e9"), date(2018, 4, 1))
@given(with_ties(), event_claims(ENDINGS, 9), days)
def test_law_1_an_added_ending_never_raises_anyone_of_whom_no_death_is_recorded(
    claims, ending, on
):
    """A detention after a death shows that it was none; one at a place that was emptied leads
    those before it there.
    """
    alive = [c for c in claims if effect(c) is not Effect.DEAD]
    assume(not ending.place or not any(c.about == "emptied" for c in claims))
    assert value((*alive, ending), on) <= value(alive, on)


@example((CALL,), event("died", "aunt", "2017-05", id_="e9"), "mother", MIDSUMMER)
@given(with_ties(), event_claims(ENDINGS, 9), st.sampled_from(ALL), days)
def test_law_1_an_ending_of_anybody_raises_nobody_around_the_child(claims, ending, whose, on):
    alive = [c for c in claims if effect(c) is not Effect.DEAD]
    assume(not ending.place or not any(c.about == "emptied" for c in claims))
    subject, *others = ending.people
    others = [part for part in others if part.person != whose]
    ending = replace(ending, people=(replace(subject, person=whose), *others))
    before, after = (network(family(*said), "child") for said in (alive, (*alive, ending)))
    for one in REACHED:
        was, is_ = left(before, one, on).left, left(after, one, on).left
        if was is not Left.ABROAD:  # whoever is held is perhaps not abroad
            assert ORDER.index(is_) <= ORDER.index(was)


@example((CALL, CAMP, FREED), 1, date(2018, 4, 1))  # it closed nothing in the same month
@given(with_ties(), st.integers(0, 9), days)
def test_law_1_a_removed_opening_or_release_never_raises_anyone(claims, which, on):
    """Contact of which an end is said is an ending, too; a relay that was lost ends what it
    brought, which reads no, and unknown had nothing come through it.
    """
    removable = [
        c
        for c in claims
        if effect(c) in (Effect.RELEASED, Effect.LIFTED)
        or (effect(c) is Effect.OPEN and not c.until and not relayed(c))
    ]
    assume(removable)
    gone = removable[which % len(removable)].about
    same = [c for c in claims if effect(c) is Effect.OPEN and c.about == gone]
    assume(not any(c.until or relayed(c) for c in same))
    assert value([c for c in claims if c.about != gone], on) <= value(claims, on)


@example((CALL,), event("died", "aunt", "2018-03", id_="e9"), when("2018-04").window, 0)
@example(
    (CALL,), event("taken_to_camp", "aunt", "2018-03", id_="e9"), when("2017-12").window, 9
)
@example(  # the second source names the aunt alone
    (CALL,),
    event("contact_lost", "aunt granny", "2018-03", id_="e9", to="mother"),
    when("2018-03").window,
    0,
)
@given(with_ties(), event_claims(ENDINGS, 9), windows(), st.integers(0, 400))
def test_law_1b_a_second_source_of_an_ending_raises_nobody_after_all_its_days(
    claims, ending, window, later
):
    """A second source may tell apart what was perhaps on one day, as in law 3, and that a
    detention was before its place was emptied.
    """
    assume(not ending.place or not any(c.about == "emptied" for c in claims))
    ending = replace(ending, basis=Basis.STATED, standing=Standing.ACTIVE)
    again = replace(
        ending, id="e9@again", source="again", when=When(text="", window=window), people=ALONE
    )
    last = max(ending.when.window.latest, window.latest)
    assume(last != END)
    on = last + timedelta(later)
    alive = [c for c in claims if effect(c) is not Effect.DEAD]
    raised = value((*alive, ending, again), on) > value((*alive, ending), on)
    assert not raised or tied((*alive, ending))


@example(
    claims=(),
    opening=event("called", "aunt", "2017-05", id_="e9", to="mother"),
    alone=True,
    on=MIDSUMMER,
)
@example(
    claims=(),
    opening=event("in_contact", "aunt", "2017-05", id_="e9", to="mother"),
    alone=False,
    on=MIDSUMMER,
)
@given(with_ties(), event_claims(OPENINGS, 9), st.booleans(), days)
def test_law_1b_a_second_source_of_contact_that_gives_no_other_day_lowers_nobody(
    claims, opening, alone, on
):
    opening = replace(opening, standing=Standing.ACTIVE)
    again = replace(
        opening,
        id="e9@again",
        source="again",
        when=When(text="", window=Window()),
        people=ALONE if alone else opening.people,
        relayed_by=(),
    )
    assert value((*claims, opening, again), on) >= value((*claims, opening), on)


@example(
    (CALL, replace(CAMP, place="town")),
    event("place_emptied", "", "2018-04", id_="emptied", place="town"),
    date(2018, 5, 1),
)
@given(with_ties(), EMPTIED, days)
def test_law_1_a_place_that_was_emptied_makes_nobody_yes(claims, emptied, on):
    full = [c for c in claims if c.about != "emptied"]
    if value((*full, emptied), on) == ORDER.index(Left.YES):
        assert value(full, on) == ORDER.index(Left.YES)


@given(with_ties(), EMPTIED, days)
def test_law_1_a_place_that_was_emptied_lowers_nobody(claims, emptied, on):
    full = [c for c in claims if c.about != "emptied"]
    assert value((*full, emptied), on) >= value(full, on)


@example((CALL, CAMP, FREED), date(2018, 4, 1))
@given(with_ties(), days)
def test_law_2_whoever_is_left_has_an_opening_or_a_release_among_the_cited(claims, on):
    said = answer(claims, on)
    cited = {event_.effect for event_ in said.evidence}
    if said.left in (Left.YES, Left.POSSIBLY):
        assert cited & {Effect.OPEN, Effect.RELEASED}
        assert all(event_.claims for event_ in said.evidence)


@example((CAMP, replace(HELD_NOW, until=when("2018-05"))), date(2018, 6, 1))
@given(with_ties(), days)
def test_law_2_without_an_opening_or_a_release_nobody_is_left(claims, on):
    closed = [c for c in claims if effect(c) not in (Effect.OPEN, Effect.RELEASED)]
    assert answer(closed, on).left in (Left.NO, Left.UNKNOWN)


@example(
    (CALL, event("contact_lost", "aunt", "2017", id_="e2", to="mother")), 1, 31, 0, MIDSUMMER
)
@given(with_ties(), st.integers(0, 9), st.integers(0, 400), st.integers(0, 400), days)
def test_law_3_a_narrower_window_never_turns_a_yes_into_a_no(claims, which, first, last, on):
    narrowed = narrow(claims, which, first, last)
    before, after = answer(claims, on).left, answer(narrowed, on).left
    assert (before, after) != (Left.YES, Left.NO)


@given(with_ties(), st.integers(0, 9), st.integers(0, 400), st.integers(0, 400), days)
def test_law_3_a_narrower_window_turns_a_no_into_a_yes_only_by_resolving_a_tie(
    claims, which, first, last, on
):
    """A loss beats a contact of perhaps the same day; a narrower window may tell them apart."""
    narrowed = narrow(claims, which, first, last)
    flipped = (answer(claims, on).left, answer(narrowed, on).left) == (Left.NO, Left.YES)
    assert not flipped or tied(claims)


def narrow(claims, which, first, last):
    """Cut some days off both ends of one claim's window."""
    timed = [c for c in claims if isinstance(c, EventClaim)]
    claim = timed[which % len(timed)]
    window = claim.when.window
    assume(window != Window() and claim.until is None)
    length = (window.latest - window.earliest).days
    start = min(first, length)
    cut = window.shifted(start, None)
    narrower = Window(cut.earliest, max(cut.earliest, window.shifted(0, -last).latest))
    return [
        replace(c, when=When(text="", window=narrower)) if c.about == claim.about else c
        for c in claims
    ]


def tied(claims) -> bool:
    """Tell whether a contact and a loss, or a block and its end, may have been on one day."""
    events = network(family(*claims), "child").events_of.get("aunt", ())
    ending = [
        e
        for e in events
        if e.effect in (Effect.LOST, Effect.MISSING, Effect.HELD, Effect.ASKED)
    ]
    opening = [e for e in events if e.effect in (Effect.OPEN, Effect.RELEASED, Effect.LIFTED)]
    return any(
        not (opened.span.close & lost.span.close).empty for opened in opening for lost in ending
    )


@example((*UNCLE, TO_UNCLE), (BELIEVED_UNCLE,), MIDSUMMER)  # believed kin was certain kin
@given(with_ties(), DOUBTFUL_TIES, days)
def test_law_1_an_added_doubtful_tie_makes_nobody_yes(claims, doubtful, on):
    assert answer((*claims, *doubtful), on).left is not Left.YES or (
        answer(claims, on).left is Left.YES
    )


@example((*UNCLE, TO_UNCLE, BELIEVED_UNCLE), 0, MIDSUMMER)
@given(with_ties(), st.integers(0, 1), days)
def test_law_1_making_a_tie_certain_lowers_nobody(claims, which, on):
    ties = [c for c in claims if isinstance(c, TieClaim)]
    assume(ties)
    about = ties[which % len(ties)].about
    without = [c for c in claims if not (c.about == about and c.stance is Stance.DISPUTES)]
    certain = [replace(c, basis=Basis.STATED) if c.about == about else c for c in without]
    assert value(certain, on) >= value(claims, on)


@given(with_ties(), st.randoms(use_true_random=False), days)
def test_law_4_the_order_of_rows_changes_nothing(claims, shuffled: random.Random, on):
    mixed = list(claims)
    shuffled.shuffle(mixed)
    one, other = answer(claims, on), answer(mixed, on)
    assert one == other


@example((CALL, CAMP, FREED), ["a set", "b set", "a set"], date(2018, 4, 1))
@given(with_ties(), st.lists(st.sampled_from(["a set", "b set", ""])), days)
def test_law_4_any_split_of_the_claims_over_data_sets_gives_the_same_answer(claims, sets, on):
    sets = [*sets, *[""] * len(claims)]
    spread = [replace(c, dataset=one) for c, one in zip(claims, sets, strict=False)]
    assert answer(spread, on) == answer(claims, on)


@given(with_ties(), event_claims(ENDINGS + OPENINGS, 9, ends=("mother", "father", "")), days)
def test_law_4_a_claim_of_somebody_out_of_reach_moves_nobody_within(claims, more, on):
    """It speaks of a stranger, who is in touch with the child's own parents."""
    assume(not relayed(more) and "neighbours" not in {part.person for part in more.people})
    people = tuple(
        replace(part, person="stranger") if part.person == "aunt" else part
        for part in more.people
    )
    stranger = (person("stranger"), replace(more, people=people))
    around = [network(family(*said), "child") for said in (claims, (*claims, *stranger))]
    for one in ("aunt", "granny", "uncle"):
        before, after = (left(each, one, on) for each in around)
        assert after == before


@example((CALL, HELD_NOW, replace(FREED, ends="e9")), MIDSUMMER)
@given(with_ties(), days)
def test_law_5_known_on_after_everything_was_learned_equals_none(claims, on):
    assert answer(claims, on, known_on=END) == answer(claims, on)


@given(with_ties(), event_claims(ENDINGS[:4], 9), windows(), days, days)
def test_law_5_a_later_known_on_moves_an_answer_from_the_one_without_what_was_learned(
    claims, late, learned, on, known
):
    """Before it was learned: as if it had not been; after: as if it had always been known."""
    assume(learned != Window() and known >= on)
    late = replace(late, learned=When(text="", window=learned), standing=Standing.ACTIVE)
    known_before, [always] = at_once(claims), at_once([late])
    then = value((*known_before, late), on, known_on=known)
    if known < learned.earliest:
        assert then == value(known_before, on, known_on=known)
    if known >= learned.latest:
        assert then == value((*known_before, always), on, known_on=known)


def at_once(claims):
    """Return claims that the family knew on the first day."""
    first = When(text="", window=Window(FIRST, FIRST))
    return [replace(c, learned=first) if isinstance(c, EventClaim) else c for c in claims]


@given(with_ties(), st.lists(days, min_size=25, max_size=25), days, days)
def test_law_5_as_known_on_a_day_is_as_if_the_rest_had_never_been_told(
    claims, learned, on, known
):
    """Each claim is learned on a day of its own; the days of events are what all claims say."""
    told = [
        replace(c, learned=When(text="", window=Window(first, first)))
        for c, first in zip(dated(claims), learned, strict=False)
        if isinstance(c, EventClaim)
    ]
    ties = [c for c in claims if not isinstance(c, EventClaim)]
    heard = at_once([c for c in told if c.learned.window.latest <= known])
    then = answer((*ties, *told), on, known_on=known)
    only = answer((*ties, *heard), on, known_on=known)
    assert (then.left, then.status) == (only.left, only.status)


def dated(claims):
    """Return claims of events on the days that all of them say together."""
    events = network(family(*claims), "child").facts.events
    for claim in claims:
        event_ = events.get(claim.about)
        if event_ is None or not isinstance(claim, EventClaim):
            yield claim
        else:
            end = event_.span.end if claim.until else None
            until = claim.until if end is None else When(text="", window=end)
            start = When(text="", window=event_.span.start)
            yield replace(claim, when=start, until=until)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("2017-06-30", Left.YES),
        ("2017-07-31", Left.NO),
        ("2018-02-28", Left.NO),
        ("2018-03-01", Left.POSSIBLY),
        (None, Left.POSSIBLY),
    ],
)
def test_law_5_a_camp_becomes_known_and_then_a_release(known, expected):
    """Taken in May, heard in July; released in January, heard in March."""
    history = [
        event("called", "aunt", "2017-04-01", to="mother", learned=when("2017-04-01")),
        event("taken_to_camp", "aunt", "2017-05", id_="camp", learned=when("2017-07")),
        event("released", "aunt", "2018-01", ends="camp", learned=when("2018-03-01")),
    ]
    on = date(2018, 3, 1)
    said = answer(history, on, known_on=None if known is None else date.fromisoformat(known))
    assert said.left is expected


@given(with_ties(), days, days)
def test_law_5_what_was_not_yet_known_is_not_read(claims, on, known):
    late = event(
        "died", "aunt", "2017", id_="late", learned=When(text="", window=Window(END, END))
    )
    assert answer((*claims, late), on, known_on=known) == answer(claims, on, known_on=known)


@example((), date(2017, 2, 1), date(2017, 2, 1))  # known on re-dated what was lived through
@given(with_ties(), days, days)
def test_law_5_the_days_are_ours_whatever_was_known(claims, on, known):
    """What orders an event may have been learned later; it dates the event all the same."""
    spell = event("in_contact", "aunt", "2016", id_="spell", to="mother")
    camp = event(
        "taken_to_camp",
        "aunt",
        "2017-02-10",
        id_="camp",
        after=("spell",),
        learned=When(text="", window=Window(END, END)),
    )
    around = network(family(*claims, spell, camp), "child", known_on=known)
    assert around.facts.events["spell"].span.close.latest <= date(2017, 2, 10)


@example((CALL, CAMP, FREED), date(2018, 4, 1), date(2018, 6, 1))
@given(with_ties(), days, days)
def test_law_6_a_certain_death_stays_no(claims, died, on):
    death = event("died", "aunt", died.isoformat(), id_="death")
    signs = (Effect.OPEN, Effect.HELD)
    silent = [c for c in claims if effect(c) not in signs and not _seen(c)]
    if on >= died:
        assert answer((*silent, death), on).left is Left.NO


def _seen(claim) -> bool:
    return isinstance(claim, EventClaim) and event_types()[claim.type].clock == "life"


@example((), "video_seen", date(2017, 12, 1))  # dead, then alive
@given(with_ties(), st.sampled_from(["called", "imprisoned", "video_seen"]), days)
def test_law_6_whoever_certainly_lived_later_is_certainly_dead_on_no_day(claims, sign, on):
    death = event("died", "aunt", "2017-06", id_="death")
    alive = event(sign, "aunt", "2018-07", id_="alive", to="mother" if sign == "called" else "")
    said = answer((*claims, death, alive), on)
    assert said.status is not Status.DEAD or said.deciding.id != "death"


@example((event("asked_not_to_be_contacted", "aunt", "2018-05", id_="e1"),), FIRST)
@given(with_ties(), days)
def test_law_7_the_stop_is_the_same_as_known_on_any_day(claims, known):
    always = standing_requests(network(family(*claims), "child"))
    then = standing_requests(network(family(*claims), "child", known_on=known))
    assert set(always) == set(then)


@given(with_ties())
def test_law_7_whoever_asked_carries_the_stop_until_they_withdraw_it_freely(claims):
    request = event("asked_not_to_be_contacted", "aunt", "2017-05-01", id_="request")
    others = [c for c in claims if effect(c) is not Effect.LIFTED]
    assert "aunt" in standing_requests(network(family(*others, request), "child"))


@given(with_ties())
def test_law_7_retracting_other_rows_does_not_lift_the_stop(claims):
    request = event("asked_not_to_be_contacted", "aunt", "2017-05-01", id_="request")
    others = [c for c in claims if effect(c) is not Effect.LIFTED]
    gone = [replace(c, standing=Standing.RETRACTED) for c in others if effect(c)]
    assert "aunt" in standing_requests(network(family(*gone, request), "child"))


def test_law_7_a_free_and_later_withdrawal_lifts_the_stop():
    request = event("asked_not_to_be_contacted", "aunt", "2017-05", id_="request")
    withdrawal = event("request_withdrawn", "aunt", "2018-05", ends="request")
    assert "aunt" not in standing_requests(network(family(request, withdrawal), "child"))


@pytest.mark.parametrize(
    "withdrawal",
    [
        event("request_withdrawn", "aunt", "2018-05", ends="request", certainty="doubtful"),
        event("request_withdrawn", "aunt", "2018-05", ends="request", basis="believed"),
        event("request_withdrawn", "aunt", "2018-05", ends="request", duress=True),
        event("request_withdrawn", "granny", "2018-05", ends="request"),
        event("request_withdrawn", "aunt", "2017-04", ends="request"),
        event("request_withdrawn", "aunt", "2017-05"),
    ],
    ids=[
        "doubtful",
        "believed",
        "under duress",
        "by somebody else",
        "earlier",
        "perhaps earlier and naming nothing",
    ],
)
def test_law_7_a_withdrawal_that_is_not_certain_free_and_later_lifts_nothing(withdrawal):
    request = event("asked_not_to_be_contacted", "aunt", "2017-05", id_="request")
    assert "aunt" in standing_requests(network(family(request, withdrawal), "child"))


def test_law_7_sources_that_disagree_on_who_withdrew_lift_nothing():
    request = event("asked_not_to_be_contacted", "aunt", "2017-05", id_="request")
    one = event("request_withdrawn", "aunt", "2018-05", id_="w", ends="request")
    other = event("request_withdrawn", "granny", "2018-05", id_="w", ends="request", source="o")
    assert "aunt" in standing_requests(network(family(request, one, other), "child"))


def test_law_7_a_request_of_some_of_a_group_stays_with_the_group():
    request = event("asked_not_to_be_contacted", "neighbours", "2017-05", scope=Scope.SOME)
    assert "neighbours" in standing_requests(network(family(request), "child"))


def test_law_7_an_interpreted_request_is_a_stop_too():
    request = event("asked_not_to_be_contacted", "aunt", "2017-05", basis="interpreted")
    assert "aunt" in standing_requests(network(family(request), "child"))


def test_generated_histories_reach_every_answer():
    """The laws would hold over nothing; these histories are not nothing."""
    seen = set()

    @settings(max_examples=300)
    @given(with_ties(), days)
    def collect(claims, on):
        said = answer(claims, on)
        seen.add(said.left)
        seen.update(block.exists for block in said.evidence)

    collect()
    assert {Left.YES, Left.POSSIBLY, Left.UNKNOWN, Left.NO} <= seen
    assert {Sureness.MAYBE, Sureness.CERTAIN} <= seen
