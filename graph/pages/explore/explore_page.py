"""Explore: people, events and places as a network that fills the window, and what it says."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from graph.pages.explore import explore_words as words
from graph.pages.explore.explore_panels import PANELS, SeenScene
from graph.pages.explore.scene_state import can_redo, can_undo, change, pick, redo, scene, undo
from graph.pages.kit.app_store import children, guarded, not_to_contact, read
from graph.pages.kit.canvas import chooser, library_at_the_end, network
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.page_state import DATE_FORMAT, DAY, FIRST_DAY, LAST_DAY, choose
from graph.pages.kit.page_style import BESIDE, FILLED
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    colours,
    heading,
    marks,
    part,
    sentence,
    sheet,
    sizes,
    table,
    tidy,
)
from graph.pages.kit.target import asked_day
from graph.pages.questions.result import MOST_DRAWN
from graph.pages.search.name_index import name_index
from graph.picture.draw.answer_cards import answer_cards
from graph.picture.draw.cards import Card, Spans
from graph.picture.draw.prepared import Picture
from graph.picture.pyvis_network import free_picture
from graph.record.vocabulary import Left
from graph.views.card_sizes import SIZED_BY, card_sizes, numbers, size_steps
from graph.views.colour_groups import OTHERS, colour_groups, largest
from graph.views.expansion import expansions
from graph.views.explored import A_CHILD, ExploredScene, day_answers, filtered, recorded
from graph.views.free_view import ThingKind, view
from graph.words.marks import Mark
from graph.words.wording import LEFT_WORDS, RISK, STOP_SHORT, counted

_BOX, _DAY_BOX, _PANEL, _BEGIN = "explore-box", "explore-day", "explore-panel", "explore-begin"
_MOST_HITS = 8
TINTS = (
    "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#999999",
)  # fmt: skip
"""Colours that eyes of every kind tell apart: Okabe and Ito (2008), and a grey."""


def page() -> None:
    """Show a scene, and let it be changed."""
    if read(lambda store: store.contents().empty):
        nothing_recorded()
        return
    sheet([heading(words.TITLE, level=1)], "explore-title")
    now, day = scene(), asked_day()
    _top(day)
    seen = _seen(now, day)
    left, right = st.columns([7, 3])
    with left, st.container(key=FILLED):
        seen = replace(seen, spots=_canvas(seen))
    with right, st.container(key=BESIDE):
        _found()
        st.session_state.setdefault(_PANEL, words.CHOSEN)
        shown = st.radio(
            "Beside the network",
            words.PANELS,
            key=_PANEL,
            horizontal=True,
            label_visibility="collapsed",
        )
        PANELS[shown](seen)
    library_at_the_end()


def _top(day: date) -> None:
    box, calendar, back, on = st.columns([5, 2, 1, 1], vertical_alignment="bottom")
    with box:
        st.text_input(words.SEARCH, key=_BOX, max_chars=200, placeholder="Amina · ئامىنە")
    with calendar:
        st.session_state[_DAY_BOX] = day
        st.date_input(
            "Day",
            key=_DAY_BOX,
            format=DATE_FORMAT,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            on_change=_take_day,
        )
    with back:
        st.button("Undo", on_click=undo, disabled=not can_undo(), width="stretch")
    with on:
        st.button("Redo", on_click=redo, disabled=not can_redo(), width="stretch")


def _take_day() -> None:
    day = st.session_state[_DAY_BOX]
    if isinstance(day, date):
        choose(DAY, day.isoformat())


def _seen(now: ExploredScene, day: date) -> SeenScene:
    """Read what the scene names; of too many, the first."""
    ids = now.seen[:MOST_DRAWN]
    whole = read(lambda store: view(store, ids))
    answers = read(lambda store: day_answers(store, ids, day))
    where = read(lambda store: recorded(store, ids))
    shown = filtered(whole, now, answers, where, day)
    by = next(iter(now.size), "")
    return SeenScene(
        scene=now,
        day=day,
        whole=whole,
        shown=shown,
        answers=answers,
        where=where,
        numbers=read(lambda store: numbers(store, shown, by, day)),
    )


def _canvas(seen: SeenScene) -> dict[str, tuple[float, float]]:
    """Draw what is seen; return the place of each card, where a hand may move it."""
    if len(seen.scene.seen) > MOST_DRAWN:
        st.warning(words.TOO_MANY.format(most=MOST_DRAWN))
    if not seen.shown.things:
        st.text(words.ALL_FILTERED if seen.whole.things else words.NOTHING_YET)
        if not seen.whole.things:
            _begin()
        return {}
    cards = answer_cards(seen.shown, seen.answers)
    middle = next(iter(seen.scene.rings), None)
    put = seen.scene.spots
    drawn = free_picture(seen.shown, day=seen.day, cards=cards, middle=middle, put=put)
    groups = _groups(seen)
    drawn = replace(drawn, cards=_dressed(drawn, groups, card_sizes(seen.numbers)))
    options = drawn.options | {"interaction": drawn.options["interaction"] | {"zoomView": True}}
    drawn = replace(drawn, fill=True, options=options)
    picked = [id_ for id_ in seen.scene.picked if id_ in seen.shown.things]
    sheet([*_legend(drawn, _later(seen)), *_colours(groups), *_sizes(seen)], "explore-legend")
    movable = not drawn.rings
    network(drawn, key="explore-network", lasso=True, movable=movable)
    chooser(
        drawn,
        picked[-1] if picked else None,
        lambda _kind, id_: pick(replace(scene(), picked=(id_,))),
        on_expand=lambda _kind, id_: _expand_all(id_),
        gathered=picked[:-1],
        on_gather=lambda _kind, id_: pick(scene().also_picked(id_)),
        on_lasso=lambda ids: pick(replace(scene(), picked=tuple(ids))),
        on_move=lambda id_, spot: change(scene().placed({id_: spot})),
    )
    return drawn.spots() if movable else {}


def _groups(seen: SeenScene) -> dict[str, str]:
    """Return the group of each card by the property that was chosen, the largest apart."""
    by = next(iter(seen.scene.colour), "")
    return largest(colour_groups(seen.shown, by, seen.where), len(TINTS))


def _tints(groups: Mapping[str, str]) -> dict[str, str]:
    """Return a colour for each group, the largest first."""
    counts = Counter(groups.values())
    order = sorted(counts, key=lambda group: (group == OTHERS, -counts[group], group))
    return dict(zip(order, TINTS, strict=False))


def _dressed(
    drawn: Picture, groups: Mapping[str, str], sizes: Mapping[str, float]
) -> dict[str, Spans[Card]]:
    """Return the cards with their colour and their size."""
    tints = _tints(groups)
    return {
        id_: tuple(
            (
                day,
                replace(card, tint=tints.get(groups.get(id_, ""), ""), size=_size(id_, sizes)),
            )
            for day, card in spans
        )
        for id_, spans in drawn.cards.items()
    }


def _size(id_: str, sizes: Mapping[str, float]) -> str:
    return str(sizes[id_]) if id_ in sizes else ""


def _sizes(seen: SeenScene) -> Iterator[Block]:
    """Yield what the size of a card means, with who or what has most."""
    by, found = next(iter(seen.scene.size), ""), seen.numbers
    if by not in SIZED_BY:
        return
    most = max(found.values(), default=0)
    having = sorted(seen.called(id_) for id_, count in found.items() if count == most)
    yield sentence(words.sizes(by, found.values(), having, len(seen.shown.things)), "quiet")
    steps = size_steps(found.values())
    if len(steps) > 1:
        yield sizes((size, f"{count}") for count, size in steps.items())


def _colours(groups: Mapping[str, str]) -> Iterator[Block]:
    counts = Counter(groups.values())
    if groups:
        yield colours((tint, f"{counts[one]} {one}") for one, tint in _tints(groups).items())


def _expand_all(id_: str) -> None:
    more = read(lambda store: expansions(store, id_))
    change(scene().with_(one for group in more for one in group.ids))


def _later(seen: SeenScene) -> int:
    """Return how many events of the scene begin after the day."""
    things = seen.whole.things.values()
    later = [one.id for one in things if one.kind is ThingKind.EVENT and one.since > seen.day]
    return len(set(later) - seen.shown.things.keys())


def _legend(drawn: Picture, later: int) -> Iterator[Block]:
    """Yield what the marks of the picture mean, and what contact can lead to."""
    said = f" {words.LATER.format(events=counted(later, 'event'))}" if later else ""
    yield sentence(f"{RISK}{said}", "risk")
    cards = [(kind, drawn.card(id_)) for kind, id_ in zip(drawn.kinds, drawn.ids, strict=True)]
    people = Counter((c.mark, _said(c)) for kind, c in cards if kind is ThingKind.PERSON)
    others = Counter((c.mark, kind.value) for kind, c in cards if kind is not ThingKind.PERSON)
    shown = [(mark, _so_many(count, word)) for (mark, word), count in people.items()]
    shown += [(mark, counted(count, word)) for (mark, word), count in others.items()]
    stops = sum(bool(card.stop) for _, card in cards)
    yield marks([*shown, *([(Mark.STOP, f"{stops} {STOP_SHORT}")] if stops else [])])


def _so_many(count: int, word: str) -> str:
    return counted(count, "child", "children") if word == A_CHILD else f"{count} {word}"


def _said(card: Card) -> str:
    """Return the answer of a card; a no with what it rests on."""
    no = card.word == LEFT_WORDS[Left.NO]
    return f"{card.word}: {card.status}" if no else card.word


def _begin() -> None:
    names = {id_: child.name for id_, child in children().items()}
    st.selectbox(
        words.BEGIN,
        list(names),
        index=None,
        format_func=lambda id_: tidy(names.get(id_, "")),
        key=_BEGIN,
        placeholder="Choose a child",
        on_change=_take_child,
    )


def _take_child() -> None:
    """Show a child with everybody who is tied to them; events can be added later."""
    child = st.session_state[_BEGIN]
    if child is None:
        return
    more = read(lambda store: expansions(store, child))
    people = [id_ for group in more if not group.of_event for id_ in group.ids]
    change(ExploredScene().brought(child).with_(people))


def _found() -> None:
    """Show what was found for the name that was typed; a press adds it."""
    typed = st.session_state.get(_BOX, "").strip()
    if not typed:
        return
    hits = [hit.entry for hit in name_index().search(typed).hits if hit.entry.kind != "source"]
    hits = hits[:_MOST_HITS]
    if not hits:
        sheet([sentence("Nobody and nothing of this name is recorded.")], "explore-found")
        return
    stops = not_to_contact(entry.id for entry in hits)
    rows = [
        SheetRow(
            cells=(
                cell(
                    part(entry.names[0], "name", to=entry.id),
                    part(STOP_SHORT if entry.id in stops else "", "stop", Mark.STOP),
                    part(", ".join((entry.kind, *entry.notes[:1])), "quiet"),
                ),
            )
        )
        for entry in hits
    ]
    sheet([table((words.ADDED,), rows)], "explore-found", _add)


def _add(id_: str) -> None:
    st.session_state[_BOX] = ""
    change(scene().brought(id_))


if __name__ == "__main__":
    guarded(page)
