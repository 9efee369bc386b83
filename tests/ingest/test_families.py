"""Checks across rows: rings, ages, orders, and rows that wait for others."""

from dataclasses import replace

import pytest

from graph.record.schema import ReferenceKind
from graph.record.vocabulary import Consent, TieKind
from ingest import nothing_known, read
from tests.ingest.valley import good_count, known_of, problems


def lines(reading, table):
    return [each.line for each in reading.rejected if each.file.name == f"{table}.csv"]


def test_a_parent_certainly_younger_than_the_child_is_rejected(family):
    family.add("people", id="old", name="Old", birth="1900")
    family.add("kinship", id="t", person="amina", kind="parent_of", relative="old")
    [bad] = read([family.csv()]).rejected
    assert (bad.line, bad.column) == (3, "relative")
    assert "certainly born before the parent amina" in bad.problem


def test_a_parent_perhaps_younger_is_taken(family):
    family.add("people", id="old", name="Old", birth="2009/2015")
    family.add("kinship", id="t", person="amina", kind="parent_of", relative="old")
    assert not read([family.csv()]).rejected


def test_a_ring_of_parents_is_rejected_row_by_row(family):
    family.add("people", id="a", name="A").add("people", id="b", name="B")
    family.add("people", id="c", name="C")
    for parent, child in ("ab", "bc", "ca"):
        family.add(
            "kinship", id=parent + child, person=parent, kind="parent_of", relative=child
        )
    reading = read([family.csv()])
    assert lines(reading, "kinship") == [3, 4, 5]
    assert "their own ancestor" in reading.rejected[0].problem


def test_a_ring_through_the_store_is_found(family):
    stored = read([family.csv()]).records
    only = family.folder / "kinship.csv"
    only.write_text(
        "id,person,kind,relative,source,locator\nback,amina,parent_of,dilnur,letter,L9\n"
    )
    [bad] = read([only], known=known_of(stored)).rejected
    assert "their own ancestor" in bad.problem


def test_places_that_contain_each_other_are_rejected(family):
    family.add("places", id="a", name="A", part_of="b").add(
        "places", id="b", name="B", part_of="a"
    )
    assert lines(read([family.csv()]), "places") == [4, 5]


def test_groups_that_belong_to_each_other_are_rejected(family):
    family.add("people", id="a", kind="group", name="A", member_of="b")
    family.add("people", id="b", kind="group", name="B", member_of="a")
    assert lines(read([family.csv()]), "people") == [5, 6]


def test_one_id_of_two_types_is_rejected_wherever_it_stands(family):
    family.add("events", id="taken", type="died", subject="dilnur")
    reading = read([family.csv()])
    assert lines(reading, "events") == [2, 4]
    assert "is died; use two ids" in reading.rejected[0].problem


@pytest.mark.parametrize(
    "cells",
    [
        {"person": "amina", "kind": "parent_of", "relative": "dilnur"},
        {"person": "friends", "kind": "parent_of", "relative": "amina"},
        {"person": "dilnur", "kind": "kin_of", "relative": "amina"},
        {"person": "dilnur", "kind": "not_same_as", "relative": "amina"},
    ],
    ids=["turned round", "of others", "of another kind", "the opposite"],
)
def test_one_id_of_two_ties_is_rejected_wherever_it_stands(family, cells):
    family.add("kinship", id="dilnur-amina", **cells)
    reading = read([family.csv()])
    assert lines(reading, "kinship") == [2, 3]
    assert "use two ids, or supersedes" in reading.rejected[0].problem


@pytest.mark.parametrize("kind", sorted(TieKind))
def test_a_tie_that_holds_both_ways_is_one_tie_from_either_side(family, kind):
    family.add("people", id="b", name="B").add("people", id="c", name="C")
    family.add("kinship", id="t", person="b", kind=kind, relative="c")
    family.add("kinship", id="t", person="c", kind=kind, relative="b")
    one_way = kind in ("parent_of", "kin_of", "cares_for", "knows")
    assert bool(read([family.csv()]).rejected) is one_way


