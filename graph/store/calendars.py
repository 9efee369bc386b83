"""The calendars of children: kept, read back, and marked as due when their claims change."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import uuid4

from graph.record.dates import BEGINNING, END
from graph.record.vocabulary import Left, Separated, SeparatedWay, Status
from graph.rule.calendar import Calendar, Listing, Stay
from graph.rule.left import RULE_VERSION
from graph.store.database import Ask, Database, Row
from graph.store.kept_tallies import tallied
from graph.store.properties import put_window, take_window, to_day
from graph.store.stored import in_parts
from graph.store.walk import MAX_DEGREE, Walk
from graph.store.write_steps import Step

STAYS_AT_ONCE = 5_000
"""Of all calendars in one transaction: some 10 MB of Neo4j's memory."""
CHILDREN_AT_ONCE = 50
"""Whose calendars are read together: each may have some thousand stays."""
MARKED_AT_ONCE = 10_000
WALKED_FROM = 1_000
"""So many touched people at most are few in a store of any size."""
NEWER = (
    "schema/courses",
    "schema/doubtful",
    "schema/named_from",
    "schema/events_control",
    "schema/events_effect",
    "schema/events_until",
    "schema/events_passport",
    "schema/board_from",
)
"""The constraint and the indexes that a store of an older version lacks."""
DIGITS = 32
"""Of the hash that names a course."""

Made = dict[tuple[int, ...], list[Row]]
"""Courses, each by the very stays that it is made of."""
Marks = Mapping[str, str]
"""Children, and the mark of each that its calendar is to be derived."""
NO_MARKS: Marks = {}


def make_room(database: Database) -> None:
    """Make the constraint and the indexes that a store of an older version lacks."""
    database.write(*((name, {}) for name in NEWER))


def children(database: Database) -> list[str]:
    """Return whom the question may be asked for; the rule decides who is a child on a day."""
    return [row["id"] for row in database.reading(lambda ask: ask("read/children"))]


def stale_children(database: Database, rule: str) -> dict[str, str]:
    """Return the children whose calendars are to be derived, and the mark of each.

    A mark has another name each time that what a calendar rests on changes.

    The marks pass from people to the children near them, and from a child when its calendar is
    saved; so a killed run goes on from there. Who is touched meanwhile stays marked.
    """
    _again(database, "load/stale_everybody", most=MARKED_AT_ONCE)
    rows = database.reading(lambda ask: ask("read/stale"))
    for part in in_parts(row["id"] for row in rows):
        database.write(("load/stale_seen", {"ids": part}))
    if rows:
        touched = {row["id"] for row in rows}
        members = {one for row in rows for one in row["members"]}
        _mark(database, children_near_people(database, touched, members))
        for part in in_parts(row["id"] for row in rows):
            database.write(("load/gist", {"ids": part}))
            database.write(("load/unstale", {"ids": part}))
    if database.reading(lambda ask: ask("read/calendars_of_before", rule=rule))[0]["many"]:
        rows = database.reading(lambda ask: ask("read/children_of_before", rule=rule))
        _mark(database, {row["id"] for row in rows}, "load/children_of_before_due")
    return {row["id"]: row["mark"] for row in _due(database) if row["child"]}


def _mark(database: Database, people: Iterable[str], name: str = "load/children_due") -> None:
    mark = _new_mark()
    for part in in_parts(sorted(people)):
        database.write((name, {"ids": part, "mark": mark}))


def _due(database: Database) -> list[Row]:
    """Return who is marked, and whether they are children still."""
    return database.reading(lambda ask: ask("read/children_due"))


def children_near_people(
    database: Database, people: set[str], members: Iterable[str] = ()
) -> set[str]:
    """Return children within reach of somebody, and who was one and has a calendar still.

    Reach is the same both ways, but for groups. Of few people it is walked to the children;
    of many, nearly every child is near, and the walk ends as soon as all are.
    """
    starts = people | set(members)
    if len(starts) <= WALKED_FROM:
        near = database.reading(lambda ask: _walked(ask, starts, None))
        return {
            row["id"]
            for part in in_parts(sorted(near))
            for row in database.reading(_among(part))
        }
    every = set(children(database))
    every |= {row["id"] for row in database.reading(lambda ask: ask("read/calendars_kept"))}
    if every <= people:
        return every
    return every & database.reading(lambda ask: _walked(ask, starts, every))


