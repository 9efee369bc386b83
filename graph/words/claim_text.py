"""A claim as a sentence, also after a retraction or a correction."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from graph.kinship import bare
from graph.record.headings import heading_of
from graph.record.model import Claim, EventClaim, Interpretation, PersonClaim, Source, TieClaim
from graph.record.schema import table_of
from graph.record.vocabulary import Basis, Role, Stance, TieKind, event_types
from graph.words.prose import as_sentence

NameOf = Callable[[str], str]
"""The name of a person or a place, by its id."""

TIES = {
    TieKind.PARENT_OF: "is a parent of",
    TieKind.SPOUSE_OF: "is married to",
    TieKind.SIBLING_OF: "is a brother or sister of",
    TieKind.CARES_FOR: "cares for",
    TieKind.LIVES_WITH: "lives with",
    TieKind.SAME_AS: "is the same person as",
    TieKind.NOT_SAME_AS: "is not the same person as",
}


def passage(claim: Claim, sources: Mapping[str, Source]) -> str:
    """Return where in its source a claim is, with the heading if one is known."""
    heading = heading_of(claim.locator, claim.source, sources)
    return f"{claim.locator}, under “{heading.strip('“”')}”" if heading else claim.locator


def saying(claim: Claim, name: NameOf) -> str:
    """Return what a claim says, in a sentence without its source."""
    match claim:
        case PersonClaim():
            sentence = "; ".join(_of_person(claim, name))
        case TieClaim():
            sentence = _of_tie(claim, name)
        case EventClaim():
            sentence = ", ".join(_of_event(claim, name))
        case Interpretation():
            sentence = _of_reading(claim, name)
        case _:
            sentence = claim.about
    further = (f"{what}: {text}" for what, text in table_of(type(claim)).further_texts(claim))
    sentence = "; ".join([sentence, *further])
    return as_sentence(sentence)


def _of_person(claim: PersonClaim, name: NameOf) -> Iterator[str]:
    yield claim.name
    if claim.other_names:
        yield f"also written {', '.join(claim.other_names)}"
    if claim.sex:
        yield claim.sex
    if claim.birth is not None:
        yield f"born {claim.birth.text}"
    if claim.age_text:
        on = f" ({claim.age_on.text})" if claim.age_on is not None else ""
        yield f"aged {claim.age_text}{on}"
    if claim.member_of:
        yield f"one of {', '.join(map(name, claim.member_of))}"
    marks = (("looked for", claim.sought), ("asks for a child", claim.asks))
    yield from (words for words, stands in marks if stands)
    if claim.body:
        yield f"a {claim.body} body"


def _of_tie(claim: TieClaim, name: NameOf) -> str:
    one, other = name(claim.person), name(claim.relative)
    if claim.kind is TieKind.KNOWS or claim.kind is TieKind.KIN_OF:
        other_word = "acquaintance" if claim.kind is TieKind.KNOWS else "relative"
        term = bare(claim.term or other_word)
        named = one.casefold() == f"{term} of {other}".casefold()
        sentence = (
            f"{one}: no other name is known" if named else f"{one} is the {term} of {other}"
        )
    else:
        sentence = f"{one} {TIES[claim.kind]} {other}"
    qualifier = f" ({claim.qualifier})" if claim.qualifier else ""
    since = f", from {claim.since.text}" if claim.since is not None else ""
    joined = " " if since else ", "
    until = f"{joined}until {claim.until.text}" if claim.until is not None else ""
    return f"{_ground(claim.basis, claim.stance)}{sentence}{qualifier}{since}{until}"


def _of_event(claim: EventClaim, name: NameOf) -> Iterator[str]:
    kind = event_types()[claim.type]
    yield f"{_ground(claim.basis, claim.stance)}{kind.words}: {_people(claim, name)}"
    if claim.place:
        yield name(claim.place) if kind.origin else f"at {name(claim.place)}"
    if claim.when.text and not claim.when.event:
        yield claim.when.text
    if claim.until is not None and claim.until.text and not claim.until.event:
        yield f"until {claim.until.text}"
    if claim.repeats:
        yield claim.repeats
    if claim.reason:
        yield f"reason given: {claim.reason}"
    if claim.duress:
        yield "perhaps under duress"


def _people(claim: EventClaim, name: NameOf) -> str:
    """Name who takes part: the subjects, then each other role with its people."""
    roles: dict[Role, list[str]] = {}
    for part in claim.people:
        roles.setdefault(part.role, []).append(name(part.person))
    subjects = ", ".join(roles.pop(Role.SUBJECT, []))
    others = [f"{role.value}: {', '.join(names)}" for role, names in roles.items()]
    return "; ".join(one for one in (subjects, *others) if one)


def _of_reading(claim: Interpretation, name: NameOf) -> str:
    by = f" by {name(claim.by)}" if claim.by else ""
    return f"“{claim.words}” is read{by} as: {claim.reading}"


def _ground(basis: Basis, stance: Stance) -> str:
    denied = "denied: " if stance is Stance.DISPUTES else ""
    return denied if basis is Basis.STATED else f"{denied}{basis.value}: "


def disputed(claims: Iterable[Claim]) -> frozenset[str]:
    """Return what these claims are about that a claim which counts denies."""
    return frozenset(
        claim.about
        for claim in claims
        if isinstance(claim, TieClaim | EventClaim)
        and claim.active
        and claim.stance is Stance.DISPUTES
    )
