"""Hypothesis strategies: every field of every kind of record, with anything it may hold."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from hypothesis import strategies as st

from graph.record.dates import ALWAYS, BEGINNING, END, Lag, When, Window
from graph.record.model import (
    Dataset,
    EventClaim,
    Interpretation,
    Lift,
    Participant,
    PersonClaim,
    Place,
    Records,
    Source,
    TieClaim,
)
from graph.record.schema import Holds, each_changed, table_of
from graph.record.vocabulary import Role

KINDS = (Dataset, Source, Place, PersonClaim, TieClaim, EventClaim, Interpretation)

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ids = st.text("abcdefgh-._ئ族", min_size=1, max_size=8)
days = st.one_of(st.just(BEGINNING), st.just(END), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
windows = st.one_of(st.just(ALWAYS), st.builds(Window, days, days))
whens = st.builds(
    When, text=text, window=windows, basis=text, event=st.one_of(st.just(""), ids)
)
lags = st.builds(
    Lag,
    least=st.integers(-900, 900),
    most=st.none() | st.integers(-900, 900),
    basis=text,
)
participants = st.builds(Participant, role=st.sampled_from(Role), person=ids)
lifts = st.builds(Lift, person=ids, on=days.map(str), by=text, why=text)
_BY_HINT = {
    str: text,
    bool: st.booleans(),
    float | None: st.none() | st.floats(allow_nan=False, allow_infinity=False),
    Window: windows,
    When: whens,
    When | None: st.none() | whens,
    Lag | None: st.none() | lags,
    tuple[str, ...]: st.lists(text, max_size=3).map(tuple),
    tuple[Lift, ...]: st.lists(lifts, max_size=2).map(tuple),
    tuple[Participant, ...]: st.lists(participants, max_size=3).map(tuple),
}


def of_kind(kind):
    """Records of one kind."""
    table = table_of(kind)
    parts = {name: _part(hint) for name, hint in table.types.items()}
    return st.fixed_dictionaries(parts | {"id": ids}).map(table.build)


def _part(hint):
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return _BY_HINT[hint]


anything = st.one_of([of_kind(kind) for kind in KINDS])


PEOPLE = ("p1", "p2", "p3")
GROUP = "g1"
EVENTS = ("e1", "e2", "e3")
_THERE = {*PEOPLE, GROUP, *EVENTS, "s1", "s2", "l1", "l2", "c0@s1"}
_EVENT_TYPES = ("called", "taken_to_camp", "contact_lost", "moved")


def _times(when):
    """A time that refers to no event but the ones there are."""
    return when and replace(when, event=EVENTS[0] if when.event else "")


@st.composite
def worlds(draw):
    """Records of every kind that refer to nothing but each other, else filled at random."""
    sources = [
        replace(
            draw(of_kind(Source)),
            id="s1",
            part_of="s2",
            informant=draw(st.sampled_from(PEOPLE)),
        ),
        replace(draw(of_kind(Source)), id="s2", part_of="", informant=""),
    ]
    places = [
        replace(draw(of_kind(Place)), id="l1", part_of="l2"),
        replace(draw(of_kind(Place)), id="l2", part_of=""),
    ]
    people = [
        replace(
            draw(of_kind(PersonClaim)), about=one, member_of=(GROUP,) if one in PEOPLE else ()
        )
        for one in (*PEOPLE, GROUP)
    ]
    ties = [
        replace(draw(of_kind(TieClaim)), about=f"t{n}", person="p1", relative="p2")
        for n in (1, 2)
    ]
    events = [_event(draw, about) for about in (*EVENTS, EVENTS[0])]
    readings = [
        replace(draw(of_kind(Interpretation)), about="i1", of="e1", backs="e2"),
        replace(draw(of_kind(Interpretation)), about="i2", of="c0@s1", backs=""),
    ]
    every = Records(
        datasets=(replace(draw(of_kind(Dataset)), country_of_risk="l1"),),
        sources=tuple(sources),
        places=tuple(places),
        people=tuple(_named(people, 0)),
        ties=tuple(_named(ties, 10)),
        events=tuple(_named(events, 20)),
        interpretations=tuple(_named(readings, 30)),
    )
    return each_changed(every, _inside)


def _inside(table, record):
    """A record that refers to nothing but what is there."""
    values = table.values(record)
    for column in table.referring:
        value = values[column.field]
        if column.holds is Holds.DATE:
            values[column.field] = _times(value)
        elif isinstance(value, str) and value not in _THERE:
            values[column.field] = ""
    return table.build(values)


def _event(draw, about):
    said = draw(of_kind(EventClaim))
    others = [other for other in EVENTS if other > about]
    part = draw(st.sampled_from(PEOPLE))
    return replace(
        said,
        about=about,
        type=draw(st.sampled_from(_EVENT_TYPES)),
        people=(Participant(role=draw(st.sampled_from(Role)), person=part),),
        place=draw(st.sampled_from(["", "l1"])),
        when=_times(said.when),
        until=_times(said.until),
        learned=_times(said.learned),
        after=tuple(draw(st.sets(st.sampled_from(others)))) if others else (),
        before=(),
        ends="",
        relayed_by=tuple(draw(st.sets(st.sampled_from(PEOPLE)))),
    )


def _named(claims, begun):
    """The claims with names, of one source, replacing none."""
    return [
        replace(claim, id=f"c{begun + n}@s1", source="s1", supersedes="")
        for n, claim in enumerate(claims)
    ]
