"""Doubts around a child, and contradictions between its sources, in sentences."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from graph.export.child_briefing.disclosure_policy import DisclosurePolicy
from graph.export.child_briefing.timeline_text import told_events, what
from graph.export.package import Statement
from graph.facts.adding_up import Event, Sureness, agreed
from graph.record.model import EventClaim
from graph.record.vocabulary import Basis, Role, Stance
from graph.rule.answer import ChildAnswer
from graph.words.wording import convention


def doubtful(answer: ChildAnswer, policy: DisclosurePolicy) -> tuple[Statement, ...]:
    """Say what is only believed, and what is read into words."""
    return tuple(
        Statement(
            text=f"{what(answer, event, policy)}, {policy.voice.when(event)}: {why}",
            claims=policy.cite(event.claims),
        )
        for event in told_events(answer, policy)
        if (why := _why(answer, event, policy))
    )


def conventions(answer: ChildAnswer, policy: DisclosurePolicy) -> tuple[Statement, ...]:
    """Say by which conventions days were worked out that the words left open."""
    if not policy.discloses_conventions():
        return ()
    return tuple(
        Statement(
            text=f"{what(answer, event, policy)}, {policy.voice.when(event)}: {worked_out}",
            claims=policy.cite(event.claims),
        )
        for event in told_events(answer, policy)
        if (worked_out := convention(event))
    )


def _why(answer: ChildAnswer, event: Event, policy: DisclosurePolicy) -> str:
    """Say why an event is in doubt; "" where nothing is."""
    bases = {claim.basis for claim in _claims(answer, event)}
    said = []
    if event.exists is not Sureness.CERTAIN:
        if Basis.BELIEVED in bases:
            said.append("only believed")
        if Basis.INTERPRETED in bases:
            said.append("read into what was said")
        if not said:
            said.append("not certain")
    voice = policy.voice.marked(policy.marks)
    if readings := voice.read_as(event, answer.network.all_facts.people):
        said.append(readings.rstrip("."))
    return "; ".join(said)


def disagreeing(answer: ChildAnswer, policy: DisclosurePolicy) -> tuple[Statement, ...]:
    """Say which sources contradict each other, and in what."""
    return tuple(
        Statement(
            text=f"{what(answer, event, policy)}: {against}",
            claims=policy.cite(event.claims),
        )
        for event in told_events(answer, policy)
        if (against := "; ".join(_against(answer, event, policy)))
    )


def _against(answer: ChildAnswer, event: Event, policy: DisclosurePolicy) -> Iterator[str]:
    claims = _claims(answer, event)
    disputing = [claim for claim in claims if claim.stance is Stance.DISPUTES]
    supporting = [claim for claim in claims if claim.stance is Stance.SUPPORTS]
    if disputing and supporting:
        yield "one source says it, another one says that it was not so"
    if not agreed([claim.began for claim in supporting])[1]:
        times = (policy.voice.window(claim.when.window) for claim in supporting)
        yield f"sources give times that exclude each other ({_each(times)})"
    if len({_subjects(claim) for claim in supporting}) > 1:
        yield "sources name different people"
    if len(event.places) > 1:
        places = answer.network.borders.places
        named = (policy.voice.place(places[id_]) for id_ in event.places if id_ in places)
        yield f"sources name different places ({_each(named)})"


def _each(words: Iterable[str]) -> str:
    return "; ".join(word for word, _ in groupby(sorted(word for word in words if word)))


def _claims(answer: ChildAnswer, event: Event) -> Sequence[EventClaim]:
    found = [answer.claims[id_] for id_ in event.claims]
    return [claim for claim in found if isinstance(claim, EventClaim)]


def _subjects(claim: EventClaim) -> frozenset[str]:
    return frozenset(one.person for one in claim.people if one.role is Role.SUBJECT)
