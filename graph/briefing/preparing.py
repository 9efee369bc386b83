"""Everything before a file is written: gathered, answered, made for the audience, looked at.

The command and the page both go this way, so neither can leave out a step.
"""

import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.briefing.audiences import NOTHING_MORE, Extras
from graph.briefing.disclosure import Disclosure, Looked, disclose, in_one_file
from graph.briefing.handed import Audience
from graph.briefing.handing_over import CLEAR, TLP, Order, Package, packed
from graph.briefing.ledger import Ledger
from graph.briefing.own_sources import told_by_own
from graph.briefing.selection import (
    Gathering,
    InvalidSelection,
    Selection,
    Wanted,
    check_size,
    gather,
    select,
)
from graph.briefing.shapes import Family, family_of_row
from graph.briefing.withdrawing import capped
from graph.condition import condition
from graph.errors import GraphError
from graph.facts import facts
from graph.model import Records
from graph.queries import query
from graph.questions.asking import told_until
from graph.rule.answer import ChildAnswer, answer
from graph.rule.network import network
from graph.rule.reach import MAX_DEGREE

_STRICTEST_FIRST = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", CLEAR)

_LOOSEST = {
    Audience.INTERNAL: "TLP:AMBER+STRICT",
    Audience.PARTNER: "TLP:AMBER+STRICT",
    Audience.BRIEFING: "TLP:AMBER",
    Audience.PUBLIC: "TLP:GREEN",
}


_NOT_SEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe0e\ufe0f")
"""Letters and marks that show nothing, and are neither controls nor spaces."""


class InvalidChoice(GraphError):
    """An audience, a label or an option that does not go with the others."""


class NothingGoes(InvalidSelection):
    """No source of a selection agreed to go as far as the audience."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody chose to export, to whom, as of when."""

    wanted: Wanted
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

    package: Package
    gathered: Records
    disclosure: Disclosure


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
    second = _plain_name(choice.approved_by)
    if choice.audience is not Audience.PUBLIC or second in ("", _plain_name(choice.by)):
        raise InvalidChoice(
            f"{CLEAR} is for the audience public, and needs a second person: --approved-by."
        )


def _plain_name(name: str) -> str:
    """Return a name without case, spaces and what is not seen: those make nobody another."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(
        letter
        for letter in folded
        if unicodedata.category(letter)[0] not in "CZ" and letter not in _NOT_SEEN
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
    choice = replace(choice, warning=condition(store).in_an_export)
    selection = select(store, choice.wanted)
    if not each:
        check_size(selection)
    groups = gather(store, selection, choice.max_degree)
    day = choice.as_of or _default_day(store, choice.audience)
    families = _families(store, choice.audience, day)
    if each:
        for group in groups:
            try:
                yield _prepared([group], choice, selection, day, families, ledger)
            except NothingGoes as error:
                skipped(str(error))
    else:
        yield _prepared(list(groups), choice, selection, day, families, ledger)


def _default_day(store: Gathering, audience: Audience) -> date:
    """Return the day until which the sources speak; below internal, the end of its period.

    The day itself may be the one on which somebody testified.
    """
    day = told_until(store)
    if audience is Audience.INTERNAL:
        return day
    if audience is Audience.PARTNER:
        return day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 12, 31)


def _families(store: Gathering, audience: Audience, day: date) -> list[Family]:
    if audience is Audience.INTERNAL:
        return []
    rows = store.read(query("read/family_shapes"), as_of=day)
    return [family_of_row(row) for row in rows]


Group = tuple[tuple[str, ...], Records]


def _prepared(
    groups: Sequence[Group],
    choice: Choice,
    selection: Selection,
    day: date,
    families: Sequence[Family],
    ledger: Ledger,
) -> Prepared:
    records = Records()
    answers: list[list[ChildAnswer]] = []
    for children, around in groups:
        held = _own(capped(around, ledger), children, choice, selection)
        records |= held
        answers.append(list(_answers(held, children, choice, day)))
    if not any(answers) and not selection.only:
        raise InvalidSelection("The selection is empty: none of its children is recorded.")
    every = [one for family in answers for one in family]
    package = packed(records, every, _order(choice, selection, day))
    if not package.handed.records.people:
        raise NothingGoes(
            f"Nothing of this selection may go to the audience {choice.audience.value}: no "
            "source of it agreed to go so far."
        )
    found = in_one_file(choice.audience, records, [one.network.child.id for one in every])
    for family in answers or [[]]:
        found |= disclose(
            Looked(
                audience=choice.audience,
                records=records,
                answers=family,
                carried=package.carried,
                families=families,
                as_of=day,
                known_on=choice.known_on,
                people=selection.only or frozenset(),
            )
        )
    return Prepared(package=package, gathered=records, disclosure=found)


def _own(
    records: Records, children: Iterable[str], choice: Choice, selection: Selection
) -> Records:
    """Leave out what other families' sources say of authorities."""
    near, added_up = set(selection.only or ()), facts(records)
    for child in children:
        if child in added_up.people:
            around = network(records, child, max_degree=choice.max_degree, added_up=added_up)
            near |= {child, *around.siblings, *around.reached}
    return told_by_own(records, frozenset(near))


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


def _order(choice: Choice, selection: Selection, day: date) -> Order:
    return Order(
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
