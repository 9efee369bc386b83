"""People as GEDCOM individuals: names in all scripts, what happened to them, who is around."""

from collections.abc import Iterator, Mapping
from unicodedata import name as character_name
from uuid import NAMESPACE_URL, uuid5

from graph.export.formats.gedcom_lines import GedcomLine, date_lines, pointer, some
from graph.export.formats.gedcom_sources import Citations
from graph.export.formats.worded import said
from graph.facts.adding_up import Event, Facts, Person, Sureness, Tie
from graph.record.dates import said_window
from graph.record.model import EventClaim, Place, Records
from graph.record.vocabulary import Effect, Role, TieKind

SEXES = {"female": "F", "male": "M"}
_SCRIPTS = {"ARABIC": "und-Arab", "CJK": "und-Hani", "CYRILLIC": "und-Cyrl"}
"""By how Unicode calls its letters, the script of a name; no language is guessed."""
_TIES = {
    TieKind.CARES_FOR: "caregiver",
    TieKind.LIVES_WITH: "lives with",
    TieKind.PARENT_OF: "parent",
    TieKind.SPOUSE_OF: "spouse",
    TieKind.SIBLING_OF: "sibling",
    TieKind.KIN_OF: "kin",
    TieKind.KNOWS: "knows",
    TieKind.SAME_AS: "same person as",
    TieKind.NOT_SAME_AS: "not the same person as",
}
_ROLES = {"friend": "FRIEND", "godparent": "GODP", "neighbour": "NGHBR"}


def names(person: Person) -> Iterator[GedcomLine]:
    """Yield the name, with what it is in other scripts; other spellings are names too."""
    others = [(each, _script(each)) for each in person.other_names]
    scripts = [GedcomLine("TRAN", _name(n), (GedcomLine("LANG", s),)) for n, s in others if s]
    yield GedcomLine("NAME", _name(person.name), tuple(scripts))
    for other, script in others:
        if not script:
            yield GedcomLine("NAME", _name(other), (GedcomLine("TYPE", "AKA"),))


def _name(text: str) -> str:
    """Return a name on one line; a slash would begin a surname."""
    return " ".join(text.split()).replace("/", "\u2215")


def _script(text: str) -> str:
    letter = next((sign for sign in text if sign.isalpha()), " ")
    return _SCRIPTS.get(character_name(letter, "").partition(" ")[0], "")


def uid(kind: str, id_: str) -> GedcomLine:
    """Return what another program may know this by: the same id gives the same one."""
    return GedcomLine("UID", str(uuid5(NAMESPACE_URL, f"kinthread:{kind}:{id_}")))


class GedcomSurroundings:
    """What happened to people and who is around them, as lines below their records."""

    def __init__(
        self,
        records: Records,
        known: Facts,
        xrefs: Mapping[str, str],
        citations: Citations,
        names: Mapping[str, str],
    ) -> None:
        self._known = known
        self._names = names
        self._xrefs = xrefs
        self._citations = citations
        self._claims = {claim.id: claim for claim in (*records.ties, *records.events)}
        self._places = {place.id: place for place in records.places}
        self.place_xrefs = {id_: f"@P{n}@" for n, id_ in enumerate(self._places, start=1)}

    def born(self, person: Person) -> tuple[GedcomLine, ...]:
        """Return the birth, if anything is said of its time."""
        dated = date_lines(person.born)
        return (GedcomLine("BIRT", "", dated),) if dated else ()

    def holders(self, event: Event) -> tuple[str, ...]:
        """Return the people to write an event under: its subjects, else all who took part."""
        here = [(role, who) for role, who in event.people if who in self._xrefs]
        subjects = [who for role, who in here if role is Role.SUBJECT]
        return tuple(dict.fromkeys(subjects or [who for _, who in here]))

    def event(self, event: Event, holder: str) -> GedcomLine:
        """Return an event below one of those to whom it happened."""
        sure = event.exists is Sureness.CERTAIN
        own = sure and holder in event.by_role(Role.SUBJECT)
        tag = (own and event.type.gedcom) or "EVEN"
        doubt = "" if sure else " (not certain)"
        dated = date_lines(event.span.start, event.when.text, event.basis)
        happened = "Y" if tag == "DEAT" and not dated else ""
        below = (
            *(
                ()
                if tag in ("DEAT", "EMIG")
                else (GedcomLine("TYPE", event.type.words + doubt),)
            ),
            *dated,
            *self._place(event),
            *some("CAUS", "; ".join(self._reasons(event))),
            uid("event", event.id),
            *self._others(event, holder),
            *some("NOTE", self._note(event)),
            *self._citations.of(self._claims[id_] for id_ in event.claims),
        )
        return GedcomLine(tag, happened, below)

    def tie(self, tie: Tie) -> GedcomLine:
        """Return a tie below the relative: who the other one is to them."""
        word = tie.term or _TIES[tie.kind]
        if tie.qualifier:
            word = f"{word} ({tie.qualifier})"
        role = _ROLES.get(word, "OTHER")
        named = (GedcomLine("PHRASE", word),) if role == "OTHER" else ()
        doubt = "" if tie.exists is Sureness.CERTAIN else "not certain"
        until = "" if tie.until is None else said_window(tie.until)
        cited = self._citations.of(self._claims[id_] for id_ in tie.claims)
        note = some("NOTE", said(doubt=doubt, until=until))
        return self._associate(tie.person, GedcomLine("ROLE", role, named), *note, *cited)

    def _associate(self, person: str, *below: GedcomLine) -> GedcomLine:
        """Point to a person; a group or an organisation is named, since it has no record."""
        if person in self._xrefs:
            return pointer("ASSO", self._xrefs[person], *below)
        named = GedcomLine("PHRASE", self._names.get(person, person))
        return pointer("ASSO", "@VOID@", named, *below)

    def _others(self, event: Event, holder: str) -> Iterator[GedcomLine]:
        for role, person in event.people:
            if person != holder:
                word = "WITN" if role is Role.WITNESS else "OTHER"
                named = () if word == "WITN" else (GedcomLine("PHRASE", role.value),)
                yield self._associate(person, GedcomLine("ROLE", word, named))

    def _place(self, event: Event) -> tuple[GedcomLine, ...]:
        if event.place not in self._places:
            return ()
        chain: list[Place] = []
        place: Place | None = self._places[event.place]
        while place is not None and place not in chain:
            chain.append(place)
            place = self._places.get(place.part_of)
        text = ", ".join(one.name.replace(",", " ") for one in chain)
        note = pointer("SNOTE", self.place_xrefs[event.place])
        return (GedcomLine("PLAC", text, (note,)),)

    def _reasons(self, event: Event) -> list[str]:
        claims = (self._claims[id_] for id_ in event.claims)
        found = [c.reason for c in claims if isinstance(c, EventClaim) and c.reason]
        return list(dict.fromkeys(found))

    def _note(self, event: Event) -> str:
        end = event.span.end
        until = "" if end is None else said_window(end)
        read = [_reading(b.words, b.reading, b.by) for b in event.beliefs]
        asked = "a request not to be contacted" if event.effect is Effect.ASKED else ""
        return "\n".join(part for part in (asked, said(until=until), *read) if part)


def _reading(words: str, reading: str, by: str) -> str:
    who = f", as {by} reads it" if by else ""
    return f"\u201c{words}\u201d is read as: {reading}{who}"
