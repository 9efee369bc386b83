"""Notes are private files, which come back as they were written."""

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.desk.desk_notes import (
    LONGEST_NOTE,
    NoteRefused,
    delete_note,
    notes,
    notes_about,
    since,
    turn_note,
    unreadable_notes,
    write_note,
)
from graph.desk.private_files import DESK, clear_desk, on_desk


@given(st.text(min_size=1).filter(str.strip), st.booleans())
def test_any_text_comes_back_as_it_was_written(tmp_path_factory, text, asks):
    home = tmp_path_factory.mktemp("home")
    note = write_note(home, "person:amina", text, "ana", asks=asks)
    assert notes(home) == [note]
    assert (note.text, note.open) == (text.strip(), asks)


@pytest.mark.parametrize("text", ["", " \n ", "a" * (LONGEST_NOTE + 1)])
def test_an_empty_note_and_an_endless_one_are_refused(tmp_path, text):
    with pytest.raises(NoteRefused):
        write_note(tmp_path, "person:amina", text, "ana")
    assert not on_desk(tmp_path)


def test_only_the_owner_may_read_it(tmp_path):
    write_note(tmp_path, "person:amina", "ask again", "ana")
    [path] = (tmp_path / DESK).glob("*/*")
    modes = {stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent)}
    assert modes == {0o600, 0o700}


def test_an_open_question_is_done_and_opened_again_and_a_plain_note_never(tmp_path):
    plain = write_note(tmp_path, "", "heard of it", "ana")
    asked = write_note(tmp_path, "", "which prison?", "ana", asks=True)
    assert [one.id for one in notes(tmp_path)] == [asked.id, plain.id]
    for note in (plain, asked):
        turn_note(tmp_path, note.id, "bo")
    done = next(one for one in notes(tmp_path) if one.id == asked.id)
    assert (done.open, done.done_by) == (False, "bo")
    turn_note(tmp_path, asked.id, "ana")
    assert asked in notes(tmp_path)
    assert plain in notes(tmp_path)


def test_what_was_written_or_done_after_a_moment_is_new(tmp_path):
    first = write_note(tmp_path, "", "one", "ana", asks=True)
    second = write_note(tmp_path, "", "two", "ana")
    assert since(notes(tmp_path), first.written) == [second]
    turn_note(tmp_path, first.id, "bo")
    assert {one.id for one in since(notes(tmp_path), second.written)} == {first.id}


def test_notes_are_found_by_what_they_are_about(tmp_path):
    hers = write_note(tmp_path, "person:amina", "one", "ana")
    write_note(tmp_path, "person:amin", "two", "ana")
    assert notes_about(tmp_path, ["person:amina", "event:a"]) == [hers]


def test_what_is_no_note_is_named_and_stays(tmp_path):
    note = write_note(tmp_path, "", "one", "ana")
    folder = next((tmp_path / DESK).glob("*"))
    for name, text in (("a.json", "{"), ("b.json", '{"version": 1}'), ("c.json", "[1]")):
        (folder / name).write_text(text, encoding="utf-8")
    assert notes(tmp_path) == [note]
    assert unreadable_notes(tmp_path) == ["a.json", "b.json", "c.json"]


def test_a_deleted_note_is_gone_and_a_cleared_desk_is_empty(tmp_path):
    one, _ = (write_note(tmp_path, "", text, "ana") for text in "ab")
    delete_note(tmp_path, one.id)
    assert [note.text for note in notes(tmp_path)] == ["b"]
    assert clear_desk(tmp_path)
    assert not (tmp_path / DESK).exists()
    assert not clear_desk(tmp_path)
