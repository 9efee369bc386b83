"""Everything before a file is written: gathered, answered, made for the audience, looked at.

The command and the page both go this way, so neither can leave out a step.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.errors import GraphError
from graph.export.audience.asked_day import asked_day, asked_params
from graph.export.audiences import NOTHING_MORE, Extras
from graph.export.check.disclosure import Disclosure, Looked, disclose, in_one_file
from graph.export.check.lookalikes import FamilyShape, family_of_row
from graph.export.check.same_file import Said, said_by
from graph.export.leaks.plain_names import plain_name
from graph.export.ledger.before_this import went_before
from graph.export.ledger.consent_history import capped
from graph.export.ledger.ledger import Ledger
from graph.export.package import Audience
from graph.export.packaging import CLEAR, TLP, ExportOrder, PackedExport, packed
from graph.export.select.own_sources import left_behind, told_by_own
from graph.export.select.selection import (
    Gathering,
    InvalidSelection,
    Selection,
    SelectionRequest,
    check_size,
    gather,
    select,
)
from graph.export.typed_words import typed
from graph.facts.adding_up import facts
from graph.questions.asking import told_until
from graph.record.model import Records
from graph.rule.answer import ChildAnswer, answer
from graph.rule.network import network
from graph.rule.reach import MAX_DEGREE
from graph.store.condition import condition
from graph.store.queries import query

_STRICTEST_FIRST = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", CLEAR)

_LOOSEST = {
    Audience.INTERNAL: "TLP:AMBER+STRICT",
    Audience.PARTNER: "TLP:AMBER+STRICT",
    Audience.BRIEFING: "TLP:AMBER",
    Audience.PUBLIC: "TLP:GREEN",
}


_MOST_COMPARED = 50
"""Families of one shape of which it is looked at what a file would say."""


class InvalidChoice(GraphError):
    """An audience, a label or an option that does not go with the others."""


class NothingGoes(InvalidSelection):
    """No source of a selection agreed to go as far as the audience."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody chose to export, to whom, as of when."""

    wanted: SelectionRequest
    audience: Audience
    made_on: date
    as_of: date | None = None
    known_on: date | None = None
    max_degree: int = MAX_DEGREE
    extras: Extras = NOTHING_MORE
    recipient: str = ""
    tlp: str = ""
    warning: str = ""
    by: str = ""
    approved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What one file will hold, and what was found when it was looked at."""

    package: PackedExport
    gathered: Records
    disclosure: Disclosure
    typed: tuple[str, ...]
    """Words that leave as they were typed: each is read by somebody before it goes."""


def check(choice: Choice) -> None:
    """See that the options go together.

    Raises:
        InvalidChoice: sensitive options below `partner`, a label that is none or less strict
            than the audience's, or TLP:CLEAR without a second person.
    """
    sensitive = choice.extras.sensitive()
    if sensitive and choice.audience not in (Audience.INTERNAL, Audience.PARTNER):
        raise InvalidChoice(
            f"{', '.join(sensitive)}: never goes to the audience {choice.audience.value}; only "
            "partners may get it."
        )
    if choice.tlp and choice.tlp not in _STRICTEST_FIRST:
        raise InvalidChoice(
            f"{choice.tlp!r} is no label; there are {', '.join(_STRICTEST_FIRST)}."
        )
    if choice.tlp == CLEAR:
        _check_clear(choice)
    elif choice.tlp and _looser(choice.tlp, _LOOSEST[choice.audience]):
        raise InvalidChoice(
            f"{choice.tlp} is too loose for the audience {choice.audience.value}: "
            f"{_LOOSEST[choice.audience]} at the least; {TLP[choice.audience]} is its own."
        )


def _looser(label: str, than: str) -> bool:
    return _STRICTEST_FIRST.index(label) > _STRICTEST_FIRST.index(than)


def _check_clear(choice: Choice) -> None:
    second = plain_name(choice.approved_by)
    if choice.audience is not Audience.PUBLIC or second in ("", plain_name(choice.by)):
        raise InvalidChoice(
            f"{CLEAR} is for the audience public, and needs a second person: --approved-by."
        )


def _tell_nobody(_words: str) -> None:
    """Say nothing of what was skipped."""


def prepare(
    store: Gathering,
    choice: Choice,
    ledger: Ledger,
    *,
    each: bool = False,
    skipped: Callable[[str], None] = _tell_nobody,
) -> Iterator[Prepared]:
    """Yield what is handed over: one file, or one for each family.

    Of one for each family, those of whom nothing may go are told to `skipped`, and the others
    go on.

    Of one for each family no more than the children read together are in memory at a time.

    Raises:
        InvalidChoice, InvalidSelection: what was chosen does not go, or chooses nobody.
    """
    check(choice)
    warned = replace(choice, warning=condition(store).in_an_export)
    asked, choice = warned, _rounded(store, warned)
    selection = select(store, choice.wanted)
    if not each:
        check_size(selection)
    groups = gather(store, selection, choice.max_degree)
    families = _families(store, choice)
    around = _Around(
        store=store,
        choice=choice,
        selection=selection,
        families=families,
        ledger=ledger,
        noted=tuple(_of_the_day(asked, choice)),
    )
    if each:
        for group in groups:
            try:
                yield _prepared([group], around)
            except NothingGoes as error:
                skipped(str(error))
    else:
        yield _prepared(list(groups), around)


def _rounded(store: Gathering, choice: Choice) -> Choice:
    """Return a choice whose days tell the audience no more than the ends of its periods.

    Without a day it is the one until which the sources speak.
    """

    def end(day: date) -> date:
        return asked_day(day, choice.audience, choice.made_on)

    params = asked_params(choice.wanted.params, choice.audience, choice.made_on)
    return replace(
        choice,
        wanted=replace(choice.wanted, params=params),
        as_of=end(choice.as_of or told_until(store)),
        known_on=choice.known_on and end(choice.known_on),
    )


def _of_the_day(asked: Choice, choice: Choice) -> Iterator[str]:
    """Say that another day is answered for than was asked."""
    moved = asked.as_of not in (None, choice.as_of) or asked.known_on != choice.known_on
    if moved or asked.wanted.params != choice.wanted.params:
        yield (
            "Days below internal are the ends of the audience's months, years or bands of "
            f"five years: this is as of {choice.as_of}. Files of two days would tell together "
            "on which something happened."
        )


def _families(store: Gathering, choice: Choice) -> list[FamilyShape]:
    if choice.audience is Audience.INTERNAL:
        return []
    rows = store.read(query("read/family_shapes"), as_of=choice.as_of)
    return [family_of_row(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What every file of one preparation has in common."""

    store: Gathering
    choice: Choice
    selection: Selection
    families: Sequence[FamilyShape]
    ledger: Ledger
    noted: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """Return the day that is answered for."""
        return self.choice.as_of or self.choice.made_on

    def saying_the_same(self, families: Sequence[FamilyShape], audience: Audience) -> int:
        """Count those of some families of which a file would say the same as of the first.

        Of very many no more are read than a reader is to choose among: the others are not
        counted, so that a file stays rather than leaves.
        """
        own, *others = families[:_MOST_COMPARED]
        mine = self._said(own, audience)
        return 1 + sum(self._said(one, audience) == mine for one in others)

    def _said(self, family: FamilyShape, audience: Audience) -> Said:
        choice = replace(self.choice, audience=audience, extras=NOTHING_MORE, tlp="")
        every = Selection(children=family.children, only=None, words="")
        records, answers = Records(), list[ChildAnswer]()
        for children, around in gather(self.store, every, choice.max_degree):
            held = _own(capped(around, self.ledger), children, choice, every)
            records |= held
            answers += _answers(held, children, choice, self.day)
        return said_by(packed(records, answers, _order(choice, every, self.day)).handed)


