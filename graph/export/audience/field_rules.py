"""Treatments of a field, by the words that `tables/columns.csv` uses.

Each treatment takes a record and the value of one of its fields. It returns the value of the
export. "out" is no treatment: such a field is never read.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from graph.export.audience.naming import AUTHORITY, SOMEBODY, Ids, public_name
from graph.export.audiences import Extras, Rules
from graph.export.child_briefing.timeline_text import ADDRESSED
from graph.export.coarse import age_band, coarse, rolled_up, when
from graph.export.leaks.stopwords import acquaintance
from graph.export.leaks.term_index import WholeWords, words
from graph.export.leaks.titles import Titles
from graph.export.package import Audience
from graph.facts.adding_up import Person, Sureness
from graph.record.dates import ALWAYS, When, Window
from graph.record.model import (
    Claim,
    EventClaim,
    Interpretation,
    Participant,
    PersonClaim,
    Place,
    Records,
    Source,
    TieClaim,
)
from graph.record.vocabulary import OUTCOMES, PersonKind, Role, event_types
from graph.rule.network import is_adult

Treatment = Callable[[Any, Any], Any]
OUT = "out"
_KINDS: Mapping[type, str] = {
    PersonClaim: "person",
    TieClaim: "tie",
    EventClaim: "event",
    Interpretation: "reading",
}
_ROLES = tuple(Role)
_LOCATOR = re.compile(
    r"[0-9]{1,4}"
    r"|(?:L|p|pp|page|pages|note|row|line|lines|para|minute|\u00a7|\u00b6)\.?[- ]?"
    r"[0-9]{1,4}(?:[-\u2013][0-9]{1,4})?",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 5
"""Of a locator's digits together: six are a day, "24-0620"."""
_SPOKEN = frozenset({"testimony", "interview", "letter", "message"})
"""Kinds of sources that are named by the person who speaks in them."""


def is_locator(text: str) -> bool:
    """Return whether a locator is one of the known forms: "L123", "pp. 3-5", "minute 12"."""
    digits = sum(sign.isdigit() for sign in text)
    return digits <= _LONGEST_NUMBER and bool(_LOCATOR.fullmatch(text))


