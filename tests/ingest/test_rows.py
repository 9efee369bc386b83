"""What bad cells get: a sentence, the row kept, the rest taken."""

import pytest

from ingest import read
from ingest.cells import telephone

PERSON = {"id": "omer", "name": "Omer"}
EVENT = {"id": "told", "type": "called", "subject": "friends"}
TIE = {"id": "tie", "person": "dilnur", "kind": "knows", "relative": "friends"}
CAMP = {"id": "second", "type": "taken_to_camp", "subject": "dilnur"}

BROKEN = {
    "a must that is empty": ("people", {"id": "omer"}, "name: is empty and must be filled in"),
    "an id with blanks": (
        "people",
        PERSON | {"id": "Omer Faruh"},
        "write 'omer-faruh' everywhere",
    ),
    "a heading without its lines": (
        "sources",
        {"id": "report", "title": "Report", "headings": "L1-L9 One; The letter"},
        "'The letter' has no lines; write them first",
    ),
    "an id that is a number to call": ("people", PERSON | {"id": "0905551234567"}, "telephone"),
    "an unknown word": ("people", PERSON | {"sex": "femal"}, "did you mean 'female'?"),
    "an unknown type": ("events", EVENT | {"type": "caled"}, "did you mean 'called'?"),
    "an unknown role": ("events", EVENT | {"others": "mesenger: amina"}, "mean 'messenger'?"),
    "a role of nobody": ("events", EVENT | {"others": "messenger: "}, "names nobody"),
    "a date as a number": (
        "people",
        PERSON | {"birth": "43101"},
        "spreadsheet keeps for a date",
    ),
    "a month by a spreadsheet": (
        "people",
        PERSON | {"birth": "Mar-17"},
        "a spreadsheet makes of",
    ),
    "a day by a spreadsheet": (
        "people",
        PERSON | {"birth": "17-Mar"},
        "a spreadsheet makes of",
    ),
    "a time of day": ("people", PERSON | {"birth": "2018-06-24 00:00:00"}, "a time of day"),
    "a slash": (
        "people",
        PERSON | {"birth": "02/03/2017"},
        "it is not clear which is the day and which the month",
    ),
    "no day of the calendar": (
        "people",
        PERSON | {"birth": "2017-02-30"},
        "is no day of the calendar",
    ),
    "an unknown phrase": ("events", EVENT | {"when": "when the roses bloomed"}, "known are"),
    "a lag to nothing": ("events", EVENT | {"when": "soon after"}, "fill in after"),
    "a lag as a birth": (
        "people",
        PERSON | {"birth": "soon after"},
        "is a time after something",
    ),
    "lags to nothing": ("events", EVENT | {"lag_min": "3"}, "fill in after"),
    "lags turned around": (
        "events",
        EVENT | {"after": "taken", "lag_min": "9", "lag_max": "3"},
        "is less than lag_min (9)",
    ),
    "a lag in words": (
        "events",
        EVENT | {"after": "taken", "lag_min": "few"},
        "number of days",
    ),
    "an unknown age": (
        "people",
        PERSON | {"age_text": "old", "age_on": "2017"},
        "is not an age",
    ),
    "an age of no day": (
        "people",
        PERSON | {"age_text": "five"},
        "needs the day that it is of",
    ),
    "an age against the birth": (
        "people",
        PERSON | {"birth": "1990", "age_text": "five", "age_on": "2017"},
        "which birth excludes",
    ),
    "an end before the beginning": (
        "events",
        EVENT | {"when": "2018", "until": "2017"},
        "until: '2017' certainly ends before it begins (2018)",
    ),
    "a tie that ends first": (
        "kinship",
        TIE | {"from": "2018", "until": "2017"},
        "ends before",
    ),
    "a window against the words": (
        "events",
        EVENT | {"when": "late 2017", "edtf": "2015"},
        "excludes what when says (late 2017)",
    ),
    "their own kin": ("kinship", TIE | {"relative": "dilnur"}, "nobody is their own kin"),
    "their own spouse": (
        "kinship",
        TIE | {"kind": "spouse_of", "relative": "dilnur"},
        "nobody is their own kin",
    ),
    "a qualifier of nothing": (
        "kinship",
        TIE | {"qualifier": "half"},
        "has no meaning for knows",
    ),
    "a member of themself": ("people", PERSON | {"member_of": "omer"}, "names the row itself"),
    "half a position": ("places", {"id": "town", "name": "T", "lat": "35.5"}, "lon: is empty"),
    "off the globe": ("places", {"id": "t", "name": "T", "lat": "91", "lon": "0"}, "-90 to 90"),
    "no number": (
        "places",
        {"id": "t", "name": "T", "lat": "north", "lon": "0"},
        "not a number",
    ),
    "an emptying of nothing": ("events", EVENT | {"type": "place_emptied"}, "that changed"),
    "control of nothing": ("events", EVENT | {"type": "control_lost"}, "that changed"),
    "a release of nothing": ("events", EVENT | {"type": "released"}, "names the detention"),
    "an event after itself": ("events", EVENT | {"after": "told"}, "names the row itself"),
    "an event at its own time": ("events", EVENT | {"when": "@told"}, "of the event itself"),
    "no claim's name": (
        "people",
        PERSON | {"supersedes": "amina"},
        "is not the name of a claim",
    ),
    "NUL bytes": ("people", PERSON | {"name": "Om\0er"}, "control character (U+0000)"),
    "a bell": ("people", PERSON | {"name": "Om\aer"}, "control character (U+0007)"),
    "writing turned around": ("people", PERSON | {"name": "Om\u202eer"}, "turns the writing"),
    "an isolate": ("people", PERSON | {"name": "\u2067Omer"}, "turns the writing"),
    "a formula": ("people", PERSON | {"note": "=1+1"}, "begins like a spreadsheet formula"),
    "a full-width formula": ("people", PERSON | {"note": "\uff1d1+1"}, "spreadsheet formula"),
    "a formula by plus": ("people", PERSON | {"note": "+A1"}, "spreadsheet formula"),
    "a formula by minus": ("people", PERSON | {"note": "-A1"}, "spreadsheet formula"),
    "a formula by at": ("people", PERSON | {"note": "@SUM(A1)"}, "spreadsheet formula"),
    "a leading tab": ("people", PERSON | {"note": "\t=1"}, "control character (U+0009)"),
    "a cell too long": ("people", PERSON | {"note": "x" * 10_001}, "longer than 10,000"),
    "a number to call": ("people", PERSON | {"note": "ask +90 555 123 45 67"}, "telephone"),
    "a number within": ("people", PERSON | {"note": "13912345678 is hers"}, "telephone"),
    "a name that shows nothing": ("people", PERSON | {"name": "\u200b\u2060"}, "show nothing"),
    "a name of blank letters": ("people", PERSON | {"name": "\u2800 \u3164"}, "show nothing"),
    "an accent alone": ("people", PERSON | {"name": "\u0301"}, "show nothing"),
    "a note that shows nothing": ("people", PERSON | {"note": "\U000e0041"}, "show nothing"),
    "an id over two lines": ("people", PERSON | {"id": "om\ner"}, "line break"),
    "a person nobody knows": (
        "events",
        EVENT | {"subject": "friend"},
        "did you mean 'friends'?",
    ),
    "a place nobody knows": ("events", EVENT | {"place": "cmp"}, "did you mean 'camp'?"),
    "a source nobody knows": ("events", EVENT | {"source": "leter"}, "did you mean 'letter'?"),
    "an event nobody knows": ("events", EVENT | {"after": "takn"}, "did you mean 'taken'?"),
    "a time of no event": ("events", EVENT | {"when": "@takn"}, "when: 'takn' is no event"),
    "a claim nobody knows": (
        "events",
        EVENT | {"supersedes": "call@letter:events-9"},
        "is no claim that is recorded; did you mean 'call@letter:events-1'?",
    ),
    "relayed by nobody": ("events", EVENT | {"relayed_by": "nobody-else"}, "is no person"),
    "a member of a person": ("people", PERSON | {"member_of": "amina"}, "is not a group"),
    "a group of nobody": ("people", PERSON | {"member_of": "those"}, "is no person"),
    "an informant of no name": (
        "sources",
        {"id": "n", "title": "N", "informant": "nobody"},
        "is no person",
    ),
    "a part of nothing": ("places", {"id": "t", "name": "T", "part_of": "lan"}, "mean 'land'?"),
    "a part of itself": (
        "places",
        {"id": "t", "name": "T", "part_of": "t"},
        "names the row itself",
    ),
    "an ended call": ("events", CAMP | {"type": "released", "ends": "call"}, "does not end"),
    "an end without a meaning": ("events", EVENT | {"ends": "taken"}, "only releases"),
    "a reading of no event": (
        "interpretations",
        {"id": "r", "of": "tkn", "words": "school", "reading": "camp"},
        "is no event that is recorded; did you mean 'taken'?",
    ),
    "a reading that backs a fact": (
        "interpretations",
        {"id": "r", "of": "call", "words": "school", "reading": "camp", "backs": "taken"},
        "is stated, so it rests on no reading",
    ),
}