Group = tuple[tuple[str, ...], Records]


def _prepared(groups: Sequence[Group], of: _Around) -> Prepared:
    choice, selection, day = of.choice, of.selection, of.day
    records = Records()
    answers: list[list[ChildAnswer]] = []
    for children, around in groups:
        held = _own(capped(around, of.ledger), children, choice, selection)
        records |= held
        answers.append(list(_answers(held, children, choice, day)))
    if not any(answers) and not selection.only:
        raise InvalidSelection("The selection is empty: none of its children is recorded.")
    every = [one for family in answers for one in family]
    package = packed(records, every, _order(choice, selection, day))
    if choice.audience is Audience.INTERNAL:
        behind = left_behind((around for _, around in groups), records)
        alone = _named_by_nothing(of.store, records)
        lost = (*behind, *alone, *_out_of_reach(of.store, records, selection))
        package = replace(package, handed=replace(package.handed, left_out=lost))
    if not package.handed.records.people:
        raise NothingGoes(
            f"Nothing of this selection may go to the audience {choice.audience.value}: no "
            "source of it agreed to go so far."
        )
    told = [one.network.child.id for one in every]
    about = {*told, *(selection.only or ())}
    before = went_before(of.ledger, about, choice.recipient, choice.audience, choice.made_on)
    found = Disclosure(noted=(*of.noted, *before))
    found |= in_one_file(choice.audience, records, told)
    for family in answers or [[]]:
        found |= disclose(
            Looked(
                audience=choice.audience,
                records=records,
                answers=family,
                carried=package.carried,
                families=of.families,
                as_of=day,
                known_on=choice.known_on,
                people=selection.only or frozenset(),
                saying_the_same=of.saying_the_same,
            )
        )
    return Prepared(
        package=package,
        gathered=records,
        disclosure=found,
        typed=typed(package.handed, records),
    )