def test_one_id_that_is_a_person_and_a_group_is_rejected(family):
    family.add("people", id="friends", name="Friends")
    reading = read([family.csv()])
    assert lines(reading, "people") == [4, 5]
    assert lines(reading, "events") == [3]


def test_events_that_came_after_each_other_are_rejected(family):
    family.add("events", id="a", type="called", subject="friends", after="b")
    family.add("events", id="b", type="called", subject="friends", after="c")
    family.add("events", id="c", type="called", subject="friends", before="x; b", after="a")
    family.add("events", id="x", type="called", subject="friends")
    reading = read([family.csv()])
    assert lines(reading, "events") == [4, 5, 6]
    assert "each would be after the other" in reading.rejected[0].problem


@pytest.mark.parametrize(
    "cells",
    [
        {"when": "2015", "after": "taken"},
        {"when": "2018", "before": "taken"},
        {"when": "2017-07", "after": "taken", "lag_min": "90"},
        {"when": "2019", "after": "taken", "lag_max": "90"},
    ],
    ids=["before what it came after", "after what it came before", "too soon", "too late"],
)
def test_a_date_that_contradicts_the_order_is_rejected(one_rejected, cells):
    problem = one_rejected("events", id="x", type="called", subject="friends", **cells)
    assert problem.startswith(("after: 'taken'", "before: 'taken'"))


def test_a_date_that_contradicts_an_order_through_others_is_rejected(family):
    family.add("events", id="later", type="called", subject="friends", after="taken")
    family.add(
        "events", id="last", type="called", subject="friends", after="later", when="2016"
    )
    assert lines(read([family.csv()]), "events") == [5]


def test_the_end_of_a_spell_counts_for_what_came_after(family):
    family.add(
        "events", id="spell", type="in_contact", subject="friends", when="2015", until="2018-05"
    )
    family.add("events", id="x", type="called", subject="friends", after="spell", when="2017")
    assert lines(read([family.csv()]), "events") == [5]


def test_a_request_is_withdrawn_only_by_who_made_it(family):
    family.add("events", id="asked", type="asked_not_to_be_contacted", subject="friends")
    family.add("events", id="back", type="request_withdrawn", subject="dilnur", ends="asked")
    family.add("events", id="fine", type="request_withdrawn", subject="friends", ends="asked")
    reading = read([family.csv()])
    assert lines(reading, "events") == [5]
    assert "only who asked can withdraw" in reading.rejected[0].problem


def test_the_country_of_risk_must_be_a_country(family):
    family.tables["dataset"][0]["country_of_risk"] = "camp"
    reading = read([family.csv()])
    assert reading.total.taken == 0
    assert "name one of kind country" in problems(reading)[0]
    assert all("waits for dataset.csv line 2" in each.problem for each in reading.rejected[1:])


def test_a_row_that_names_a_rejected_row_waits_for_it_and_says_so(family):
    family.add("people", id="omer", name="Omer", sex="m")
    family.add("kinship", id="t", person="omer", kind="parent_of", relative="amina")
    family.add("events", id="x", type="called", subject="omer", with_="amina")
    family.add("events", id="y", type="called", subject="amina", after="x")
    reading = read([family.csv()])
    waits = [each.partition(", which")[0] for each in problems(reading)[1:]]
    assert problems(reading)[0].startswith("people.csv line 5: sex:")
    assert waits == [
        "events.csv line 4: subject: 'omer' waits for people.csv line 5",
        "events.csv line 5: after: 'x' waits for events.csv line 4",
        "kinship.csv line 3: person: 'omer' waits for people.csv line 5",
    ]
    assert reading.total.taken == good_count()


def test_a_long_chain_of_waiting_rows_falls_in_one_go(family):
    family.add("places", id="p0", name="P", kind="toun")
    for number in range(1, 3_000):
        family.add("places", id=f"p{number}", name="P", part_of=f"p{number - 1}")
    reading = read([family.csv()])
    assert reading.counts["places"].rejected == 3_000
    assert reading.counts["places"].taken == 2


def test_a_row_that_another_good_row_also_defines_waits_for_nothing(family):
    family.add("people", id="amina", name="Amina", sex="f")
    reading = read([family.csv()])
    assert lines(reading, "people") == [5]
    assert reading.total.taken == good_count()


