"""The picture as SVG and PNG: everything on it, nothing that runs or calls out."""

import io
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFont, features

from graph.picture.draw.card_svg import card
from graph.picture.draw.mark_svg import mark
from graph.picture.draw.markup import document, line_of_text, plain, right_to_left
from graph.picture.draw.png import png, texts
from graph.picture.draw.svg import Caption, below_each_other, size, svg
from graph.picture.layout.cards_to_place import CARD_WIDTH
from graph.picture.layout.text_widths import FONTS, Face, cut, width, wrapped
from graph.words.marks import Mark
from tests.examples import examples
from tests.pages.hostile import EVIL, LONG, TURNED

NAMES = [
    "Abdurahman",
    "ئابدۇراخمان",
    "热娜·买买提",
    "Рена",
    EVIL,
    TURNED,
    LONG,
    "a\x00b\ud800",
    "",
]
SVG = "{http://www.w3.org/2000/svg}"


def said(**more: str) -> dict[str, str]:
    blank = dict.fromkeys(("name", "word", "status", "relation", "stop", "note"), "")
    return {**blank, "mark": "yes", **more}


def picture(*names: str, **more: object) -> str:
    nodes = [
        {"id": f"p{i}", "x": 208.0 * i, "y": 0.0, "card": said(name=name)}
        for i, name in enumerate(names)
    ]
    edges = [
        {"from": one["id"], "to": other["id"], "color": "#333", "width": 1, "smooth": False}
        for one, other in pairwise(nodes)
    ]
    return svg(nodes, edges, Caption(**{"title": "A family", **more}))


def parsed(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - written by ourselves a moment ago


def lines(drawn: str) -> list[str]:
    return [element.text or "" for element in parsed(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:12]))
def test_any_name_is_text_and_nothing_else(name):
    root = parsed(picture(name, title=name, under=name, foot=name, label=name[:20]))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "text", "line", "polyline"}
    for element in root.iter():
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on")
            assert "evil" not in value


def test_the_only_address_in_it_is_that_of_its_own_language():
    drawn = picture("A").replace('xmlns="http://www.w3.org/2000/svg"', "")
    for word in ("http", "url(", "href", "<style", "<script", "<image", "<foreignObject"):
        assert word not in drawn


def test_it_says_what_it_shows_to_those_who_do_not_see_it():
    root = parsed(picture("Amina", described="Family picture, 1 card"))
    assert root.attrib["role"] == "img"
    assert [one.text for one in root[:2]] == ["A family", "Family picture, 1 card"]
    titles = [one.text for one in root.iter(f"{SVG}title")]
    assert "Amina" in titles, "and each card as a whole"


def test_the_label_stands_above_and_below():
    assert lines(picture("A", label="TLP:AMBER+STRICT")).count("TLP:AMBER+STRICT") == 2


def test_a_name_from_the_right_has_its_own_direction_and_stays_in_the_middle():
    root = parsed(card(said(name="ئابدۇراخمان"), 0, 0))
    name = next(one for one in root.iter("text") if one.attrib["font-size"] == "16")
    assert name.attrib["direction"] == "rtl"
    assert name.attrib["text-anchor"] == "middle"
    assert not right_to_left("12 Amina ئا")


def pieces(text: str) -> list[tuple[str, float]]:
    root = parsed(line_of_text(text, 0, 0, Face(size=10)))
    return [(one.text or "", float(one.attrib["x"])) for one in root.iter("tspan")]


def test_each_script_of_a_line_is_set_by_itself_in_the_order_of_the_text():
    found = pieces("Patigul (پاتىگۈل) of")
    assert [text for text, _ in found] == ["Patigul (", "پاتىگۈل", ") of"]
    assert [x for _, x in found] == sorted(x for _, x in found)


def test_a_line_from_the_right_begins_on_the_right_and_keeps_what_is_written_from_the_left():
    found = dict(pieces("مەمەت Tursun 热娜"))
    assert found["Tursun "] < found["热娜"] < found["مەمەت"]


def test_joined_letters_are_measured_in_the_forms_that_they_have_in_a_word():
    """Against the library that joins them, where a machine has it."""
    if not features.check("raqm"):
        pytest.skip("NO RAQM: Pillow cannot join letters here")
    file = FONTS / "NotoNaskhArabic-Regular.ttf"
    shaping = ImageFont.truetype(file, 100, layout_engine=ImageFont.Layout.RAQM)
    for name in ("ئابدۇراخمان", "پاتىگۈل", "ئايگۈل", "تۇرسۇن", "محمد", "سلام"):
        measured = width(name, Face(size=100))
        assert measured == pytest.approx(shaping.getlength(name), rel=0.04)


@examples(60)
@given(st.text(max_size=300), st.integers(1, 3), st.sampled_from((60.0, CARD_WIDTH)))
def test_text_is_broken_and_cut_so_that_it_fits(text, most, room):
    face = Face(size=16, bold=True)
    broken = wrapped(plain(text), room, face, most)
    assert len(broken) <= most
    assert all(width(line, face) <= room for line in broken if len(line) > 1)
    whole = plain(text)
    if whole and not "".join(broken).endswith("…"):
        assert "".join(broken).replace(" ", "") == whole.replace(" ", "")


def test_what_is_cut_says_so():
    assert cut("Abdurahman", 30, Face(size=16)).endswith("…")
    assert cut("Abdurahman", 300, Face(size=16)) == "Abdurahman"


def pixels(drawn: str, wide: int = 400) -> Image.Image:
    return Image.open(io.BytesIO(png(drawn, wide))).convert("RGB")


def test_a_png_has_the_width_that_was_asked_for_and_no_date_or_author():
    made = png(picture("Amina"), 1000, described="Amina, yes")
    image = Image.open(io.BytesIO(made))
    image.load()
    assert image.width == 1000
    assert set(image.info) <= {"Description"}
    assert list(texts(made)) == ["Amina, yes"]


@pytest.mark.parametrize("name", ["Abdurahman", "ئابدۇراخمان", "热娜买买提"])
def test_every_script_is_drawn_with_letters_and_not_with_boxes(name):
    """Two words of one script differ, where boxes would be alike."""
    one, other = (pixels(picture(text)).tobytes() for text in (name, name[::-1]))
    assert one != other
    assert pixels(picture(name)).tobytes() != pixels(picture("\U0010ffff" * 5)).tobytes()


def test_joined_letters_are_joined():
    """The letters of an Uyghur name stand nearer together than the same ones kept apart."""
    face, name = Face(size=40), "مەمەت"
    joined = pixels(document(line_of_text(name, 10, 60, face, "start"), 400, 100, "", ""))
    apart = pixels(
        document(line_of_text("\u200c".join(name), 10, 60, face, "start"), 400, 100, "", "")
    )
    assert joined.tobytes() != apart.tobytes()


def test_the_marks_differ_without_their_colours():
    alone = {which: document(mark(which, 20, 20, 16), 40, 40, "", "") for which in Mark}
    drawn = {which: pixels(one, 40).convert("L").tobytes() for which, one in alone.items()}
    for one, other in combinations(drawn, 2):
        assert drawn[one] != drawn[other], (one, other)


def test_pictures_below_each_other_keep_their_sizes():
    one, two = picture("A"), picture("B", "C", "D", "E", "F")
    both = below_each_other([one, two], "Two")
    assert size(both) == (max(size(one)[0], size(two)[0]), size(one)[1] + size(two)[1])
    assert {"A", "F"} <= set(lines(both))
