"""Rows of `events`: what happened to whom, when it is said to have been, and after what."""

from typing import Final, NamedTuple

from graph.errors import shortened
from graph.record.claim_names import claim_id, row_hash
from graph.record.dates import Lag, When
from graph.record.model import EventClaim, Participant
from graph.record.phrases import counted_from
from graph.record.vocabulary import CERTAINTIES, Basis, Role, Scope, Stance, event_types
from ingest.fields import Fields
from ingest.table_row import fault, nearest

AS_TYPED: Final = "as typed"
"""The basis of a window that stands in `edtf` because no phrase of the table fits."""
_FURTHER = tuple(role for role in Role if role not in {Role.SUBJECT, Role.WITH})


def event(row: Fields, dataset_id: str) -> EventClaim:
    """Read a row of `events`."""
    this = row.identifier("id")
    kind = row.word("type", event_types().keys())
    after, before = row.identifiers("after"), row.identifiers("before")
    time = _time(row, related=bool(after or before))
    until = row.date("until")
    if until and until.window.latest < time.when.window.earliest:
        row.fault("until", f"certainly ends before it begins ({time.when.text})")
    ends = row.identifier("ends")
    if kind == "released" and not ends:
        row.fault("ends", "is empty; a release names the detention that it ends")
    _not_itself(row, this, time.when, (*after, *before, ends))
    row_is = row_hash("events", row.cells)
    return EventClaim(
        id=claim_id(this, row.cells, row_is),
        about=this,
        source=row.identifier("source"),
        locator=row.text("locator"),
        words=row.text("words"),
        note=row.text("note"),
        supersedes=row.claim("supersedes"),
        row_hash=row_is,
        dataset=dataset_id,
        type=kind,
        people=_people(row),
        place=row.identifier("place"),
        when=time.when,
        until=until,
        after=after,
        before=before,
        lag=time.lag,
        repeats=row.text("repeats"),
        learned=row.date("learned"),
        scope=row.choice("scope", Scope.ALL),
        basis=row.choice("basis", Basis.STATED),
        certainty=row.word("certainty", CERTAINTIES),
        stance=row.choice("stance", Stance.SUPPORTS),
        ends=ends,
        reason=row.text("reason"),
        relayed_by=row.identifiers("relayed_by"),
        duress=row.yes("duress"),
    )


class _Time(NamedTuple):
    when: When
    lag: Lag | None


def _time(row: Fields, *, related: bool) -> _Time:
    """Read `when`, `edtf` and the lags together.

    `when` keeps the text and `edtf` gives the window where both are there. A lag phrase needs
    `after` or `before`, unless `edtf` says when it was.
    """
    stated = _stated_lag(row, related=related)
    window = row.date("edtf")
    explained = window is not None or stated is not None
    said = _said(row, explained=explained)
    text = row.text("when") or row.text("edtf")
    if isinstance(said, Lag):
        if not related and not explained:
            column = counted_from(said.basis) or "after or before"
            row.fault("when", f"counts from something else; fill in {column}")
        elif related:
            _counted_backwards(row, said)
        when = When(text=text, basis=said.basis)
        lag = (stated or said) if related else None
    else:
        when, lag = said or When(text=text), stated
    if window is not None:
        when = _within(row, when, window)
    return _Time(when, lag)


def _counted_backwards(row: Fields, lag: Lag) -> None:
    """Refuse words whose days would be counted from the event on their wrong side.

    The days of a row count from `after`, and only where that is empty from `before`.
    """
    column = counted_from(lag.basis)
    other = "after" if column == "before" else "before"
    words = repr(shortened(row.text("when")))
    if column and not row.text(column):
        row.fault(other, f"is not what {words} counts from; put that event in {column}")
    elif column == "before" and row.text("after"):
        problem = f"takes the days of {words} to itself; leave it empty, or write edtf"
        row.fault("after", f"{problem} in place of these words")


def _said(row: Fields, *, explained: bool) -> When | Lag | None:
    """Read `when`; a phrase that the table does not know needs `edtf` or lags to explain it."""
    faults = len(row.faults)
    said = row.moment("when")
    if said is None and explained and row.text("when"):
        del row.faults[faults:]
        return When(text=row.text("when"), basis=AS_TYPED)
    return said


def _within(row: Fields, when: When, window: When) -> When:
    """Return the time as said with the window of `edtf`, which may not exclude the words."""
    if (when.window & window.window).empty:
        row.fault("edtf", f"excludes what when says ({when.text})")
    return When(
        text=when.text, window=window.window, basis=when.basis, event=when.event or window.event
    )


def _stated_lag(row: Fields, *, related: bool) -> Lag | None:
    least, most = row.days("lag_min"), row.days("lag_max")
    if least is None and most is None:
        return None
    if not related:
        column = "lag_min" if least is not None else "lag_max"
        row.fault(column, "counts the days to an event; fill in after or before")
    if most is not None and most < (least or 0):
        row.fault("lag_max", f"is less than lag_min ({least})")
    return Lag(least=least or 0, most=most)


def _people(row: Fields) -> tuple[Participant, ...]:
    people = [
        Participant(role=Role.SUBJECT, person=each) for each in row.identifiers("subject")
    ]
    people += [Participant(role=Role.WITH, person=each) for each in row.identifiers("with")]
    for part in row.texts("others"):
        word, _, who = (side.strip() for side in part.partition(":"))
        if word not in _FURTHER:
            near = nearest(word, list(_FURTHER))
            problem = (
                f"is not `role: id` with a known role{near}; known are {', '.join(_FURTHER)}"
            )
            row.faults.append(fault("others", part, problem))
            continue
        other = Fields(row.table, row.cells | {"others": who})
        people.append(Participant(role=Role(word), person=other.identifier("others")))
        row.faults += [each for each in other.faults if each.column == "others"]
        if not who:
            row.faults.append(fault("others", part, "names nobody behind the colon"))
    return tuple(dict.fromkeys(people))


def _not_itself(row: Fields, this: str, when: When, others: tuple[str, ...]) -> None:
    if this and this in (*others, when.event):
        row.fault("id", "is named as an event before, after or at the time of itself")
    for column in ("until", "learned"):
        if this and row.text(column) == f"@{this}" and column == "until":
            row.fault(column, "is the event itself; say when it ended")
    if when.event and when.event in others:
        row.fault(
            "when", "is at the time of an event that it also came after, before, or ended"
        )
