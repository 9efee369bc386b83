"""GEDCOM 5.5.1: another reader finds everybody, nobody is made up, and no line is too long."""

import re

import pytest
from ged4py import GedcomReader
from ged4py.date import DateValueTypes
from hypothesis import given
from hypothesis import strategies as st

from graph.export.formats import FORMATS
from graph.export.formats.gedcom_lines import BANNED
from graph.export.formats.worded import STOP
from graph.export.package import Audience
from graph.record.dates import ALWAYS, When
from graph.record.model import Source
from graph.record.vocabulary import PersonKind
from tests.builders import event, family, person, tie, when
from tests.examples import examples
from tests.export import families
from tests.export.formats.handed import handed, rich, written

SEVEN_ONLY = {"SNOTE", "TRAN", "PHRASE", "UID", "EXID", "CREA", "ROLE", "MIME", "NO", "SCHMA"}


@pytest.fixture
def opened(tmp_path):
    """Open a hand-over with another reader; its individuals by the ids of the file."""
    path, readers = tmp_path / "over.ged", []

    def open_(over):
        path.write_bytes(written("gedcom551", over))
        reader = GedcomReader(str(path)).__enter__()
        readers.append(reader)
        return {one.sub_tag_value("REFN"): one for one in reader.records0("INDI")}

    yield open_
    for reader in readers:
        reader.__exit__(None, None, None)


def every_line(over):
    return written("gedcom551", over).decode("utf-8-sig").split("\n")[:-1]


def notes(record):
    return "\n".join(str(line.value) for line in record.sub_tags("NOTE"))


@pytest.mark.parametrize("audience", Audience)
def test_another_reader_finds_everybody_and_nobody_else(opened, audience):
    over = families.handed(audience=audience)
    people = {c.about for c in over.records.people if c.kind is PersonKind.PERSON}
    assert opened(over).keys() == people


@pytest.mark.parametrize("audience", Audience)
def test_it_says_the_older_version_in_its_words_alone(audience):
    found = every_line(families.handed(audience=audience))
    tags = {re.match(r"\d+ (?:@[^@]+@ )?(\w+)", line)[1] for line in found}
    assert not tags & SEVEN_ONLY
    assert {"2 VERS 5.5.1", "2 FORM LINEAGE-LINKED", "1 CHAR UTF-8", "1 SUBM @U1@"} <= {*found}


@pytest.mark.parametrize("audience", Audience)
def test_every_stop_is_with_its_person(opened, audience):
    over = families.handed(families.MAMUTJAN, audience=audience)
    found = opened(over)
    stopped = {id_ for id_ in over.do_not_contact if id_ in found}
    assert stopped
    assert stopped == {
        id_
        for id_, one in found.items()
        if any(fact.sub_tag_value("TYPE") == "Do not contact" for fact in one.sub_tags("FACT"))
    }


def test_the_parents_of_a_child_are_found(opened, everything):
    nurvashi = opened(everything)["nurvashi"]
    assert nurvashi.mother.sub_tag_value("REFN") == "zarimqan"
    assert nurvashi.father.sub_tag_value("REFN") == "oruntay"


def test_every_pointer_leads_to_a_record(everything):
    found = every_line(everything)
    records = {line.split()[1] for line in found if line.startswith("0 @")}
    pointers = [read[1] for line in found if (read := re.fullmatch(r"\d+ \w+ (@\w+@)", line))]
    assert {*pointers} <= records
    assert len(pointers) > len(records)


def test_no_line_is_longer_than_the_older_readers_take(everything):
    long = handed(family(event("moved", "aunt", words="ئامىنە " * 300, reason="阿米娜" * 300)))
    for over in (everything, long):
        assert max(len(line.encode()) for line in every_line(over)) <= 255


