"""An answer with very many rows is cut, and says so."""

from graph.questions.asking import ask
from graph.questions.library import question


def test_rows_beyond_the_most_are_cut_and_it_is_said(loaded):
    whole = ask(loaded, question("never_recorded"), {})
    cut = ask(loaded, question("never_recorded"), {}, most=2)
    assert list(cut.rows) == list(whole.rows[:2])
    assert (len(cut.sensitive), len(cut.stops)) == (2, 2)
    assert any(
        notice.startswith("Cut: there are more than the 2 rows") and "--all" in notice
        for notice in cut.notices()
    )


def test_exactly_as_many_rows_as_allowed_are_whole(loaded):
    whole = ask(loaded, question("never_recorded"), {}, most=None)
    again = ask(loaded, question("never_recorded"), {}, most=len(whole.rows))
    assert (len(again.rows), again.cut) == (len(whole.rows), 0)
    assert not any(notice.startswith("Cut") for notice in again.notices())
