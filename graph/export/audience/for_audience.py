"""Make the package of an audience below `internal`: new records and new sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.errors import UnknownPerson
from graph.export.audience.audience_policy import AudiencePolicy
from graph.export.audience.consent import visible
from graph.export.audience.contested import contested
from graph.export.audience.field_rules import Treatments
from graph.export.audience.left_out import left_out
from graph.export.audience.naming import (
    AUTHORITY,
    SOMEBODY,
    FamilyNames,
    Ids,
    name_families,
    public_name,
)
from graph.export.audience.redact import redacted
from graph.export.audiences import Rules, rules
from graph.export.child_briefing.child_text import tell
from graph.export.coarse import Grain, how_long, may_be_named, rolled_up, said
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.terms import forbidden
from graph.export.leaks.titles import Titles
from graph.export.package import AudienceContents, ChildBriefing
from graph.export.request import ExportRequest
from graph.facts.adding_up import Event, Facts, Person, facts
from graph.record.model import Interpretation, Place, Records
from graph.record.vocabulary import PUBLIC_BODY, PersonKind
from graph.rule.answer import ChildAnswer, Relative, answer
from graph.rule.stops import asked_nearby, perhaps_asked, requests_in
from graph.words.name_marks import NameMarks
from graph.words.wording import Voice

_FAR = 99


Pairs = Sequence[tuple[ChildAnswer, ChildAnswer]]
"""For each child the answer from everything, and the one from what may be seen."""


def for_audience(  # noqa: PLR0913 - what is asked for, and what may be shared
    records: Records,
    answers: Sequence[ChildAnswer],
    request: ExportRequest,
    only: frozenset[str] | None,
    ids: Ids,
    everything: Facts,
    *,
    everybody: WholeWords | None = None,
) -> AudienceContents:
    """Build what an audience gets: by what it may see, never by deleting from everything.

    Args:
        records: everything that was gathered.
        answers: for each child, from everything.
        request: what is asked for.
        only: nobody but these people, by their ids in the store; None: all within reach.
        ids: of the export.
        everything: what the records add up to.
        everybody: the names of all who are recorded, if not only those in the records.
    """
    allowed = rules(request.audience)
    seen = visible(records, allowed.consents)
    added_up = facts(seen)
    pairs = sorted(
        _both(seen, added_up, answers, request),
        key=lambda pair: ids.order(pair[0].network.child.id),
    )
    families = name_families(pairs, ids, pseudonyms=request.extras.pseudonyms)
    authorities = _authorities(seen, allowed)
    people = _people(seen, everything, pairs, only)
    named = [place.name for place in may_be_named(records, allowed.level)]
    index = forbidden(records, allowed, allowed=named, everybody=everybody)
    by = Treatments(
        rules=allowed,
        extras=request.extras,
        ids=ids,
        seen=seen,
        people=people,
        names=_names(families, people, everything, added_up, authorities, index),
        recorded=everything.people,
        index=index,
        titles=Titles(records, named),
        as_of=request.day,
        contested=contested(records, {claim.id for claim in seen.claims()}, allowed.grain),
    )
    new = redacted(by)
    stopped = requests_in(everything)
    warned = asked_nearby(everything).keys() | perhaps_asked(everything)
    marks = NameMarks(stopped=stopped.keys())
    briefings = tuple(
        sorted(_briefings(pairs, by, families, marks), key=lambda one: one.family)
    )
    return AudienceContents(
        records=new,
        briefings=briefings,
        selection=_selection(families, len(briefings)),
        left_out=left_out(records, by, new, briefings),
        carried=frozenset(by.new_claims),
        do_not_contact=frozenset(ids.of("person", id_) for id_ in stopped.keys() & by.people),
        household_asked_not=frozenset(ids.of("person", id_) for id_ in warned & by.people),
    )


def _both(
    seen: Records, added_up: Facts, answers: Iterable[ChildAnswer], request: ExportRequest
) -> Iterable[tuple[ChildAnswer, ChildAnswer]]:
    """Yield each answer with the one from what may be seen; nobody whom nothing seen names."""
    for full in answers:
        try:
            alone = answer(
                seen,
                full.network.child.id,
                as_of=full.as_of,
                known_on=full.known_on,
                max_degree=request.max_degree,
                fresh_days=full.fresh_days,
                added_up=added_up,
            )
        except UnknownPerson:
            continue
        yield full, alone


def _names(
    families: FamilyNames,
    people: frozenset[str],
    everything: Facts,
    added_up: Facts,
    authorities: frozenset[str],
    index: WholeWords,
) -> dict[str, str]:
    """Return what everybody is called: by the children, and authorities by their own names.

    The name of an authority comes from a source that may be seen.
    """
    names = dict(families.people)
    for person in (everything.people[id_] for id_ in people - names.keys()):
        if person.kind is not PersonKind.ORGANISATION:
            names[person.id] = SOMEBODY
            continue
        known = added_up.people.get(person.id)
        name = known.name if known is not None and person.id in authorities else ""
        names[person.id] = public_name(name, index, AUTHORITY)
    return names


def _authorities(seen: Records, rules: Rules) -> frozenset[str]:
    """Return the authorities whose names may be read: below partners, only public bodies."""
    return frozenset(
        claim.about
        for claim in seen.people
        if claim.kind is PersonKind.ORGANISATION
        and (rules.held_close or claim.body == PUBLIC_BODY)
    )


def _people(
    seen: Records, everything: Facts, pairs: Pairs, only: frozenset[str] | None
) -> frozenset[str]:
    """Return who is handed over: whom the audience may see around the children, authorities."""
    near: set[str] = set()
    for _, alone in pairs:
        around = alone.network
        near |= {around.child.id, *around.siblings, *around.reached}
    if only is not None:
        near = near & only if pairs else set(only)
    beside = {
        part.person
        for event in seen.events
        if near & {part.person for part in event.people}
        for part in event.people
        if everything.people[part.person].kind is PersonKind.ORGANISATION
    }
    return frozenset((near | beside) & everything.people.keys())


def _briefings(
    pairs: Pairs, by: Treatments, families: FamilyNames, marks: NameMarks
) -> Iterable[ChildBriefing]:
    voice, claims = _voice(by), frozenset(by.new_claims)
    for full, alone in pairs:
        policy = AudiencePolicy(
            voice=voice,
            people=by.people,
            claims=claims,
            marks=marks,
            full=full,
            seen=alone,
            by=by,
            family_name=families.families[full.network.child.id],
        )
        yield tell(_unordered(_with_stops(alone, full), by), policy)


def _with_stops(alone: ChildAnswer, full: ChildAnswer) -> ChildAnswer:
    """Return an answer with every stop, also for readers who may not read its source."""
    warned = asked_nearby(full.network.all_facts)
    doubles = {one.person.id: one.may_have_asked for one in full.relatives}
    return replace(
        alone,
        stops=full.stops,
        relatives=tuple(
            replace(
                one,
                do_not_contact=full.stops.get(one.person.id, ()),
                asked_nearby=warned.get(one.person.id, ()),
                may_be=tuple(one for one in doubles.get(one.person.id, ()) if one.stated),
            )
            for one in alone.relatives
        ),
    )


def _unordered(alone: ChildAnswer, by: Treatments) -> ChildAnswer:
    """Return an answer with its relatives sorted by their names here.

    Relatives of equal closeness were sorted by their own names, which gives them away.
    """

    def order(relative: Relative) -> tuple[object, ...]:
        degree = relative.reached.degree
        far = _FAR if degree is None else degree
        return (not relative.reached.kin, far, by.names.get(relative.person.id, SOMEBODY))

    def last(relative: Relative) -> str:
        return by.ids.order(relative.person.id)

    return replace(alone, relatives=tuple(sorted(sorted(alone.relatives, key=last), key=order)))


def _voice(by: Treatments) -> Voice:
    grain, places = by.rules.grain, {place.id: place for place in by.seen.places}

    def name(person: Person) -> str:
        return by.names.get(person.id, SOMEBODY)

    def place(at: Place) -> str:
        kept = rolled_up(at.id, places, by.rules.level)
        return places[kept].name if kept else "a place that is not named here"

    def readings(event: Event) -> list[Interpretation]:
        return [one for one in event.beliefs if one.id in allowed]

    coded = by.seen.interpretations if by.extras.coded_words else ()
    allowed = {one.id for one in coded}
    return Voice(
        name=name,
        place=place,
        when=lambda event: said(event.span.start, grain),
        window=lambda window: said(window, grain),
        between=lambda earlier, until: how_long(earlier, until, grain),
        readings=readings,
        believer=None,
        likeness=False,
        year=lambda day: "" if grain is Grain.BAND else str(day.year),
    )


def _selection(families: FamilyNames, children: int) -> str:
    count = len(set(families.families.values()))
    who = "1 child" if children == 1 else f"{children} children"
    return f"{who} of {'1 family' if count == 1 else f'{count} families'}"