@examples(40)
@given(st.text(st.sampled_from("a @ئ米\u0301\n"), min_size=200, max_size=900))
def test_a_long_text_comes_back_whole_and_no_letter_is_cut(text):
    over = handed(family(event("moved", "aunt", words=text)))
    assert BANNED.sub("\ufffd", text) in FORMATS["gedcom551"].text(written("gedcom551", over))
    for line in every_line(over):
        if line.split()[1] == "CONC" and text.strip(" \n@"):
            assert "\ufffd" not in line


def test_who_takes_part_is_named_with_the_role_and_the_stop(opened):
    over = family(
        event("called", "friend", "2016", to="mother", others=(("about", "child"),)),
        event("asked_not_to_be_contacted", "mother", "2017"),
    )
    [call, *_] = opened(handed(over))["friend"].sub_tags("EVEN")
    assert f"with: Mother ({STOP})" in notes(call)
    assert "about: Child" in notes(call).split("\n")


def test_a_group_that_asked_is_never_named_without_its_stop():
    over = handed(
        family(
            event("asked_not_to_be_contacted", "neighbours", "2017"),
            event("called", "neighbours", "2016", to="mother"),
            tie("neighbours", "cares_for", "child"),
        )
    )
    for name in ("gedcom", "gedcom551"):
        named = re.findall(r"(?:PHRASE|caregiver:) Neighbours.*", written(name, over).decode())
        assert named
        assert all(STOP in line for line in named)


def test_a_tie_is_an_associate_in_a_word(opened):
    over = handed(family(tie("friend", "kin_of", "child", term="cousin")))
    found = opened(over)
    links = [
        (found["friend"].xref_id == link.value, link.sub_tag_value("RELA"))
        for link in found["child"].sub_tags("ASSO", follow=False)
    ]
    assert (True, "cousin") in links


@pytest.mark.parametrize(
    ("text", "span", "kind", "said"),
    [
        ("24 June, a Sunday", "2018-06-24", DateValueTypes.INTERPRETED, "24 June, a Sunday"),
        ("", "2018-06", DateValueTypes.SIMPLE, ""),
        ("at the feast", "", DateValueTypes.PHRASE, "at the feast"),
    ],
)
def test_the_words_of_a_time_stand_in_brackets(opened, text, span, kind, said):
    window = when(span).window if span else ALWAYS
    letter = Source(id="letter", title="A letter", kind="letter")
    moved = event("moved", "aunt", when=When(text=text, window=window), source="letter")
    [found] = opened(handed(family(letter, moved)))["aunt"].sub_tags("EVEN")
    date = found.sub_tag_value("DATE")
    assert date.kind is kind
    assert getattr(date, "phrase", "") == said


def test_words_beside_a_range_are_a_note(opened):
    late = When(text="late 2017", window=when("2017-09/2017-12").window)
    [found] = opened(handed(family(event("moved", "aunt", when=late))))["aunt"].sub_tags("EVEN")
    assert found.sub_tag_value("DATE").kind is DateValueTypes.RANGE
    assert "time: late 2017" in notes(found)


def test_each_kind_of_parents_is_a_family_in_the_older_words(opened):
    foster = tie("granny", "parent_of", "child", qualifier="foster")
    step = tie("friend", "parent_of", "child", qualifier="step")
    lines = opened(handed(family(foster, step)))["child"].sub_tags("FAMC", follow=False)
    assert [line.sub_tag_value("PEDI") for line in lines] == [None, "foster", None]
    assert notes(lines[2]) == "step"


def test_a_name_in_another_script_is_another_name(opened):
    aunt = person("aunt", name="Amina", other_names=("ئامىنە",))
    found = opened(handed(family(aunt)))["aunt"]
    kinds = [(line.value[0], line.sub_tag_value("TYPE")) for line in found.sub_tags("NAME")]
    assert kinds == [("Amina", None), ("ئامىنە", "aka")]


def test_what_only_the_newer_version_holds_is_counted():
    over = handed(rich())
    losses = FORMATS["gedcom551"].losses(over)
    assert {*FORMATS["gedcom"].losses(over)} < {*losses}
    [links] = [said for said in losses if "links from an event" in said]
    assert re.search(r"\([1-9]\d*\)\.$", links)
