"""Claims, readings, sources and places as FollowTheMoney entities."""

from collections.abc import Mapping

from graph.export.formats.ftm_entities import Entity, date, entity, key, url
from graph.export.formats.worded import said
from graph.record.model import (
    Claim,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Source,
    TieClaim,
)


def document(source: Source) -> Entity:
    """Return a source; what it is and how reliable is a text, since there is no field."""
    about = said(
        kind=source.kind,
        language=source.language,
        date=source.date,
        said_on=source.said_on,
        informant=source.informant,
        part_of=source.part_of,
        consent=source.consent.value,
        reliability=source.reliability,
        address="" if url(source.url) else source.url,
        data_set=source.dataset,
    )
    return entity(
        key("source", source.id),
        "Article" if source.kind == "news" else "Document",
        title=source.title,
        publisher=source.publisher,
        publishedAt="" if source.date is None else date(source.date.window),
        sourceUrl=url(source.url),
        summary=about,
    )


def address(place: Place, full: str) -> Entity:
    """Return a place; `full` is its name and those of the places that it is in."""
    about = said(
        kind=place.kind,
        part_of=place.part_of,
        precision=place.precision,
        data_set=place.dataset,
    )
    return entity(
        key("place", place.id),
        "Address",
        full=full,
        name=place.name,
        alias=place.aliases,
        latitude="" if place.lat is None else str(place.lat),
        longitude="" if place.lon is None else str(place.lon),
        remarks=about,
    )


def documentation(claim: Claim, about: str) -> Entity:
    """Return a claim as the link from its source to the person or event that it is about."""
    ended = said(
        retracted_by=claim.retracted_by,
        retracted_on=claim.retracted_on,
        retracted_why=claim.retracted_why,
    )
    standing = "" if claim.active else f"retracted\n{ended}".strip()
    return entity(
        key("claim", claim.id),
        "Documentation",
        document=key("source", claim.source),
        entity=about,
        role=claim.locator,
        recordId=claim.id,
        description=claim.words,
        summary="\n".join(part for part in (_says(claim), _rest(claim)) if part),
        status=standing,
    )


def reading(claim: Interpretation, about: str, names: Mapping[str, str]) -> Entity:
    """Return what somebody reads in coded words as a note on what it is read in."""
    how = said(
        read_by=names.get(claim.by, claim.by),
        certainty=claim.certainty,
        backs=claim.backs,
        reads=claim.of,
        alternative_to=claim.alternative_to,
        passage=claim.locator,
        claim=claim.id,
        reading=claim.about,
        standing="" if claim.active else "retracted",
    )
    ended = said(by=claim.retracted_by, on=claim.retracted_on, why=claim.retracted_why)
    return entity(
        key("claim", claim.id),
        "Note",
        entity=about,
        name=f"\u201c{claim.words}\u201d",
        description=claim.reading,
        summary="\n".join(part for part in (how, ended, _rest(claim)) if part),
        proof=key("source", claim.source),
    )


def _rest(claim: Claim) -> str:
    return said(note=claim.note, replaces=claim.supersedes, data_set=claim.dataset)


def _says(claim: Claim) -> str:
    match claim:
        case PersonClaim():
            return said(
                kind=claim.kind.value,
                name=(claim.name, *claim.other_names),
                sex=claim.sex,
                born=claim.birth,
                age=claim.age_text,
                on=claim.age_on,
                member_of=claim.member_of,
                sought="yes" if claim.sought else "",
                body=claim.body,
            )
        case TieClaim():
            return said(
                says=f"{claim.person} {claim.kind} {claim.relative}",
                tie=claim.about,
                qualifier=claim.qualifier,
                term=claim.term,
                since=claim.since,
                until=claim.until,
                basis=claim.basis.value,
                stance=claim.stance.value,
            )
        case EventClaim():
            return _of_event(claim)
    return ""


def _of_event(claim: EventClaim) -> str:
    lag = claim.lag
    return said(
        type=claim.type,
        who=tuple(f"{each.role}: {each.person}" for each in claim.people),
        place=claim.place,
        when=claim.when,
        until=claim.until,
        after=claim.after,
        before=claim.before,
        days_between="" if lag is None else f"{lag.least} to {lag.most or 'any'}",
        repeats=claim.repeats,
        learned=claim.learned,
        scope=claim.scope.value,
        basis=claim.basis.value,
        certainty=claim.certainty,
        stance=claim.stance.value,
        ends=claim.ends,
        reason=claim.reason,
        through=claim.relayed_by,
        under_duress="yes" if claim.duress else "",
        lifted=tuple(
            f"{one.person} on {one.on} by {one.by}: {one.why}" for one in claim.lifted
        ),
    )
