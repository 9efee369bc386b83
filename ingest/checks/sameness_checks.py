"""Checks of sameness: one id is one person, and two records of one person can be of one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product, starmap

from graph.facts.clusters import Clusters, clusters
from graph.record.dates import ALWAYS, Window
from graph.record.model import PersonClaim, Records, TieClaim
from graph.record.name_folding import sound_alike, sounds
from graph.record.vocabulary import Stance, TieKind
from ingest.batch import RowEntry
from ingest.checks.family_checks import is_older_parent
from ingest.checks.rings import on_rings
from ingest.records_seen import Found, RecordsSeen, is_parent, together
from ingest.table_row import fault

_Rows = list[tuple[RowEntry, PersonClaim]]
_ADVICE = (
    "give this person another id in every row; if both are one person, "
    "add a row same_as between the two ids to kinship"
)


def ids_of_others(view: RecordsSeen) -> Found:
    """An id that two data sets use is joined only where name, sex and birth agree.

    What the store holds comes first, then the data set whose name is first. A row that
    supersedes another one of the same id, or that is stored already, is not compared.
    """
    held, brought = _stored(view), _brought(view)
    for person, by_dataset in brought.items():
        known = held.get(person, {})
        for dataset in sorted(by_dataset):
            rows = by_dataset[dataset]
            before = known.get(dataset, [])
            now = [*before, *(claim for _, claim in rows)]
            if clash := _new_clash(before, now, known, dataset):
                yield from _rejected(person, rows, clash)
            else:
                known[dataset] = now


def _stored(view: RecordsSeen) -> dict[str, dict[str, list[PersonClaim]]]:
    """Return the stored claims about each person, by data set."""
    held: dict[str, dict[str, list[PersonClaim]]] = {}
    for claim in view.known.people:
        held.setdefault(claim.about, {}).setdefault(claim.dataset, []).append(claim)
    return held


def _brought(view: RecordsSeen) -> dict[str, dict[str, _Rows]]:
    """Return the new rows about each person, by data set."""
    brought: dict[str, dict[str, _Rows]] = {}
    for entry, claim in view.people:
        corrects = claim.supersedes.startswith(f"{claim.about}@")
        if not corrects and not view.stored(claim):
            by_dataset = brought.setdefault(claim.about, {})
            by_dataset.setdefault(claim.dataset, []).append((entry, claim))
    return brought


def _new_clash(
    before: Sequence[PersonClaim],
    now: Sequence[PersonClaim],
    known: Mapping[str, Sequence[PersonClaim]],
    dataset: str,
) -> tuple[str, str] | None:
    """Return the first data set that excludes the new rows, with the reason."""
    for other, claims in sorted(known.items()):
        if other != dataset and (reason := _clash(now, claims)) and not _clash(before, claims):
            return other, reason
    return None


def _clash(claims: Sequence[PersonClaim], others: Sequence[PersonClaim]) -> str:
    """Return why two sets of claims cannot be about one person, else ""; of none, nothing."""
    if not claims or not others:
        return ""
    for value in (_kinds, _sexes):
        here, there = value(claims), value(others)
        if here and there and here.isdisjoint(there):
            return f"{min(there)} there and {min(here)} here"
    born, other_born = _born(claims), _born(others)
    if born.latest < other_born.earliest:
        return f"born {other_born.earliest} or later there, and by {born.latest} here"
    if other_born.latest < born.earliest:
        return f"born by {other_born.latest} there, and {born.earliest} or later here"
    names, other_names = _names(claims), _names(others)
    if names and other_names and not any(starmap(_one_name, product(names, other_names))):
        return "under another name there"
    return ""


def _kinds(claims: Iterable[PersonClaim]) -> set[str]:
    return {claim.kind for claim in claims}


def _sexes(claims: Iterable[PersonClaim]) -> set[str]:
    return {claim.sex for claim in claims if claim.sex}


def _born(claims: Iterable[PersonClaim]) -> Window:
    return together([claim.born for claim in claims if claim.born != ALWAYS] or [ALWAYS])


def _names(claims: Iterable[PersonClaim]) -> set[tuple[str, ...]]:
    """Return how the names sound; names of no known letters are not compared."""
    names = {name for claim in claims for name in (claim.name, *claim.other_names)}
    return {sound for name in names for sound in sounds(name)}


def _one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names sound alike; one of vowels alone is like no other."""
    return one == other or bool(one and other and sound_alike(one, other))


