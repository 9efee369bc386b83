"""Names in a document: in their own letters and direction, literal, and found by a search."""

import io
import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from unicodedata import normalize

import pytest
import typst
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from graph.export.formats.coverage import covered, showable
from graph.export.formats.pdf_text import text
from graph.export.formats.typesetting import TEMPLATES
from graph.export.leaks.scripts import clean, runs
from graph.export.package import Audience
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.picture.layout.text_widths import FONTS
from graph.rule.answer import answer
from tests.builders import family, person, tie
from tests.export.families import MERIPET, handed
from tests.export.test_documents import pages, read_back, written

_FONTS = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
DAY = date(2018, 11, 15)
UYGHUR = "مېھرىبان قادىر"
NAMES = {
    "Uyghur": UYGHUR,
    "Uyghur with lam and alif": "ئابدۇللا سالام",
    "Arabic": "محمد عبد الحكيم",
    "Chinese": "阿布力克木·麦麦提敏",
    "three scripts": f"Amina, {UYGHUR} (2017), 阿布力克木",
    "hyphens": "sister-in-law-of-somebody-whose-name-is-long-enough-to-be-parted",
}
LETTERS = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي"


def with_names(*names: str):
    """An export in which the first people of the table are called so."""
    export = handed(MERIPET[:1], as_of=DAY)
    [told] = export.briefings
    rows = [
        replace(told.rows[number % len(told.rows)], person=f"p{number}", name=name)
        for number, name in enumerate(names)
    ]
    return replace(export, briefings=(replace(told, rows=tuple(rows)),))


def page(name: str, form: str = "pdf") -> bytes:
    """A page with a name alone, set as every document sets it."""
    return typst.compile(
        b'#import "/frame.typ": said, faces\n#set page(width: auto, height: auto)\n'
        b"#set text(font: faces, fallback: false)\n#said(json(bytes(sys.inputs.name)))",
        root=str(TEMPLATES),
        format=form,
        pdf_standards=["a-2b"] if form == "pdf" else [],
        ppi=144,
        sys_inputs={"name": json.dumps([[one.text, one.lang] for one in runs(name)])},
        font_paths=_FONTS,
    )


def ink(name: str) -> list[int]:
    """How much ink stands in each column of pixels, from the left."""
    drawn = Image.open(io.BytesIO(page(name, "png"))).convert("L")
    wide, high = drawn.size
    pixels = drawn.load()
    columns = [sum(pixels[x, y] < 128 for y in range(high)) for x in range(wide)]
    first = next(x for x, dark in enumerate(columns) if dark)
    last = max(x for x, dark in enumerate(columns) if dark)
    return columns[first : last + 1]


def gaps(columns: list[int]) -> int:
    """How often the ink is broken between letters."""
    return sum(not here and bool(before) for before, here in pairwise(columns))


def test_letters_of_a_uyghur_word_are_joined():
    assert gaps(ink("بىلىش")) == 0
    assert gaps(ink("\u200c".join("بىلىش"))) >= 3


def test_a_uyghur_word_is_set_from_right_to_left():
    tall_alif_before_flat_be = ink("اب")
    third = len(tall_alif_before_flat_be) // 3
    assert max(tall_alif_before_flat_be[-third:]) > 2 * max(tall_alif_before_flat_be[:third])


def test_a_number_after_a_uyghur_name_stays_after_it():
    assert ink(f"{UYGHUR} 11")[:40] == ink(UYGHUR)[:40]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_every_name_is_found_again_whatever_its_script(form):
    made = written(with_names(*NAMES.values()), form)
    found = read_back(made, form)
    assert {name for name in NAMES.values() if clean(name) not in found} == set()


@example(["ئك", "اا"])
@given(st.lists(st.text(LETTERS, min_size=2, max_size=9), min_size=1, max_size=3))
def test_any_uyghur_name_is_found_again_in_a_pdf(words):
    name = " ".join(words)
    assert name in text(page(name))


def test_latin_letters_can_be_selected_as_they_are_read():
    whole = " ".join(pages(written(with_names("Meripet Metniyaz"))))
    assert "Meripet Metniyaz" in whole


HOSTILE = [
    '#read("/etc/passwd") *bold* _slanted_ $x$ @note <label> `raw` \\',
    "<script>alert(1)</script> &amp; ]]>",
    "{{ 7 * 7 }}{% raw %}",
    "= heading\n- list\n/ term: x",
]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_hostile_names_stand_there_as_they_are(form):
    found = read_back(written(with_names(*HOSTILE), form), form)
    assert {name for name in HOSTILE if clean(name) not in found} == set()


def test_a_character_that_no_font_has_stands_as_its_code_in_words_and_picture():
    found = read_back(written(with_names("Amina \U0001f600 \u0f40")))
    assert found.count("Amina [U+1F600] [U+0F40]") >= 2


def test_marks_that_turn_the_direction_and_control_characters_go():
    assert clean("a\u202eb\x00c\ufffe\u2066d") == "ab c d"


def test_a_very_long_name_is_cut_and_says_so():
    made = written(with_names("A" * 10_000))
    assert "(10,000 characters)" in read_back(made)
    assert len(pages(made)) < 8


def test_a_word_without_an_end_stays_on_the_page():
    made = PdfReader(io.BytesIO(written(with_names("A" * 300))))
    rights = []
    for one in made.pages:
        one.extract_text(
            visitor_text=lambda words, _, place, *__: rights.append((place[4], words))
        )
    assert all(at + 3 * len(words.strip()) < 600 for at, words in rights if set(words) >= {"A"})


def test_every_character_that_is_said_to_be_shown_is_shown():
    every = " ".join(map(chr, sorted(covered())))
    assert showable(every) == every
    assert page(every)


def test_a_table_of_sixty_people_goes_on_with_its_head_on_each_page():
    heads = [
        one.count("What is recorded")
        for one in pages(written(with_names(*[f"N{n}" for n in range(60)])))
    ]
    assert sum(count > 0 for count in heads) >= 3


@pytest.mark.parametrize(
    "name", [*NAMES.values(), "Đặng Thị", "e\u0301a\u0328", "Patigul (پاتىگۈل)"]
)
def test_a_name_that_stands_only_on_the_picture_is_set_there_and_found(name):
    """A brother has a card and no row, and no sentence is about him."""
    records = family(person("brother", name=name), tie("mother", "parent_of", "brother"))
    order = ExportRequest(audience=Audience.INTERNAL, made_on=DAY, as_of=DAY)
    export = packed(records, [answer(records, "child", as_of=DAY)], order).package
    found = read_back(written(export))
    assert all(normalize("NFKC", run.text.strip()) in found for run in runs(name))
