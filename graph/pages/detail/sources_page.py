"""Sources: all of them, or one with its claims and what rests on it alone."""

from datetime import date

import streamlit as st

from graph.facts.adding_up import facts
from graph.pages.detail.nested import Nested, earlier_blocks, nested
from graph.pages.detail.source_blocks import (
    alone_blocks,
    claim_blocks,
    in_order,
    list_blocks,
    resting_blocks,
    top_blocks,
)
from graph.pages.kit import detail_words
from graph.pages.kit.app_store import guarded, not_to_contact, read
from graph.pages.kit.claim_blocks import MOST
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.links import SOURCE, follow
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.page_state import chosen
from graph.pages.kit.sheet_blocks import sheet
from graph.pages.kit.target import asked_day, no_such
from graph.record.model import EventClaim, PersonClaim, Records, Source, TieClaim
from graph.store.queries import query
from graph.views.held_names import NamesState, state
from graph.views.one_source import Rests, rests
from graph.views.person_view import in_order as by_time

AT_ONCE = 24
"""Children for whom the answers are worked out again without being asked to."""


def page() -> None:
    """Show all sources, or the one in the address."""
    source = chosen(SOURCE)
    whole = None if source is None else _whole(source)
    if source is not None and whole is None:
        no_such(SOURCE)
    if whole is None:
        _show_list()
        return
    _show_one(whole)


def _show_list() -> None:
    rows = read(lambda store: store.read(query("read/all_sources")))
    if not rows:
        nothing_recorded()
        return
    shown = in_order(rows)[:MOST]
    ids = [row["facts"]["id"] for row in shown]
    counts = read(lambda store: store.read(query("read/claims_counted"), ids=ids))
    stops = not_to_contact(row["facts"].get("informant", "") for row in shown)
    by_id = {row["id"]: row for row in counts}
    sheet(list_blocks(shown, by_id, stops, len(rows) - len(shown)), "source-list", follow)


def _whole(source: str) -> Nested[Source] | None:
    rows = read(lambda store: store.read(query("read/source_parts"), id=source))
    return nested(Source, source, rows, lambda one: one.title)


def _show_one(whole: Nested[Source]) -> None:
    records = read(lambda store: store.told_in_sources(whole.ids))
    day = asked_day()
    named = NameLinks.in_records(records)
    sheet((*top_blocks(whole, named), *earlier_blocks(whole.own)), "source-top", follow)
    _show_resting(whole, records, day)
    _show_alone(whole, records, named)
    claims = sorted(
        (claim for claim in records.claims() if claim.source in whole.ids),
        key=lambda claim: (claim.source, claim.locator, claim.id),
    )
    sheet(claim_blocks(claims, named), "source-claims", follow)


def _show_alone(whole: Nested[Source], records: Records, named: NameLinks) -> None:
    """Show the people, events and ties of which no other source says anything that counts."""
    counting = [c for c in records.claims() if c.active and c.source in whole.ids]
    about = {claim.about for claim in counting}
    rows = read(
        lambda store: store.read(
            query("read/also_claimed"), things=sorted(about), sources=sorted(whole.ids)
        )
    )
    alone = about - {row["about"] for row in rows}
    of = {
        kind: {c.about for c in counting if isinstance(c, kind)} & alone
        for kind in (PersonClaim, EventClaim, TieClaim)
    }
    known = facts(records).events
    events = by_time(known[id_] for id_ in of[EventClaim] if id_ in known)
    people = sorted(of[PersonClaim], key=lambda id_: (named.name(id_), id_))
    blocks = alone_blocks(people, events, len(of[TieClaim]), whole, named)
    sheet(blocks, "source-alone", follow)


def _show_resting(whole: Nested[Source], records: Records, day: date) -> None:
    """Show which answers would be others without it, worked out by the rule on the spot."""
    ids = sorted({c.id for c in records.claims() if c.source in whole.ids})
    children = _concerned(ids)
    every = bool(st.session_state.get("all-resting") == whole.own.id)
    wanted = tuple(children if every else children[:AT_ONCE])
    found = _resting(tuple(sorted(whole.ids)), wanted, day, read(state))
    people = {change.person for one in found for change in one.changes}
    stops = not_to_contact(people | {one.child for one in found})
    rest = len(children) - len(wanted)
    sheet(resting_blocks(found, stops, rest, day), "source-resting", follow)
    if rest and st.button(detail_words.WORK_OUT):
        st.session_state["all-resting"] = whole.own.id
        st.rerun()


def _concerned(claims: list[str]) -> list[str]:
    """Return the children near the people of the claims, who are on the board some day."""
    rows = read(lambda store: store.read(query("read/people_of_claims"), ids=claims))
    near = read(lambda store: store.children_near({row["id"] for row in rows}))
    listed = read(lambda store: store.read(query("read/listed_children"), ids=sorted(near)))
    return [row["id"] for row in listed]


@st.cache_data(max_entries=32, show_spinner=detail_words.WORKING)
def _resting(
    sources: tuple[str, ...], children: tuple[str, ...], day: date, now: NamesState
) -> list[Rests]:
    """Work the answers out again; kept until something is loaded or retracted (`now`)."""
    del now
    around = read(lambda store: list(store.around_many(children)))
    return [rests(records, child, sources, day) for child, records in around]


if __name__ == "__main__":
    guarded(page)
