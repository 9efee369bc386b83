"""Checks of times against the date of the source: nobody reports what has not happened yet."""

from datetime import UTC, date, datetime, timedelta

from graph.facts.source_dates import Tellings
from graph.record.dates import AS_TYPED, END, When, Window
from graph.record.model import Claim, EventClaim, PersonClaim, TieClaim
from graph.record.vocabulary import Basis
from ingest.records_seen import Found, RecordsSeen
from ingest.table_row import fault

Time = tuple[str, When | None]
"""A date column of a row, and its text."""


def after_the_telling(view: RecordsSeen) -> Found:
    """An event is not later than the date of its source.

    Only certain contradictions count: a window that reaches over the telling is none. What is
    planned may lie after it. Where no telling is known, today is the last day that it can be.
    """
    sources = [source for _, source in view.sources]
    tellings = Tellings((*view.known.sources, *sources))
    today = _today()
    for entry, claim in (*view.people, *view.ties, *view.events):
        telling = tellings.told(claim.source)
        last = min(telling.latest, today)
        for column, time in _times(claim):
            if time is not None and time.window.earliest > last:
                yield entry, fault(column, time.text, _problem(claim, telling, last))


def tellings_to_come(view: RecordsSeen) -> Found:
    """No source has a date that has not come yet."""
    for entry, source in view.sources:
        for column, time in (("date", source.date), ("said_on", source.said_on)):
            if time is not None and time.window.earliest > _today():
                problem = "has not come yet; mend the date, or leave it empty"
                yield entry, fault(column, time.text, problem)


def _times(claim: Claim) -> tuple[Time, ...]:
    """Return the date columns of a claim; what is planned, or a term, may be at any time."""
    match claim:
        case EventClaim() if claim.basis is not Basis.PLANNED:
            typed = "edtf" if claim.when.basis == AS_TYPED else "when"
            return ((typed, claim.when), ("until", claim.ended), ("learned", claim.learned))
        case PersonClaim():
            return (("birth", claim.birth), ("age_on", claim.age_on))
        case TieClaim():
            return (("from", claim.since), ("until", claim.until))
        case _:
            return ()


def _problem(claim: Claim, telling: Window, last: date) -> str:
    if telling.latest == END or telling.latest > last:
        return f"has not come yet (today is {last}); mend the date"
    planned = ", or set basis to planned" if isinstance(claim, EventClaim) else ""
    return (
        f"is later than the telling: {claim.source} was told by {last}, and nobody tells what "
        f"has not happened yet; mend the date or the source's said_on{planned}"
    )


def _today() -> date:
    """Return the latest day that it is anywhere on Earth."""
    return datetime.now(tz=UTC).date() + timedelta(days=1)
