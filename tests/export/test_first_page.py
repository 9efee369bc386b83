"""The first page of a briefing: prose that a minister reads, and nothing that is withheld."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest

from graph.export.documents.family_prose import MOST_EVENTS, first_page
from graph.export.documents.notes import Notes
from graph.export.documents.sentences import PLEAS, PROSE_HEADS
from graph.export.formats import FORMATS
from graph.export.package import Audience
from graph.export.packaging import packed
from graph.export.preparing import InvalidChoice, check
from graph.export.request import ExportRequest
from graph.export.scan import LeakFound, read_back, search_for
from graph.pages.export.export_words import READERS
from graph.record.model import Source
from graph.record.vocabulary import Consent
from graph.rule.answer import answer
from tests.builders import event, family, person, tie
from tests.export.families import MAMUTJAN, MERIPET, everyone, handed, records
from tests.export.test_documents import pages, written
from tests.stopped import named_in, without_the_stop

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
ASKED = {"reader": "consulate", "plea": "Please answer within a month."}


def sections(package):
    parts = first_page(package.briefings, package, Notes(package).cite)
    return {part.heading: [one.text for one in part.sentences] for part in parts}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("who", [MERIPET, MAMUTJAN], ids=["meripet", "mamutjan"])
def test_it_is_one_page_with_every_part_in_order(who, audience):
    over = handed(who, audience, **ASKED)
    first, second, *_ = pages(written(over))
    heads = [one for one in PROSE_HEADS.values() if one in sections(over)]
    assert len(heads) >= 4
    places = [first.find(heading) for heading in heads]
    assert -1 not in places
    assert places == sorted(places)
    assert "Please answer within a month." in first
    assert "The family on this day." in second


@pytest.mark.parametrize("audience", Audience)
def test_five_to_eight_things_happened_each_with_its_time(audience):
    for who in (MERIPET, MAMUTJAN):
        happened = sections(handed(who, audience))["What happened"]
        assert 5 <= len(happened) <= MOST_EVENTS
        assert all(re.match(r"(In|On|By|Between|From) .*\d{4}", one) for one in happened)


def test_what_all_children_are_called_alike_is_said_once():
    said = sections(handed(MERIPET))
    assert re.search(
        r": eldest \(.*\), second \(.*\), third \(.*\) and youngest \(", said["The children"][0]
    )
    assert "news of the children: " in said["Who is left"][-1]


def test_brothers_and_sisters_are_one_family():
    said = sections(handed(MERIPET, "partner"))
    each = r"child \d \(\d+ to \d+ years old\)"
    assert re.fullmatch(
        rf"This is about the four children of family A: (?:{each},? (?:and )?){{3}}{each}\.",
        said["The children"][0],
    )
    together = "the four children were placed in an orphanage (Xinjiang)."
    assert [one for one in said["What happened"] if together in one]
    assert not [one for one in said["What happened"] if "child 1" in one]


def test_it_says_since_when_nobody_is_left_and_how_long_the_family_waits():
    said = sections(handed(MERIPET, "partner"))
    assert said["Who is left"][0] == (
        "The last one to be cut off was the father's sister-in-law, who was taken to a camp "
        "between September and December 2018. Since then nobody is recorded as left to contact."
    )
    [appeal] = said["What the family asked"]
    assert "Turkish Foreign Ministry" in appeal
    assert appeal.endswith("no answer is recorded. Time without an answer: 0 to 47 months.")


def test_where_somebody_is_left_nobody_is_said_to_be_left_since():
    said = sections(handed(MAMUTJAN))["Who is left"]
    [cut_off] = [one for one in said if one.startswith("The last one to be cut off was")]
    assert "the mother of Muhherrem" in cut_off
    assert "nobody" not in " ".join(said)


@pytest.mark.parametrize("audience", Audience)
def test_whoever_is_left_is_named_first_with_what_is_recorded(audience):
    for who in (MERIPET[:1], MAMUTJAN[:1]):
        [told] = (over := handed(who, audience, as_of=DAYS[0])).briefings
        said = sections(over)["Who is left"]
        left = [row for row in told.rows if row.left in ("yes", "possibly")]
        assert left
        for row in left:
            [line] = [one for one in said if f" {row.name} ({row.status}" in one]
            assert line.startswith("Possibly") == (row.left == "possibly")
            assert ("asked not to be contacted" in line) >= row.household_asked_not
        assert any("left to contact" in one for one in said[:1])


def test_where_nobody_is_left_or_cut_off_it_says_so():
    over = family()
    day = date(2018, 12, 31)
    request = ExportRequest(audience=Audience.PARTNER, made_on=day, as_of=day)
    package = packed(over, [answer(over, "child", as_of=day)], request).package
    assert sections(package)["Who is left"] == ["Nobody is recorded as left to contact."]


def test_a_family_of_very_many_children_names_each_of_them():
    others = [person(f"c{at}", name=f"Child Number {at}", sought=True) for at in range(40)]
    ties = [tie("mother", "parent_of", one.about) for one in others]
    over, day = family(*others, *ties), date(2018, 12, 31)
    children = ["child", *(one.about for one in others)]
    told = [answer(over, child, as_of=day) for child in children]
    request = ExportRequest(audience=Audience.INTERNAL, made_on=day, as_of=day)
    package = packed(over, told, request).package
    for form in ("pdf", "docx"):
        found = FORMATS[form].text(written(package, form))
        assert [one.name for one in others if one.name not in found] == []


@pytest.mark.parametrize("audience", ["partner", "briefing", "public"])
def test_below_internal_no_day_is_in_the_prose(audience):
    for who in (MERIPET, MAMUTJAN):
        said = [one for part in sections(handed(who, audience)).values() for one in part]
        assert not re.search(rf"\d (?:{MONTHS})|\d{{4}}-\d\d", " ".join(said))
        if audience != "partner":
            assert not re.search(MONTHS, " ".join(said))


def test_whoever_asked_not_to_be_contacted_is_never_named_without_it():
    every = [handed(who, as_of=day) for who in (MERIPET, MAMUTJAN) for day in DAYS]
    said = [one for over in every for part in sections(over).values() for one in part]
    assert without_the_stop(said) == []
    assert named_in("\n".join(said))


DAYS = (date(2017, 8, 1), date(2021, 1, 1))
SECRET = Source(id="letter", title="A letter", kind="letter", consent=Consent.INTERNAL)


@pytest.mark.parametrize(("audience", "told"), [("internal", True), ("partner", False)])
def test_what_rests_on_a_withheld_source_is_not_told(audience, told):
    death = event("died", "aunt", "2018-03", source="letter")
    over = family(SECRET, event("called", "aunt", "2018-01", to="mother"), death)
    day = date(2018, 12, 31)
    request = ExportRequest(audience=Audience(audience), made_on=day, as_of=day)
    package = packed(over, [answer(over, "child", as_of=day)], request).package
    said = " ".join(one for part in sections(package).values() for one in part)
    assert ("died" in said) is told
    assert ("cut off" in said) is told


def test_each_kind_of_reader_is_asked_something_and_is_offered_on_the_page():
    assert {*READERS} == {"", *PLEAS}
    for reader, text in PLEAS.items():
        assert sections(handed(MERIPET, reader=reader))["What we ask of you"] == [text]
    assert "What we ask of you" not in sections(handed(MERIPET))


def test_an_unknown_kind_of_reader_is_refused():
    request = ExportRequest(audience=Audience.PARTNER, made_on=DAYS[0], reader="king")
    with pytest.raises(InvalidChoice, match="consulate, un, parliament, press"):
        check(request)


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_name_in_what_is_asked_stops_the_file(form):
    over = handed(MERIPET, "partner", plea="Please find Meripet Metniyaz.")
    file = io.BytesIO()
    FORMATS[form].write(over, file)
    with pytest.raises(LeakFound, match="meripet"):
        read_back(file.getvalue(), FORMATS[form], search_for(records(), over))


def test_a_source_is_named_as_people_name_it_and_its_records_are_in_the_appendix():
    over = handed(MERIPET, "partner")
    whole = " ".join(pages(written(over)))
    assert re.search(r"Testimony of the mother, 2021, lines? \d+", whole)
    body, _, appendix = whole.partition("The records behind each note")
    claims = {claim for one in over.briefings for claim in one.headline.claims}
    assert claims
    assert not [claim for claim in claims if claim in body]
    assert "1: " in appendix


def test_an_informant_who_asked_not_to_be_contacted_carries_it_in_the_note():
    over = handed(MERIPET, "partner")
    [mother] = {
        row.person for one in over.briefings for row in one.rows if row.name == "mother"
    }
    notes = Notes(replace(over, do_not_contact=frozenset({mother})))
    notes.cite(over.briefings[0].headline)
    assert notes.bodies[0].startswith("Testimony of the mother (asked not to be contacted)")


def test_an_outcome_without_a_recorded_appeal_is_a_sentence_of_its_own():
    said = sections(handed([one for one in everyone() if one.startswith("mihriban")]))
    assert [one for one in said["What the family asked"] if one.startswith("In June 2020, the")]


def test_whoever_somebody_visited_is_named():
    said = sections(handed(["rizwangul-son"]))["What happened"]
    assert not [one for one in said if one.endswith(("advised.", "warned.", "visited."))]
    assert [one for one in said if "visited Rizwangul" in one]


def test_an_authority_is_named_once_where_it_is_the_place_as_well():
    children = [f"mihriban-{one}-child" for one in ("eldest", "second", "third", "youngest")]
    asked = " ".join(sections(handed(children))["What the family asked"])
    assert "were sent elsewhere by the Italian embassy in Beijing." in asked
