"""The timeline of a child, and the appeals to authorities, in sentences."""

from collections.abc import Iterable, Iterator

from graph.export.child_briefing.disclosure_policy import WITHHELD, DisclosurePolicy
from graph.export.child_briefing.story_text import story_line
from graph.export.package import Appeal, Statement
from graph.facts.adding_up import Event, Sureness
from graph.record.dates import Window
from graph.record.model import EventClaim
from graph.record.vocabulary import OUTCOMES, Role
from graph.rule.answer import ChildAnswer
from graph.words.prose import with_doubt

ADDRESSED = (Role.ADDRESSEE, Role.RESPONSIBLE)
NO_ANSWER = "no answer is recorded"
NOT_TO_WHOM = "to whom is not recorded"
NOT_WHEN = "when it was asked is not recorded"
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


def told_events(answer: ChildAnswer, policy: DisclosurePolicy) -> list[Event]:
    """Return the events by the day of the child and of everybody within its reach.

    Only events that may be said, in an order that gives away no more of time than allowed.
    """
    around = answer.network
    near = {around.child.id, *around.siblings, *around.reached}
    events = [
        event
        for event in around.facts.events.values()
        if event.past(answer.as_of) is not Sureness.NO and near & {p for _, p in event.people}
    ]
    return sorted(filter(policy.discloses, events), key=policy.order)


def timeline(
    answer: ChildAnswer, policy: DisclosurePolicy
) -> tuple[tuple[str, Statement], ...]:
    """Return when, in words, and what; what may have happened after the day is "possibly"."""
    return tuple(
        (
            policy.voice.when(event),
            Statement(text=what(answer, event, policy), claims=policy.cite(event.claims)),
        )
        for event in told_events(answer, policy)
    )


def what(answer: ChildAnswer, event: Event, policy: DisclosurePolicy) -> str:
    """Say what happened to whom, with whom and where."""
    unsure = event.past(answer.as_of) is not Sureness.CERTAIN
    happened = with_doubt(event.type.words, doubtful=unsure)
    said = f"{_people(answer, event, policy, Role.SUBJECT)}: {happened}"
    beside = [
        f"{word} {names}"
        for role, word in _BESIDE.items()
        if (names := _people(answer, event, policy, role))
    ]
    places = answer.network.borders.places
    where = policy.voice.place(places[event.place]) if event.place in places else ""
    duress = "said to have been under duress" if event.duress else ""
    return "; ".join(part for part in (said, *beside, where, duress) if part)


def _people(answer: ChildAnswer, event: Event, policy: DisclosurePolicy, role: Role) -> str:
    """Name those with a role; the children stand together, so that a document can join them."""
    around, people = answer.network, answer.network.all_facts.people
    seen = [id_ for id_ in event.by_role(role) if id_ in people and policy.includes(id_)]
    children = {around.child.id, *around.siblings}
    grown = policy.names(people[id_] for id_ in seen if id_ not in children)
    young = policy.names(people[id_] for id_ in seen if id_ in children)
    return ", ".join((*grown, *young))


def appeals(answer: ChildAnswer, policy: DisclosurePolicy) -> tuple[Appeal, ...]:
    """Return the appeals for the child, to which authority, and their outcome.

    An outcome belongs to what the tables say that it came after; one without a recorded appeal
    before it is an entry of its own.
    """
    events = [e for e in told_events(answer, policy) if _for_child(answer, e)]
    asked = [event for event in events if event.type.appeal == "sent"]
    outcomes = [event for event in events if event.type.appeal in OUTCOMES]
    says_after = answer.network.facts.timeline.says_after
    made, matched = [], set[str]()
    for one in asked:
        came = [event for event in outcomes if says_after(event.id, one.id)]
        matched |= {event.id for event in came}
        made.append(_appeal(answer, policy, one, came))
    made += [_alone(answer, policy, event) for event in outcomes if event.id not in matched]
    return (*made, *_unusable(answer, policy))


def _unusable(answer: ChildAnswer, policy: DisclosurePolicy) -> Iterator[Appeal]:
    """Say once for the family that there are appeals which are of no use to the policy."""
    events = answer.network.facts.events.values()
    if any(
        event.type.appeal == "sent"
        and event.past(answer.as_of) is Sureness.CERTAIN
        and policy.withholds_appeal(event)
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
    """Return whether an appeal is for the child; one that names no child is for all of them."""
    around = answer.network
    people = {person for _, person in event.people}
    children = people & {around.child.id, *around.siblings}
    return around.child.id in children or (
        not children and bool(people & set(around.parents()))
    )


def _appeal(
    answer: ChildAnswer, policy: DisclosurePolicy, asked: Event, came: Iterable[Event]
) -> Appeal:
    came = sorted(came, key=policy.order)
    line = story_line(answer, asked, policy)
    first = came[0] if came else None
    until = Window(answer.as_of, answer.as_of)
    if first is not None:
        start = first.span.start
        until = Window(start.earliest, min(start.latest, answer.as_of))
    answers = [_outcome(answer, policy, event) for event in came]
    all_told = policy.discloses_outcomes(asked)
    return Appeal(
        asked=_asked(answer, policy, asked, came),
        addressee=_addressees(answer, policy, asked),
        answer=("; ".join(answers) or NO_ANSWER) if all_told else WITHHELD,
        days_without=policy.voice.between(asked.span.start, until) if all_told else WITHHELD,
        line=line,
    )


def _alone(answer: ChildAnswer, policy: DisclosurePolicy, event: Event) -> Appeal:
    return Appeal(
        asked=_asked(answer, policy, event, ()),
        addressee=_addressees(answer, policy, event),
        answer=_outcome(answer, policy, event),
        days_without=NOT_WHEN,
        line=story_line(answer, event, policy),
    )


def _asked(
    answer: ChildAnswer, policy: DisclosurePolicy, event: Event, came: Iterable[Event]
) -> Statement:
    by = _people(answer, event, policy, Role.SUBJECT)
    why = policy.reasons(event, _reasons(answer, event))
    text = f"{by}: {event.type.words}, {policy.voice.when(event)}"
    cited = [*event.claims, *(claim for one in came for claim in one.claims)]
    return Statement(text=f"{text}: {why}" if why else text, claims=policy.cite(cited))


def _outcome(answer: ChildAnswer, policy: DisclosurePolicy, event: Event) -> str:
    why = policy.reasons(event, _reasons(answer, event))
    text = f"{event.type.words}, {policy.voice.when(event)}"
    return f"{text}: {why}" if why else text


def _addressees(answer: ChildAnswer, policy: DisclosurePolicy, event: Event) -> str:
    named = (_people(answer, event, policy, role) for role in ADDRESSED)
    return ", ".join(name for name in named if name) or NOT_TO_WHOM


def _reasons(answer: ChildAnswer, event: Event) -> Iterator[str]:
    for id_ in event.claims:
        claim = answer.claims[id_]
        if isinstance(claim, EventClaim):
            yield claim.reason
