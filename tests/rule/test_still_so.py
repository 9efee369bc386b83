"""What is only known as still so at the telling began on an unknown day before."""

from dataclasses import replace

import pytest
from hypothesis import example, given

from graph.record.dates import BEGINNING, When, edtf_window
from graph.record.vocabulary import event_types
from graph.rule.left import left
from graph.rule.network import network
from tests.builders import ABROAD, day, event, family, person
from tests.rule.histories import ENDINGS, days, event_claims, with_ties
from tests.rule.test_laws import value

NOW = When(text="currently", window=edtf_window("2020-06-01"), basis="currently")
TOLD, BEFORE, AFTER = "2020-06-01", "2020-05-31", "2020-07-01"

CALL = event("called", "aunt", "2017-03", to="mother")
LATE_CALL = event("called", "aunt", "2020-04", to="mother", id_="late")
SPELL = event("in_contact", "aunt", "2016-01", to="mother", until="2017-03")
WROTE = event("messaged", "aunt", "2017-03", to="mother", id_="wrote")
CAMP = event("taken_to_camp", "aunt", "2017-05", id_="camp")
FREED = event("released", "aunt", "2019-01", ends="camp")


def now(type_: str, subject: str = "aunt", **more: object):
    """Something that is so at the telling, of 1 June 2020."""
    return replace(event(type_, subject, **more), when=NOW)


HELD = now("taken_to_camp", id_="camp")
LOST = now("contact_lost", to="mother")
THERE = now("lived_at", place=ABROAD)

CASES = {
    "held at the telling": ([CALL, HELD], TOLD, "no"),
    "perhaps taken just after she called": ([CALL, HELD], "2017-06-01", "possibly"),
    "perhaps taken the day before": ([LATE_CALL, HELD], BEFORE, "possibly"),
    "she spoke later, so she was free": ([SPELL, HELD], "2016-06-01", "yes"),
    "what she wrote may be from a camp": ([WROTE, HELD], "2017-03-31", "possibly"),
    "held now, and free before it": ([CAMP, FREED, LATE_CALL, HELD], AFTER, "possibly"),
    "released after the telling": (
        [HELD, event("released", "aunt", "2020-08", ends="camp")],
        "2020-09-01",
        "possibly",
    ),
    "a second source says when": ([CAMP, replace(HELD, id="camp@2")], "2018-01-01", "no"),
    "a release before the telling names it: held until then": (
        [event("called", "aunt", "2018-05", to="mother"), HELD, FREED],
        "2018-06-15",
        "possibly",
    ),
    "such a release frees nobody for certain": ([HELD, FREED], "2019-02-01", "possibly"),
    "nor does it on the day of the telling": ([HELD, FREED], TOLD, "possibly"),
    "held now after a release from another camp": (
        [replace(CAMP, id="first@s", about="first"), replace(FREED, ends="first"), HELD],
        TOLD,
        "no",
    ),
    "of one who came home": (
        [event("returned", "aunt", "2019-01"), CALL, HELD],
        "2017-06-01",
        "yes",
    ),
    "lost at the telling": ([LATE_CALL, LOST], TOLD, "no"),
    "perhaps lost just after she called": ([CALL, LOST], "2017-06-01", "possibly"),
    "they spoke later, so it was not lost": ([SPELL, LOST], "2016-06-01", "yes"),
    "lost to the mother; she spoke to the father": (
        [event("called", "aunt", "2017-03", to="father"), LOST],
        "2017-06-01",
        "yes",
    ),
    "resumed before the telling": (
        [event("contact_resumed", "aunt", "2020-04", to="mother", ends=LOST.about), LOST],
        AFTER,
        "no",
    ),
    "missing now": ([CALL, now("disappeared")], "2017-06-01", "possibly"),
    "dead now": ([CALL, now("died")], "2017-06-01", "possibly"),
    "dead at the telling": ([CALL, now("died")], TOLD, "no"),
    "in contact now": ([now("in_contact", to="mother")], "2018-01-01", "possibly"),
    "in contact at the telling": ([now("in_contact", to="mother")], TOLD, "yes"),
    "a call is of that day": ([now("called", to="mother")], BEFORE, "unknown"),
    "a call at the telling": ([now("called", to="mother")], TOLD, "yes"),
    "abroad at the telling": ([THERE], TOLD, "abroad"),
    "perhaps abroad before": ([THERE, CALL], "2017-06-01", "yes"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_table_of_cases(case):
    claims, on, wanted = CASES[case]
    assert left(network(family(*claims), "child"), "aunt", day(on)).left == wanted


@example((CALL,), now("taken_to_camp", id_="e9"), day("2018-01-01"))
@example((CALL, now("contact_lost", to="mother")), now("died", id_="e9"), day(TOLD))
@given(with_ties(), event_claims(ENDINGS, 9), days)
def test_what_ends_contact_now_is_never_read_as_beginning_with_the_telling(claims, ending, on):
    """Of all that began on that very day the answer would be no lower."""
    window = ending.when.window
    told = replace(ending, when=When(text="", window=window))
    still = replace(ending, when=When(text="currently", window=window, basis="currently"))
    if window.earliest != BEGINNING and ending.basis == "stated":
        assert value((*claims, still), on) <= value((*claims, told), on)


def test_who_lives_abroad_now_was_perhaps_there_only_since_they_were_last_elsewhere():
    around = network(
        family(
            person("uncle"),
            event("returned", "uncle", "2015", place="town"),
            now("lived_at", "uncle", place=ABROAD),
        ),
        "child",
    )
    seen = [str(around.side("uncle", day(on))) for on in ("2014-06-01", "2016-01-01", TOLD)]
    assert seen == ["unknown", "maybe outside", "outside"]


def test_what_goes_on_is_all_but_words_visits_and_attempts():
    moments = {name for name, type_ in event_types().items() if not type_.goes_on}
    assert {"called", "visited", "call_failed", "asked_not_to_be_contacted"} <= moments
    assert moments.isdisjoint(["in_contact", "lived_at", "imprisoned", "contact_lost", "died"])


def test_a_source_that_says_since_when_and_one_that_says_now_do_not_disagree():
    claims = [CAMP, replace(HELD, id="camp@2", source="2")]
    camp = network(family(*claims), "child").facts.events["camp"]
    assert camp.span.start == edtf_window("2017-05")
    assert not camp.dates_differ
    assert camp.when == CAMP.when
