"""One place: who was held, placed or seen there, on a day and ever, and the sources."""

from datetime import date

import streamlit as st

from graph.pages.detail.nested import earlier_blocks, nested
from graph.pages.detail.place_blocks import more_people, presence_blocks, top_blocks
from graph.pages.kit import detail_words
from graph.pages.kit.app_store import guarded, read
from graph.pages.kit.links import PLACE, follow
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.page_state import day_picker
from graph.pages.kit.sheet_blocks import sheet
from graph.pages.kit.target import asked_day, asked_for, no_such
from graph.record.dates import BEGINNING
from graph.record.model import Place, Records
from graph.rule.network import network
from graph.store.queries import query
from graph.views.place_view import Presence, presences

MOST_PEOPLE = 400
"""People of one place whose histories are read."""


def page() -> None:
    """Show one place."""
    place = asked_for(PLACE)
    if place is None:
        return
    around = read(lambda store: store.read(query("read/places_around"), id=place))
    shown = nested(Place, place, around, lambda one: one.name)
    if shown is None:
        no_such(PLACE)
        return
    sheet((*top_blocks(shown), *earlier_blocks(shown.own)), "place-top", follow)
    day = asked_day()
    within = sorted(shown.ids)
    rows = read(lambda store: store.read(query("read/people_at"), ids=within, most=MOST_PEOPLE))
    if not rows:
        st.text(detail_words.NOBODY_EVER)
        return
    ids = [id_ for row in rows for id_ in row["events"]]
    records = read(lambda store: store.told_of_events(ids))
    present = presences(network(records, rows[0]["person"]), within, day)
    begun = {one.event.span.start.earliest for one in present}
    day_picker(begun - {BEGINNING}, day)
    sheet(more_people(_people(within) - len(rows)), "place-more")
    _show(present, records, day)


def _people(places: list[str]) -> int:
    rows = read(lambda store: store.read(query("read/people_at_counted"), ids=places))
    return int(rows[0]["people"])


def _show(shown: list[Presence], records: Records, day: date) -> None:
    people = sorted({one.person for one in shown})
    rows = read(lambda store: store.read(query("read/listed_children"), ids=people))
    children = frozenset(row["id"] for row in rows)
    claims = {claim.id: claim for claim in records.claims()}
    named = NameLinks.in_records(records)
    sheet(presence_blocks(shown, named, claims, children, day), "place-people", follow)


if __name__ == "__main__":
    guarded(page)
