"""A file is read back and searched: what must not be in it stops it."""

import io
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from graph.export.audiences import Extras
from graph.export.formats import FORMATS
from graph.export.formats.pdf_text import apart
from graph.export.package import Audience
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.export.scan import LeakFound, leaks, read_back, search_for, searched
from graph.rule.answer import answer
from ingest import read
from tests.bench.generator import generate
from tests.builders import event, family, person, reading
from tests.export.families import INVENTED, handed, packaged, records

BELOW = ["partner", "briefing", "public"]


ONE_OF_EACH = (
    "mihriban-eldest-child",
    "omer-youngest-daughter",
    "rizwangul-son",
    "dilnur-son",
    "mamutjan-son",
    "meripet-eldest-child",
)


@cache
def of_the_six_families(audience: str):
    """What an audience gets, and what must not be in it."""
    export = handed(ONE_OF_EACH, audience, as_of=date(2021, 12, 31))
    return export, search_for(records(), export)


def written(form, export) -> bytes:
    file = io.BytesIO()
    form.write(export, file)
    return file.getvalue()


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_no_format_leaks_anything_of_the_six_families(form, audience):
    export, search = of_the_six_families(audience)
    assert not leaks([form.text(written(form, export))], search)


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_a_name_that_slips_in_stops_every_format(form):
    export = handed(["meripet-eldest-child"], "briefing", as_of=date(2021, 12, 31))
    search = search_for(records(), export)
    [told] = export.briefings
    row = replace(told.rows[0], name="Amina's friend")
    told = replace(told, family="the family of Amina", rows=(row, *told.rows[1:]))
    planted = replace(export, briefings=(told,))
    people = (replace(export.records.people[0], name="Amina's friend"),)
    planted = replace(
        planted,
        records=replace(planted.records, people=people + planted.records.people[1:]),
    )
    with pytest.raises(LeakFound, match="a name"):
        read_back(written(form, planted), form, search)


INVITING = [
    "who to call",
    "call them",
    "reach out",
    "get in touch",
    "safe to contact",
    "please",
]


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_no_format_invites_contact_and_every_one_says_the_stop(form):
    """On a day before the request; of a picture, its words are read."""
    export = handed(["mamutjan-son"], "partner", as_of=date(2017, 3, 31))
    text = form.text(written(form, export))
    said = " ".join(text.lower().replace("_", " ").split())
    assert not [words for words in INVITING if words in said]
    assert "not contact" in said or "not to be contacted" in said


def test_a_leak_is_told_the_analyst_by_its_kind_and_its_word():
    export = handed(["meripet-eldest-child"], "partner")
    form = FORMATS["graphml"]
    planted = replace(export, recipient="for Amina")
    with pytest.raises(LeakFound) as error:
        read_back(written(form, planted), form, search_for(records(), export), "for Amina")
    assert 'a name: "amina" (' in str(error.value)


def test_internal_is_read_back_and_may_hold_everything():
    export = handed(["meripet-eldest-child"], "internal")
    read_back(
        written(FORMATS["graphml"], export),
        FORMATS["graphml"],
        search_for(records(), export),
    )


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """Some families that do not exist, with ids such as "list" and days of all kinds."""
    folder = tmp_path_factory.mktemp("generated")
    generate(folder, 300, seed=3)
    told, day = read([folder]).records, date(2021, 12, 31)
    children = sorted({claim.about for claim in told.people if claim.sought})[4:8]
    answers = [answer(told, child, as_of=day) for child in children]

    @cache
    def of(audience: str):
        order = ExportRequest(
            audience=Audience(audience), made_on=date(2026, 11, 26), as_of=day
        )
        export = packed(told, answers, order).package
        return export, search_for(told, export)

    return of


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"pdf", "docx", "png", "factsheet"}))
def test_what_is_written_as_it_should_be_stops_nothing(generated, audience, name):
    export, search = generated(audience)
    read_back(written(FORMATS[name], export), FORMATS[name], search)


@pytest.mark.parametrize("child", ["yazmire", "nurvashi"])
@pytest.mark.parametrize("name", ["jsonl", "pdf"])
def test_ids_that_are_words_of_an_allowed_name_stop_nothing(child, name):
    """The invented country and data set are called by words of their own names."""
    made = packaged([child], "partner", folder=INVENTED)
    form, search = FORMATS[name], search_for(records(INVENTED), made.package)

    def again() -> str:
        return searched(form, written(form, made.nameless(search)))

    read_back(written(form, made.package), form, search, again=again)


def test_quotations_that_were_asked_for_stop_nothing_and_others_do():
    said = event("called", "aunt", "2018", words="your mother went to study", to="mother")
    other = event("called", "aunt", "2018", words="the well behind us froze", to="mother")
    read = reading(said.about, words="went to study there", reading="held in some camp")
    told = family(person("aunt", name="Amina"), said, other, read)
    export = handed(["meripet-eldest-child"], "partner")
    only = replace(export, records=replace(told, events=(said,)))
    asked = search_for(told, only, Extras(quotes=True, coded_words=True))
    assert not leaks(
        ["Your mother went to study. Went to study there: held in some camp"], asked
    )
    assert leaks(["The well behind us froze"], asked)
    assert leaks(["Your mother went to study"], search_for(told, only))
    assert leaks(["Amina: your mother went to study"], asked)


def test_a_note_and_the_month_in_the_next_row_are_no_day():
    read = apart("5 \n January 2018\n(note 6) June 2018\non 24\nJune 2018")
    assert "5(next line) January" in " ".join(read.split()).replace("5 (", "5(")
    assert "24\nJune" in read
