"""What leaves of families whose names are places, words of a format, or typed into titles."""

import io
import re
from dataclasses import fields, replace
from functools import cache

import pytest

from graph.export.audience.nameless import NOBODY, Unnaming
from graph.export.audience.naming import AUTHORITY
from graph.export.audiences import Extras
from graph.export.formats import FORMATS
from graph.export.leaks.term_index import WholeWords, words
from graph.export.leaks.terms import names_of
from graph.export.leaks.titles import Titles
from graph.export.package import Audience, Package
from graph.export.scan import LeakFound, read_back, search_for, searched
from graph.export.typed_words import Unread, as_options, see_read, typed
from graph.record.model import Records
from graph.record.vocabulary import Consent
from graph.views.name_search import SearchEntry
from tests.builders import event, family, person
from tests.builders import when as builders_when
from tests.export.adversarial import BELOW, FAMILIES, export, going, of_family, package, records
from tests.export.families import INVENTED, REPORT
from tests.export.families import records as samples
from tests.export.formats.handed import rich

TYPED = ["Rosebud", "Rebiya Qadir", "The Daily", "Z. E.", "Daut", "Sister Anna", "baker"]
TITLED = Extras(titles=True)


def text_of(form, handed: Package) -> str:
    file = io.BytesIO()
    form.write(handed, file)
    return searched(form, file.getvalue())


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_that_may_leave_leaves_in_every_format(name, audience):
    """A name that is a word of the format, or of a place that may be read, stops nothing."""
    made = of_family(name, audience)
    leaving = export(made)
    for form in going(made):
        assert leaving.written(form).content


@cache
def of_nobody_else(audience: Audience) -> Package:
    """What an audience gets of the family of `called`, if the aunt has her own name alone."""
    return package(called(set()), audience).package


def called(all_of: set[str]) -> Records:
    """A family in which the aunt has every one of these words as a name."""
    return family(
        person("aunt", name="Nurzat Abliz", sex="female", other_names=tuple(sorted(all_of))),
        person("child", name="Gulnisa", sought=True, born=builders_when("2010").window),
        event("called", "aunt", "2018", to="mother", id_="call"),
        event("asked_not_to_be_contacted", "granny", "2019", id_="asked"),
    )


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_no_word_that_a_file_holds_anyhow_is_a_name_that_blocks_it(form, audience):
    """Whatever word stands in the file of a family: somebody may be called so."""
    plain = of_nobody_else(audience)
    found = words(text_of(form, plain))
    names = {word.capitalize() for word in found if word.isalpha() and len(word) > 1}
    told = called(names - {"Gulnisa"})
    made = package(told, audience)
    if not form.refuses(made.package):
        assert export(made).written(form).content


@pytest.mark.parametrize("family_name", FAMILIES)
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_such_a_name_stops_every_format_where_it_is_somebodys(form, family_name):
    told = records(family_name)
    made = of_family(family_name, Audience.PUBLIC)
    name = "Li" if "format" in family_name else "Georgia"
    search = search_for(told, made.package)
    [first, *more] = made.package.briefings
    row = replace(first.rows[0], name=f"called {name}")
    people = [replace(one, name=f"called {name}") for one in made.package.records.people]
    planted = replace(
        made.package,
        briefings=(replace(first, family=f"of {name}", rows=(row, *first.rows[1:])), *more),
        records=replace(made.package.records, people=tuple(people)),
    )
    file = io.BytesIO()
    form.write(planted, file)

    def again() -> str:
        return text_of(form, made.nameless(search))

    with pytest.raises(LeakFound, match=f'a name: "{name.lower()}"'):
        read_back(file.getvalue(), form, search, again=again)


STRANGER = SearchEntry(kind="person", id="z", names=("Zulfikar Horun",), retracted=("Zulu",))
NAMING = [
    ("events", "words", "sent to study, said Zulfikar and left"),
    ("ties", "words", "she is as a mother, Horun writes"),
    ("interpretations", "words", "Zulfikar is a shop"),
    ("interpretations", "reading", "Zulu was freed"),
    ("sources", "title", "The case of \u0417\u0443\u043b\u0444\u0438\u049b\u0430\u0440"),
    ("sources", "publisher", "Horun Press"),
    ("people", "name", "Ministry of Horun"),
]


@pytest.mark.parametrize("form", ["jsonl", "docx"])
@pytest.mark.parametrize(("table", "field", "text"), NAMING, ids=lambda one: str(one)[:20])
def test_no_free_text_names_somebody_of_another_family(table, field, text, form):
    """Nobody of another family is gathered, and any typed text may name one.

    A quotation stops the file. A source is then called by its kind, an authority by its role.
    """
    told = samples(REPORT)
    authority = field == "name"
    rows = [
        one if authority and one.kind != "organisation" else replace(one, **{field: text})
        for one in getattr(told, table)
    ]
    wanted = Extras(quotes=True, coded_words=True, titles=True)
    stranger = names_of([STRANGER])
    planted = replace(told, **{table: tuple(rows)})
    made = package(planted, Audience.PARTNER, wanted, stranger)
    try:
        file = export(made, wanted).written(FORMATS[form])
    except LeakFound:
        assert table not in ("sources", "people")
        return
    assert not stranger.in_any([searched(FORMATS[form], file.content, *file.losses)])


