"""GEDCOM 7: strictly valid, read by another reader too, and nobody is made up."""

from datetime import date

import gedcom7
import pytest
from ged4py import GedcomReader
from hypothesis import given
from hypothesis import strategies as st

from graph.export.formats import FORMATS
from graph.export.formats.gedcom_lines import GedcomLine, date_value, lines, text_of
from graph.record.dates import ALWAYS, Window
from graph.record.vocabulary import PersonKind
from tests.builders import event, family, person, tie, when
from tests.export.formats.handed import handed, rich, written
from tests.export.formats.hostile import HOSTILE


def records(over):
    """Read a hand-over strictly; what was read is written again to the byte."""
    content = written("gedcom", over).decode()
    found = gedcom7.loads(content.removeprefix("\ufeff"))
    assert [error.message for error in gedcom7.validate(found)] == []
    assert gedcom7.dumps(found) == content
    return found


def below(record, *path):
    """The lines below a record by their tags, such as BIRT, DATE."""
    found = [record]
    for tag in path:
        found = [child for each in found for child in each.children if child.tag == tag]
    return found


def called(found, name):
    [one] = [each for each in found if each.tag == "INDI" and text(each, "NAME") == name]
    return one


def text(record, *path):
    return next((line.text for line in below(record, *path)), "")


def test_the_families_are_valid_and_everyone_is_there_once(everything):
    found = records(everything)
    people = {c.about for c in everything.records.people if c.kind is PersonKind.PERSON}
    assert sorted(text(r, "REFN") for r in found if r.tag == "INDI") == sorted(people)


def test_another_reader_finds_the_parents_of_a_child(everything, tmp_path):
    path = tmp_path / "handed.ged"
    path.write_bytes(written("gedcom", everything))
    with GedcomReader(str(path)) as reader:
        [nurvashi] = [
            each for each in reader.records0("INDI") if each.sub_tag_value("REFN") == "nurvashi"
        ]
        assert nurvashi.mother.sub_tag_value("REFN") == "zarimqan"
        assert nurvashi.father.sub_tag_value("REFN") == "oruntay"


def test_every_family_and_its_people_point_to_each_other(everything):
    found = {r.xref: r for r in records(everything) if r.xref}
    for xref, record in found.items():
        for side in ("HUSB", "WIFE"):
            for line in below(record, side):
                assert xref in [s.pointer for s in below(found[line.pointer], "FAMS")]
        if record.tag == "FAM":
            for line in below(record, "CHIL"):
                assert xref in [s.pointer for s in below(found[line.pointer], "FAMC")]
        for line in below(record, "FAMC"):
            assert xref in [s.pointer for s in below(found[line.pointer], "CHIL")]


def test_a_parent_who_is_not_recorded_is_not_made_up():
    found = records(handed(family()))
    [of_mother] = [
        each for each in found if each.tag == "FAM" and len(below(each, "CHIL")) == 2
    ]
    assert len(below(of_mother, "HUSB") + below(of_mother, "WIFE")) == 1  # granny alone
    assert sum(each.tag == "INDI" for each in found) == 6


def test_each_kind_of_parents_is_a_family_of_its_own():
    foster = tie("granny", "parent_of", "child", qualifier="foster")
    step = tie("friend", "parent_of", "child", qualifier="step")
    child = called(records(handed(family(foster, step))), "Child")
    assert [text(line, "PEDI") for line in below(child, "FAMC")] == ["", "FOSTER", "OTHER"]
    assert text(child, "FAMC", "PEDI", "PHRASE") == "step"


def test_a_death_that_is_only_believed_is_no_death():
    sure = event("died", "granny", "2015")
    believed = event("died", "aunt", "2016", basis="believed")
    found = records(handed(family(sure, believed)))
    assert below(called(found, "Granny"), "DEAT")
    assert not below(called(found, "Aunt"), "DEAT")
    assert "not certain" in text(called(found, "Aunt"), "EVEN", "TYPE")


def test_who_asked_not_to_be_contacted_carries_it_first_of_all(everything):
    found = {text(r, "REFN"): r for r in records(everything) if r.xref}
    [fact] = [f for f in below(found["pilduza"], "FACT") if text(f, "TYPE") == "Do not contact"]
    assert fact.text.startswith("Do not contact: asked not to be contacted")
    assert text(found["pilduza"], "RESN") == "CONFIDENTIAL"
    assert "Somebody near them" in text(found["orvash"], "FACT")