def _among(ids: list[str]) -> Callable[[Ask], list[Row]]:
    return lambda ask: ask("read/children_among", ids=ids)


def _walked(ask: Ask, starts: set[str], wanted: set[str] | None) -> set[str]:
    """Return everybody near these people; no more where all who are wanted are next to them."""
    walk = Walk(ask)
    beside = walk.one_step(starts)
    if wanted is not None and wanted <= beside:
        return wanted
    return walk.kin({"": beside}, MAX_DEGREE)[""] | beside


def save_calendars(
    database: Database, calendars: Iterable[Calendar], marks: Marks = NO_MARKS
) -> None:
    """Put these calendars in the place of the ones that there were.

    The calendar of a child that is not marked any more, or was marked anew since, is dropped:
    it rests on less than what is recorded now. Another run saw the newer mark, or will.

    A course that holds for several children is kept once. A transaction holds no more than
    `STAYS_AT_ONCE` stays, and courses that go, of however many children that is. Of a child
    with more, the old calendar goes and the new one comes piece by piece; meanwhile the child
    is marked, and a reader sees the mark.

    Args:
        database: the store's.
        calendars: one for each child.
        marks: of children, as `stale_children` gave them before anything of them was read; of
            who has none here, any mark will do.
    """
    every = {one.child: one for one in calendars}
    if not every:
        return
    made: Made = {}
    rows = {id_: [*course_rows(one, made)] for id_, one in every.items()}
    weights = _weights(_courses_of(database, every), rows)
    for part in _packed(weights):
        if sum(weights[id_] for id_ in part) <= STAYS_AT_ONCE:
            _save(database, {id_: (every[id_], rows[id_]) for id_ in part}, marks)
        else:
            _save_in_pieces(database, every[part[0]], marks.get(part[0]))


def _courses_of(database: Database, children: Iterable[str]) -> dict[str, int]:
    """Return how many courses each of these children has by now."""
    ids = sorted(children)
    [row] = database.reading(lambda ask: ask("read/courses_counted", ids=ids))
    return dict(row["counts"])


def _weights(counts: Mapping[str, int], rows: Mapping[str, Sequence[Row]]) -> dict[str, int]:
    """Return the courses that a child has, and the stays that it is the first to bring."""
    found = {}
    brought: set[str] = set()
    for child, courses in rows.items():
        stays = (1 if row["id"] in brought else len(row["answers"]) for row in courses)
        found[child] = counts.get(child, 0) + sum(stays)
        brought |= {row["id"] for row in courses}
    return found


def _packed(weights: Mapping[str, int]) -> Iterator[list[str]]:
    """Yield names together whose weights come to no more than a transaction holds."""
    part: list[str] = []
    held = 0
    for name, weight in weights.items():
        if part and held + weight > STAYS_AT_ONCE:
            yield part
            part, held = [], 0
        part.append(name)
        held += weight
    if part:
        yield part


def _save(
    database: Database, every: Mapping[str, tuple[Calendar, Sequence[Row]]], marks: Marks
) -> None:
    """Put calendars, with their courses, in the place of the old ones in one transaction."""
    calendars = {child: _calendar_row(one) for child, (one, _) in every.items()}

    def save(ask: Ask) -> None:
        mine = _taken(ask, {child: marks.get(child) for child in every})
        kept = {child: courses for child, (_, courses) in every.items() if child in mine}
        held = _held(ask, kept)
        fresh = {
            child: [(nth, row) for nth, row in enumerate(some) if nth not in held[child]]
            for child, some in kept.items()
        }
        courses = {row["id"]: row for some in fresh.values() for _, row in some}
        ask("load/courses", rows=_not_there(ask, courses))
        ask("load/calendars", rows=[calendars[child] for child in kept])
        ask("load/towards", rows=[_towards(child, some) for child, some in fresh.items()])

    database.writing(save)


def _held(ask: Ask, kept: Mapping[str, Sequence[Row]]) -> dict[str, set[int]]:
    """Take away courses that hold no more; return the places of those that stay, by child."""
    asked = [
        {"child": child, "rule": RULE_VERSION, "courses": [row["id"] for row in some]}
        for child, some in kept.items()
    ]
    held = {row["child"]: row["held"] for row in ask("load/drop_other_courses", rows=asked)}
    return {child: set(held.get(child, ())) for child in kept}