def everybody() -> list[tuple[str, Records]]:
    """The adversarial families and the sample sets."""
    sets = [(name, records(name)) for name in FAMILIES]
    return [*sets, ("report", samples(REPORT)), ("invented", samples(INVENTED))]


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize(("name", "told"), everybody(), ids=[one for one, _ in everybody()])
def test_what_leaves_is_the_same_whatever_people_are_called(name, told, audience):
    """So a word of a file that was made without the names comes from no name."""
    made = package(told, audience)
    assert made.nameless(search_for(told, made.package)) == made.package


def texts_of(told: Records) -> dict[tuple[str, str], object]:
    """Every free text of some records, by table and field."""
    return {
        (table, field.name): getattr(one, field.name)
        for table in Records.__dataclass_fields__
        for one in getattr(told, table)
        for field in fields(one)
    }


def test_without_the_names_no_free_text_holds_one():
    """Of any field that the records have: one that is new is replaced until it is known."""
    planted = {
        table: tuple(
            replace(
                one,
                **{
                    field.name: f"Ayshem {field.name}"
                    for field in fields(one)
                    if type(getattr(one, field.name)) is str
                },
            )
            for one in getattr(rich(), table)
        )
        for table in Records.__dataclass_fields__
    }
    search = WholeWords()
    search.add("Ayshem", "a name")
    left = texts_of(Unnaming(search, Titles(Records(), ())).of(Records(**planted)))
    named = {field for (_, field), text in left.items() if "Ayshem" in str(text)}
    free = {"name", "title", "publisher", "note", "words", "reason", "term", "reading", "url"}
    assert not named & free
    assert NOBODY in left.values()
    assert not {field for _, field in left} - {*named, *free} & {"name", "note"}


@pytest.mark.parametrize("audience", [Audience.BRIEFING, Audience.PUBLIC])
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_below_partners_nothing_leaves_as_somebody_typed_it(form, audience):
    told = records("titles-and-place-names")
    made = package(told, audience)
    assert typed(made) == ()
    text = text_of(form, made.package)
    assert not [word for word in TYPED if word in text]
    assert {source.title for source in made.package.records.sources} <= {"report", "news"}


@pytest.mark.parametrize("audience", BELOW)
def test_a_title_that_begins_with_a_childs_name_is_never_said_though_a_place_is_called_so(
    audience,
):
    told = records("titles-and-place-names")
    handed = package(told, audience, TITLED).package
    said = {source.title for source in handed.records.sources}
    assert not [title for title in said if re.search("Altay|Georgia|Medine", title)]


def test_a_place_that_is_nobodys_name_may_stand_in_a_title():
    place = ["Altay"]
    assert Titles(family(person("child", name="Altay Emet")), place).may_name("In Altay")
    kin = family(person("kin", name="relatives in Altay"))
    assert not Titles(kin, place).may_name("In Altay")


def test_titles_go_below_partners_only_where_they_are_asked_for():
    told = records("titles-and-place-names")
    asked = typed(package(told, Audience.PUBLIC, TITLED))
    assert "The Daily" in asked
    assert typed(package(told, Audience.PUBLIC)) == ()


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize("body", ["", "public"])
def test_below_partners_an_authority_is_named_only_where_a_column_says_it_is_public(
    audience, body
):
    told = family(
        person("ministry", kind="organisation", name="Office of Seals", body=body),
        event("appeal_sent", "mother", "2019", others=(("addressee", "ministry"),)),
    )
    handed = package(told, audience).package
    names = {claim.name for claim in handed.records.people if claim.kind == "organisation"}
    public = body == "public" or audience is Audience.PARTNER
    assert names == ({"Office of Seals"} if public else {AUTHORITY} & names)
    appeals = [appeal for one in handed.briefings for appeal in one.appeals]
    assert [one.addressee for one in appeals] == ["Office of Seals" if public else "withheld"]


def test_appeals_that_are_of_no_use_are_told_once_for_the_family():
    told = records("titles-and-place-names")
    for audience in (Audience.BRIEFING, Audience.PUBLIC):
        handed = package(told, audience).package
        appeals = [[appeal.asked.text for appeal in one.appeals] for one in handed.briefings]
        once = ["the family: asked authorities that are not named here"]
        assert [one for one in appeals if one] == [once]
        assert not [event for event in handed.records.events if event.type == "appeal_sent"]
        assert any("Claims about appeals" in line for line in handed.left_out)


def test_words_that_leave_as_they_were_typed_need_somebody_who_read_each():
    told = records("titles-and-place-names")
    wanted = typed(package(told, Audience.PARTNER))
    assert "Dr Ablet Kerim's clinic, 15 Rosebud Lane" in wanted
    with pytest.raises(Unread) as error:
        see_read(wanted, wanted[1:])
    assert as_options(wanted[:1]) in str(error.value)
    see_read(wanted, [f" {word} " for word in wanted])


def test_internal_reads_everything_as_it_was_typed():
    told = records("titles-and-place-names")
    assert typed(package(told, Audience.INTERNAL)) == ()


def test_a_recipient_who_is_called_like_somebody_is_found_though_every_page_says_it():
    told = replace_consent(called({"Green"}))
    made = package(told, Audience.PARTNER)
    named = replace(made, package=replace(made.package, recipient="Green"))
    with pytest.raises(LeakFound, match='"green"'):
        export(named).written(FORMATS["graphml"])


def replace_consent(told: Records) -> Records:
    agreed = (replace(one, consent=Consent.PUBLIC) for one in told.sources)
    return replace(told, sources=tuple(agreed))
