"""All children on the board of one day, with counts of people by answer."""

import streamlit as st

from graph.commands.samples import SAMPLES_ID
from graph.export.select.selection import MOST_CHILDREN
from graph.pages.board.board_blocks import board_blocks
from graph.pages.board.board_filter import filtered
from graph.pages.board.board_lines import lines
from graph.pages.kit import page_words
from graph.pages.kit.app_store import all_change_days, children, guarded, read, told_until
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.glossary import glossary
from graph.pages.kit.links import follow, go_on, hand_over
from graph.pages.kit.news_blocks import news
from graph.pages.kit.page_state import DAY, choose, chosen_day, day_picker, stops_of_days
from graph.pages.kit.sheet_blocks import heading, sheet
from graph.pages.questions.watching import watched_news


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
    at_the_top = st.container()
    day_picker(stops_of_days(all_change_days()), day)
    every = lines(read(lambda store: store.board(day)), known)
    found = filtered(every, day)
    sheet(board_blocks(found, len(every), day, last), "board", follow)
    _offer([line.row.child for line in found])
    sheet([glossary()], "glossary")
    _say_samples()
    with at_the_top:  # last, since watched questions may take a while
        news()
        watched_news(only_new=True)


def _offer(children: list[str]) -> None:
    """Offer to hand over the children that the filters leave; not more than one file holds."""
    if len(children) > MOST_CHILDREN:
        st.text(page_words.TOO_MANY_TO_HAND.format(most=MOST_CHILDREN))
    elif children:
        hand_over(children, page_words.hand_over_children(len(children)))


def _say_samples() -> None:
    datasets = read(lambda store: store.contents().datasets)
    if SAMPLES_ID in {id_ for id_, _ in datasets}:
        st.text(page_words.SAMPLES)
        st.code(page_words.CLEAR, language=None)


if __name__ == "__main__":
    guarded(page, fills=True)
