"""One event, one place and one source, as the analysis behind their pages has them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.adding_up import Sureness
from graph.record.model import Records
from graph.record.model import Source as ASource
from graph.record.vocabulary import Basis, Left, Stance, Standing
from graph.rule.answer import answer
from graph.rule.network import network
from graph.views.event_view import Turn, happening
from graph.views.family_view import by_source, happened, side_by_side
from graph.views.one_source import rests, without
from graph.views.person_view import profile
from graph.views.place_view import PresenceKind, presences
from graph.words.answer_text import AnswerText
from graph.words.claim_text import disputed, saying
from tests.builders import ABROAD, SOURCE, day, event, family, person, reading, tie


def there(records: Records, on: str, *places: str) -> dict[str, tuple[PresenceKind, Sureness]]:
    around = network(records, "child")
    found = presences(around, places or ("town",), day(on))
    return {one.event.id: (one.how, one.on_the_day) for one in found}


TAKEN = event("taken_to_camp", "aunt", "2017-03", id_="taken", place="town")


@pytest.mark.parametrize(
    ("on", "sure"),
    [
        ("2017-02-28", Sureness.NO),
        ("2017-03-15", Sureness.MAYBE),
        ("2017-04-01", Sureness.CERTAIN),
        ("2021-01-01", Sureness.CERTAIN),
    ],
)
def test_whoever_was_taken_to_a_place_is_there_until_more_is_said(on, sure):
    assert there(family(TAKEN), on) == {"taken": (PresenceKind.HELD, sure)}


def test_a_release_ends_it_and_one_that_is_only_read_leaves_a_doubt():
    freed = event("released", "aunt", "2018-05-01", id_="freed", ends="taken")
    believed = replace(freed, basis=Basis.INTERPRETED)
    assert there(family(TAKEN, freed), "2019-01-01")["taken"][1] is Sureness.NO
    assert there(family(TAKEN, believed), "2019-01-01")["taken"][1] is Sureness.MAYBE


def test_whoever_is_certainly_elsewhere_since_or_dead_is_not_there_any_more():
    moved = event("imprisoned", "aunt", "2019-01", id_="moved", place="inland")
    died = event("died", "aunt", "2019-01", id_="died")
    for later in (moved, died):
        assert there(family(TAKEN, later), "2018-12-31")["taken"][1] is Sureness.CERTAIN
        assert there(family(TAKEN, later), "2019-06-01")["taken"][1] is Sureness.NO


def test_whoever_was_taken_since_to_a_place_that_nobody_named_is_there_only_perhaps():
    lived = event("lived_at", "aunt", "2015", id_="lived", place="town")
    taken = event("taken_to_camp", "aunt", "2017-03", id_="taken")
    perhaps = replace(taken, place="inland", basis=Basis.BELIEVED)
    assert there(family(lived), "2018-01-01")["lived"][1] is Sureness.CERTAIN
    for later in (taken, perhaps):
        assert there(family(lived, later), "2018-01-01")["lived"][1] is Sureness.MAYBE
    assert there(family(lived, taken), "2016-06-01")["lived"][1] is Sureness.CERTAIN


def test_a_journey_is_no_stay_either():
    journey = event("journey", "aunt", "2018-05-01", id_="journey", place="town")
    assert there(family(journey), "2019-01-01")["journey"] == (PresenceKind.SEEN, Sureness.NO)


ORIGIN = event("comes_from", "aunt", id_="origin", place="town")


@pytest.mark.parametrize("on", ["2010-01-01", "2018-05-01", "2021-01-01"])
def test_where_somebody_comes_from_is_no_stay_on_any_day(on):
    assert there(family(ORIGIN), on) == {"origin": (PresenceKind.FROM, Sureness.NO)}


def test_where_somebody_comes_from_stands_with_who_they_are_and_not_with_what_happened():
    shown = profile(family(ORIGIN, TAKEN), "aunt", ())
    assert [one.id for one in shown.origins] == ["origin"]
    assert [one.id for one in shown.happened] == ["taken"]


def test_where_somebody_comes_from_moves_no_answer():
    """An uncle abroad who is from the town was not, for that, in the town."""
    home = event("lived_at", "friend", "2010", place=ABROAD)
    called = event("called", "aunt", "2018-05", to="friend")
    origin = event("comes_from", "friend", id_="origin", place="town")
    plain, more = family(home, called), family(home, called, origin)
    for on in ("2009-01-01", "2018-06-01", "2019-06-01"):
        said = [answer(one, "child", as_of=day(on)) for one in (plain, more)]
        first, second = ([(r.person.id, r.answer.left) for r in one.relatives] for one in said)
        assert first == second


def test_a_visit_is_no_stay():
    visit = event("visited", "aunt", "2018-05-01", id_="visit", place="town", to="child")
    records = family(visit)
    assert there(records, "2018-05-01")["visit"] == (PresenceKind.SEEN, Sureness.CERTAIN)
    assert there(records, "2018-05-02")["visit"] == (PresenceKind.SEEN, Sureness.NO)


def test_two_sources_that_name_two_places_leave_a_doubt():
    elsewhere = replace(TAKEN, id="taken@other", place="inland")
    assert there(family(TAKEN, elsewhere), "2018-01-01")["taken"][1] is Sureness.MAYBE


def test_an_event_shows_what_orders_it_from_both_sides():
    later = event("contact_lost", "aunt", id_="lost", after=("taken",))
    records = family(TAKEN, later)
    (one,) = happening(records, "lost").orders
    (other,) = happening(records, "taken").orders
    assert (one.turn, one.other) == (Turn.AFTER, "taken")
    assert (other.turn, other.other) == (Turn.BEFORE, "lost")


def test_a_reading_is_shown_with_what_competes_with_it():
    read = reading("taken")
    rival = replace(read, id="rival@s", about="rival", backs="", alternative_to=read.about)
    shown = happening(family(TAKEN, read, rival), "taken")
    assert {one.about for one in shown.readings} == {read.about, "rival"}


def test_an_event_of_retracted_claims_alone_is_still_shown():
    gone = replace(TAKEN, standing=Standing.RETRACTED)
    shown = happening(family(gone), "taken")
    assert shown.event.exists is Sureness.NO
    assert len(shown.claims) == 1
    assert happening(family(), "taken") is None


def heard(source: str = SOURCE):
    return event("called", "aunt", "2021-03-01", id_="heard", to="mother", source=source)


OTHER = ASource(id="other", title="Another")


def test_an_answer_that_rests_on_one_source_changes_without_it():
    records = family(OTHER, heard("other"))
    found = rests(records, "child", {"other"}, day("2021-06-01"))
    (change,) = found.changes
    assert (change.person, change.left, change.left_without) == (
        "aunt",
        Left.YES,
        Left.UNKNOWN,
    )


def test_an_answer_that_two_sources_give_stays():
    records = family(OTHER, heard("other"), heard())
    assert rests(records, "child", {"other"}, day("2021-06-01")).same


def test_a_child_whom_only_this_source_knows_would_not_be_recorded():
    found = rests(family(), "child", {SOURCE}, day("2021-06-01"))
    assert not found.recorded_without
    assert {change.left_without for change in found.changes} == {None}


def test_leaving_out_a_correction_does_not_say_again_what_it_corrected():
    """Else a claim that was taken back would come alive by looking at a source."""
    old = replace(heard(), standing=Standing.RETRACTED, retracted_by="x@other")
    left = without(family(OTHER, old), {"other"})
    assert not any(claim.active for claim in left.events if claim.about == "heard")


@given(st.sampled_from(["2015-01-01", "2018-06-01", "2021-06-01"]))
def test_what_rests_on_nothing_is_the_answer_itself(on):
    records = family(TAKEN, heard())
    assert without(records, ()) == records
    assert rests(records, "child", ("nobody",), day(on)).same


def test_a_profile_shows_the_stop_that_a_childs_answer_shows():
    asked = event("asked_not_to_be_contacted", "aunt", "2018", id_="asked")
    records = family(asked, tie("aunt", "lives_with", "granny"))
    said = answer(records, "child", as_of=day("2015-01-01"))
    for one in said.relatives:
        shown = profile(records, one.person.id, ())
        assert shown.stops == one.do_not_contact, one.person.id
        assert shown.nearby == one.asked_nearby, one.person.id


def test_kin_is_the_same_from_both_ends():
    records = family()
    mine = {one.person for one in profile(records, "aunt", ()).kin}
    assert {"mother", "granny", "child"} <= mine


def test_a_claim_is_said_in_a_sentence():
    name = str.capitalize
    assert saying(TAKEN, name) == "Taken to a camp: Aunt, at Town, 2017-03."
    assert saying(ORIGIN, name) == "Comes from: Aunt, Town."
    denied = replace(TAKEN, stance=Stance.DISPUTES, basis=Basis.BELIEVED)
    assert saying(denied, name).startswith("Denied: believed: taken to a camp")
    assert saying(tie("aunt", "parent_of", "child", qualifier="step"), name) == (
        "Aunt is a parent of Child (step)."
    )
    assert saying(tie("friend", "knows", "mother", term="friend"), name) == (
        "Friend is the friend of Mother."
    )
    assert saying(person("aunt", sex="female", sought=True), name) == (
        "Aunt; female; looked for."
    )
    assert "“school” is read by Mother as: a camp" in saying(reading("taken"), name)


def test_only_a_claim_that_counts_disputes():
    against = replace(TAKEN, id="b", stance=Stance.DISPUTES)
    assert disputed([TAKEN, against]) == {"taken"}
    assert disputed([TAKEN, replace(against, standing=Standing.RETRACTED)]) == set()


def test_children_stand_side_by_side_each_with_their_own_answer():
    sister = person("sister", sought=True)
    records = family(
        sister,
        heard(),
        person("stepfather", sex="male"),
        tie("mother", "parent_of", "sister"),
        tie("stepfather", "parent_of", "sister"),
    )
    on = day("2021-06-01")
    answers = [answer(records, one, as_of=on) for one in ("child", "sister")]
    rows = {row.person: row for row in side_by_side(list(map(AnswerText, answers)))}
    assert set(rows) == {r.person.id for said in answers for r in said.relatives}
    for row in rows.values():
        for said, towards in zip(answers, row.towards, strict=True):
            own = {r.person.id: r for r in said.relatives}.get(row.person)
            assert (towards and towards.relative.answer) == (own and own.answer)
    assert rows["aunt"].alike
    assert {event_.id for event_ in happened(answers)} >= {"heard", "mother-left"}
    assert by_source(answers, happened(answers))[SOURCE] > 5
