"""One child on one day: the answer, the network, everybody within reach, and why."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import streamlit as st

from graph.pages.child.around_child import (
    around_chosen,
    around_picker,
    bring_in,
    brought_in,
    open_card,
    opened,
)
from graph.pages.child.person_blocks import person_blocks, why_blocks
from graph.pages.kit import page_words
from graph.pages.kit.answer_blocks import (
    answer_blocks,
    clock_blocks,
    count_marks,
    list_blocks,
)
from graph.pages.kit.app_store import children, guarded, records_around, told_until
from graph.pages.kit.canvas import Days, chooser, library_at_the_end, network
from graph.pages.kit.child_picker import child_picker
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.glossary import glossary
from graph.pages.kit.links import EVENT, PLACE, follow, hand_over, way
from graph.pages.kit.note_blocks import write_here
from graph.pages.kit.page_state import (
    DAY,
    FIRST_DAY,
    KNOWN_ON,
    LAST_DAY,
    PERSON,
    choose,
    chosen,
    chosen_day,
    known_on_picker,
)
from graph.pages.kit.page_style import BESIDE, FILLED
from graph.pages.kit.sheet_blocks import sentence, sheet, tidy
from graph.picture.draw.prepared import Picture
from graph.picture.pyvis_network import picture
from graph.record.vocabulary import Left
from graph.rule.answer import answer
from graph.views.free_view import ThingKind
from graph.views.neighbours import whose_more
from graph.words.answer_text import AnswerText
from graph.words.marks import Mark

_PAGES_OF = {ThingKind.PERSON: PERSON, ThingKind.EVENT: EVENT, ThingKind.PLACE: PLACE}


def page() -> None:
    """Show one child on one day."""
    names = {id_: child.name for id_, child in children().items()}
    if not names:
        nothing_recorded()
        return
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    with left:
        child = child_picker(names)
    known_on = chosen_day(KNOWN_ON)
    with right:
        known_on_picker(known_on)
        with st.spinner(page_words.WORKING_OUT) if known_on else nullcontext():
            reply = answer(records_around(child), child, as_of=chosen_day(), known_on=known_on)
    choose(DAY, reply.as_of.isoformat())
    _show(AnswerText(reply))


def _show(text: AnswerText) -> None:
    named, reply = _named(text), text.answer
    around = around_chosen(named)
    found = brought_in(around, named)
    selected, day = _selected(named), reply.as_of
    drawn = picture(
        reply,
        places=around.places,
        others=None if found is None else found.view,
        keep=opened() | {selected or ""},
    )
    drawn = replace(drawn, fill=True)
    left, right = st.columns([3, 2])
    with left, st.container(key=FILLED):
        stops = drawn.days()
        days = Days(
            shown=day,
            stops=stops,
            told=told_until(),
            first=FIRST_DAY,
            last=LAST_DAY,
            on_day=_take_day,
        )
        chooser(drawn, selected, _picked(drawn), on_expand=_expanded, days=days)
        sheet([count_marks(reply)], "legend", day=day)
        network(drawn)
    with right, st.container(key=BESIDE):
        sheet(answer_blocks(text), "answer", day=day)
        _person_picker(named, selected)
        if selected is not None:
            with st.container(border=True):
                sheet(person_blocks(text, selected), "person", follow, day=day)
        sheet(clock_blocks(text), "clocks", day=day)
        write_here(reply.network.child.id, way(PERSON, reply.network.child.id))
    sheet([glossary()], "glossary")
    around_picker(around, named, found)
    sheet(list_blocks(text, selected), "list", _select, day=day)
    _why_not(text, named)
    hand_over([reply.network.child.id])
    library_at_the_end()


def _picked(drawn: Picture) -> Callable[[ThingKind, str], None]:
    """Follow a click: people within reach are shown here, all else on its own page."""

    def picked(kind: ThingKind, id_: str) -> None:
        if id_ in drawn.folded:
            open_card(drawn.folded[id_])
        elif kind is ThingKind.MORE:
            bring_in(whose_more(id_))
        elif drawn.card(id_).mark is not Mark.PERSON and kind is ThingKind.PERSON:
            _select(id_)
        else:
            follow(way(_PAGES_OF[kind], id_))

    return picked


def _expanded(kind: ThingKind, id_: str) -> None:
    if kind is ThingKind.PERSON:
        bring_in(id_)


def _take_day(day: date) -> None:
    choose(DAY, day.isoformat())


def _select(person: str) -> None:
    choose(PERSON, person)


def _selected(named: Mapping[str, str]) -> str | None:
    person = chosen(PERSON)
    return person if person in named else None


def _named(text: AnswerText) -> dict[str, str]:
    """Return everybody who is shown, by closeness, and last the children."""
    shown = {one.relative.person.id: one.named for one in text.relatives}
    around = text.answer.network
    children = sorted({around.child.id, *around.siblings} - shown.keys())
    return shown | {id_: text.called(id_) for id_ in children if id_ in around.facts.people}


def _person_picker(named: Mapping[str, str], selected: str | None) -> None:
    """Let a person be chosen by keyboard; a click in the network does the same."""
    st.session_state["person-box"] = selected
    st.selectbox(
        "Person: what is known of them (or click a card)",
        list(named),
        index=None,
        format_func=_labelled(named),
        key="person-box",
        placeholder="Choose a person",
        on_change=lambda: _select(st.session_state["person-box"]),
    )


def _why_not(text: AnswerText, shown: Mapping[str, str]) -> None:
    """Answer "why is this person not left to contact?" with the reason and the evidence."""
    left = {r.person.id for r in text.answer.relatives if r.answer.left is Left.YES}
    apart = left | {text.answer.network.child.id}
    named = {id_: name for id_, name in shown.items() if id_ not in apart}
    sheet([sentence("Why is somebody not listed as left to contact?", "lead")], "why-title")
    person = st.selectbox(
        "Everybody for whom the answer is not yes",
        list(named),
        index=None,
        format_func=_labelled(named),
        key="why-box",
        placeholder="Choose a person",
    )
    if person is not None and person in named:
        with st.container(border=True):
            sheet(why_blocks(text, person), "why", follow, day=text.answer.as_of)


def _labelled(named: Mapping[str, str]) -> Callable[[str], str]:
    return lambda id_: tidy(named.get(id_, ""))


if __name__ == "__main__":
    guarded(page)
