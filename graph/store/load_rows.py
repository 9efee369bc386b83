"""Facts and claims as the rows that the queries under `cypher/load/` take. Pure."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.facts.adding_up import Event, Person, Sureness, Tie
from graph.facts.timeline import orders
from graph.record.model import (
    Claim,
    Dataset,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Source,
    TieClaim,
)
from graph.record.vocabulary import Basis, PersonKind, Stance, TieKind
from graph.store.properties import flat, put_window

Row = dict[str, Any]
Links = dict[str, list[Row]]
"""By the name of the query that keeps them."""

_SURE = {sure: sure.name.lower() for sure in Sureness}
PEOPLE = {
    PersonKind.PERSON: "load/people",
    PersonKind.GROUP: "load/groups",
    PersonKind.ORGANISATION: "load/organisations",
}


def own_row(
    record: Dataset | Source | Place, before: Mapping[str, str] | None, run: str
) -> Row:
    """Return a data set, a source or a place, and what it said before this run."""
    changed = [json.dumps({"run": run, "before": before}, ensure_ascii=False)] if before else []
    return {"id": record.id, "facts": flat(record), "changed": changed}


def person_row(person: Person) -> Row:
    """Return what the claims about a person add up to, marked for the calendar."""
    facts: Row = {
        "id": person.id,
        "kind": str(person.kind),
        "name": person.name,
        "sought": person.sought,
        "stale": True,
    }
    _put(facts, sex=person.sex, dataset=person.dataset, asks=person.asks)
    _put(facts, other_ids=list(person.other_ids))
    _put(facts, other_names=list(person.other_names), notes=list(person.notes))
    put_window(facts, "born", person.born)
    return {"id": person.id, "facts": facts}


def tie_row(tie: Tie) -> Row:
    """Return what the claims about a tie add up to."""
    facts: Row = {
        "id": tie.id,
        "claims": list(tie.claims),
        "basis": str(tie.basis),
        "exists": _SURE[tie.exists],
    }
    word = "role" if tie.kind is TieKind.KNOWS else "term"
    _put(facts, kind=tie.qualifier, **{word: tie.term})
    put_window(facts, "since", tie.since)
    put_window(facts, "until", tie.until)
    return {"person": tie.person, "relative": tie.relative, "facts": facts}


def event_row(event: Event, claims: Sequence[EventClaim]) -> Row:
    """Return what the claims about an event add up to, with who took part."""
    facts: Row = {
        "id": event.id,
        "type": event.type.name,
        "basis": _basis(claims),
        "window_basis": event.basis,
        "exists": _SURE[event.exists],
        "scope": str(event.scope),
    }
    _put(facts, effect=str(event.effect), text=event.when.text, duress=event.duress)
    put_window(facts, "", event.span.start)
    put_window(facts, "until", event.span.end)
    if event.span.end is not None:
        facts["lasts"] = True
    return {"id": event.id, "facts": facts, "people": list(_taking_part(event, claims))}


def _put(facts: Row, **values: object) -> None:
    facts.update({name: value for name, value in values.items() if value})


def _basis(claims: Sequence[EventClaim]) -> str:
    """Name the firmest basis of an event: stated before anything else."""
    active = [claim for claim in claims if claim.active and claim.stance is Stance.SUPPORTS]
    said = {claim.basis for claim in active or claims}
    return next(str(basis) for basis in Basis if basis in said)


def _taking_part(event: Event, claims: Sequence[EventClaim]) -> Iterator[Row]:
    """Yield who took part by a claim that counts; a retracted claim leads to nobody."""
    for role, person in event.people:
        naming = [
            claim.id
            for claim in claims
            if claim.active and any((p.role, p.person) == (role, person) for p in claim.people)
        ]
        if naming:
            yield {"id": person, "facts": {"role": str(role), "claims": naming}}


def place_rows(event: Event, claims: Sequence[EventClaim]) -> list[Row]:
    """Return where an event was, if a claim that counts says so."""
    if event.place and any(c.active and c.place == event.place for c in claims):
        return [{"event": event.id, "place": event.place}]
    return []


def order_links(claims: Iterable[EventClaim]) -> Links:
    """Return the order of events: what came after what, was at its time, or ended it."""
    links: Links = defaultdict(list)
    naming: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    lags: dict[tuple[str, ...], tuple[int, int | None]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        for key in _ordered(claim):
            naming[key].append(claim.id)
        for order in orders([claim]):
            key = ("load/after", order.later, order.earlier)
            lags.setdefault(key, (order.least, order.most))
    for key in sorted(naming):
        links[key[0]].append(_order_row(key, naming[key], lags.get(key)))
    return links


def _ordered(claim: EventClaim) -> Iterator[tuple[str, ...]]:
    if not claim.active:
        return
    for order in orders([claim]):
        yield ("load/after", order.later, order.earlier)
    times = (("start", claim.when), ("end", claim.until), ("learned", claim.learned))
    for which, when in times:
        if when is not None and when.event:
            yield ("load/at_time_of", claim.about, when.event, which)
    if claim.ends:
        yield ("load/ends", claim.about, claim.ends)


def _order_row(
    key: tuple[str, ...], claims: list[str], lag: tuple[int, int | None] | None
) -> Row:
    facts: Row = {"claims": claims}
    name, event, other, *which = key
    if which:
        facts["which"] = which[0]
        return {"event": event, "other": other, "facts": facts}
    if name == "load/ends":
        return {"event": event, "ended": other, "facts": facts}
    least, most = lag or (0, None)
    facts["least"] = least
    if most is not None:
        facts["most"] = most
    return {"later": event, "earlier": other, "facts": facts}


def claim_row(claim: Claim, run: str) -> tuple[str, Row]:
    """Return the query that keeps a claim, and its row."""
    row: Row = {"source": claim.source, "facts": flat(claim) | {"run": run}}
    match claim:
        case PersonClaim():
            return "load/person_claims", row | {"person": claim.about}
        case TieClaim():
            return "load/tie_claims", row | {
                "person": claim.person,
                "relative": claim.relative,
            }
        case EventClaim():
            supports = claim.stance is Stance.SUPPORTS
            name = "load/supporting_claims" if supports else "load/disputing_claims"
            return name, row | {"event": claim.about}
        case _:
            return "load/readings", row


def times_row(claim: Claim) -> Row:
    """Return a stored claim with the times that its words mean now."""
    return {"id": claim.id, "facts": flat(claim)}


def claim_links(claim: Claim) -> Iterator[tuple[str, Row]]:
    """Yield what hangs on a claim beyond its subject and its source."""
    if isinstance(claim, EventClaim):
        for hop, person in enumerate(claim.relayed_by, start=1):
            row = {"claim": claim.id, "person": person, "facts": {"hop": hop}}
            yield "load/relayed_by", row
        if not claim.active:
            for person in dict.fromkeys(part.person for part in claim.people):
                yield "load/about_people", {"claim": claim.id, "person": person}


def reading_links(reading: Interpretation, *, of_claim: bool) -> Iterator[tuple[str, Row]]:
    """Yield where coded words stand and what rests on their reading."""
    where = "claim" if of_claim else "event"
    yield f"load/reads_{where}", {"reading": reading.id, where: reading.of}
    if reading.backs and reading.active:
        yield "load/backs", {"reading": reading.id, "event": reading.backs}


def member_rows(claims: Iterable[PersonClaim]) -> list[Row]:
    """Return who belongs to which group, by the claims that count."""
    naming: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        for group in claim.member_of if claim.active else ():
            naming[claim.about, group].append(claim.id)
    return [
        {"person": person, "group": group, "facts": {"claims": ids}}
        for (person, group), ids in sorted(naming.items())
    ]


def catalogue_links(sources: Iterable[Source], places: Iterable[Place]) -> Links:
    """Return who speaks in sources, and which source or place is part of which."""
    links: Links = defaultdict(list)
    for source in sources:
        if source.informant:
            links["load/informants"].append({"source": source.id, "person": source.informant})
        if source.part_of:
            links["load/sources_part_of"].append({"part": source.id, "whole": source.part_of})
    for place in places:
        if place.part_of:
            links["load/places_part_of"].append({"part": place.id, "whole": place.part_of})
    return links
