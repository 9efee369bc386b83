"""The answer before and after rows that are not kept yet."""

from dataclasses import replace

from graph.record.model import Records
from graph.record.vocabulary import Basis, Left, Standing
from graph.views.draft_effect import effect, not_learned, people_in, with_draft
from tests.builders import day, event, family, person, tie, when

CALL = event("called", "aunt", "2018-03-01", id_="call", to="mother")
CAMP = event("taken_to_camp", "aunt", "2018-04-01", id_="camp")
ON = day("2018-05-01")


def changed(records, draft, superseded=None):
    found = effect(records, "child", draft, superseded or {}, ON)
    return (
        found.before,
        found.after,
        [(one.person, one.before, one.after) for one in found.turned],
    )


def test_a_detention_takes_the_last_person_who_is_left():
    assert changed(family(CALL), Records(events=(CAMP,))) == (
        (1, 0),
        (0, 0),
        [("aunt", Left.YES, Left.NO)],
    )


def test_a_row_that_changes_no_answer_says_so():
    assert changed(family(CALL), Records(events=(replace(CALL, id="call@other"),)))[2] == []


def test_a_correction_counts_without_the_claim_that_it_replaces():
    later = replace(CAMP, id="camp@testimony+1", when=when("2019-04"), supersedes=CAMP.id)
    before, after, _ = changed(
        family(CALL, CAMP), Records(events=(later,)), {CAMP.id: later.id}
    )
    assert (before, after) == ((0, 0), (1, 0))


def test_a_request_that_is_corrected_away_keeps_its_stop():
    request = event("asked_not_to_be_contacted", "aunt", "2018-04-01", id_="request")
    other = replace(request, id="request@testimony+1", type="warned", supersedes=request.id)
    _, after, turned = changed(
        family(CALL, request), Records(events=(other,)), {request.id: other.id}
    )
    assert (after, turned) == ((0, 0), [])


def test_the_rows_are_in_the_records_once():
    draft = Records(events=(replace(CAMP, words="taken"),))
    events = with_draft(family(CALL, CAMP), draft, {}).events
    assert [one.words for one in events if one.about == "camp"] == ["taken"]


def test_everybody_whom_the_rows_name_is_looked_at():
    assert people_in(Records(events=(CALL,))) == {"aunt", "mother"}


def test_it_is_asked_when_the_family_learned_of_a_detention_and_not_of_a_call():
    assert not_learned(Records(events=(CALL, CAMP))) == (CAMP,)
    assert not_learned(Records(events=(replace(CAMP, learned=when("2019")),))) == ()


def test_nobody_who_is_recorded_has_no_answer():
    assert effect(family(CALL), "nobody", Records(), {}, ON) is None


SAME = tie("aunt-2", "same_as", "aunt")
OTHER = person("aunt-2", name="Ayim", sex="female")


def turned(records, draft):
    found = effect(records, "child", draft, {}, ON)
    return {one.person: one for one in found.turned}


def test_a_stop_that_comes_over_with_a_join_is_seen_at_the_other_record():
    asked = event("asked_not_to_be_contacted", "aunt-2", "2018-04", id_="asked")
    found = turned(family(CALL, OTHER, asked), Records(ties=(SAME,)))["aunt"]
    assert (found.stops, found.before, found.after) == ((False, True), Left.YES, Left.NO)


def test_a_death_that_comes_over_with_a_join_is_seen_record_by_record():
    died = event("died", "aunt-2", "2018-04", id_="died")
    found = turned(family(CALL, OTHER, died), Records(ties=(SAME,)))
    assert (found["aunt"].before, found["aunt"].after) == (Left.YES, Left.NO)
    assert (found["aunt-2"].before, found["aunt-2"].after) == (None, Left.NO)


def test_what_a_possible_double_warns_of_is_seen():
    died = event("died", "aunt-2", "2018-04", id_="died")
    believed = replace(SAME, basis=Basis.BELIEVED)
    found = turned(family(CALL, OTHER, died), Records(ties=(believed,)))["aunt"]
    assert (found.before, found.after) == (Left.YES, Left.YES)
    assert found.come == ("May be the same as Ayim, who is recorded as dead.",)


def test_parting_takes_back_what_the_join_brought():
    asked = event("asked_not_to_be_contacted", "aunt-2", "2018-04", id_="asked")
    apart = Records(ties=(replace(SAME, standing=Standing.RETRACTED),))
    found = turned(family(CALL, OTHER, asked, SAME), apart)["aunt"]
    assert (found.stops, found.before, found.after) == ((True, False), Left.NO, Left.YES)
