"""What clears comes before what writes: of every load query, as the files are."""

import re
from itertools import permutations

import pytest

from graph.console.misspelt import FORMER
from graph.store.queries import CYPHER, query
from graph.store.write_steps import Part, in_order, part_of

LOADING = sorted(f"load/{path.stem}" for path in (CYPHER / "load").glob("*.cypher"))
_LINK = re.compile(r"\[\w*:([A-Z_|]+)")
_NODE = re.compile(r"\b(?:MERGE|CREATE) \(\w*:([\w:]+)")


def body(name):
    return re.sub(r"//[^\n]*", "", query(name).text)


def cleared(name):
    """The types of links that a query takes away, and the labels of its nodes with them."""
    return set(re.findall(r"[A-Z_]{2,}", " ".join(_LINK.findall(body(name)))))


def written(name):
    """The types of links that a query writes."""
    made = re.findall(r"\b(?:MERGE|CREATE) \(\w*\)-\[\w*:([A-Z_]+)", body(name))
    return set(made)


CLEARING = [name for name in LOADING if re.search(r"\bDELETE\b", body(name))]
WRITING = [name for name in LOADING if name not in CLEARING]


def test_there_are_queries_that_clear_and_all_their_links_are_written_by_others():
    """A type that is cleared and never written, but by an older version, would be a slip."""
    made = set().union(*map(written, WRITING))
    assert len(CLEARING) > 5
    assert set().union(*map(cleared, CLEARING)) <= made | FORMER.keys()


@pytest.mark.parametrize("clears", CLEARING)
def test_what_clears_comes_before_whatever_writes(clears):
    for writes in WRITING:
        for steps in permutations([(clears, {}), (writes, {})]):
            assert [name for name, _ in in_order(steps)] == [clears, writes]


@pytest.mark.parametrize("name", LOADING)
def test_no_query_both_takes_away_what_is_stored_and_writes(name):
    """One that did could stand neither before the writing nor after it."""
    if name == "load/turn":  # takes away its own node, of which nothing is kept
        return
    assert not (name in CLEARING and (written(name) or _NODE.search(body(name))))


@pytest.mark.parametrize("name", LOADING)
def test_a_link_is_written_after_the_nodes_that_it_is_looked_up_by(name):
    """Of the nodes of our own that a transaction may write too."""
    if part_of(name) is Part.CLEARS:
        return
    makes = {n for n in LOADING if part_of(n) in (Part.THINGS, Part.CLAIMS)}
    assert (name in makes) == bool(_NODE.search(body(name)))
    for maker in makes - {name}:
        order = [n for n, _ in in_order([(name, {}), (maker, {})])]
        assert part_of(name) in (Part.THINGS, Part.CLAIMS) or order == [maker, name]


def test_marks_come_last_since_they_read_what_was_written():
    every = [name for name, _ in in_order((name, {}) for name in reversed(LOADING))]
    marks = [name for name in every if part_of(name) is Part.MARKS]
    assert {"load/stale_at_places", "load/stale_in_sources", "load/retract"} <= set(marks)
    assert every[-len(marks) :] == marks
