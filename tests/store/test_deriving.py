"""What is derived after small changes is what is derived of everything anew."""

from contextlib import suppress
from datetime import date
from random import Random

import pytest

from graph.questions.asking import outdated
from graph.record.dates import Window
from graph.record.model import Lift, Records
from graph.store import IngestRun, calendars
from graph.store.database import Database
from graph.store.deriving import derive_calendars
from graph.store.queries import query
from tests.builders import event, family, person, tie, when
from tests.store.dump import asked
from tests.store.village import village

STEPS = 12
TOLD = "v0-0-told"
BORN = Window(date(2012, 1, 1), date(2012, 12, 31))
EVENTS = ("called", "taken_to_camp", "died", "asked_not_to_be_contacted", "left_country")
DERIVED = (
    "MATCH (k:KinthreadCalendar) RETURN properties(k) AS facts ORDER BY k.id",
    """MATCH (k:KinthreadCourse) RETURN properties(k) AS facts,
      COLLECT {
        MATCH (p)-[s:HAS_ANSWER]->(k) RETURN [p.id, s.nth, s.left] ORDER BY s.nth
      } AS answers,
      COLLECT { MATCH (k)-[t:TOWARDS]->(c) RETURN [c.id, t.nth] ORDER BY c.id } AS towards
    ORDER BY k.id""",
    """MATCH (p:KinthreadPerson) RETURN p.id AS id, p.joined_to AS joined, p.stale AS stale,
      p.calendar_due AS due, p.do_not_contact AS stop, p.do_not_contact_until AS until
    ORDER BY id""",
)
FORGET = """MATCH (p:KinthreadPerson) SET p.stale = true
REMOVE p.do_not_contact, p.do_not_contact_until, p.joined_to
WITH count(*) AS every MATCH (k) WHERE k:KinthreadCalendar OR k:KinthreadCourse
DETACH DELETE k"""


def derived(server):
    """All that is derived, as it is kept."""
    return [asked(server, text) for text in DERIVED]


class History:
    """A village to which something small happens, again and again."""

    def __init__(self, store, seed):
        self.store, self.chance = store, Random(seed)  # noqa: S311 - the same each time
        self.steps, self.gone, self.alone = 0, [], []
        before = village(25)
        store.load(before, IngestRun(id="village"))
        self.people = [claim.about for claim in before.people]
        self.claims = [claim.id for claim in before.claims()]

    def go_on(self, nth):
        self.steps = nth
        kinds = (self.happens, self.is_born, self.is_named, self.is_joined, self.belongs)
        less = (self.is_taken_back, self.loses_parents, self.counts_again, self.is_lifted)
        self.chance.choice(kinds + less)()

    def one(self):
        return self.chance.choice(self.people)

    def load(self, **claims):
        records = Records(**claims)
        self.store.load(records, IngestRun(id=f"step{self.steps}"))
        self.claims += [claim.id for claim in records.claims()]

    def happens(self):
        kind = self.chance.choice(EVENTS)
        year = str(self.chance.randrange(2013, 2021))
        self.load(events=(event(kind, self.one(), year, id_=f"e{self.steps}", source=TOLD),))

    def is_born(self):
        name, kind = f"born{self.steps}", self.chance.choice(("parent_of", "cares_for"))
        self.load(
            people=(person(name, source=TOLD, born=BORN),),
            ties=(tie(self.one(), kind, name, source=TOLD),),
        )
        self.people.append(name)

    def is_named(self):
        """By a record of its own, that says nothing or that somebody looks for them."""
        name = f"named{self.steps}"
        sought = self.chance.random() < 0.5
        self.load(people=(person(name, source=TOLD, sought=sought),))
        self.alone.append(name)

    def is_joined(self):
        if not self.alone:
            return self.is_named()
        kind = self.chance.choice(("same_as", "same_as", "not_same_as"))
        ends = [self.alone.pop(), self.one()]
        self.chance.shuffle(ends)
        return self.load(ties=(tie(ends[0], kind, ends[1], source=TOLD),))

    def belongs(self):
        group, one = f"group{self.steps}", self.one()
        in_it = person(one, id=f"{one}-in-{group}", source=TOLD, member_of=(group,))
        request = event("asked_not_to_be_contacted", group, "2019", id_=group, source=TOLD)
        self.load(people=(person(group, kind="group", source=TOLD), in_it), events=(request,))

    def is_taken_back(self):
        claim = self.claims.pop(self.chance.randrange(len(self.claims)))
        self.store.retract(claim, by="ana", why="wrong", on="2021-01-01")
        self.gone.append(claim)

    def loses_parents(self):
        """And whoever cared for them: so they may be no child any more."""
        child = self.one()
        ends = tuple(f"-{kind}-{child}@" for kind in ("parent_of", "cares_for"))
        for claim in [one for one in self.claims if any(end in one for end in ends)]:
            self.store.retract(claim, by="ana", why="wrong", on="2021-01-01")
            self.claims.remove(claim)

    def counts_again(self):
        if self.gone:
            claim = self.gone.pop(self.chance.randrange(len(self.gone)))
            self.store.restore(claim, by="ana", why="right", on="2021-01-02")
            self.claims.append(claim)

    def is_lifted(self):
        asking = [row["id"] for row in self.store.read(query("read/asked_names"))]
        if asking:
            lift = Lift(person=asking[0], by="ana", on="2021-01-03", why="she said so")
            self.store.lift_requests(lift)


