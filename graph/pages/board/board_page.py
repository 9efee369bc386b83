"""All children on the board of one day, with how many people stand how."""

from datetime import date

import streamlit as st

from graph.commands.samples import SAMPLES_ID
from graph.pages.board.board_blocks import board_blocks
from graph.pages.board.board_filter import filtered
from graph.pages.board.board_lines import lines
from graph.pages.kit import page_words
from graph.pages.kit.app_store import all_change_days, children, guarded, read, told_until
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.glossary import glossary
from graph.pages.kit.links import follow, go_on
from graph.pages.kit.page_state import DAY, choose, chosen_day, day_picker
from graph.pages.kit.sheet_blocks import heading, sheet


def page() -> None:
    """Show the board of a day."""
    go_on()
    known = children()
    if not known:
        nothing_recorded()
        return
    last = told_until()
    day = chosen_day() or last
    choose(DAY, day.isoformat())
    sheet([heading(page_words.BOARD, level=1)], "board-title")
    day_picker(_stops(all_change_days()), day)
    every = lines(read(lambda store: store.board(day)), known)
    found = filtered(every, day)
    sheet(board_blocks(found, len(every), day, last), "board", follow)
    sheet([glossary()], "glossary")
    _say_samples()


def _stops(days: list[date], most: int = 400) -> list[date]:
    """Return where the slider stops: at the firsts of months if there are too many days."""
    if len(days) <= most:
        return days
    return sorted({day.replace(day=1) for day in days})


def _say_samples() -> None:
    datasets = read(lambda store: store.contents().datasets)
    if SAMPLES_ID in {id_ for id_, _ in datasets}:
        st.text(page_words.SAMPLES)
        st.code(page_words.CLEAR, language=None)


if __name__ == "__main__":
    guarded(page)