def test_a_group_that_asked_carries_the_stop_in_its_note():
    request = event("asked_not_to_be_contacted", "neighbours", "2017")
    found = records(handed(family(request)))
    [note] = [r for r in found if r.tag == "SNOTE" and text(r, "REFN") == "neighbours"]
    assert note.text.startswith("Do not contact")


def test_a_name_in_another_script_is_a_translation_and_no_language_is_guessed():
    aunt = person("aunt", name="Amina", other_names=("ئامىنە", "阿米娜", "Aminä"))
    found = called(records(handed(family(aunt))), "Amina")
    translations = {line.text: text(line, "LANG") for line in below(found, "NAME", "TRAN")}
    assert translations == {"ئامىنە": "und-Arab", "阿米娜": "und-Hani"}
    assert [line.text for line in below(found, "NAME")] == ["Amina", "Aminä"]


def test_the_reliability_of_a_source_is_the_quality_of_its_citations(everything):
    found = records(everything)
    cited = {
        (
            text(sour, "NOTE").split("claim: ")[-1].split("@")[-1].split(":")[0],
            text(sour, "QUAY"),
        )
        for record in found
        for holder in (record, *record.children)
        for sour in below(holder, "SOUR")
        if "claim: " in text(sour, "NOTE")
    }
    assert {("t-fable", "2"), ("t-yarn", "3"), ("d-list", "0"), ("v-riddle", "")} <= cited


@pytest.mark.parametrize(
    ("window", "value"),
    [
        (when("2018-06-24").window, "24 JUN 2018"),
        (when("2018-06").window, "JUN 2018"),
        (when("2018").window, "2018"),
        (when("2017-09/2017-12").window, "BET 1 SEP 2017 AND 31 DEC 2017"),
        (when("../2017").window, "BEF 1 JAN 2018"),
        (when("2018-05/..").window, "AFT 30 APR 2018"),
        (ALWAYS, ""),
    ],
)
def test_a_window_is_a_date(window, value):
    assert date_value(window) == value


def test_what_was_said_of_a_time_stays_beside_its_date():
    late = when("2017-09/2017-12")
    said = event("moved", "aunt", when=type(late)(text="late 2017", window=late.window))
    found = called(records(handed(family(said))), "Aunt")
    assert text(found, "EVEN", "DATE", "PHRASE") == "late 2017"


@given(st.dates(date(1800, 1, 1)), st.dates(date(1800, 1, 1)))
def test_every_window_is_a_valid_date(one, other):
    value = date_value(Window(min(one, other), max(one, other)))
    content = f"0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 BIRT\n2 DATE {value}\n0 TRLR\n"
    assert gedcom7.validate(gedcom7.loads(content)) == []


@given(st.text())
def test_any_text_comes_back_but_for_what_no_line_may_hold(said):
    content = "".join(f"{line}\n" for line in lines(GedcomLine("NOTE", said)))
    ends = said.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        "\ufffd" if (ord(s) < 32 and s not in "\n\t") or 127 <= ord(s) < 160 else s
        for s in ends
    )
    kept = kept.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert text_of(content.encode()) == kept


def test_no_name_breaks_a_line():
    people = [person(f"p{n}", name=name) for n, name in enumerate(HOSTILE)]
    found = records(handed(family(*people)))
    assert sum(r.tag == "INDI" for r in found) == 6 + len(HOSTILE)


def test_the_answer_is_a_note_below_the_child_with_the_stop_on_the_row(everything):
    found = {text(r, "REFN"): r for r in records(everything) if r.xref}
    notes = "\n".join(line.text for line in below(found["mamutjan-daughter"], "NOTE"))
    [row] = [line for line in notes.split("\n") if "father of Mamutjan (" in line]
    assert row.startswith("Do not contact: asked not to be contacted")


def test_losses_are_counted():
    losses = FORMATS["gedcom"].losses(handed(rich()))
    assert "Not in this file: retracted claims (1)." in losses
    assert "Not in this file: which detention a release ended (1)." in losses
