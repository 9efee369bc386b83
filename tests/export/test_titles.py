"""Titles of sources and places in them are said only where they name nobody."""

import pytest

from graph.export.audience.field_rules import is_locator
from graph.export.leaks.titles import Titles
from tests.builders import family, person

NAMES = ("Zulhumar Abdulla", "Mehbube Nur", "Salih al-Masri", "Abdulla karim", "Mihriban")
PEOPLE = family(
    *(person(f"p{number}", name=name) for number, name in enumerate(NAMES)),
    person("zulpiye", name="Zulpiye", other_names=("زۇلھۇمار", "米热古丽·图尔逊")),
    person("ali", name="Ali"),
)
BENT = [
    "MEHBUBE'S STORY",
    "Zulhumarʼs son",
    "Zulhumar'ın tanıklığı",
    "زۇلھۇمارنىڭ گۇۋاھلىقى",
    "Повесть о Зулхумаре",
    "Zulhumars Geschichte",
    "Letter by al-Masri",
    "A letter by Masri",
    "What karim saw",
    "米热古丽的证词",
    "ʿAbdulla",
    "ʾAbdulla",
    "Nur5",
    "Zul-humar",
    "Mihri‑ban",
    "\U0001d40c\U0001d422\U0001d421\U0001d42b\U0001d422\U0001d41b\U0001d41a\U0001d427 speaks",
    "Mihribаn",  # one letter of it is Cyrillic
    "Report of 24 June 2020",
    "List 20200624",
    "2020-06-24",
]
HARMLESS = [
    "Xinjiang Victims Database",
    "Hearts and Lives Broken",
    "No Such Press, report 3",
    "World Report 2021",
    "新疆报告",
]


@pytest.mark.parametrize("title", BENT)
def test_a_title_that_bends_a_name_is_kept_back(title):
    assert Titles(PEOPLE, ()).may_name(title)


@pytest.mark.parametrize("title", HARMLESS)
def test_a_title_that_names_nobody_is_said(title):
    assert not Titles(PEOPLE, ()).may_name(title)


@pytest.mark.parametrize(
    "text",
    ["L123", "p. 12", "p1", "pp. 3-5", "§4", "minute 12", "page 3", "row-41", "17"],
)
def test_known_forms_of_locators_are_told(text):
    assert is_locator(text)


@pytest.mark.parametrize(
    "text", ["Nur 5", "Nur5", "24-0620", "200624", "20200624", "2020-06", "L٢٤", "24.6.20", ""]
)
def test_whatever_else_stands_there_is_no_locator(text):
    assert not is_locator(text)
