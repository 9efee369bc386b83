"""A visit ends with a break; the next one knows when that was."""

from datetime import UTC, datetime, timedelta

from graph.desk.private_files import on_desk
from graph.desk.visits import BREAK, last_visit

FIRST = datetime(2026, 11, 29, 8, tzinfo=UTC)
SOON = timedelta(minutes=10)


def test_the_first_visit_has_none_before(tmp_path):
    assert last_visit(tmp_path, "ana", FIRST) is None
    assert last_visit(tmp_path, "ana", FIRST + SOON) is None


def test_after_a_break_the_end_of_the_last_visit_is_known_for_the_whole_visit(tmp_path):
    last_visit(tmp_path, "ana", FIRST)
    last_visit(tmp_path, "ana", FIRST + SOON)
    later = FIRST + SOON + BREAK + SOON
    assert last_visit(tmp_path, "ana", later) == FIRST + SOON
    assert last_visit(tmp_path, "ana", later + SOON) == FIRST + SOON
    assert last_visit(tmp_path, "bo", later) is None


def test_a_visit_alone_is_nothing_that_clear_has_to_name(tmp_path):
    last_visit(tmp_path, "ana", FIRST)
    assert not on_desk(tmp_path)
