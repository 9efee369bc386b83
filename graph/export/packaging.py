"""Make the package from the gathered records: the one place that decides what leaves.

Pure: records and answers in, a `PackedExport` out. Every writer reads its package alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from graph.export.audience.for_audience import for_audience
from graph.export.audience.for_internal import for_internal
from graph.export.audience.nameless import Unnaming
from graph.export.audience.naming import Ids
from graph.export.audiences import rules
from graph.export.check.finding import Disclosure
from graph.export.coarse import may_be_named
from graph.export.documents.sentences import PLEAS
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.titles import Titles
from graph.export.package import Audience, Package
from graph.export.request import ExportRequest
from graph.facts.adding_up import Facts, facts
from graph.facts.clusters import united
from graph.record.model import Records
from graph.rule.answer import ChildAnswer, answer

TLP = {
    Audience.INTERNAL: "TLP:RED",
    Audience.PARTNER: "TLP:AMBER+STRICT",
    Audience.BRIEFING: "TLP:AMBER",
    Audience.PUBLIC: "TLP:GREEN",
}
"""The label that each audience gets by default; TLP:CLEAR is never one.

Source: FIRST, Traffic Light Protocol 2.0 (2022).
"""
CLEAR = "TLP:CLEAR"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedExport:
    """A package, what it was made of, and which claims of the store it carries."""

    package: Package
    gathered: Records
    carried: frozenset[str]
    """By their ids in the store: for the ledger, never for the file."""
    nameless: Callable[[WholeWords], Package]
    """Make the same of records in which nobody has a name that is searched for."""
    children: frozenset[str] = frozenset()
    """The children whom it was made for, by their ids in the store: for the ledger."""
    only: frozenset[str] = frozenset()
    """The people whom alone it is about, likewise; nobody where it is about all in reach."""
    everybody: WholeWords = field(default_factory=WholeWords)
    """The names of all who are recorded: words that are typed may name one of others."""
    disclosure: Disclosure = field(default_factory=Disclosure)
    """What was found when it was looked at."""


def packed(  # noqa: PLR0913 - what is asked for, and what may be shared
    records: Records,
    answers: Sequence[ChildAnswer],
    request: ExportRequest,
    *,
    only: frozenset[str] | None = None,
    ids: Ids | None = None,
    added_up: Facts | None = None,
    everybody: WholeWords | None = None,
) -> PackedExport:
    """Build what an audience gets, with the claims that it carries.

    Args:
        records: everything that was gathered for the selection.
        answers: the answer for each child of the selection, worked out on everything, all of
            them for the day of the request.
        request: what is asked for.
        only: nobody but these people; None: everybody within reach of the children.
        ids: of the export; by default new ones.
        added_up: what the records add up to, where that is known.
        everybody: the names of all who are recorded: a title may name one of another family.
    """
    ids, everything = ids or Ids(), added_up or facts(records)
    ties, lost = len(records.ties), tuple[str, ...]()
    if request.audience is Audience.INTERNAL:
        made = for_internal(records, answers, request.selection.words, only, everything)
    else:
        records = united(records, everything.clusters)
        made = for_audience(
            records, answers, request, only, ids, everything, everybody=everybody
        )
        lost = _of_sameness(ties - len(records.ties))
    package = Package(
        export_id=ids.export_id,
        audience=request.audience,
        tlp=request.tlp or TLP[request.audience],
        selection=f"{request.warning} {made.selection}".lstrip(),
        as_of=request.day,
        known_on=request.known_on,
        made_on=request.made_on,
        recipient=request.recipient,
        plea=tuple(filter(None, (PLEAS.get(request.reader, ""), request.plea.strip()))),
        records=made.records,
        briefings=made.briefings,
        left_out=(*filter(None, [request.warning]), *made.left_out, *lost),
        do_not_contact=made.do_not_contact,
        household_asked_not=made.household_asked_not,
        warning=request.warning,
    )
    again = partial(_nameless, records, answers, request, only, ids, everybody=everybody)
    return PackedExport(
        package=package,
        gathered=records,
        carried=made.carried,
        nameless=again,
        children=frozenset(one.network.child.id for one in answers),
        only=only or frozenset(),
        everybody=everybody or WholeWords(),
    )


def _nameless(  # noqa: PLR0913 - the same as for the package itself
    records: Records,
    answers: Sequence[ChildAnswer],
    request: ExportRequest,
    only: frozenset[str] | None,
    ids: Ids,
    search: WholeWords,
    *,
    everybody: WholeWords | None,
) -> Package:
    """Build what the audience would get, with the same ids, if nobody had these names."""
    places = may_be_named(records, rules(request.audience).level)
    titles = Titles(records, [place.name for place in places])
    unnaming = Unnaming(search, titles, {place.id for place in places})
    plain = unnaming.of(records)
    added_up = facts(plain)
    again = [
        answer(
            plain,
            one.network.child.id,
            as_of=one.as_of,
            known_on=one.known_on,
            max_degree=request.max_degree,
            fresh_days=one.fresh_days,
            added_up=added_up,
        )
        for one in answers
    ]
    unnamed = replace(
        request,
        recipient=unnaming.text(request.recipient),
        plea=unnaming.text(request.plea),
    )
    return packed(
        plain, again, unnamed, only=only, ids=ids, added_up=added_up, everybody=everybody
    ).package


def _of_sameness(ties: int) -> tuple[str, ...]:
    """Say how many ties between the records of one person an audience does not get."""
    return (f"Ties that say whether records are one person: {ties:,}.",) if ties else ()
