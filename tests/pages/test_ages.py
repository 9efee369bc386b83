"""The age on a card, worked out in the browser, is the one of every sentence."""

from datetime import date

import pytest

from graph.picture.browser import asset
from graph.record.dates import Window
from graph.words.prose import aged

DAYS = [
    date(2012, 2, 29),
    date(2012, 3, 1),
    date(2013, 2, 28),
    date(2018, 5, 15),
    date(2021, 12, 31),
]
BORN = [
    Window(date(2012, 2, 29), date(2012, 2, 29)),
    Window(date(2011, 1, 1), date(2011, 12, 31)),
    Window(date(2008, 5, 16), date(2012, 5, 15)),
    Window(date(2017, 5, 15), date(2017, 5, 16)),
    Window(date(2020, 1, 1), date(2020, 1, 1)),
]


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.set_content("")
    page.evaluate(f"() => {{ {asset('cards.js')}; window.ageOn = ageOn; }}")
    yield page
    page.close()


@pytest.mark.parametrize("born", BORN)
def test_the_age_is_the_same_on_a_card_and_in_a_sentence(page, born):
    for day in DAYS:
        drawn = page.evaluate(
            "([born, day]) => ageOn(born, day)", [f"{born.earliest}/{born.latest}", str(day)]
        )
        assert drawn == aged(born, day)


def test_where_no_birth_is_known_no_age_is_said(page):
    assert page.evaluate("ageOn(undefined, '2018-05-15')") == ""