def _rejected(person: str, rows: _Rows, clash: tuple[str, str]) -> Found:
    other, reason = clash
    where = f"the data set {other!r}" if other else "a table of no data set"
    for entry, _ in rows:
        problem = f"is somebody else in {where} ({reason}); {_ADVICE}"
        yield entry, fault("id", person, problem)


def names_of_the_lost(view: RecordsSeen) -> Found:
    """A row waits for the row about its person, also where another data set has the id.

    Else a rejected row would leave its events and ties to the other person of that id.
    """
    for entry, column, person, spot in view.waiting():
        waits = f"waits for {spot.name}, which was rejected; mend that row and read both"
        yield entry, fault(column, person, waits, follows=True)


def one_person_of_two_kinds(view: RecordsSeen) -> Found:
    """A man and a woman are two people, and a group is no person."""
    same = [(entry, tie) for entry, tie in view.ties if _joins(tie)]
    if not same:
        return
    sexes: defaultdict[str, set[str]] = defaultdict(set)
    for claim in view.all_people():
        sexes[claim.about] |= _sexes([claim])
    for entry, tie in same:
        for values in (view.kinds, sexes):
            one, other = values.get(tie.person, set()), values.get(tie.relative, set())
            if one and other and one.isdisjoint(other):
                problem = (
                    f"is {min(other)} and {tie.person} is {min(one)}, so they are two; "
                    "mend that, or leave this row out"
                )
                yield entry, fault("relative", tie.relative, problem)


def own_ancestors(view: RecordsSeen) -> Found:
    """Nobody is joined with one of their ancestors."""
    same = [(entry, tie) for entry, tie in view.ties if _joins(tie)]
    if not same:
        return
    joined = _joined(view)
    told = ((tie.person, tie.relative) for _, tie in view.ties if is_parent(tie))
    pairs = [*view.parents, *told]
    rings = on_rings((joined.of(one), joined.of(other)) for one, other in pairs)
    for entry, tie in same:
        if joined.of(tie.person) in rings:
            problem = (
                f"and {tie.person}, joined, would be their own ancestor; leave this row out"
            )
            yield entry, fault("relative", tie.relative, problem)


def younger_than_children(view: RecordsSeen) -> Found:
    """Nobody is joined with somebody who is born after their child, or before their parent."""
    same = [(entry, tie) for entry, tie in view.ties if _joins(tie)]
    if not same:
        return
    joined = _joined(view)
    births = _births(view, joined)
    for _, told in view.ties:
        ends = joined.of(told.person), joined.of(told.relative)
        parent, child = map(births.get, ends)
        if is_older_parent(told) and parent and child and parent.earliest > child.latest:
            for entry, tie in same:
                if joined.of(tie.person) in ends:
                    problem = (
                        f"and {tie.person}, joined, make {told.person} a parent who is born "
                        f"after the child {told.relative}; leave this row out"
                    )
                    yield entry, fault("relative", tie.relative, problem)


def _births(view: RecordsSeen, joined: Clusters) -> dict[str, Window]:
    """Return the windows of birth of all records of each person together."""
    found: defaultdict[str, list[Window]] = defaultdict(list)
    for person, window in view.births.items():
        found[joined.of(person)].append(window)
    return {person: together(windows) for person, windows in found.items()}


def _joined(view: RecordsSeen) -> Clusters:
    """Return who is one person by the rows."""
    ties = tuple(tie for _, tie in view.ties)
    return clusters(Records(people=tuple(view.all_people()), ties=ties))


def _joins(tie: TieClaim) -> bool:
    return tie.kind is TieKind.SAME_AS and tie.stance is Stance.SUPPORTS
