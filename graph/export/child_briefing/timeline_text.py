"""What happened around a child, in the order of time, and what was asked of authorities."""

from collections.abc import Iterable, Iterator

from graph.export.child_briefing.disclosure_policy import WITHHELD, Hearer
from graph.export.package import Appeal, Statement
from graph.facts.adding_up import Event, Sureness
from graph.record.dates import Window
from graph.record.model import EventClaim
from graph.record.vocabulary import Role
from graph.rule.answer import ChildAnswer

ASKED = ("appeal_sent", "diplomatic_note")
OUTCOMES = ("appeal_answered", "appeal_refused", "appeal_redirected")
ADDRESSED = (Role.ADDRESSEE, Role.RESPONSIBLE)
_BESIDE = {
    Role.WITH: "with",
    Role.ABOUT: "about",
    Role.MESSENGER: "through",
    Role.SENDER: "sent by",
    Role.CALLER: "called by",
    Role.ADDRESSEE: "addressed to",
    Role.RESPONSIBLE: "responsible",
    Role.COMPANION: "together with",
    Role.HOUSEHOLD: "for the household of",
    Role.WITNESS: "seen by",
}
"""How the others who take part are named after a deed."""


def told_events(answer: ChildAnswer, hearer: Hearer) -> list[Event]:
    """Return what has happened by the day to the child and to whoever is within its reach.

    As far as it may be said, and in an order that tells no more of time than may be told.
    """
    around = answer.network
    near = {around.child.id, *around.siblings, *around.reached}
    events = [
        event
        for event in around.facts.events.values()
        if event.past(answer.as_of) is not Sureness.NO and near & {p for _, p in event.people}
    ]
    return sorted(filter(hearer.hears, events), key=hearer.in_time)


def timeline(answer: ChildAnswer, hearer: Hearer) -> tuple[tuple[str, Statement], ...]:
    """Return when, in words, and what; what may have happened after the day is "possibly"."""
    return tuple(
        (
            hearer.voice.when(event),
            Statement(text=what(answer, event, hearer), claims=hearer.cite(event.claims)),
        )
        for event in told_events(answer, hearer)
    )


def what(answer: ChildAnswer, event: Event, hearer: Hearer) -> str:
    """Say what happened to whom, with whom and where."""
    doubt = "" if event.past(answer.as_of) is Sureness.CERTAIN else "possibly "
    said = f"{_people(answer, event, hearer, Role.SUBJECT)}: {doubt}{event.type.words}"
    beside = [
        f"{word} {names}"
        for role, word in _BESIDE.items()
        if (names := _people(answer, event, hearer, role))
    ]
    places = answer.network.borders.places
    where = hearer.voice.place(places[event.place]) if event.place in places else ""
    duress = "said to have been under duress" if event.duress else ""
    return "; ".join(part for part in (said, *beside, where, duress) if part)


def _people(answer: ChildAnswer, event: Event, hearer: Hearer, role: Role) -> str:
    people = answer.network.all_facts.people
    seen = [id_ for id_ in event.by_role(role) if id_ in people and hearer.sees(id_)]
    return hearer.who(people[id_] for id_ in seen)


def appeals(answer: ChildAnswer, hearer: Hearer) -> tuple[Appeal, ...]:
    """Return what was asked for the child of which authority, and what came of it.

    An outcome belongs to what the tables say that it came after; one that nothing is recorded
    to have come before stands for itself.
    """
    events = [e for e in told_events(answer, hearer) if _for_child(answer, e)]
    asked = [event for event in events if event.type.name in ASKED]
    outcomes = [event for event in events if event.type.name in OUTCOMES]
    says_after = answer.network.facts.timeline.says_after
    told, matched = [], set[str]()
    for one in asked:
        came = [event for event in outcomes if says_after(event.id, one.id)]
        matched |= {event.id for event in came}
        told.append(_appeal(answer, hearer, one, came))
    told += [_alone(answer, hearer, event) for event in outcomes if event.id not in matched]
    return (*told, *_unusable(answer, hearer))


def _unusable(answer: ChildAnswer, hearer: Hearer) -> Iterator[Appeal]:
    """Say once for the family that there are appeals which are of no use to the hearer."""
    events = answer.network.facts.events.values()
    if any(
        event.type.name in ASKED
        and event.past(answer.as_of) is Sureness.CERTAIN
        and hearer.withholds_appeal(event)
        and _for_child(answer, event)
        for event in events
    ):
        yield Appeal(
            asked=Statement(text="the family: asked authorities that are not named here"),
            addressee=WITHHELD,
            answer=WITHHELD,
            days_without=WITHHELD,
        )


def _for_child(answer: ChildAnswer, event: Event) -> bool:
    """Tell whether an appeal is for the child; one that names no child is for all of them."""
    around = answer.network
    people = {person for _, person in event.people}
    children = people & {around.child.id, *around.siblings}
    return around.child.id in children or (
        not children and bool(people & set(around.parents()))
    )


def _appeal(answer: ChildAnswer, hearer: Hearer, asked: Event, came: Iterable[Event]) -> Appeal:
    came = sorted(came, key=hearer.in_time)
    first = came[0] if came else None
    until = Window(answer.as_of, answer.as_of)
    if first is not None:
        start = first.span.start
        until = Window(start.earliest, min(start.latest, answer.as_of))
    answers = [_outcome(answer, hearer, event) for event in came]
    all_told = hearer.hears_outcomes(asked)
    return Appeal(
        asked=_asked(answer, hearer, asked, came),
        addressee=_addressees(answer, hearer, asked),
        answer=("; ".join(answers) or "no answer is recorded") if all_told else WITHHELD,
        days_without=hearer.voice.between(asked.span.start, until) if all_told else WITHHELD,
    )


def _alone(answer: ChildAnswer, hearer: Hearer, event: Event) -> Appeal:
    return Appeal(
        asked=_asked(answer, hearer, event, ()),
        addressee=_addressees(answer, hearer, event),
        answer=_outcome(answer, hearer, event),
        days_without="when it was asked is not recorded",
    )


def _asked(
    answer: ChildAnswer, hearer: Hearer, event: Event, came: Iterable[Event]
) -> Statement:
    by = _people(answer, event, hearer, Role.SUBJECT)
    why = hearer.why(event, _reasons(answer, event))
    text = f"{by}: {event.type.words}, {hearer.voice.when(event)}"
    cited = [*event.claims, *(claim for one in came for claim in one.claims)]
    return Statement(text=f"{text}: {why}" if why else text, claims=hearer.cite(cited))


def _outcome(answer: ChildAnswer, hearer: Hearer, event: Event) -> str:
    why = hearer.why(event, _reasons(answer, event))
    text = f"{event.type.words}, {hearer.voice.when(event)}"
    return f"{text}: {why}" if why else text


def _addressees(answer: ChildAnswer, hearer: Hearer, event: Event) -> str:
    named = (_people(answer, event, hearer, role) for role in ADDRESSED)
    return ", ".join(name for name in named if name) or "to whom is not recorded"


def _reasons(answer: ChildAnswer, event: Event) -> Iterator[str]:
    for id_ in event.claims:
        claim = answer.claims[id_]
        if isinstance(claim, EventClaim):
            yield claim.reason
