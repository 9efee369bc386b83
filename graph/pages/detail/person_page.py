"""One person: who they are, the claims about them, and the answer towards each child."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from graph.errors import UnknownPerson
from graph.facts.clusters import clusters
from graph.pages.child.person_blocks import why_blocks
from graph.pages.detail.profile_blocks import (
    kin_blocks,
    recorded_blocks,
    standing_blocks,
    top_blocks,
)
from graph.pages.kit.app_store import guarded, not_to_contact, read, records_around
from graph.pages.kit.links import CLAIM, SAME, follow, way
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.note_blocks import write_here
from graph.pages.kit.page_state import PERSON, day_picker
from graph.pages.kit.sheet_blocks import sentence, sheet, tidy
from graph.pages.kit.target import asked_day, asked_for, no_such
from graph.pages.writing import sameness_words
from graph.pages.writing.history_blocks import history_blocks
from graph.record.dates import BEGINNING
from graph.record.model import Records
from graph.record.vocabulary import PersonKind
from graph.rule.answer import answer
from graph.rule.network import network
from graph.store.queries import query
from graph.store.stays import RelativeStay
from graph.views.person_view import Profile, profile
from graph.words.answer_text import AnswerText
from graph.words.name_marks import NameMarks

MOST_LOOKED_AT = 40
"""Children for whom it is worked out anew whether somebody is within reach of them."""


def page() -> None:
    """Show one person."""
    person = asked_for(PERSON)
    if person is None:
        return
    records = records_around(person)
    joined = clusters(records)
    ids, person = joined.ids(person), joined.of(person)
    try:
        shown = _profile(records, person, ids)
    except UnknownPerson:
        no_such(PERSON)
        return
    standings = read(lambda store: store.standings(person))
    day = asked_day()
    named = NameLinks.in_records(records)
    child = bool(_listed([person]))
    sheet(top_blocks(shown, named, _members(shown), child=child), "person-top", follow)
    own = [way(PERSON, id_) for id_ in ids]
    write_here(
        person,
        way(PERSON, person),
        *own,
        *(way(CLAIM, c.id) for c in shown.claims),
        further={sameness_words.TO_COMPARE: way(SAME, person)},
    )
    day_picker({one.stay.first for one in standings} - {BEGINNING}, day)
    silent = {} if standings else _silent(shown)
    claims = {claim.id: claim for claim in (*records.claims(), *shown.claims)}
    blocks = standing_blocks(standings, silent, shown, named, claims, day)
    sheet(blocks, "person-standing", follow)
    _why(standings, silent, person, day)
    sheet(kin_blocks(shown, named, claims), "person-kin", follow)
    sheet(recorded_blocks(shown, named, claims, day), "person-recorded", follow)
    sheet(history_blocks(shown.claims, named), "person-history", follow)


def _profile(records: Records, person: str, ids: Sequence[str]) -> Profile:
    """Return the profile of a person from the claims that name any of their records."""
    return profile(
        records,
        person,
        read(lambda store: [claim for id_ in ids for claim in store.claims_naming(id_)]),
        read(lambda store: [claim for id_ in ids for claim in store.relayed_through(id_)]),
    )


def _members(shown: Profile) -> list[str]:
    """Return the recorded members of a group."""
    if shown.person.kind is not PersonKind.GROUP:
        return []
    rows = read(lambda store: store.read(query("read/members"), ids=[shown.person.id]))
    return [row["id"] for row in rows]


def _silent(shown: Profile) -> dict[str, str]:
    """Return the children within whose reach they are, with nothing recorded of the contact.

    The calendars hold no such people; so the rule's own reach is asked, for the children near.
    """
    person = shown.person.id
    if shown.person.kind is PersonKind.ORGANISATION:
        return {}
    near = sorted(read(lambda store: store.children_near([person])) - {person})
    names = dict(list(_listed(near).items())[:MOST_LOOKED_AT])
    around = read(lambda store: list(store.around_many(names)))
    return {
        child: names[child]
        for child, records in around
        if person in network(records, child).reached
    }


def _listed(ids: list[str]) -> dict[str, str]:
    """Return those who are children on the board of some day, with their names."""
    rows = read(lambda store: store.read(query("read/listed_children"), ids=ids))
    return {row["id"]: row["name"] for row in rows}


def _why(standings: list[RelativeStay], silent: dict[str, str], person: str, day: date) -> None:
    """Answer, for one of the children, why this person is or is not left to contact."""
    plain = {one.child: one.child_name for one in standings} | silent
    marked = NameMarks(stopped=not_to_contact(plain))
    names = {id_: marked.name(name, id_) for id_, name in plain.items()}
    if not names:
        return
    child = st.selectbox(
        "Why, for the child",
        list(names),
        index=None,
        format_func=lambda id_: tidy(names.get(id_, "")),
        key="person-why",
        placeholder="Choose a child",
    )
    if child is None or child not in names:
        return
    reply = answer(records_around(child), child, as_of=day)
    shown = {r.person.id for r in reply.relatives} | reply.network.siblings
    with st.container(border=True):
        if person in shown:
            sheet(why_blocks(AnswerText(reply), person), "person-reason", follow)
        else:
            sheet([sentence("Not within reach of this child on this day.")], "person-reason")


if __name__ == "__main__":
    guarded(page)
