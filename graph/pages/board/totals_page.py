"""Totals of a day: the people around all children who are lost, by what and when."""

import streamlit as st

from graph.pages.board.totals_blocks import by_what, by_year, top_of_totals
from graph.pages.kit.app_store import all_change_days, children, guarded, not_to_contact, read
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.links import follow
from graph.pages.kit.page_state import day_picker, stops_of_days
from graph.pages.kit.sheet_blocks import sheet
from graph.pages.kit.target import asked_day
from graph.store.queries import query
from graph.views.totals import totals


def page() -> None:
    """Show the totals of a day."""
    if not children():
        nothing_recorded()
        return
    day = asked_day()
    found = totals(read(lambda store: store.read(query("read/towards_children"), day=day)))
    sheet(top_of_totals(found, day), "totals-top")
    day_picker(stops_of_days(all_change_days()), day)
    stops = not_to_contact(loss.person for loss in found.losses)
    left, right = st.columns(2)
    with left:
        sheet(by_what(found, stops), "totals-what", follow)
    with right:
        sheet(by_year(found, stops), "totals-year", follow)


if __name__ == "__main__":
    guarded(page)
