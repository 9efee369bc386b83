"""The cards of a network on every day: the rule works them out once.

A card holds from a day until the next one of its list. The page sends all of them to the
browser, which shows the one of the chosen day. So the picture moves without a request, and can
only show what the rule says. A test holds the two equal on every day of change.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TypeVar

from graph.facts.adding_up import Event, Tie
from graph.kinship.kin_words import without_age
from graph.picture.draw.shown_text import shown
from graph.record.dates import BEGINNING, END
from graph.record.vocabulary import Care, PersonKind
from graph.rule.answer import ChildAnswer, care_on, listed
from graph.rule.blocks import is_history
from graph.rule.calendar import change_days, turns
from graph.rule.left import left
from graph.rule.network import Network
from graph.rule.reach import care_around
from graph.rule.stops import asked_nearby, standing_requests, taken_back_in
from graph.words.marks import Mark, mark_of
from graph.words.prose import own_script
from graph.words.wording import CARE_WORDS, LEFT_WORDS, status_words

T = TypeVar("T")
Spans = tuple[tuple[date, T], ...]
"""What holds from each day until the next one; the first day is the beginning of time."""

NEAR_NOTE = "near a do-not-contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says; `word` is the answer, `status` what is recorded."""

    name: str
    mark: Mark
    word: str
    status: str = ""
    relation: str = ""
    stop: str = ""
    note: str = ""
    native: str = ""
    """The name in its own script, where that is not the Latin one."""
    born: str = ""
    """The first and the last day of the birth, for the age on a day; "" where one is open."""
    tint: str = ""
    """The colour of a band at the top, by a property of one's choice."""
    size: str = ""
    """How large it is drawn, by a number of one's choice: "0.8" of the usual size."""

    def as_json(self) -> dict[str, str]:
        """Return it as the browser draws it, without marks that turn text around."""
        every = ((name, getattr(self, name)) for name in _PARTS)
        return {name: shown(text) for name, text in every if text}

    def as_dict(self) -> dict[str, str]:
        """Return every part of it, also the empty ones, as it may be shown."""
        return {name: shown(getattr(self, name)) for name in _PARTS}


_PARTS = tuple(one.name for one in fields(Card))


def at(spans: Sequence[tuple[date, T]], day: date) -> T:
    """Return what holds on a day."""
    return next(value for first, value in reversed(spans) if first <= day)


def joined(spans: Iterable[tuple[date, T]]) -> Spans[T]:
    """Return the spans without those that say what the one before says."""
    found: list[tuple[date, T]] = []
    for first, value in spans:
        if not found or found[-1][1] != value:
            found.append((first, value))
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class Cards:
    """The cards of a child's network, and what the child's relatives do for it."""

    people: Mapping[str, Spans[Card]]
    care: Mapping[str, Spans[Care | None]]
    """Only for those with any recorded care."""


def cards(answer: ChildAnswer) -> Cards:
    """Work out every card on every day, for the default limits of the rule."""
    around = answer.network
    people, care = {}, {}
    recorded = care_around(around.facts, around.child.id)
    nearby, standing = asked_nearby(around.all_facts), standing_requests(around)
    taken_back = taken_back_in(around.all_facts)
    for person in sorted({around.child.id, *around.siblings, *around.reached}):
        if person not in around.facts.people:
            continue
        told = _Told(
            around=around,
            person=person,
            care=tuple(recorded.get(person, ())),
            stops_until=END
            if person in standing
            else max(
                (one.holds_no_more for one in taken_back.get(person, ())), default=BEGINNING
            ),
            near=person in nearby,
        )
        people[person] = joined((day, told.card(day)) for day in told.days())
        if told.care:
            care[person] = joined((day, told.care_on(day)) for day in told.days())
    return Cards(people=people, care=care)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is recorded of one person, and what their card says on a day."""

    around: Network
    person: str
    care: tuple[tuple[Care, Tie | Event], ...]
    stops_until: date
    """The first day without a stop; `BEGINNING` if there was none, `END` if there is one."""
    near: bool

    def days(self) -> list[date]:
        """Return every day on which the card may change."""
        if is_history(self.around, self.person):
            return [BEGINNING]
        events = [record for _, record in self.care if isinstance(record, Event)]
        ties = [record for _, record in self.care if isinstance(record, Tie)]
        days = {*change_days(self.around, self.person), *turns(events, 1)}
        days |= {tie.since.earliest for tie in ties}
        days |= {tie.until.latest for tie in ties if tie.until is not None}
        return sorted(days | {BEGINNING, self.stops_until} - {END})

    def care_on(self, day: date) -> Care | None:
        if self.person == self.around.child.id or not listed(self.around, self.person, day):
            return None
        return care_on(self.care, left(self.around, self.person, day), day)

    def stop(self, day: date) -> str:
        return "Do not contact" if day < self.stops_until else ""

    def card(self, day: date) -> Card:
        """Return the card of a day, with the name in its own script and the days of birth."""
        person = self.around.facts.people[self.person]
        born = person.born
        known = born.earliest != BEGINNING and born.latest != END
        return replace(
            self._card(day),
            native=next(iter(own_script(person.other_names)), ""),
            born=f"{born.earliest}/{born.latest}" if known else "",
        )

    def _card(self, day: date) -> Card:
        name = self.around.facts.people[self.person].name
        if self.person == self.around.child.id:
            return Card(name=name, mark=Mark.CHILD, word="the child", stop=self.stop(day))
        if is_history(self.around, self.person):
            return self._relative(name, self.around.child.born.earliest)
        if not listed(self.around, self.person, day) or self.person not in self.around.reached:
            return self._sibling(name, day)
        return self._relative(name, day)

    def _sibling(self, name: str, day: date) -> Card:
        """Return the card of a brother or sister: the ages on cards say who is the elder."""
        reached = self.around.reached.get(self.person)
        return Card(
            name=name,
            mark=Mark.SIBLING,
            word="also a child",
            status="not counted",
            relation="brother or sister" if reached is None else without_age(reached.relation),
            stop=self.stop(day),
        )

    def _relative(self, name: str, day: date) -> Card:
        said = left(self.around, self.person, day)
        care = self.care_on(day)
        person = self.around.facts.people[self.person]
        notes = [
            NEAR_NOTE if self.near else "",
            "" if care is None else CARE_WORDS[care],
            "a group" if person.kind is PersonKind.GROUP else "",
        ]
        return Card(
            name=name,
            mark=mark_of(said),
            word=LEFT_WORDS[said.left],
            status=status_words(said),
            relation=self.around.reached[self.person].relation,
            stop=self.stop(day),
            note=" · ".join(note for note in notes if note),
        )
