"""The documentation is plain English: short sentences, usual words."""

import re

import pytest

from tests.docs.doc_pages import PAGES, name, read, sentences, words

MOST_WORDS = 20
ODD = re.compile(
    r"\b(leans?|hands|tells|told|stands|stood|whoever|whomever|whosoever|thereof|wherein"
    r"|of whom|hearer|is to be had|all the same|so that none)\b",
    re.IGNORECASE,
)
"""Words of a rule book: there is a usual word for each."""
pages = pytest.mark.parametrize("page", PAGES, ids=name)


@pages
def test_no_sentence_has_more_words_than_a_reader_holds(page):
    text = read(page)
    long = [(len(words(one)), one) for one in sentences(text) if len(words(one)) > MOST_WORDS]
    assert long == []


@pages
def test_each_word_is_the_usual_one(page):
    text = read(page)
    odd = [(found[0], one) for one in sentences(text) if (found := ODD.search(one))]
    assert odd == []


def test_a_sentence_is_measured_without_its_code_and_links():
    text = "Run `python -m graph left` as [this page](docs/guide/answer.md) says.\n\nEnd."
    assert [len(words(one)) for one in sentences(text)] == [6, 1]


def test_a_long_sentence_and_an_odd_word_are_seen():
    text = "- " + "word " * 21 + ".\n| a cell | that leans |\n"
    assert [len(words(one)) > MOST_WORDS for one in sentences(text)] == [True, False, False]
    assert any(ODD.search(one) for one in sentences(text))