def _not_there(ask: Ask, courses: Mapping[str, Row]) -> list[Row]:
    """Return the courses that are still to be kept: answers are sent of these alone."""
    named = [{"id": id_, "rule": courses[id_]["rule"]} for id_ in sorted(courses)]
    [there] = ask("load/courses_again", rows=named)
    kept = set(there["ids"])
    return [courses[one["id"]] for one in named if one["id"] not in kept]


def _taken(ask: Ask, marks: Mapping[str, str] | Mapping[str, str | None]) -> set[str]:
    """Take away these marks where they are the same still, and return the children."""
    rows = [{"id": child, "mark": mark} for child, mark in sorted(marks.items())]
    [taken] = ask("load/take_marks", rows=rows)
    return set(taken["ids"])


def _taking(marks: Marks) -> Callable[[Ask], set[str]]:
    return lambda ask: _taken(ask, marks)


class _MarkedAnew(Exception):
    """Somebody marked a child since, or derived it: what was read for it may be old."""


def _save_in_pieces(database: Database, of: Calendar, mark: str | None) -> None:
    """Put a calendar in the place of the old one; where it is marked meanwhile, no further."""
    courses = {row["id"]: row for row in course_rows(of)}
    nth = {id_: nth for nth, id_ in enumerate(courses)}
    try:
        own = _emptied(database, of.child, mark)
        for part in _packed({id_: len(row["answers"]) for id_, row in courses.items()}):
            _piece(
                database,
                of.child,
                (own, own),
                ("load/courses", {"rows": [courses[id_] for id_ in part]}),
                (
                    "load/towards",
                    {"rows": [_towards(of.child, [(nth[id_], courses[id_]) for id_ in part])]},
                ),
            )
        calendar = ("load/calendars", {"rows": [_calendar_row(of)]})
        _piece(database, of.child, (own, ""), calendar)
    except _MarkedAnew:
        return


def _emptied(database: Database, child: str, mark: str | None) -> str:
    """Take a child's courses away, so many at once; return the mark that it has now."""
    own = _new_mark()
    drop = ("load/drop_towards", {"ids": [child], "most": STAYS_AT_ONCE})
    while _piece(database, child, (mark, own), drop)[0]["removed"]:
        mark = own
    return own


def _piece(
    database: Database, child: str, marks: tuple[str | None, str], *steps: Step
) -> list[Row]:
    """Do steps in one transaction if a child has the first mark; leave it the second, if any.

    Raises:
        _MarkedAnew: it has another mark by now, or none.
    """
    before, after = marks

    def work(ask: Ask) -> list[Row]:
        if not _taken(ask, {child: before}):
            raise _MarkedAnew
        rows = [row for name, params in steps for row in ask(name, **params)]
        if after:
            ask("load/children_due", ids=[child], mark=after)
        return rows

    return database.writing(work)


def _new_mark() -> str:
    return uuid4().hex


def _again(database: Database, name: str, **params: object) -> None:
    """Run a query that does so many at once, until there are none; it returns how many."""
    while any(database.writing(lambda ask: ask(name, **params))[0].values()):
        pass


def all_derived(database: Database, derived: Marks) -> None:
    """Forget these marks of children, and what was derived that holds for nobody now.

    These are the calendars of who is no child any more, courses that hold for no child, and
    what an older version kept for each child anew. A child that could not be derived keeps
    the latter: by it, the board marks who asked not to be contacted.
    """
    for part in in_parts(derived):
        database.writing(_taking({one: derived[one] for one in part}))
    for row in _due(database):
        if not row["child"]:
            _forget(database, row["id"], row["mark"])
    rows = database.reading(lambda ask: ask("read/courses_of_nobody"))
    for names in _packed({row["id"]: row["total"] for row in rows}):
        database.write(("load/drop_courses", {"ids": names}))
    _again(database, "clear/stands", rule=RULE_VERSION, most=STAYS_AT_ONCE)


def _forget(database: Database, child: str, mark: str) -> None:
    """Take away the calendar of who is no child any more."""
    try:
        own = _emptied(database, child, mark)
        _piece(database, child, (own, ""), ("load/forget_calendars", {"ids": [child]}))
    except _MarkedAnew:
        return


def _calendar_row(calendar: Calendar) -> Row:
    listings = calendar.listings
    facts = {
        "id": calendar.child,
        "rule": calendar.rule,
        "nothing_recorded": calendar.nothing_recorded,
        "listed_from": [listing.first for listing in listings],
        "listed_until": [listing.last for listing in listings],
        "listed_separated": [listing.separated.value for listing in listings],
        "listed_way": [listing.way.value for listing in listings],
        "listed_adult": [listing.adult for listing in listings],
        **tallied(calendar),
    }
    return {"child": calendar.child, "facts": facts}


