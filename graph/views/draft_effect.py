"""The answers that rows would change which are not kept yet, by the rule, in memory.

The rule is run on what is recorded around a child, and once more with the rows. Pure.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.errors import UnknownPerson
from graph.record.model import Claim, EventClaim, Record, Records
from graph.record.references import references
from graph.record.schema import ReferenceKind, Table, each_changed
from graph.record.vocabulary import Left, Standing, event_types
from graph.rule.answer import ChildAnswer, Relative, answer
from graph.words.answer_text import individuals
from graph.words.cautions import cautions


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A record whose answer, stop or cautions would be others; None: not within reach."""

    person: str
    name: str
    before: Left | None
    after: Left | None
    stops: tuple[bool, bool] = (False, False)
    """Whether a request not to be contacted counts there, before and after."""
    gone: tuple[str, ...] = ()
    """Cautions that would be there no more."""
    come: tuple[str, ...] = ()
    """Cautions that would come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEffect:
    """What some rows would change for one child: (yes, possibly) before and after."""

    child: str
    name: str
    before: tuple[int, int]
    after: tuple[int, int]
    turned: tuple[Turned, ...]


def people_in(draft: Records) -> set[str]:
    """Return everybody whom rows are about, or name."""
    named = {
        id_
        for claim in draft.claims()
        for kind, id_, _ in references(claim)
        if kind is ReferenceKind.PERSON
    }
    return named | {claim.about for claim in draft.people}


def with_draft(records: Records, draft: Records, superseded: Mapping[str, str]) -> Records:
    """Return what would be recorded with the rows.

    A claim that they replace counts no more, and stays: a stop is read from it, too.

    Args:
        records: everything recorded around a child.
        draft: the records of the rows.
        superseded: claims that the rows replace, each with the one that does.
    """
    new = {claim.id for claim in draft.claims()}
    kept = records.where(lambda claim: claim.id not in new)
    return _ended(kept, superseded) | draft


def _ended(records: Records, superseded: Mapping[str, str]) -> Records:
    """Return records in which claims that are replaced are retracted."""

    def ended(_table: Table, one: Record) -> Record:
        if not isinstance(one, Claim) or one.id not in superseded or not one.active:
            return one
        return replace(one, standing=Standing.RETRACTED, retracted_by=superseded[one.id])

    return each_changed(records, ended)


def effect(
    records: Records, child: str, draft: Records, superseded: Mapping[str, str], day: date
) -> DraftEffect | None:
    """Return what rows would change of a child's answer on a day; None for nobody recorded.

    Args:
        records: everything recorded around the child.
        child: whom the answer is for.
        draft: the records of the rows.
        superseded: claims that the rows replace.
        day: one and the same for both answers.
    """
    try:
        before = answer(records, child, as_of=day)
        after = answer(with_draft(records, draft, superseded), child, as_of=day)
    except UnknownPerson:
        return None
    return DraftEffect(
        child=child,
        name=before.network.child.name,
        before=individuals(before),
        after=individuals(after),
        turned=tuple(_turned(before, after)),
    )


def _turned(before: ChildAnswer, after: ChildAnswer) -> Iterator[Turned]:
    """Yield what turns, record by record: a decision on sameness changes who is one person."""
    old, new = before.network.all_facts, after.network.all_facts
    were = {one.person.id: one for one in before.relatives}
    are = {one.person.id: one for one in after.relatives}
    records = [id_ for one in (*are, *after.stops) for id_ in new.clusters.ids(one)]
    records += [id_ for one in (*were, *before.stops) for id_ in old.clusters.ids(one)]
    people = {(old.clusters.of(id_), new.clusters.of(id_)): id_ for id_ in reversed(records)}
    for (first, then), id_ in reversed(people.items()):
        was, is_ = were.get(first), are.get(then)
        warned, warns = _cautions(before, was), _cautions(after, is_)
        known = old.people.get(first) or new.people[then]
        turned = Turned(
            person=id_,
            name=known.name,
            before=_left(was),
            after=_left(is_),
            stops=(first in before.stops, then in after.stops),
            gone=tuple(one for one in warned if one not in warns),
            come=tuple(one for one in warns if one not in warned),
        )
        if turned.before is not turned.after or len({*turned.stops}) > 1 or warned != warns:
            yield turned


def _cautions(found: ChildAnswer, one: Relative | None) -> tuple[str, ...]:
    return () if one is None else cautions(found, one)


def _left(one: Relative | None) -> Left | None:
    return None if one is None else one.answer.left


def not_learned(draft: Records) -> tuple[EventClaim, ...]:
    """Return the claims of which it is not said when the family learned of the event.

    As the family knew it on a day, they count only from the date of the source on.
    """
    return tuple(
        claim
        for claim in draft.events
        if claim.active
        and claim.learned is None
        and not event_types()[claim.type].known_at_once
    )
