"""The panels beside the network of Explore: the chosen cards, filters, ways, scenes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from graph.pages.explore import explore_words as words
from graph.pages.explore.holding_blocks import holding_blocks
from graph.pages.explore.scene_state import change, pick, scene
from graph.pages.kit.app_store import read
from graph.pages.kit.links import QUESTION, follow, way
from graph.pages.kit.page_state import DAY
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    part,
    sentence,
    sheet,
    table,
    tidy,
)
from graph.pages.questions.from_answer import hand_over_button, of_scene
from graph.pages.questions.question_form import give, questions_about
from graph.pages.questions.result_blocks import stop_part
from graph.picture.layout.cards_to_place import COLUMN, ROW
from graph.questions.library import Param
from graph.questions.saved_scenes import (
    SavedScene,
    SceneNotSaved,
    forget_scene,
    save_scene,
    saved_scenes,
)
from graph.settings import Settings
from graph.views.card_sizes import SIZED_BY
from graph.views.colour_groups import COLOURED_BY
from graph.views.expansion import Expansion, expansions
from graph.views.explored import ANSWERS, TIE_GROUPS, DayAnswer, ExploredScene, Recorded
from graph.views.free_view import FreeView, ThingKind, ViewThing
from graph.views.ways_between import WayBetween, ways_between
from graph.words.name_marks import NameMarks
from graph.words.wording import counted

_FILTER, _PICKED, _EXPAND, _ASKED = (
    "explore-filter", "explore-picked", "explore-expand", "explore-asked",
)  # fmt: skip
_ONE, _OTHER, _NAME, _NOTE = "explore-one", "explore-other", "explore-name", "explore-note"
_STEPS = {
    "Left": (-COLUMN / 2, 0.0),
    "Right": (COLUMN / 2, 0.0),
    "Up": (0.0, -ROW / 2),
    "Down": (0.0, ROW / 2),
}
_FILTERS = ("answers", "ties", "places", "sources")
_LABELS = {
    "answers": "Answer on this day",
    "ties": "Kind of tie",
    "places": "Recorded at",
    "sources": "Named in",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenScene:
    """A scene on a day: what it names, what the filters leave, and what they ask for."""

    scene: ExploredScene
    day: date
    whole: FreeView
    shown: FreeView
    answers: Mapping[str, DayAnswer]
    where: Recorded
    numbers: Mapping[str, int]
    """How many each card has of what is counted for its size; empty where nothing is."""
    spots: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """The place of each card; empty where no hand may move it."""

    def called(self, id_: str) -> str:
        """Return the name of a card with its marks; of an event, with its time."""
        thing = self.whole.things.get(id_)
        if thing is None:
            return id_
        stopped = {id_} if thing.stop else frozenset[str]()
        name = ", ".join(filter(None, (thing.name, thing.said)))
        return tidy(NameMarks(stopped=stopped).name(name, id_))

    @property
    def people(self) -> list[str]:
        """Return who is shown, by name."""
        of = self.shown.things.values()
        return sorted((t.id for t in of if t.kind is ThingKind.PERSON), key=self.called)


def _chosen_panel(seen: SeenScene) -> None:
    shown = sorted(seen.shown.things, key=seen.called)
    picked = [id_ for id_ in seen.scene.picked if id_ in seen.shown.things]
    st.session_state[_PICKED] = picked
    st.multiselect(
        words.CHOOSE,
        shown,
        format_func=seen.called,
        key=_PICKED,
        placeholder="Choose cards",
        on_change=lambda: pick(replace(scene(), picked=tuple(st.session_state[_PICKED]))),
    )
    if not picked:
        st.text(words.NOBODY_CHOSEN)
        return
    sheet([table(("Chosen",), [_line(seen, id_) for id_ in picked])], "explore-chosen", follow)
    hide, pin, move = st.columns(3)
    with hide:
        st.button("Hide", on_click=lambda: change(scene().hidden(picked)), width="stretch")
    with pin:
        pinned = set(picked) <= set(seen.scene.pin)
        st.button(
            "Let go" if pinned else "Pin",
            on_click=lambda: change(scene().pinned(picked)),
            width="stretch",
        )
    with move, st.popover("Move", disabled=not seen.spots, width="stretch"):
        _move({id_: seen.spots[id_] for id_ in picked if id_ in seen.spots})
    _expand(picked[-1])
    _use(seen, [id_ for id_ in picked if seen.shown.things[id_].kind is ThingKind.PERSON])


def _move(spots: Mapping[str, tuple[float, float]]) -> None:
    """Let cards be moved without a mouse, half a card at a time, and be put back."""
    st.text(words.MOVE)
    for way_, (right, down) in _STEPS.items():
        to = {id_: (x + right, y + down) for id_, (x, y) in spots.items()}
        st.button(
            way_,
            on_click=lambda to=to: change(scene().placed(to)),
            width="stretch",
        )
    st.button(
        words.PUT_BACK,
        on_click=lambda: change(scene().put_back(spots)),
        disabled=not scene().spots.keys() & spots,
        width="stretch",
    )


def _line(seen: SeenScene, id_: str) -> SheetRow:
    thing: ViewThing = seen.shown.things[id_]
    said = seen.answers.get(id_)
    answer = "" if said is None else f"{words.WITHIN_A_CHILD} {said.left}"
    return SheetRow(
        cells=(
            cell(
                part(thing.name, "name", to=way(thing.kind.value, id_)),
                *stop_part(thing),
                part(", ".join(filter(None, (thing.word, thing.said))), "quiet"),
                part(answer, "quiet"),
                part(_numbered(seen, id_), "quiet"),
                part("pinned" if id_ in seen.scene.pin else "", "quiet"),
            ),
        )
    )


def _numbered(seen: SeenScene, id_: str) -> str:
    return (
        f"{words.SIZED[seen.scene.size[0]]}: {seen.numbers[id_]}" if id_ in seen.numbers else ""
    )


def _expand(id_: str) -> None:
    """Let the card that was chosen last be expanded, by one kind of tie or by all."""
    groups = read(lambda store: expansions(store, id_))
    if not groups:
        st.text(words.NOTHING_TIED)
        return
    every = tuple(dict.fromkeys(one for group in groups for one in group.ids))
    options = {
        one.words: one for one in (Expansion(words=words.EVERYTHING, ids=every), *groups)
    }
    if st.session_state.get(_EXPAND) not in options:
        st.session_state[_EXPAND] = words.EVERYTHING
    taken = st.selectbox(
        words.EXPAND,
        list(options),
        format_func=lambda name: (
            f"{name} ({len(options[name].ids)})" if name in options else ""
        ),
        key=_EXPAND,
    )
    ids = options[taken or words.EVERYTHING].ids
    st.button("Expand", on_click=lambda: change(scene().with_(ids)), width="stretch")


def _use(seen: SeenScene, people: list[str]) -> None:
    """Let the people who are chosen be exported, or be what a question is about."""
    if not people:
        return
    hand_over_button(of_scene(people), label=words.HAND_CHOSEN)
    questions = questions_about(people[-1])
    st.selectbox(
        words.ASK,
        list(questions),
        index=None,
        format_func=lambda name: name.replace("_", " ").capitalize(),
        key=_ASKED,
        placeholder=f"about {seen.called(people[-1])}",
        on_change=lambda: _ask(questions, people[-1]),
    )


def _ask(questions: Mapping[str, Param], person: str) -> None:
    name = st.session_state[_ASKED]
    if name is not None:
        give(name, questions[name], person)
        follow(way(QUESTION, name))


def _filter_panel(seen: SeenScene) -> None:
    options: dict[str, Mapping[str, str]] = {
        "answers": {one: one for one in ANSWERS},
        "ties": {one: one for one in TIE_GROUPS},
        "places": seen.where.places,
        "sources": seen.where.sources,
    }
    for name in _FILTERS:
        named = options[name]
        ids = sorted({*named, *getattr(seen.scene, name)}, key=lambda id_: named.get(id_, id_))
        if name in ("answers", "ties"):
            ids = list(named)
        st.session_state[f"{_FILTER}-{name}"] = [
            id_ for id_ in getattr(seen.scene, name) if id_ in ids
        ]
        st.multiselect(
            _LABELS[name],
            ids,
            format_func=lambda id_, named=named: tidy(named.get(id_, id_)),  # type: ignore[misc]
            key=f"{_FILTER}-{name}",
            placeholder="any",
            on_change=_take_filter,
            args=(name,),
        )
    hidden = [id_ for id_ in seen.scene.hide if id_ in seen.scene.show]
    st.button(
        f"Show what is hidden ({len(hidden)})",
        on_click=lambda: change(replace(scene(), hide=())),
        disabled=not hidden,
    )
    sheet([sentence(words.ANSWERS_OF, "quiet")], "explore-filter-help")
    _one_of(seen, "colour", words.COLOUR, {one: one for one in COLOURED_BY})
    _one_of(seen, "size", words.SIZE, {one: words.size_label(one) for one in SIZED_BY})
    _one_of(seen, "rings", words.RINGS, {id_: seen.called(id_) for id_ in seen.people})
    if seen.scene.rings:
        sheet([sentence(words.RINGS_ARE, "quiet")], "explore-rings-help")


def _one_of(seen: SeenScene, name: str, label: str, options: Mapping[str, str]) -> None:
    """Let one value of a scene be chosen, or none."""
    key, taken = f"explore-{name}", getattr(seen.scene, name)
    st.session_state[key] = next((one for one in taken if one in options), None)
    st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda one: options.get(one, ""),
        key=key,
        placeholder="nothing",
        on_change=lambda: change(
            replace(scene(), **{name: tuple(filter(None, (st.session_state[key],)))})
        ),
    )


def _take_filter(name: str) -> None:
    change(replace(scene(), **{name: tuple(st.session_state[f"{_FILTER}-{name}"])}))


def _ways_panel(seen: SeenScene) -> None:
    people = seen.people
    of = [id_ for id_ in seen.scene.picked if id_ in people][-2:]
    for key, label, nth in ((_ONE, words.ONE, 0), (_OTHER, words.OTHER, 1)):
        st.session_state[key] = of[nth] if nth < len(of) else None
        st.selectbox(
            label,
            people,
            index=None,
            format_func=seen.called,
            key=key,
            placeholder="Choose a person",
            on_change=_take_pair,
        )
    if len(set(of)) < 2:  # noqa: PLR2004 - a pair
        st.text(words.TWO)
        return
    one, other = of
    found = read(lambda store: ways_between(store, one, other))
    if not found:
        st.text(words.NO_WAY)
        return
    sheet([*_way_blocks(found)], "explore-ways", _draw_way(found))
    ids = {id_ for one_way in found for id_ in one_way.ids}
    st.button(
        words.DRAW_WAYS, on_click=lambda: change(_drawn(ids, (one, other))), width="stretch"
    )


def _take_pair() -> None:
    pair = (st.session_state[_ONE], st.session_state[_OTHER])
    pick(replace(scene(), picked=tuple(id_ for id_ in pair if id_ is not None)))


def _draw_way(found: tuple[WayBetween, ...]) -> Callable[[str], None]:
    def draw(nth: str) -> None:
        ids = found[int(nth)].ids
        change(_drawn(ids, (ids[0], ids[-1])))

    return draw


def _drawn(ids: "tuple[str, ...] | set[str]", ends: tuple[str, str]) -> ExploredScene:
    """Return a scene of nothing but some ways."""
    return ExploredScene(show=tuple(dict.fromkeys((*ends, *sorted(ids)))), picked=ends)


def _way_blocks(found: tuple[WayBetween, ...]) -> Iterator[Block]:
    rows = [
        SheetRow(
            cells=(
                cell(
                    part(counted(one.steps, "step"), to=str(nth)),
                    part(f"through {one.through}", "quiet"),
                    one.sentence,
                ),
            )
        )
        for nth, one in enumerate(found)
    ]
    yield table(("Ways, shortest first",), rows, caption=words.WAYS_ARE)


def _holds_panel(seen: SeenScene) -> None:
    sheet([*holding_blocks(seen.shown, seen.day)], "explore-holds")


def _scenes_panel(seen: SeenScene) -> None:
    home = Settings.from_env().home
    kept, broken = saved_scenes(home)
    sheet([sentence(words.LINK, "quiet")], "explore-link")
    people = [one.id for one in seen.shown.things.values() if one.kind is ThingKind.PERSON]
    hand_over_button(of_scene(people), label=words.HAND_SCENE)
    name = st.text_input(words.NAME, key=_NAME, max_chars=80)
    note = st.text_area(words.NOTE, key=_NOTE, max_chars=2_000, height=68)
    if st.button(words.KEEP, width="stretch"):
        address = seen.scene.address() | {DAY: seen.day.isoformat()}
        try:
            save_scene(home, SavedScene(name=name, address=address, note=note))
        except (SceneNotSaved, OSError) as error:
            st.warning(words.NOT_KEPT)
            st.text(str(error))
        else:
            st.success(words.KEPT)
            kept, broken = saved_scenes(home)
    rows = [
        SheetRow(cells=(cell(part(one.name, "name", to=str(nth)), part(one.note, "quiet"),
                             part(one.address.get(DAY, ""), "quiet")),))
        for nth, one in enumerate(kept)
    ]  # fmt: skip
    wrong = [sentence(f"{one.name}: {one.why}", "warn") for one in broken]
    said = [table(("Kept scenes",), rows)] if rows else [sentence(words.NO_SCENES, "quiet")]
    sheet([*said, *wrong], "explore-scenes", lambda nth: _open(kept[int(nth)]))
    if kept:
        with st.popover("Delete a scene"):
            gone = st.selectbox("Scene", [one.name for one in kept], format_func=tidy)
            st.button("Delete", on_click=lambda: forget_scene(home, gone or ""))


def _open(kept: SavedScene) -> None:
    st.query_params[DAY] = kept.address.get(DAY, "")
    change(ExploredScene.of(kept.address))


PANELS: Mapping[str, Callable[[SeenScene], None]] = {
    words.CHOSEN: _chosen_panel,
    words.FILTER: _filter_panel,
    words.WAYS: _ways_panel,
    words.HOLDS: _holds_panel,
    words.SCENES: _scenes_panel,
}
