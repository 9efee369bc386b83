"""What the sample families do not have: small ones, built for one question."""

import pytest

from graph.errors import NotAChild
from graph.questions.asking import ask
from graph.questions.library import question
from graph.record.model import Source
from graph.record.vocabulary import Consent
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from tests.builders import event, family, person, reading, tie, when

AUNT_ASKED = event("asked_not_to_be_contacted", "aunt", "2018-05-01", id_="asked")
LETTER = Source(id="letter", title="A letter", kind="letter", consent=Consent.INTERNAL)


@pytest.fixture
def told(store):
    """Load claims about the built family; return some columns of a question's rows."""

    def run(name: str, columns: str, *claims: object, **given: str):
        store.load(family(*claims), IngestRun(id="run"))
        derive_calendars(store)
        rows = ask(store, question(name), given).marked()
        return [tuple(row[column] for column in columns.split()) for row in rows]

    return run


@pytest.mark.parametrize(
    ("call", "breach"),
    [
        (event("called", "aunt", "2018-06-01", others=(("caller", "mother"),)), "certainly"),
        (event("called", "aunt", "2018-06-01", to="mother"), "certainly"),
        (event("called", "mother", "2018-06-01", others=(("caller", "aunt"),)), "no"),
        (event("called", "aunt", "2018", to="mother"), "possibly"),
        (event("called", "aunt", "2018-04-01", to="mother"), None),
    ],
    ids=["they called", "nobody knows who", "she called herself", "perhaps before", "before"],
)
def test_a_contact_after_a_request_is_a_breach_unless_they_began_it(told, call, breach):
    assert told("requests_and_breaches", "reached breach", AUNT_ASKED, call) == [
        ("aunt", breach)
    ]


def test_what_a_group_asked_is_breached_by_contact_with_a_member(told):
    asked = event("asked_not_to_be_contacted", "neighbours", "2018-05-01", id_="asked")
    call = event("called", "aunt", "2018-06-01", to="mother")
    assert told("requests_and_breaches", "person_id reached breach", asked, call) == [
        ("neighbours", "aunt", "certainly"),
        ("neighbours", "neighbours", None),
    ]


def test_a_withdrawal_certainly_later_counts_without_a_link(told):
    withdrew = event("request_withdrawn", "aunt", "2019-01-01", id_="withdrew")
    forced = event("request_withdrawn", "aunt", "2018-07-01", id_="forced", duress=True)
    call = event("called", "aunt", "2019-02-01", to="mother")
    columns = "withdrawn_id withdrawn breach do_not_contact"
    rows = told("requests_and_breaches", columns, AUNT_ASKED, forced, withdrew, call)
    assert rows == [("withdrew", "certainly", None, [])]


def test_a_caregiver_who_may_have_been_taken_leaves_the_days_without_one_open(told):
    cares = tie("aunt", "cares_for", "child", since=when("2016-01-01"))
    taken = event("taken_to_camp", "aunt", "2017-01-01", id_="taken", basis="believed")
    columns = "person_id ended_by perhaps_ended_by days_without_least days_without_most"
    rows = told("caregivers", columns, cares, taken, child="child", as_of="2017-01-31")
    assert rows == [("aunt", None, "taken", None, None), (None, None, None, 0, 30)]


def test_what_the_relay_told_themselves_is_no_second_way(told):
    own = Source(id="own", title="What the friend told", kind="testimony", informant="friend")
    said = {"id_": "taken", "relayed_by": ("friend",)}
    rows = told(
        "shared_relays",
        "person_id nowhere_else",
        own,
        event("taken_to_camp", "aunt", "2018-01", **said),
        event("taken_to_camp", "granny", "2018-01", relayed_by=("friend",), id_="granny-taken"),
        event("taken_to_camp", "aunt", "2018-01", id_="taken", source="own"),
    )
    assert rows == [("friend", ["granny-taken", "taken"])]


@pytest.mark.parametrize(
    ("claim", "marked"),
    [
        (event("taken_to_camp", "aunt", "2018-01", id_="taken", source="letter"), True),
        (event("taken_to_camp", "aunt", "2018-01", id_="taken"), False),
    ],
    ids=["internal", "public"],
)
def test_a_row_that_rests_on_an_internal_source_through_the_calendar_is_marked(
    told, claim, marked
):
    rows = told("who_is_left", "person_id sensitive", LETTER, claim, child="child")
    assert dict(rows)["aunt"] is marked


def test_a_person_whom_only_an_internal_source_names_is_marked(told):
    lodger = person("lodger", source="letter", id="lodger@letter")
    knows = tie("lodger", "knows", "mother")
    rows = dict(told("never_recorded", "person_id sensitive", LETTER, lodger, knows))
    assert rows["lodger"] is True
    assert rows["friend"] is False


def test_of_whom_only_an_origin_is_recorded_nothing_happened_to(told):
    lodger, knows = person("lodger"), tie("lodger", "knows", "mother")
    origin = event("comes_from", "lodger", id_="origin", place="town")
    rows = dict(told("never_recorded", "person_id asked", lodger, knows, origin))
    assert rows["lodger"] == []
    called = event("called", "lodger", "2018", id_="call", to="mother")
    assert ("lodger",) not in told("never_recorded", "person_id", lodger, knows, origin, called)


def test_coded_words_by_a_day_are_those_of_events_by_then(told):
    coded = event("taken_to_camp", "aunt", "2018-01-01", id_="school", basis="interpreted")
    words = reading("school", of="school")
    assert told("coded_words", "words", coded, words, as_of="2018-01-01") == [("school",)]
    assert told("coded_words", "words", as_of="2017-12-31") == []


def test_who_is_left_is_not_asked_for_somebody_who_is_no_child(told):
    with pytest.raises(NotAChild, match="not asked for 'aunt'"):
        told("who_is_left", "person_id", child="aunt")


def test_an_answer_from_calendars_that_wait_to_be_derived_says_so(store):
    store.load(family(), IngestRun(id="run"))
    derive_calendars(store)
    left, doubts = question("nobody_left"), question("claims_that_disagree")
    assert not ask(store, left, {}).outdated
    store.load(family(event("died", "aunt", "2018")), IngestRun(id="more"))
    assert ask(store, left, {}).outdated
    assert not ask(store, doubts, {}).outdated, "it reads no calendar"
    derive_calendars(store)
    assert not ask(store, left, {}).outdated