def broken_off(store, monkeypatch, chance):
    """Derive, broken off before one of the first writes; return whether it had so many."""
    left, writing = chance.randrange(8), Database.writing

    def torn(self, work, *named):
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return writing(self, work, *named)

    with monkeypatch.context() as breaking:
        breaking.setattr(Database, "writing", torn)
        with suppress(KeyboardInterrupt):
            derive_calendars(store)
    return left < 0


@pytest.mark.parametrize(
    ("seed", "walked_from", "breaks"),
    [(1, calendars.WALKED_FROM, False), (2, calendars.WALKED_FROM, True), (3, 0, False)],
)
def test_what_is_derived_step_by_step_is_what_is_derived_of_everything_anew(
    store, neo4j_server, monkeypatch, seed, walked_from, breaks
):
    monkeypatch.setattr(calendars, "WALKED_FROM", walked_from)
    history, broken = History(store, seed), 0
    derive_calendars(store)
    for nth in range(STEPS):
        history.go_on(nth)
        if breaks:
            broken += broken_off(store, monkeypatch, history.chance)
        derive_calendars(store)
        assert not outdated(store)
        in_steps = derived(neo4j_server)
        assert [row["facts"]["id"] for row in in_steps[0]] == store.children()
        if nth % 2:
            asked(neo4j_server, FORGET)
            derive_calendars(store)
            assert derived(neo4j_server) == in_steps
    assert bool(broken) == breaks


def test_who_is_touched_while_the_children_near_are_looked_for_stays_marked(store, monkeypatch):
    store.load(family(), IngestRun(id="run"))
    near = calendars.children_near_people

    def meanwhile(*given):
        found = near(*given)
        call = event("called", "aunt", "2017", id_="call", to="mother")
        store.load(family(call), IngestRun(id="more"))
        return found

    with monkeypatch.context() as between:
        between.setattr(calendars, "children_near_people", meanwhile)
        derive_calendars(store)
    assert outdated(store)
    assert derive_calendars(store) == 1
    assert not outdated(store)


def test_who_is_no_child_any_more_loses_the_calendar(store, neo4j_server):
    """Nobody looks for the child, and no parent and nobody who cares for it is recorded now."""
    store.load(family(person("child", born=when("2010").window)), IngestRun(id="run"))
    derive_calendars(store)
    assert store.calendars(["child"])
    for parent in ("mother", "father"):
        store.retract(f"{parent}-parent_of-child@testimony", by="ana", why="", on="")
    derive_calendars(store)
    assert derived(neo4j_server)[:2] == [[], []]
    assert not outdated(store)