def test_two_data_sets_in_one_folder_are_rejected(family):
    family.add("dataset", id="hill", title="The hill", country_of_risk="land")
    reading = read([family.csv()])
    assert "one of two data sets in one folder" in problems(reading)[0]


def test_a_place_written_twice_with_other_content_is_rejected(family):
    family.add("places", id="camp", name="The other camp")
    reading = read([family.csv()])
    assert lines(reading, "places") == [3, 4]


def test_a_consent_that_was_lowered_stays_so_and_the_same_table_is_taken(family):
    family.tables["sources"][0]["consent"] = "public"
    told = read([family.csv()]).records
    [source] = told.sources
    lowered = replace(told, sources=(replace(source, consent=Consent.INTERNAL),))
    again = read([family.csv()], known=known_of(lowered))
    assert (again.rejected, again.records) == ((), lowered)
    assert "lowered to internal before and stays so" in again.notes[-1]


def test_loading_the_same_twice_finds_nothing_wrong(family):
    stored = read([family.csv()]).records
    again = read([family.csv()], known=known_of(stored))
    assert (again.rejected, again.records) == ((), stored)


def test_the_store_is_asked_once_for_all_that_rows_mention(family):
    asked = []

    def known(mentioned):
        asked.append(mentioned)
        return nothing_known(mentioned)

    family.add(
        "events", id="x", type="called", subject="stranger", when="currently", source="far"
    )
    read([family.csv()], known=known)
    [mentioned] = asked
    assert {"stranger", "amina"} <= mentioned[ReferenceKind.PERSON]
    assert {"far", "letter"} <= mentioned[ReferenceKind.SOURCE]
    assert {"x@far:events-2", "taken@letter:events-0"} <= mentioned[ReferenceKind.CLAIM]


REQUEST = {"type": "asked_not_to_be_contacted", "subject": "friends", "with": "dilnur"}


def test_a_withdrawal_from_before_the_request_that_it_names_is_rejected(family):
    family.add("events", id="asked", when="2019-05", **REQUEST)
    withdrawn = {"type": "request_withdrawn", "subject": "friends", "ends": "asked"}
    family.add("events", id="early", when="2019-04", **withdrawn)
    family.add("events", id="perhaps", when="2019", **withdrawn)
    [bad] = read([family.csv()]).rejected
    assert (bad.line, bad.column) == (5, "ends")
    assert "was asked on 2019-05-01 at the earliest" in bad.problem
    assert "withdraws it by 2019-04-30; mend the date" in bad.problem


@pytest.mark.parametrize("column", ["words", "note", "reason"])
def test_words_that_ask_not_to_be_contacted_are_asked_back_and_the_row_is_taken(family, column):
    family.add("events", id="w", type="warned", subject="dilnur", **{column: "do not call us"})
    reading = read([family.csv()])
    [note] = reading.notes
    assert not reading.rejected
    assert "events.csv line 4 has the words 'do not call'" in note
    assert "dilnur carries no stop" in note
    assert 'write "no request" into its note' in note


def test_a_reading_that_asks_not_to_be_contacted_is_asked_back(family):
    family.add(
        "interpretations", id="r", of="call", words="rain", reading="never call me again"
    )
    [note] = read([family.csv()]).notes
    assert "interpretations.csv line 2" in note


@pytest.mark.parametrize("said", ["a request of its own", "a note"])
def test_words_that_are_settled_are_not_asked_back(family, said):
    note = "no request: she meant the shop" if said == "a note" else ""
    words = {"words": "do not call us", "note": note}
    family.add("events", id="w", type="warned", subject="dilnur", **words)
    if said != "a note":
        family.add("events", id="asked", **(REQUEST | {"subject": "dilnur", "with": ""}))
    assert read([family.csv()]).notes == ()


@pytest.mark.parametrize("broken", [{"when": "some day"}, {"place": "nowhere"}])
def test_a_rejected_request_says_that_nobody_carries_its_stop(family, broken):
    family.add("events", id="asked", **REQUEST, **broken)
    [note] = read([family.csv()]).notes
    assert "events.csv line 4 asks not to be contacted, for 'friends', and was rejected" in note
