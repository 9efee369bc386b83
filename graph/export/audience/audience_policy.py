"""The policy of an audience below `internal` for one child's answer.

The answer is worked out twice: from everything, and from what the audience may see alone. What
leaves is always the second. No word of it comes from a claim that the audience may not see. The
first decides whether it leaves at all.

A sentence leaves only if the audience may see every claim behind it. The claims that it may see
must also give the same answer. Else the sentence is withheld. So a death that only an internal
source reports is not shown. It does not turn into "left to contact" either.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.export.audience.field_rules import Treatments
from graph.export.audience.naming import relation_words
from graph.export.child_briefing.disclosure_policy import DisclosurePolicy
from graph.export.coarse import Grain, age_band, coarse
from graph.export.package import Audience
from graph.facts.adding_up import Event, Person, Sureness
from graph.record.dates import Window
from graph.record.vocabulary import OUTCOMES, PersonKind, Role
from graph.rule.answer import ChildAnswer, Relative, SourceCount
from graph.rule.clocks import Clock
from graph.words.wording import NEAR_ASKED

_CLOCKS = {
    "direct_voice": ("voice",),
    "relayed_news": ("news",),
    "proof_of_life": ("voice", "life"),
}
"""The kinds of events that set each clock; events with a place set the last place."""


@dataclass(frozen=True, kw_only=True)
class AudiencePolicy(DisclosurePolicy):
    """The policy of an audience that reads some sources, in months, years or bands of years.

    `full` is the answer from everything, `seen` the one from what they may see. What is asked
    of it, relatives and events, is of `seen`.
    """

    full: ChildAnswer
    seen: ChildAnswer
    by: Treatments
    family_name: str

    def id(self, person: str) -> str:
        """Return the id that somebody has in the export."""
        return self.by.ids.of("person", person)

    def cite(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return those of these claims that are handed over, in the order of their new ids.

        The order in which an answer rests on them follows the exact days.
        """
        return tuple(sorted(self.by.new_claims[one] for one in {*claims} if one in self.claims))

    def names(self, people: Iterable[Person]) -> tuple[str, ...]:
        """Return the names of some people, in an order that says nothing about them."""
        return self._marked(sorted(people, key=lambda one: self.by.ids.order(one.id)))

    def rough(self, window: Window) -> Window:
        """Return the months, years or bands of years around a time."""
        return coarse(window, self._grain)

    def age(self, child: Person, day: date) -> str:
        """Return the band of years; to everybody no more than whether a child is grown."""
        public = self.by.rules.audience is Audience.PUBLIC
        return age_band(child.born, day, only_grown=public)

    def family(self, name: str) -> str:
        """Return what the family is called here."""
        del name
        return self.family_name

    def sources(self, answer: ChildAnswer) -> SourceCount:
        """Return how many sources that the audience may see were read."""
        del answer
        return self.seen.sources

    def includes(self, person: str) -> bool:
        """Return whether somebody is within the child's reach by what may be seen."""
        return person in self.people and (
            person in self.seen.network.reached
            or person in self.seen.network.siblings
            or person == self.seen.network.child.id
            or self.by.recorded[person].kind is PersonKind.ORGANISATION
        )

    def relation(self, relative: Relative) -> str:
        """Return what somebody is to the child, where all that it rests on may be seen."""
        whole = self.full.network.reached.get(relative.person.id)
        known = "" if whole is None else whole.relation
        return relation_words(known, relative.reached.relation, kin=relative.reached.kin)

    def in_region(self, relative: Relative) -> bool:
        """Return it where the answer may be said; else everybody is marked."""
        return relative.in_region or not self.discloses_answer(relative)

    def near_asked(self, relative: Relative) -> str:
        """Return one sentence for both, so that nothing is said of names that are alike."""
        return NEAR_ASKED if relative.asked_nearby or relative.may_have_asked else ""

    def discloses_doubles(self) -> bool:
        """Disclose nothing: no tie that says whether records are one person leaves."""
        return False

    def discloses_answer(self, relative: Relative) -> bool:
        """Return whether the answer may be said: all it was worked out from, and the same."""
        return relative.person.id in self._disclosed

    def discloses_headline(self) -> bool:
        """Return whether the answers for everybody within reach may be said."""
        full, seen = self.full.thread, self.seen.thread
        everybody = {relative.person.id for relative in self.full.relatives}
        alike = full.state is seen.state and full.lost[:1] == seen.lost[:1]
        alone = {relative.person.id for relative in self.seen.relatives}
        return (
            alike
            and everybody | alone <= self._disclosed
            and all(map(self.includes, everybody))
        )

    def discloses_circumstances(self) -> bool:
        """Return whether it may be said where the child and its parents are."""
        around = self.full.network
        parents = around.parents()
        events = [e for one in (around.child.id, *parents) for e in around.place_events(one)]
        ties = [
            claim
            for tie in around.facts.ties
            if tie.person in parents and tie.relative == around.child.id
            for claim in tie.claims
        ]
        alike = self.full.board == self.seen.board
        return alike and self._all_seen(events) and self._seen(ties)

    def discloses_clock(self, name: str) -> bool:
        """Return whether a clock may be shown: whatever might set it may be seen."""
        around = self.full.network
        child = around.child.id
        kinds = _CLOCKS.get(name)
        events = around.place_events(child)
        if kinds is not None:
            every = around.facts.events.values()
            events = [e for e in every if e.type.clock in kinds and child in _people(e)]
        mine, theirs = getattr(self.full.clocks, name), getattr(self.seen.clocks, name)
        return self._all_seen(events) and _same_clock(mine, theirs, self._grain)

    def discloses(self, event: Event) -> bool:
        """Return whether an event is the same by what may be seen as by everything.

        Whether and when it was must be the same. All else about it (people, place, duress,
        doubts) is only what may be seen.
        """
        whole = self.full.network.facts.events.get(event.id)
        if whole is None or not self.claims & set(event.claims):
            return False
        if event.id in self.by.contested:
            return False
        subjects = [one for one in event.by_role(Role.SUBJECT) if self.includes(one)]
        return bool(subjects) and (
            event.exists is whole.exists
            and event.past(self.full.as_of) is whole.past(self.full.as_of)
            and self._same(event.span.start, whole.span.start)
        )

    def withholds_appeal(self, event: Event) -> bool:
        """Return whether it names no authority to this audience."""
        return event.id in self.by.unusable and any(
            self.includes(person) for person in event.by_role(Role.SUBJECT)
        )

    def discloses_outcomes(self, appeal: Event) -> bool:
        """Return whether all that is recorded to have come of an appeal may be said."""
        full, seen = self.full.network.facts, self.seen.network.facts.events
        came = (
            event.id
            for event in full.events.values()
            if event.type.appeal in OUTCOMES
            and event.past(self.full.as_of) is not Sureness.NO
            and full.timeline.says_after(event.id, appeal.id)
        )
        return all(id_ in seen and self.discloses(seen[id_]) for id_ in came)

    def discloses_conventions(self) -> bool:
        """Return it for partners alone: a convention gives away days that are made coarse."""
        return self.by.rules.audience is Audience.PARTNER

    def order(self, event: Event) -> tuple[object, ...]:
        """Return the order by months or years alone; the order within one is kept back."""
        rough = coarse(event.span.start, self._grain)
        return (rough.sort_days, self.by.ids.of("event", event.id))

    def reasons(self, event: Event, reasons: Iterable[str]) -> str:
        """Return nothing: a reason is free text."""
        del event, reasons
        return ""

    @property
    def _grain(self) -> Grain:
        return self.by.rules.grain

    def _same(self, one: Window | None, other: Window | None) -> bool:
        if one is None or other is None:
            return one is other
        return coarse(one, self._grain) == coarse(other, self._grain)

    def _seen(self, claims: Iterable[str]) -> bool:
        return set(claims) <= self.by.allowed

    def _all_seen(self, events: Iterable[Event]) -> bool:
        counted = (event for event in events if event.exists is not Sureness.NO)
        return all(self._seen(event.claims) for event in counted)

    @cached_property
    def _disclosed(self) -> frozenset[str]:
        alone = {relative.person.id: relative for relative in self.seen.relatives}
        return frozenset(
            relative.person.id
            for relative in self.full.relatives
            if relative.person.id in alone
            and self._rests_on_what_is_seen(relative)
            and self._same_answer(relative, alone[relative.person.id])
        )

    def _rests_on_what_is_seen(self, relative: Relative) -> bool:
        """Return whether all that the rule reads of somebody may be seen, whatever its day."""
        around, person = self.full.network, relative.person.id
        events = (*around.events_of.get(person, ()), *around.place_events(person))
        return self._all_seen(events)

    def _same_answer(self, full: Relative, seen: Relative) -> bool:
        return (
            full.answer.left is seen.answer.left
            and full.answer.status is seen.answer.status
            and full.care is seen.care
            and full.in_region is seen.in_region
            and self._same(full.answer.since, seen.answer.since)
            and self._same(full.answer.last_heard, seen.answer.last_heard)
        )


def _people(event: Event) -> set[str]:
    return {person for _, person in event.people}


def _same_clock(one: Clock | None, other: Clock | None, grain: Grain) -> bool:
    if one is None or other is None:
        return one is other
    same_event = one.events[0].id == other.events[0].id
    return same_event and coarse(one.window, grain) == coarse(other.window, grain)
