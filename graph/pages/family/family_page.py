"""One family: its children side by side on a day, its network, its events, its sources."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from graph.pages.family.family_blocks import beside_blocks, children_blocks, recorded_blocks
from graph.pages.kit import detail_words
from graph.pages.kit.app_store import Child, children, guarded, read, told_until
from graph.pages.kit.canvas import Days, chooser, library_at_the_end, network
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.glossary import glossary
from graph.pages.kit.links import FAMILY, follow, hand_over, way
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.note_blocks import write_here
from graph.pages.kit.page_state import CHILD, DAY, FIRST_DAY, LAST_DAY, PERSON, choose, chosen
from graph.pages.kit.sheet_blocks import sheet, tidy
from graph.pages.kit.target import asked_day
from graph.picture.pyvis_network import picture
from graph.rule.answer import ChildAnswer, answer
from graph.store.queries import query
from graph.views.free_view import ThingKind
from graph.words.answer_text import AnswerText

Families = Mapping[tuple[str, ...], list[str]]
"""The children of the same recorded parents, by the ids of the parents."""
_BOX, _DRAWN = "family-box", "family-drawn"


def page() -> None:
    """Show the family of the child in the address."""
    known = children()
    if not known:
        nothing_recorded()
        return
    families = _families(known)
    asked = chosen(CHILD)
    if asked is not None and asked not in known:
        st.warning(detail_words.NO_SUCH_FAMILY)
    child = asked if asked in known else next(iter(known))
    parents = next(ids for ids, found in families.items() if child in found)
    _picker(families, known, parents)
    answers = _answers(families[parents], asked_day())
    _show(answers, child)


def _families(known: Mapping[str, Child]) -> Families:
    rows = read(lambda store: store.read(query("read/parents"), ids=list(known)))
    parents = {row["id"]: tuple(row["parents"]) or (row["id"],) for row in rows}
    families: dict[tuple[str, ...], list[str]] = {}
    for id_ in known:  # by name, as the children are sorted
        families.setdefault(parents[id_], []).append(id_)
    return families


def _picker(families: Families, known: Mapping[str, Child], parents: tuple[str, ...]) -> None:
    """Let a family be chosen, by its parents."""
    named = {ids: known[found[0]].family for ids, found in families.items()}
    options = sorted(named, key=lambda ids: (named[ids], ids))
    st.session_state[_BOX] = parents
    st.selectbox(
        "Family",
        options,
        format_func=lambda ids: tidy(named[ids] or known[families[ids][0]].name),
        key=_BOX,
        on_change=lambda: choose(CHILD, families[st.session_state[_BOX]][0]),
    )


def _answers(ids: Sequence[str], day: date) -> list[ChildAnswer]:
    around = read(lambda store: dict(store.around_many(ids)))
    return [answer(around[id_], id_, as_of=day) for id_ in ids]


def _show(answers: Sequence[ChildAnswer], child: str) -> None:
    day, texts = answers[0].as_of, [AnswerText(one) for one in answers]
    named = _named(answers)
    sheet(children_blocks(texts, named), "family-children", follow, day=day)
    family = [way(FAMILY, one.network.child.id) for one in answers]
    write_here(child, way(FAMILY, child), *family)
    said = next(one for one in answers if one.network.child.id == child)
    drawn = picture(said)
    days = Days(
        shown=day,
        stops=drawn.days(),
        told=told_until(),
        first=FIRST_DAY,
        last=LAST_DAY,
        on_day=_take,
    )
    chooser(drawn, None, _open, days=days)
    network(drawn)
    sheet(beside_blocks(texts), "family-beside", follow, day=day)
    sheet([glossary()], "glossary")
    sheet(recorded_blocks(answers, named), "family-recorded", follow, day=day)
    hand_over([child, *(id_ for one in answers if (id_ := one.network.child.id) != child)])
    library_at_the_end()


def _named(answers: Sequence[ChildAnswer]) -> NameLinks:
    """Return the names of everybody around any of the children."""
    around = [answer.network for answer in answers]
    people = {id_: one for network_ in around for id_, one in network_.facts.people.items()}
    places = {id_: one for network_ in around for id_, one in network_.borders.places.items()}
    sources = {id_: one for network_ in around for id_, one in network_.sources.items()}
    return NameLinks.of(people, places, sources)


def _take(day: date) -> None:
    choose(DAY, day.isoformat())


def _open(kind: ThingKind, id_: str) -> None:
    """Go to the person who was clicked in the network."""
    if kind is ThingKind.PERSON:
        follow(way(PERSON, id_))


if __name__ == "__main__":
    guarded(page)
