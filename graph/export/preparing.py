"""Prepare an export: gather, answer, make it for the audience, check it.

The command and the page both use this, so neither can leave out a step.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.errors import GraphError
from graph.export.audiences import NOTHING_MORE, asked_day, asked_params
from graph.export.check.disclosure import Looked, disclose, in_one_file
from graph.export.check.finding import Danger, Disclosure, noted
from graph.export.check.lookalikes import FamilyShape, family_of_row
from graph.export.check.same_file import said_by
from graph.export.documents.sentences import PLEAS
from graph.export.leaks.plain_names import plain_name
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.terms import names_of
from graph.export.ledger.before_this import went_before
from graph.export.ledger.consent_history import capped
from graph.export.ledger.ledger import Ledger
from graph.export.package import Audience
from graph.export.packaging import CLEAR, TLP, PackedExport, packed
from graph.export.request import ExportRequest
from graph.export.select.own_sources import left_behind, told_by_own
from graph.export.select.selection import (
    Gathering,
    InvalidSelection,
    Selection,
    check_size,
    gather,
    select,
)
from graph.facts.adding_up import Facts, facts
from graph.questions.asking import told_until
from graph.record.model import Records
from graph.rule.answer import ChildAnswer, answer
from graph.rule.network import network
from graph.store.condition import condition
from graph.store.queries import query
from graph.views.held_names import entries

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


def check(request: ExportRequest) -> None:
    """See that the options go together.

    Raises:
        InvalidChoice: an unknown kind of reader, sensitive options below `partner`, a label
            that is none or less strict than the audience's, or TLP:CLEAR without a second
            person.
    """
    sensitive = request.extras.sensitive()
    if sensitive and request.audience not in (Audience.INTERNAL, Audience.PARTNER):
        raise InvalidChoice(
            f"{', '.join(sensitive)}: never goes to the audience {request.audience.value}; "
            "only partners may get it."
        )
    if request.reader and request.reader not in PLEAS:
        raise InvalidChoice(
            f"{request.reader!r} is no kind of reader; there are {', '.join(PLEAS)}."
        )
    if request.tlp and request.tlp not in _STRICTEST_FIRST:
        raise InvalidChoice(
            f"{request.tlp!r} is no label; there are {', '.join(_STRICTEST_FIRST)}."
        )
    if request.tlp == CLEAR:
        _check_clear(request)
    elif request.tlp and _looser(request.tlp, _LOOSEST[request.audience]):
        raise InvalidChoice(
            f"{request.tlp} is too loose for the audience {request.audience.value}: "
            f"{_LOOSEST[request.audience]} at the least; {TLP[request.audience]} is its own."
        )


def _looser(label: str, than: str) -> bool:
    return _STRICTEST_FIRST.index(label) > _STRICTEST_FIRST.index(than)


def _check_clear(request: ExportRequest) -> None:
    second = plain_name(request.approved_by)
    if request.audience is not Audience.PUBLIC or second in ("", plain_name(request.by)):
        raise InvalidChoice(
            f"{CLEAR} is for the audience public, and needs a second person: --approved-by."
        )


def _skip(_why: str) -> None:
    """Say nothing of what was skipped."""


def prepare(
    store: Gathering,
    request: ExportRequest,
    ledger: Ledger,
    *,
    each: bool = False,
    skipped: Callable[[str], None] = _skip,
) -> Iterator[PackedExport]:
    """Yield what may leave: one package, or one for each family.

    With one for each family, families with nothing to export are named to `skipped`, and the
    others go on. Only the children that are read together are in memory at a time.

    Raises:
        InvalidChoice, InvalidSelection: what was chosen does not go, or chooses nobody.
    """
    check(request)
    warned = replace(request, warning=condition(store).in_an_export)
    request = _rounded(store, warned)
    selection = select(store, request.selection)
    if not each:
        check_size(selection)
    preparing = _Preparing(
        store=store,
        request=request,
        selection=selection,
        families=_families(store, request),
        everybody=names_of(entries(store)),
        ledger=ledger,
        noted=tuple(_of_the_day(warned, request)),
    )
    groups = gather(store, selection, request.max_degree)
    if not each:
        yield preparing.of(list(groups))
        return
    for group in groups:
        try:
            yield preparing.of([group])
        except NothingGoes as error:
            skipped(str(error))


def _rounded(store: Gathering, request: ExportRequest) -> ExportRequest:
    """Return a request whose days tell the audience no more than the ends of its periods.

    Without a day it is the one until which the sources speak.
    """

    def end(day: date) -> date:
        return asked_day(day, request.audience, request.made_on)

    params = asked_params(request.selection.params, request.audience, request.made_on)
    return replace(
        request,
        selection=replace(request.selection, params=params),
        as_of=end(request.as_of or told_until(store)),
        known_on=request.known_on and end(request.known_on),
    )


def _of_the_day(before: ExportRequest, request: ExportRequest) -> Iterator[str]:
    """Say that another day is answered for than was asked."""
    moved = before.as_of not in (None, request.as_of) or before.known_on != request.known_on
    if moved or before.selection.params != request.selection.params:
        yield (
            "Days below internal are the ends of the audience's months, years or bands of "
            f"five years: this is as of {request.as_of}. Files of two days would show together "
            "when something happened."
        )


def _families(store: Gathering, request: ExportRequest) -> list[FamilyShape]:
    if request.audience is Audience.INTERNAL:
        return []
    rows = store.read(query("read/family_shapes"), as_of=request.as_of)
    return [family_of_row(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """What is recorded around some children, what it adds up to, and their answers."""

    records: Records
    facts: Facts
    answers: Sequence[ChildAnswer]


Group = tuple[tuple[str, ...], Records]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Preparing:
    """What every package of one preparation has in common."""

    store: Gathering
    request: ExportRequest
    selection: Selection
    families: Sequence[FamilyShape]
    everybody: WholeWords
    ledger: Ledger
    noted: tuple[str, ...] = ()

    def of(self, groups: Sequence[Group]) -> PackedExport:
        """Pack the families of one file, and look at what it would give away."""
        parts = [self.answered(*group) for group in groups]
        answered = any(part.answers for part in parts)
        if not parts or not (answered or self.selection.only):
            raise InvalidSelection("The selection is empty: none of its children is recorded.")
        made = self.packed(parts)
        if self.request.audience is Audience.INTERNAL:
            lost = tuple(self._lost(groups, made.gathered))
            made = replace(made, package=replace(made.package, left_out=lost))
        if not made.package.records.people:
            raise NothingGoes(
                f"Nothing of this selection may go to the audience {self.request.audience}: no "
                "source of it agreed to go so far."
            )
        return replace(made, disclosure=self._looked_at(parts, made))

    def answered(self, children: Sequence[str], around: Records) -> _Family:
        """Answer for children, from what their own sources say: see `told_by_own`."""
        request, held = self.request, capped(around, self.ledger)
        near, added_up = set(self.selection.only or ()), facts(held)
        for child in children:
            if child in added_up.people:
                kin = network(held, child, max_degree=request.max_degree, added_up=added_up)
                near |= {child, *kin.siblings, *kin.reached}
        internal = request.audience is Audience.INTERNAL
        own = told_by_own(held, frozenset(near), to_the_letter=internal)
        if own != held:
            added_up = facts(own)
        answers = [
            answer(
                own,
                child,
                as_of=request.day,
                known_on=request.known_on,
                max_degree=request.max_degree,
                added_up=added_up,
            )
            for child in children
        ]
        return _Family(records=own, facts=added_up, answers=answers)

    def packed(self, parts: Sequence[_Family]) -> PackedExport:
        """Put families into one package; what one adds up to is not added up again."""
        first, *others = parts
        records = first.records
        for part in others:
            records |= part.records
        answers = [one for part in parts for one in part.answers]
        added_up = None if others else first.facts
        only = self.selection.only
        return packed(
            records,
            answers,
            self.request,
            only=only,
            added_up=added_up,
            everybody=self.everybody,
        )

    def _lost(self, groups: Iterable[Group], records: Records) -> Iterator[str]:
        """Say what even those who may read everything do not get."""
        yield from left_behind((around for _, around in groups), records)
        yield from _named_by_nothing(self.store, records)
        yield from _out_of_reach(self.store, records, self.selection)

    def _looked_at(self, parts: Sequence[_Family], made: PackedExport) -> Disclosure:
        request, only = self.request, self.selection.only or frozenset()
        children = [one.network.child.id for part in parts for one in part.answers]
        before = went_before(
            self.ledger,
            {*children, *only},
            request.recipient,
            request.audience,
            request.made_on,
        )
        found = noted(Danger.ELSEWHERE, (*self.noted, *before))
        found |= in_one_file(request.audience, made.gathered, children)
        for part in parts:
            found |= disclose(
                Looked(
                    audience=request.audience,
                    records=made.gathered,
                    answers=part.answers,
                    carried=made.carried,
                    families=self.families,
                    as_of=request.day,
                    known_on=request.known_on,
                    people=only,
                    saying_the_same=self._saying_the_same,
                )
            )
        return found

    def _saying_the_same(self, families: Sequence[FamilyShape], audience: Audience) -> int:
        """Count those of some families of which a file would say the same as of the first.

        Of very many no more are read than a reader is to choose among: the others are not
        counted, so that a file stays rather than leaves.
        """
        request = replace(self.request, audience=audience, extras=NOTHING_MORE, tlp="")
        files = (self._file_of(one, request) for one in families[:_MOST_COMPARED])
        first = next(files)
        return 1 + sum(one == first for one in files)

    def _file_of(self, family: FamilyShape, request: ExportRequest) -> dict[str, int]:
        """Return what a file would say of a family."""
        every = Selection(children=family.children, only=None)
        of = replace(self, request=request, selection=every)
        groups = gather(self.store, every, request.max_degree)
        return said_by(of.packed([of.answered(*group) for group in groups]).package)


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
