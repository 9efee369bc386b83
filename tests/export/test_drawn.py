"""What is drawn for an export reads as no name and no day, in any format, however often."""

import io
import re
import secrets
from copy import deepcopy
from datetime import date, timedelta
from itertools import product
from string import ascii_lowercase

import pytest

from graph.export.audience.drawn_ids import drawn, without_chance
from graph.export.audience.naming import Ids, new_id
from graph.export.coarse import BAND
from graph.export.formats import FORMATS
from graph.export.formats.ftm_entities import key
from graph.export.formats.gedcom_people import uid
from graph.export.leaks.term_index import WholeWords
from graph.export.scan import leaks, searched
from tests.builders import day
from tests.export.families import handed

DRAWS = 2_000
AS_OF, MADE_ON = "2021-12-31", "2026-11-26"


@pytest.fixture(scope="module")
def days() -> WholeWords:
    """Every day, month and year of two centuries, but those that begin or end a band."""
    index = WholeWords()
    for number in range((date(2100, 1, 1) - date(1900, 1, 1)).days):
        one = date(1900, 1, 1) + timedelta(days=number)
        if (one.month, one.day) not in ((1, 1), (12, 31)):
            index.add_day(one, "a day")
    for year in (one for one in range(1900, 2101) if one % BAND not in (0, BAND - 1)):
        index.add_words((str(year),), "a year")
        for month in range(2, 12):
            index.add_month(f"{year}-{month:02}", "a month")
    return index


@pytest.fixture(scope="module")
def everything(days):
    """The same, and every name of two or three letters."""
    index = deepcopy(days)
    vowels = set("aeiouy")
    for length in (2, 3):
        for letters in product(ascii_lowercase, repeat=length):
            if vowels & set(letters):
                index.add("".join(letters), "a name")
    for name in ("Amin", "Omer", "Emet", "Dede", "Bea", "Abed", "Fadda", "Mhmd", "Brht"):
        index.add(name, "a name")
    return index


def tokens() -> list[str]:
    """What is drawn for one thing of one export, as the formats write it."""
    ids = Ids(key=secrets.token_bytes(32))
    person, source = ids.of("person", "amina"), ids.of("source", "letter")
    claim = f"{person}@{source}:{ids.mark('amina@letter')}"
    made_up = f"P-{ids.order('amina')[:7].upper()}"
    of_formats = [uid("person", person).text, key("person", person), key("claim", claim)]
    return [person, claim, ids.mark("x"), made_up, new_id(), *of_formats]


def test_nothing_that_is_drawn_is_a_name_or_a_day(everything):
    for _ in range(DRAWS):
        text = "\n".join(tokens())
        assert not leaks([text, text.replace("\n", " ")], everything), text


def test_nor_is_it_beside_numbers_and_months(everything):
    for _ in range(DRAWS // 10):
        for token in tokens():
            beside = f"12 {token} March, {token} 12, March {token} 7"
            assert not leaks([beside], everything), beside


def test_two_ids_are_not_alike():
    found = {drawn(secrets.token_bytes(32), 13) for _ in range(DRAWS)}
    assert len(found) == DRAWS
    assert len({new_id() for _ in range(DRAWS)}) == DRAWS


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_no_file_that_is_made_again_holds_a_day_that_the_others_do_not(form, days):
    """What differs between files of one family is drawn, or stands elsewhere on the page."""
    texts = [set(said_in(form).split()) for _ in range(2 if form.binary else 4)]
    for text in texts:
        other = text - set.intersection(*texts)
        assert not {word: found for word in other if (found := leaks([word], days))}


def said_in(form) -> str:
    """The text of a file, without the days of the export itself."""
    return re.sub(f"{AS_OF}|{MADE_ON}", " ", searched(form, written(form)))


def written(form) -> bytes:
    file = io.BytesIO()
    over = handed(
        ["dilnur-son"],
        "public",
        as_of=day(AS_OF),
        export_id=new_id(),
        key=secrets.token_bytes(32),
    )
    form.write(over, file)
    return file.getvalue()


@pytest.mark.parametrize("name", ["svg", "html"])
def test_the_places_of_a_drawing_are_no_years(name):
    text = FORMATS[name].text(written(FORMATS[name]))
    numbers = [float(line) for line in text.split("\n") if re.fullmatch(r"\d+\.\d+", line)]
    assert max(numbers, default=0) < 100


def test_a_hash_or_a_uuid_is_not_read_and_what_stands_beside_it_is():
    hashes = [
        "0e0bcf48-2017-57f4-a117-20170312b966",
        f"claim-x{'20170312' * 3}",
        "f2017a20170312bc" * 4,
        "<InstanceID>DHWlieXV16j74CyVn/2017==</InstanceID>",
    ]
    for one in hashes:
        assert "2017" not in without_chance(f"{one} Amina")
        assert "Amina" in without_chance(f"{one} Amina")
    assert without_chance("2017-03-12") == "2017-03-12"
