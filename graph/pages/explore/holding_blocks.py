"""Sentences on a network: its parts, its cut points, its news, the threads of its children."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from graph.pages.explore import explore_words as words
from graph.pages.kit.app_store import read
from graph.pages.kit.sheet_blocks import Block, heading, sentence
from graph.store.queries import query
from graph.views.cut_points import (
    between,
    close_groups,
    cut_points,
    cut_ties,
    one_place,
    only_ways,
    tied_parts,
)
from graph.views.explored import recorded
from graph.views.free_view import FreeView, ThingKind, view
from graph.views.ways_between import called, way_sentence

_MOST = 6
_LEAST = 0.05
"""The share of shortest ways from which on somebody is worth a sentence."""


def holding_blocks(shown: FreeView, day: date) -> Iterator[Block]:
    """Yield what the ties of a view mean for a family on a day, a sentence each."""
    yield sentence(words.HOLDS_ARE, "quiet")
    people = [id_ for id_, one in shown.things.items() if one.kind is ThingKind.PERSON]
    if not people:
        return
    yield from _said("Parts", [words.tied_together(tied_parts(shown, day))])
    yield from _said(
        "Who holds parts together",
        (
            words.held_by(one, called(one.id, shown), _names(one.people, shown))
            for one in cut_points(shown, day)
        ),
    )
    yield from _said(
        "Ties that alone join two parts",
        (
            words.held_by_tie(one, way_sentence((one.bonds[0].start, one.bonds[0].end), shown))
            for one in cut_ties(shown, day)
        ),
    )
    yield from _said(
        "Who is between others",
        (
            words.lies_between(called(id_, shown), share)
            for id_, share in between(shown, day)
            if share >= _LEAST
        ),
    )
    yield from _said(
        "Groups that hang closely together",
        (words.close_group(_names(group, shown)) for group in close_groups(shown, day)),
    )
    yield from _said("Through whom news came", _news(people, shown, day))
    yield from _said("Children with one way left", _threads(people, shown, day))


def _said(title: str, sentences: Iterable[str]) -> Iterator[Block]:
    said = list(sentences)
    if said:
        yield heading(title, level=3)
        yield from (sentence(one) for one in said[:_MOST])
        if len(said) > _MOST:
            yield sentence(f"and {len(said) - _MOST} more", "quiet")


def _news(people: Collection[str], shown: FreeView, day: date) -> Iterator[str]:
    rows = read(
        lambda store: store.read(query("read/news_through"), ids=sorted(people), day=day)
    )
    for row in sorted(rows, key=lambda row: (-len(row["events"]), row["id"])):
        yield words.news_passed(called(row["id"], shown), len(row["events"]))


def _threads(people: Collection[str], shown: FreeView, day: date) -> Iterator[str]:
    """Yield the children all of whose threads run through one person, event or place."""
    rows = read(
        lambda store: store.read(query("read/threads_on"), children=sorted(people), day=day)
    )
    left: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        left[row["child"]].append(row["id"])
    if not left:
        return
    near = {id_ for those in left.values() for id_ in those}
    tied = read(lambda store: view(store, {*shown.things, *near}))
    for one in only_ways(tied, day, left):
        names = _names(one.left, tied)
        child, through = called(one.child, tied), called(one.through, tied)
        yield words.one_way_left(one, child, names, through)
    places = read(lambda store: recorded(store, near)).places
    there = read(lambda store: view(store, {*left, *near, *places}))
    for one in one_place(there, day, left):
        names = _names(one.left, there)
        yield words.one_place_left(called(one.child, there), names, called(one.through, there))


def _names(ids: Collection[str], seen: FreeView) -> str:
    shown = [called(id_, seen) for id_ in list(ids)[: words.MOST_NAMED]]
    more = len(ids) - len(shown)
    return ", ".join([*shown, *([f"{more} more"] if more else [])])
