"""Submissions: the fields of a form of the UN or of the Red Cross, as far as they are recorded.

Each person has a table of fields, with the source of each, and a list of what is missing. The
forms ask for more than a store of testimonies holds: the rest is written in by hand.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.export.child_briefing.disclosure_policy import WITHHELD
from graph.export.documents.family_part import stops
from graph.export.documents.family_prose import FamilyProse
from graph.export.documents.paper import Frame, described, frame
from graph.export.documents.source_names import SourceNames
from graph.export.package import Audience, ChildBriefing, Package, RelativeLine, Statement
from graph.facts.adding_up import Person
from graph.record.dates import ALWAYS
from graph.record.model import Source
from graph.record.vocabulary import Status, TieKind
from graph.words.name_marks import NameMarks, with_marks
from graph.words.prose import dated, listed
from graph.words.wording import STATUS_WORDS

BY_HAND = "not in the records: write it in"
NOT_FOR_THEM = "withheld from this audience: write it in"
_NOT_HEARD = ("", "not recorded", WITHHELD)
_HELD = frozenset(STATUS_WORDS[one] for one in (Status.HELD, Status.POSSIBLY_HELD))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A row of the table: the question, what is recorded, and where it was said."""

    label: str
    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCase:
    """The form for one person."""

    title: str
    fields: tuple[FormField, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """The whole file: the form, its cases, and the text around them."""

    frame: Frame
    title: str
    warning: str
    before: tuple[str, ...]
    stops: tuple[str, ...]
    cases: tuple[FormCase, ...]
    plea: tuple[str, ...]
    left_out: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: its name, what has to be known before it is sent, and its fields in order.

    A field names the method of `_Case` that fills it; "" is one that no store of ours holds.
    """

    title: str
    before: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    held: bool
    """Whether relatives who are held have a case of their own, beside the children."""


NAME = "Full name"
_PERSON = (
    (NAME, "name"),
    ("Other names and spellings", "other_names"),
    ("Sex", "sex"),
    ("Date of birth, or age", "born"),
)
_AUTHOR = (
    ("Who submits it: name and contact", ""),
    ("Relation to the person, and their consent or that of the family", ""),
)
WGEID = Form(
    title="Communication to the UN Working Group on Enforced or Involuntary Disappearances",
    before=(
        "The Working Group needs at least the full name, day, place, and those responsible.",
        "It also needs what was done to search, who submits it, and the consent of the family.",
        "It keeps the submitter confidential, and has to reach them with questions.",
        "Say at once that a case is not older than three months: that goes first.",
        "It sends the case to the State. Weigh first whether that endangers anybody here.",
        "Compared with the least that the Group asks for. See whether there is a newer form.",
    ),
    fields=(
        *_PERSON,
        ("Place of birth, nationality, identity document, usual address, occupation", ""),
        ("Family: parents, or relation to the child", "family"),
        ("Date of the arrest, abduction or loss", "taken_when"),
        ("Place of it, or where the person was last seen", "last_place"),
        ("What happened", "story"),
        ("Forces or agents believed responsible", "responsible"),
        ("Last news of the person", "news"),
        ("What the family did to search: authorities, courts, answers", "steps"),
        ("Court decisions, habeas corpus", ""),
        ("Witnesses; photograph and copies of documents", ""),
        *_AUTHOR,
    ),
    held=True,
)
CED = Form(
    title="Request for urgent action to the UN Committee on Enforced Disappearances",
    before=(
        "It is open only where the State had ratified the Convention when it began.",
        "That the person is a national of such a State is enough as well.",
        "The case must not be before another international procedure of the same kind.",
        "Where that is possible, it must have been before the competent bodies of the State.",
        "The request is not anonymous, but the identity of its authors stays confidential.",
        "Compared with the general part of CED/C/4/Rev.1. See whether there is a newer form.",
    ),
    fields=(
        *_PERSON,
        ("Nationality, identity document, minority or group", ""),
        ("Family: parents, or relation to the child", "family"),
        ("Date on which it began", "taken_when"),
        ("Place where it began, or where the person was last seen", "last_place"),
        ("Facts and circumstances", "story"),
        ("Agents of the State, or those whom it let act", "responsible"),
        ("Last news of the person", "news"),
        ("Steps before the competent bodies of the State, and their answers", "steps"),
        ("Other international procedures", ""),
        ("Protection measures that are asked for", "plea"),
        *_AUTHOR,
    ),
    held=True,
)
TRACING = Form(
    title="Tracing request to the Red Cross and Red Crescent",
    before=(
        "The family makes the request itself, at the Red Cross or Red Crescent where it lives.",
        "Its staff fill in their form in an interview with the family: bring this along.",
        "The Red Cross asks the person who is found before it says where they are.",
        "Say at once who asked not to be contacted: a search can reach them.",
        "Compared with no official form: each society has its own.",
    ),
    fields=(
        *_PERSON,
        ("Father's name, mother's name", "parents"),
        ("Place of birth, nationality, language, occupation", ""),
        ("Last known place", "last_place"),
        ("Last news: when and through what", "news"),
        ("How contact was lost", "story"),
        ("People who may be with the person", "carers"),
        ("Other searches that were made", "steps"),
        ("Who asks: name, contact, relation", ""),
        ("Consent to share this, and with whom", ""),
    ),
    held=False,
)


def submission(package: Package, form: Form) -> Submission:
    """Fill a form for each child, and where it says so for each relative who is held."""
    cited: dict[str, Source] = {}
    cases = [
        one
        for _, briefings in groupby(package.briefings, key=lambda one: one.family)
        for one in _cases(list(briefings), package, form, cited)
    ]
    return Submission(
        frame=frame(package),
        title=form.title,
        warning=package.warning,
        before=form.before,
        stops=tuple(dict.fromkeys(stops(package.briefings, package).values())),
        cases=tuple(cases),
        plea=package.plea,
        left_out=package.left_out,
        sources=tuple(described(cited.values(), package.records)),
    )


def _cases(
    briefings: Sequence[ChildBriefing], package: Package, form: Form, cited: dict[str, Source]
) -> Iterator[FormCase]:
    for one in briefings:
        yield _Case(one.child, one.name, briefings, package, cited).filled(form)
    held = {row.person: row for one in briefings for row in one.rows if row.status in _HELD}
    for person, row in held.items() if form.held else ():
        yield _Case(person, row.name, briefings, package, cited).filled(form)


class _Case:
    """Finds what is recorded of one person for the fields of a form."""

    def __init__(
        self,
        person: str,
        name: str,
        briefings: Sequence[ChildBriefing],
        package: Package,
        cited: dict[str, Source],
    ) -> None:
        self._id, self._name = person, name
        self._briefings, self._package, self._cited = briefings, package, cited
        self._prose = FamilyProse(briefings, package)
        self._marks = NameMarks(stopped=package.do_not_contact)
        self._child = next((one for one in briefings if one.child == person), None)
        rows = (row for one in briefings for row in one.rows)
        self._row = next((row for row in rows if row.person == person), None)
        self._lines = tuple(
            dict.fromkeys(
                line for one in briefings for line in one.story if person in line.people
            )
        )
        self._claims = {claim.id: claim for claim in package.records.claims()}
        self._sources = {source.id: source for source in package.records.sources}
        self._called = SourceNames(package)

    def filled(self, form: Form) -> FormCase:
        """Return the form with what is recorded, and what is missing."""
        by_name: dict[str, Callable[[], Iterable[Statement]]] = {
            "name": self._full_name,
            "other_names": self._other_names,
            "sex": self._sex,
            "born": self._born,
            "family": self._family,
            "parents": self._parents,
            "taken_when": self._taken,
            "last_place": self._last_place,
            "story": self._story,
            "responsible": self._responsible,
            "news": self._news,
            "steps": self._steps,
            "carers": self._carers,
            "plea": self._plea,
        }
        fields, missing = [], []
        for label, name in form.fields:
            said = [one for one in by_name[name]() if one.text] if name else []
            fields.append(self._field(label, said))
            if not said:
                missing.append(label)
        title = self._marks.name(self._name, self._id)
        return FormCase(title=title, fields=tuple(fields), missing=tuple(missing))

    def _field(self, label: str, said: Sequence[Statement]) -> FormField:
        claims = dict.fromkeys(claim for one in said for claim in one.claims)
        by_source: dict[str, list[str]] = {}
        for id_ in claims:
            claim = self._claims[id_]
            by_source.setdefault(claim.source, []).append(claim.locator)
            self._cited[claim.source] = self._sources[claim.source]
        passages = (
            self._called.passage(self._sources[source], where)
            for source, where in by_source.items()
        )
        internal = self._package.audience is Audience.INTERNAL
        empty = BY_HAND if internal or label != NAME else NOT_FOR_THEM
        value = " ".join(one.text for one in said) or empty
        return FormField(label=label, value=value, source="; ".join(passages))

    @property
    def _person(self) -> Person | None:
        return self._package.facts.people.get(self._id)

    @property
    def _age(self) -> str:
        return "" if self._child is None else self._child.age

    def _of_the_row(self, text: str) -> Iterator[Statement]:
        """Yield something that the claims about the person say."""
        person = self._person
        if text and person is not None:
            yield Statement(text=text, claims=person.claims)

    def _full_name(self) -> Iterator[Statement]:
        """Yield the name; who gets roles has no name to give."""
        if self._package.audience is Audience.INTERNAL:
            yield from self._of_the_row(self._marks.name(self._name, self._id))

    def _other_names(self) -> Iterator[Statement]:
        person = self._person
        yield from self._of_the_row("" if person is None else "; ".join(person.other_names))

    def _sex(self) -> Iterator[Statement]:
        yield from self._of_the_row("" if self._person is None else self._person.sex)

    def _born(self) -> Iterator[Statement]:
        person = self._person
        if person is not None and person.born != ALWAYS:
            aged = f" ({self._age})" if self._age else ""
            yield from self._of_the_row(f"Born {dated(person.born)}{aged}.")
        elif self._age:
            yield from self._of_the_row(f"{self._age}.")

    def _family(self) -> Iterator[Statement]:
        if self._child is not None:
            yield from self._parents()
        elif self._row is not None and self._row.relation:
            children = self._prose.named([one.name for one in self._briefings])
            yield from self._of_the_row(f"{self._row.relation} of {children}.")

    def _parents(self) -> Iterator[Statement]:
        rows = {row.person: row for one in self._briefings for row in one.rows}
        for tie in self._package.facts.ties:
            if (
                tie.kind is TieKind.PARENT_OF
                and tie.relative == self._id
                and tie.person in rows
            ):
                yield Statement(text=f"{self._spoken(rows[tie.person])}.", claims=tie.claims)

    def _spoken(self, row: RelativeLine) -> str:
        named = row.name if row.relation in ("", row.name) else f"{row.name}, {row.relation}"
        return with_marks(self._marks.name(named, row.person), row.cautions)

    def _taken(self) -> Iterator[Statement]:
        for line in self._lines:
            if line.seized:
                yield Statement(text=self._prose.sentence(line), claims=line.claims)

    def _last_place(self) -> Iterator[Statement]:
        if self._child is not None:
            tile = self._child.clocks[-1] if self._child.clocks else None
            if tile is not None and tile.note.text and tile.value != WITHHELD:
                text = f"{tile.value} ({tile.note.text})."
                yield Statement(text=text, claims=tile.note.claims)
            return
        for line in [one for one in self._lines if one.place][-1:]:
            yield Statement(text=self._prose.sentence(line), claims=line.claims)

    def _story(self) -> Iterator[Statement]:
        for line in self._lines:
            yield Statement(text=self._prose.sentence(line), claims=line.claims)

    def _responsible(self) -> Iterator[Statement]:
        for line in self._lines:
            if line.responsible:
                yield Statement(text=f"{listed(line.responsible)}.", claims=line.claims)

    def _news(self) -> Iterator[Statement]:
        if self._child is not None:
            for tile in self._child.clocks[:-1]:
                if tile.note.text and tile.value != WITHHELD:
                    text = f"{tile.label}: {tile.value} ({tile.note.text})."
                    yield Statement(text=text, claims=tile.note.claims)
        elif self._row is not None and self._row.last_heard not in _NOT_HEARD:
            yield Statement(
                text=f"Last heard: {self._row.last_heard}.", claims=self._row.reason.claims
            )

    def _steps(self) -> Iterator[Statement]:
        for said, _ in self._prose.asked():
            yield said

    def _carers(self) -> Iterator[Statement]:
        for row in () if self._child is None else self._child.rows:
            if row.care:
                yield Statement(
                    text=f"{self._spoken(row)}: {row.care}.", claims=row.reason.claims
                )

    def _plea(self) -> Iterator[Statement]:
        yield from (Statement(text=text) for text in self._package.plea)
