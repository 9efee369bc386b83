"""The text of a source: opened, kept, numbered, and passages of it."""

from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from ingest.source_texts import (
    LONGEST,
    TextRefused,
    found_in,
    keep_text,
    kept_text,
    locator,
    numbered,
    opened_text,
    passage,
    written_down,
)

LETTER = "Nurvela was taken in March.\n\nئانام كەتتى.\n"


def test_a_text_is_kept_for_its_source_and_only_its_owner_reads_it(tmp_path):
    assert kept_text(tmp_path, "letter") is None
    keep_text(tmp_path, "letter", LETTER)
    keep_text(tmp_path, "letter", LETTER)
    assert kept_text(tmp_path, "letter") == LETTER
    [file] = (tmp_path / "texts" / "letter").iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_another_text_never_takes_the_place_of_the_one_that_is_kept(tmp_path):
    keep_text(tmp_path, "letter", LETTER)
    with pytest.raises(TextRefused, match="has another text already"):
        keep_text(tmp_path, "letter", "Something else.")
    assert kept_text(tmp_path, "letter") == LETTER


def test_a_kept_text_that_somebody_changed_is_not_shown(tmp_path):
    keep_text(tmp_path, "letter", LETTER)
    [file] = (tmp_path / "texts" / "letter").iterdir()
    file.write_text("Something else.", encoding="utf-8")
    with pytest.raises(TextRefused, match="was changed since it was kept"):
        kept_text(tmp_path, "letter")


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST + 1)])
def test_a_text_of_nothing_or_of_five_megabytes_is_refused(tmp_path, text):
    with pytest.raises(TextRefused):
        keep_text(tmp_path, "letter", text)
    assert kept_text(tmp_path, "letter") is None


def word_file(text):
    document, out = Document(), BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def blank_pdf():
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


def test_text_and_word_files_are_opened():
    assert opened_text("letter.txt", LETTER.encode()) == LETTER
    assert opened_text("LETTER.DOCX", word_file(LETTER)) == LETTER.rstrip("\n")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("scan.pdf", blank_pdf(), "pictures of pages and no text"),
        ("letter.pdf", b"no pdf", "no PDF that can be opened"),
        ("letter.docx", b"no zip", "no Word document"),
        ("letter.txt", "Ağustos".encode("cp1254"), "not text in UTF-8"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(name, content, why):
    with pytest.raises(TextRefused, match=why):
        opened_text(name, content)


@given(st.text(max_size=400))
def test_no_letter_of_a_text_is_lost_by_its_lines(text):
    assert "".join("".join(numbered(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("typed", "lines"),
    [("12", (12, 12)), ("L12", (12, 12)), ("l3 - L5", (3, 5)), ("3 to 5", (3, 5))],
)
def test_a_passage_is_typed_as_people_write_lines(typed, lines):
    assert passage(typed, 20) == lines


@pytest.mark.parametrize("typed", ["", "0", "21", "5-3", "p. 7", "12-21"])
def test_a_passage_that_is_not_in_the_text_is_refused(typed):
    with pytest.raises(TextRefused):
        passage(typed, 20)


@given(st.integers(1, 50), st.integers(1, 50))
def test_the_locator_of_a_passage_is_the_passage(one, other):
    first, last = sorted((one, other))
    assert passage(locator(first, last), 50) == (first, last)
    assert written_down([locator(first, last), "p. 7"], 50) == set(range(first, last + 1))


@given(st.text(min_size=1, max_size=400), st.data())
def test_words_copied_from_a_text_are_found_in_the_lines_that_they_come_from(text, data):
    lines = numbered(text)
    filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
    first, last = sorted(data.draw(st.sampled_from(filled)) for _ in "12") if filled else (0, 0)
    copied = "\n".join(lines[max(first, 1) - 1 : last])
    assert ((first, last) in found_in(lines, copied)) == bool(filled)


def test_words_are_found_once_often_or_nowhere():
    lines = ["he wrote", "", "that he  was", "well; he wrote"]
    assert found_in(lines, "that he was well") == [(3, 4)]
    assert found_in(lines, "he wrote") == [(1, 1), (4, 4)]
    assert found_in(lines, "she") == found_in(lines, " ") == found_in([], "she") == []