@pytest.mark.parametrize(("table", "cells", "sentence"), BROKEN.values(), ids=BROKEN)
def test_a_broken_cell_is_said_and_the_rest_is_taken(one_rejected, table, cells, sentence):
    assert sentence in one_rejected(table, **cells)


def test_every_fault_of_a_row_is_said_at_once(one_rejected):
    problem = one_rejected("people", **PERSON, sex="f", birth="43101")
    assert "sex: 'f'" in problem
    assert "birth: '43101'" in problem


def test_hidden_characters_are_shown_and_not_obeyed(one_rejected):
    assert "\u202e" not in one_rejected("people", **PERSON | {"name": "Om\u202eer"})


FINE = {
    "joiners of a script": ("people", PERSON | {"name": "می\u200cخواهم \u200d"}),
    "a minus that is a dash": ("people", PERSON | {"note": "- he said"}),
    "a negative degree": ("places", {"id": "t", "name": "T", "lat": "-35.5", "lon": "-1"}),
    "a time at an event": ("events", EVENT | {"when": "@taken"}),
    "years and days in a note": ("people", PERSON | {"note": "from 2016-2017, 2018-06-24 on"}),
    "a lag with its event": ("events", EVENT | {"when": "soon after", "after": "taken"}),
    "own words with a window": ("events", EVENT | {"when": "as roses bloomed", "edtf": "2018"}),
    "a note of two lines": ("people", PERSON | {"note": "one\ntwo"}),
    "blanks around": ("people", {"id": " omer ", "name": " Omer\u00a0"}),
    "a step-parent": ("kinship", TIE | {"kind": "parent_of", "qualifier": "step"}),
}