def _named_by_nothing(store: Gathering, records: Records) -> Iterator[str]:
    """Name the places and sources of the same data sets that no export can reach."""
    datasets = [one.id for one in records.datasets]
    held = {one.id for one in records.places} | {one.id for one in records.sources}
    rows = store.read(query("read/named_by_nothing"), datasets=datasets)
    alone = [row["id"] for row in rows if row["id"] not in held]
    if alone:
        said = "Places and sources that nothing recorded names"
        yield f"{said}: {len(alone):,} ({', '.join(alone)})."


def _out_of_reach(store: Gathering, records: Records, selection: Selection) -> Iterator[str]:
    """Say how many claims even an export of every child does not hold: it is no backup."""
    if selection.only is not None or set(store.children()) - set(selection.children):
        return
    total = store.read(query("read/claims_total"))[0]["total"]
    missing = total - sum(1 for _ in records.claims())
    if missing > 0:
        yield (
            "Claims within reach of no child, which no export holds: "
            f"{missing:,} of {total:,}. An export is no backup."
        )


def _own(
    records: Records, children: Iterable[str], choice: Choice, selection: Selection
) -> Records:
    """Leave out what other families' sources say of authorities."""
    near, added_up = set(selection.only or ()), facts(records)
    for child in children:
        if child in added_up.people:
            around = network(records, child, max_degree=choice.max_degree, added_up=added_up)
            near |= {child, *around.siblings, *around.reached}
    internal = choice.audience is Audience.INTERNAL
    return told_by_own(records, frozenset(near), to_the_letter=internal)


def _answers(
    records: Records, children: Iterable[str], choice: Choice, day: date
) -> Iterator[ChildAnswer]:
    added_up = facts(records)
    for child in children:
        yield answer(
            records,
            child,
            as_of=day,
            known_on=choice.known_on,
            max_degree=choice.max_degree,
            added_up=added_up,
        )


def _order(choice: Choice, selection: Selection, day: date) -> ExportOrder:
    return ExportOrder(
        audience=choice.audience,
        selection=selection.words,
        made_on=choice.made_on,
        as_of=day,
        known_on=choice.known_on,
        max_degree=choice.max_degree,
        only=selection.only,
        recipient=choice.recipient,
        tlp=choice.tlp,
        warning=choice.warning,
        extras=choice.extras,
    )