def _towards(child: str, courses: Iterable[tuple[int, Row]]) -> Row:
    return {"child": child, "courses": [{"id": one["id"], "nth": nth} for nth, one in courses]}


def course_rows(calendar: Calendar, made: Made | None = None) -> Iterator[Row]:
    """Yield the courses of a calendar, named by a hash of all that is in them.

    So a course that is stored by this name already is the same. Somebody with more stays than
    a transaction holds has several courses.

    Args:
        calendar: of one child.
        made: courses of other calendars of one rule, all held: they are not made again.
    """
    known = {} if made is None else made
    for person, each in groupby(calendar.stays, attrgetter("person")):
        stays = tuple(each)
        key = tuple(map(id, stays))
        if key not in known:
            known[key] = [*_courses(person, stays, calendar.rule)]
        yield from known[key]


def _courses(person: str, stays: Iterable[Stay], rule: str) -> Iterator[Row]:
    for part in in_parts((_answer(*one) for one in enumerate(stays)), STAYS_AT_ONCE):
        whole = json.dumps([person, part], default=str)
        yield {
            "id": hashlib.sha256(whole.encode()).hexdigest()[:DIGITS],
            "person": person,
            "rule": rule,
            **_left_on(part),
            "answers": part,
        }


def _left_on(answers: Sequence[Row]) -> Row:
    """Return the first and the last day on which somebody is left; none is between without."""
    left = [one for one in answers if one["left"] in (Left.YES, Left.POSSIBLY)]
    return {
        "left_from": min((one.get("from", BEGINNING) for one in left), default=END),
        "left_until": max((one.get("until", END) for one in left), default=BEGINNING),
    }


def _answer(nth: int, stay: Stay) -> Row:
    """Return a stay as the relationship holds it."""
    facts: Row = {
        "left": stay.left.value,
        "status": stay.status.value,
        "group": stay.group,
        "claims": list(stay.claims),
        "nth": nth,
    }
    if stay.first != BEGINNING:
        facts["from"] = stay.first
    if stay.last != END:
        facts["until"] = stay.last
    if stay.deciding:
        facts["deciding"] = stay.deciding
    if stay.since is not None:
        facts["since_known"] = True
        put_window(facts, "since", stay.since)
    return facts


def calendars(database: Database, ids: Iterable[str]) -> dict[str, Calendar]:
    """Return the calendars of those of these children for whom this version derived one."""
    found: dict[str, Calendar] = {}
    for part in in_parts(ids, CHILDREN_AT_ONCE):
        asked = {"ids": part, "rule": RULE_VERSION}
        rows = database.reading(lambda ask, asked=asked: ask("read/calendars", **asked))  # type: ignore[misc]
        found |= {row["facts"]["id"]: _calendar(row) for row in rows}
    return found


def _calendar(row: Row) -> Calendar:
    facts = row["facts"]
    listings = zip(
        facts.get("listed_from", ()),
        facts.get("listed_until", ()),
        facts.get("listed_separated", ()),
        facts.get("listed_way", ()),
        facts.get("listed_adult", ()),
        strict=True,
    )
    stays = sorted(row["stays"], key=lambda one: (one["course"], one["facts"]["nth"]))
    return Calendar(
        child=facts["id"],
        stays=tuple(stay(one["person"], one["facts"]) for one in stays),
        listings=tuple(
            Listing(
                first=to_day(first),
                last=to_day(last),
                separated=Separated(separated),
                way=SeparatedWay(way),
                adult=adult,
            )
            for first, last, separated, way, adult in listings
        ),
        nothing_recorded=facts["nothing_recorded"],
        rule=facts["rule"],
    )


def stay(person: str, facts: Mapping[str, Any]) -> Stay:
    """Return the stay that a relationship of a course holds."""
    return Stay(
        person=person,
        first=to_day(facts["from"]) if "from" in facts else BEGINNING,
        last=to_day(facts["until"]) if "until" in facts else END,
        left=Left(facts["left"]),
        status=Status(facts["status"]),
        since=take_window(facts, "since") if facts.get("since_known") else None,
        group=facts["group"],
        deciding=facts.get("deciding", ""),
        claims=tuple(facts["claims"]),
    )