@pytest.mark.parametrize(("table", "cells"), FINE.values(), ids=FINE)
def test_what_only_looks_odd_is_taken(family, table, cells):
    reading = read([family.add(table, **cells).csv()])
    assert [each.problem for each in reading.rejected] == []


_BLANKS = " \u00a0\u2009\u202f\u3000"
_SIGNS = "-/.\u00b7\u2022_\u2013"


@pytest.mark.parametrize("between", [*_BLANKS, *_SIGNS], ids=ascii)
@pytest.mark.parametrize("before", ["", "ask ", "tel:", "WhatsApp: ", "wa.me/", "("])
@pytest.mark.parametrize("parts", [("+49", "170", "1234567"), ("0991", "234", "5678")])
def test_a_number_to_call_is_seen_however_it_is_parted(before, between, parts):
    assert telephone(f"{before}{between.join(parts)}")


@pytest.mark.parametrize(
    "text",
    [
        "01/02/2017",
        "2016/2017/2018",
        "2017_2018",
        "3 of 120 \u00b7 2018",
        "ASA 17/3798/2021",
        "https://example.org/item/1234567890",
        "A/73/17 of 2018",
        "from 2017-03-01 to 2018-04-05",
        *(
            between.join([day.replace("-", sign)] * 2)
            for day in ("05-10-2017", "5-1-2017", "2017-10-05", "2017-1-5")
            for sign in "-/."
            for between in (" ", " \u2013 ", "\u00a0")
        ),
    ],
)
def test_days_years_and_numbers_of_documents_are_no_numbers_to_call(text):
    assert not telephone(text)
