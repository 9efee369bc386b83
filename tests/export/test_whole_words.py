"""Names are found as whole words, in whatever form a file gives them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.audiences import rules
from graph.export.leaks.spellings import spellings
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.terms import forbidden
from graph.export.package import Audience
from graph.export.scan import leaks
from tests.builders import event, family, person


def search(*names: str) -> WholeWords:
    index = WholeWords()
    for name in names:
        index.add(name, "a name")
    return index


def found(text: str, *names: str) -> bool:
    return search(*names).in_any([text])


def test_a_name_inside_another_word_is_none():
    assert not found("Alison went to Kaliningrad", "Ali", "Aliningrad")
    assert found("then Ali went", "Ali")


def test_case_accents_apostrophes_and_possession_make_no_difference():
    for text in ("AYSHEM TOHTI", "Ayşhem’s", "ayshem tohti", "Ayshém\nTohti"):
        assert found(text, "Ayshem Tohti", "Aysem", "Ayshem"), text
    assert found("Mo’min came", "Mo'min")


def test_a_word_that_goes_on_in_the_next_line_is_found():
    assert found("told by Mamut-\njan himself", "Mamutjan")
    assert found("Mamut\u00adjan", "Mamutjan")


def test_arabic_letters_are_found_in_the_forms_that_a_page_has():
    assert found("ﺋﺎﻣﯩﻨﻪ", "ئامىنە")


def test_chinese_names_are_found_where_no_blank_parts_words():
    assert found("据说阿米娜在家", "阿米娜")


def test_an_id_is_found_as_it_is_written_and_not_across_a_comma():
    index = WholeWords()
    index.add_id("mihriban-left", "an id")
    assert index.in_any(['{"id": "mihriban-left"}'])
    assert not index.in_any(["Mihriban, left"])


def test_a_day_is_found_in_every_usual_form_and_not_across_two():
    records = family(event("called", "aunt", "2018-06-24", to="mother"))
    index = forbidden(records, rules(Audience.PARTNER))
    forms = (
        "2018-06-24",
        "24.06.2018",
        "24/6/2018",
        "20180624",
        "24 June 2018",
        "June 24, 2018",
    )
    for text in (*forms, "2018-06-24T10:00:00Z", "24 JUN 2018", "2018年6月24日"):
        assert leaks([text], index), text
    assert not leaks(["2018-06/2018-07", "June 2018", "2018-06-01"], index)


def test_the_other_scripts_of_a_name_are_searched_for_too():
    records = family(person("aunt", name="Mihriban Kader"), person("friend", name="买买提"))
    index = forbidden(records, rules(Audience.PARTNER))
    for text in (*spellings("Mihriban"), "Kader", "maimaiti", "mai mai ti"):
        assert leaks([text], index), text


def test_a_common_word_that_is_part_of_a_name_stops_nothing():
    records = family(person("aunt", name="May"), person("friend", name="Friend of Tursun"))
    index = forbidden(records, rules(Audience.PARTNER))
    assert not leaks(["may be held, friend of the mother, May 2018"], index)
    assert leaks(["Tursun"], index)


def test_notes_and_quotations_are_searched_for():
    call = event("called", "aunt", "2018", words="your mother went to study", to="mother")
    index = forbidden(family(call), rules(Audience.PARTNER))
    assert leaks(["She said: Your mother went to study."], index)


@given(st.lists(st.text(min_size=1), max_size=5), st.text())
def test_whatever_the_text_searching_ends(names, text):
    list(search(*names).found(text))


NAMED = family(
    person("aunt", name="Mehbube Nur", other_names=("米热古丽·图尔逊",)),
    person("friend", name="Zulhumar al-Masri", other_names=("زۇلھۇمار",)),
    person("uncle", name="Abdulla karim"),
    person("neighbour", name="Mihriban"),
    person("cousin", name="Ali"),
)


@pytest.mark.parametrize(
    "text",
    [
        "MEHBUBE'S STORY",
        "Zulhumarʼs son",
        "Zulhumar'ın tanıklığı",
        "زۇلھۇمارنىڭ گۇۋاھلىقى",
        "Повесть о Зулхумаре",
        "Zulhumars Geschichte",
        "Letter by al-Masri",
        "A letter by Masri",
        "as karim said",
        "米热古丽的证词",
        "ʿAbdulla",
        "ʾAbdulla",
        "Nur5",
        "Zul-humar",
        "Mihri‑ban",
        "Mihri–ban",
        "𝐌𝐢𝐡𝐫𝐢𝐛𝐚𝐧",
        "Ｍｉｈｒｉｂａｎ",
        "Mihribаn",
    ],
)
def test_a_name_is_found_however_it_is_bent_or_disguised(text):
    assert leaks([text], forbidden(NAMED, rules(Audience.PARTNER)))


@pytest.mark.parametrize(
    "text",
    ["Alison", "Alis", "p. 12", "nurse", "karimnagar", "by-law", "it's", "the masters"],
)
def test_what_only_begins_as_a_name_does_is_none(text):
    assert not leaks([text], forbidden(NAMED, rules(Audience.PARTNER)))