@dataclass(frozen=True, kw_only=True)
class Treatments:
    """Everything that a treatment may need to know.

    `seen` is what the sources let this audience see, `people` who is handed over, `names` what
    they are called, `recorded` everybody, to tell children by, and `index` what must not be
    found in a name that stays, and `titles` what no title may begin a word with.
    """

    rules: Rules
    extras: Extras
    ids: Ids
    seen: Records
    people: frozenset[str]
    names: Mapping[str, str]
    recorded: Mapping[str, Person]
    index: WholeWords
    titles: Titles
    as_of: date
    contested: frozenset[str] = frozenset()
    """Events of which a part of what may not be seen says something else than all of it."""

    @cached_property
    def by_word(self) -> Mapping[str, Treatment]:
        """Return the treatments by the table's words."""
        return {
            "as is": lambda _record, value: value,
            "label": lambda _record, _title: "What is handed over",
            "claim": lambda record, _id: self.claim(record),
            "tie": lambda _record, id_: self.ids.of("tie", id_),
            "dataset": lambda _record, id_: self.ids.of("dataset", id_),
            "reading": lambda _record, id_: self.ids.of("reading", id_),
            "event": lambda _record, id_: self.event(id_),
            "events": lambda _record, ids: tuple(sorted(filter(None, map(self.event, ids)))),
            "claimed": lambda _record, id_: self._claimed(id_),
            "person": lambda _record, id_: self._person(id_),
            "people": lambda _record, ids: self._people(ids),
            "relays": lambda _record, ids: self._people(ids) if self.extras.relays else (),
            "participants": lambda _record, parts: self._participants(parts),
            "source": lambda _record, id_: self._source(id_),
            "place": lambda _record, id_: self._place(id_),
            "mark": lambda record, _locator: self._where(record),
            "locator": lambda record, _locator: self._where(record),
            "when": lambda _record, said: self._when(said),
            "birth": lambda record, said: self._when(said) if self._grown(record) else None,
            "born": self._born,
            "age": lambda record, _note: self._age(record),
            "role": lambda record, _name: self.names[record.about],
            "term": lambda _record, term: term if set(words(term)) <= acquaintance() else "",
            "title": lambda record, _title: self.title(record),
            "publisher": lambda _record, name: self._publisher(name),
            "quote": lambda _record, text: text if self.extras.quotes else "",
        }

    def claim(self, claim: Claim) -> str:
        """Return the id of a claim in the export, as our own import would name it."""
        about = self.ids.of(_KINDS[type(claim)], claim.about)
        return f"{about}@{self.ids.of('source', claim.source)}:{self._where(claim)}"

    def event(self, id_: str) -> str:
        """Return the id of an event in the export; "" of one that is not handed over."""
        return self.ids.of("event", id_) if id_ in self._events else ""

    def includes(self, event: EventClaim) -> bool:
        """Return whether a person of an event is in the export, and the event may be said."""
        subjects = {part.person for part in event.people if part.role is Role.SUBJECT}
        return bool(subjects & self.people) and event.about not in self.unusable

    @cached_property
    def unusable(self) -> frozenset[str]:
        """Return the appeals, and what came of them, that name no authority to this audience.

        Partners read them as they are: they may find out more.
        """
        if self.rules.held_close:
            return frozenset()
        steps = {name: type_.appeal for name, type_ in event_types().items()}
        known = {"sent", *OUTCOMES}
        appeals = [event for event in self.seen.events if steps[event.type] in known]
        named = {event.about for event in appeals if self._names_an_authority(event)}
        named |= {
            one.about for one in appeals if steps[one.type] in OUTCOMES and named & {*one.after}
        }
        return frozenset(event.about for event in appeals) - named

    def _names_an_authority(self, event: EventClaim) -> bool:
        return any(
            part.role in ADDRESSED
            and part.person in self.people
            and self.names[part.person] not in (AUTHORITY, SOMEBODY)
            for part in event.people
        )

    def named(self, place: Place) -> bool:
        """Return whether a place is coarse enough to be named."""
        return rolled_up(place.id, self._places, self.rules.level) == place.id

    @cached_property
    def allowed(self) -> frozenset[str]:
        """Return the claims that the audience may see, handed over or not."""
        return frozenset(claim.id for claim in self.seen.claims())

    @cached_property
    def new_claims(self) -> Mapping[str, str]:
        """Return the ids in the export of the claims that are handed over."""
        claims: list[Claim] = [
            claim for claim in self.seen.people if claim.about in self.people
        ]
        claims += [t for t in self.seen.ties if {t.person, t.relative} <= self.people]
        claims += [event for event in self.seen.events if self.includes(event)]
        return {claim.id: self.claim(claim) for claim in claims}

    @cached_property
    def _events(self) -> frozenset[str]:
        return frozenset(event.about for event in self.seen.events if self.includes(event))

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {place.id: place for place in self.seen.places}

    @cached_property
    def _sources(self) -> frozenset[str]:
        return frozenset(source.id for source in self.seen.sources)

    @cached_property
    def _said(self) -> Mapping[str, EventClaim]:
        return {claim.id: claim for claim in self.seen.events}

    def _person(self, id_: str) -> str:
        return self.ids.of("person", id_) if id_ in self.people else ""

    def _people(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(self.ids.of("person", id_) for id_ in ids if id_ in self.people))

    def _participants(self, parts: Iterable[Participant]) -> tuple[Participant, ...]:
        """Return who takes part, by role, and within one in the order of this export."""
        kept = (
            Participant(role=part.role, person=self.ids.of("person", part.person))
            for part in parts
            if part.person in self.people
        )
        return tuple(sorted(kept, key=lambda part: (_ROLES.index(part.role), part.person)))

    def _source(self, id_: str) -> str:
        return self.ids.of("source", id_) if id_ in self._sources else ""

    def _place(self, id_: str) -> str:
        return self.ids.of("place", rolled_up(id_, self._places, self.rules.level))

    def _where(self, claim: Claim) -> str:
        """Return the locator where it may be read and is one, else a mark of this export."""
        kept = self.rules.treatments[type(claim).__name__]["locator"] == "locator"
        plain = " ".join(claim.locator.split())
        if kept and is_locator(plain):
            return plain.replace(" ", "")
        return self.ids.mark(claim.id)

    def _when(self, said: When | None) -> When | None:
        return said and when(said.window, self.rules.grain, self.event(said.event))

    def _born(self, record: PersonClaim, born: Window) -> Window:
        return coarse(born, self.rules.grain) if self._grown(record) else ALWAYS

    def _grown(self, record: PersonClaim) -> bool:
        known = self.recorded[record.about]
        return is_adult(known, self.as_of) is Sureness.CERTAIN and not known.sought

    def _age(self, record: PersonClaim) -> str:
        if record.kind is not PersonKind.PERSON:
            return ""
        public = self.rules.audience is Audience.PUBLIC
        band = age_band(record.born, self.as_of, only_grown=public)
        return f"{band} on {self.as_of.isoformat()}" if band else ""

    def title(self, record: Source) -> str:
        """Return what a source is called: its title if it may be said, else its kind."""
        said = self._cites and bool(record.publisher) and record.kind not in _SPOKEN
        telling = self.titles.may_name(record.title) or self.index.in_any([record.title])
        return record.title if said and not telling else record.kind or "source"

    @property
    def _cites(self) -> bool:
        """Return whether sources are called by title and publisher, as somebody typed them."""
        return self.rules.held_close or self.extras.titles

    def _publisher(self, name: str) -> str:
        return public_name(name, self.index, "") if self._cites else ""

    def _claimed(self, of: str) -> str:
        """Return what a reading is of: an event, or one claim of it."""
        if of in self._said and self.includes(self._said[of]):
            return self.claim(self._said[of])
        return self.event(of)
