"""Read what several columns of an event say together: who took part, and when it was."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.errors import shortened
from graph.record.dates import ALWAYS, AS_TYPED, Lag, Stretch, When
from graph.record.model import Participant
from graph.record.phrase_table import bounds, counted_from
from graph.record.references import ROLE_COLUMNS
from graph.record.time_advice import IN_TWO_CELLS, in_two_cells
from graph.record.vocabulary import Effect, EventType, Role, event_types
from ingest.fields import Fields
from ingest.table_row import fault, nearest

_STATES = frozenset((Effect.HELD, Effect.MISSING, Effect.LOST, Effect.CARE, Effect.PLACE))
_FURTHER = tuple(role for role in Role if role not in ROLE_COLUMNS)


def event(row: Fields, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return who took part in an event, and when it was: what several columns say together."""
    after, before, ends = values["after"], values["before"], values["ends"]
    kind = event_types().get(values["type"])
    time = _time(row, kind, related=bool(after or before))
    until = _until(row, time.when) or time.until
    if until and until.window.latest < time.when.window.earliest:
        row.fault("until", f"certainly ends before it begins ({time.when.text})")
    if kind is not None and kind.must_end and not ends:
        row.fault("ends", "is empty; a release names the detention that it ends")
    if kind is not None and kind.about_a_place and not values["place"]:
        row.fault("place", "is empty; name the place that changed")
    _at_its_own_time(row, values["about"], time.when, (*after, *before, ends))
    return {"people": _people(row), "when": time.when, "lag": time.lag, "until": until}


class _Time(NamedTuple):
    when: When
    lag: Lag | None
    until: When | None = None


def _time(row: Fields, kind: EventType | None, *, related: bool) -> _Time:
    """Read `when`, `edtf` and the lags together.

    `when` keeps the text and `edtf` gives the window where both are there. A lag phrase needs
    `after` or `before`, unless `edtf` says when it was.
    """
    stated = _stated_lag(row, related=related)
    window = row.date("edtf")
    explained = window is not None or stated is not None
    read = _when(row, explained=explained)
    text = row.text("when") or row.text("edtf")
    end = None
    if isinstance(read, Stretch):
        read, end = _stretch(row, read, kind, explained=explained)
    if isinstance(read, Lag):
        _counted(row, read, related=related)
        when = When(text=text, basis=read.basis)
    else:
        when = read or When(text=text)
    if window is not None:
        when = _within(row, when, window)
    return _Time(when, read if isinstance(read, Lag) else stated, end)


def _stretch(
    row: Fields, read: Stretch, kind: EventType | None, *, explained: bool
) -> tuple[When, When | None]:
    """Return the two sides of "from March to May 2018" for what lasts.

    They are asked for in two cells where another event ends what began. Else it is one time
    between the two.
    """
    if kind is None or not (kind.lasts or (kind.effect in _STATES and not kind.passing)):
        return read.between, None
    if not explained and not (kind.lasts and read.divided):
        row.fault("when", _apart(read))
    return read.began, read.last if kind.lasts else None


def _apart(read: Stretch) -> str:
    """Say how its two sides are written."""
    if read.first.window.latest == read.last.window.latest:
        return f"{IN_TWO_CELLS} its first day into when and its last into until"
    return in_two_cells(read.first.text, read.last.text)


def _counted(row: Fields, lag: Lag, *, related: bool) -> None:
    """Refuse words with no event to count from, or with one on their wrong side.

    The days of a row count from `after`, and only where that is empty from `before`.
    """
    column = counted_from(lag.basis)
    if column == "until":
        problem = "says how long it was, not when; put it into until, and its start into when"
        row.fault("when", problem)
        return
    if not related:
        row.fault("when", f"counts from something else; fill in {column or 'after or before'}")
        return
    other = "after" if column == "before" else "before"
    words = repr(shortened(row.text("when")))
    if column and not row.text(column):
        row.fault(other, f"is not what {words} counts from; put that event in {column}")
    elif column == "before" and row.text("after"):
        problem = f"takes the days of {words} to itself; leave it empty, or write edtf"
        row.fault("after", f"{problem} in place of these words")


def _when(row: Fields, *, explained: bool) -> When | Lag | Stretch | None:
    """Read `when`, unless `edtf` or the days between two events explain it.

    Words that are explained are kept as they are: those that are not known, that count from
    another event, or that only bound a time. A time that they name still counts.
    """
    faults = len(row.faults)
    read = row.moment("when")
    if not explained or not row.text("when"):
        return read
    if read is None or isinstance(read, Lag) or bounds(read.basis):
        del row.faults[faults:]
        return When(text=row.text("when"), basis=AS_TYPED)
    return read


def _until(row: Fields, when: When) -> When | None:
    """Read `until`; "for two years" counts from the day on which it began."""
    read = row.moment("until")
    if isinstance(read, Stretch):
        row.fault("until", "is a beginning and an end in one; write the end alone here")
        return None
    if not isinstance(read, Lag):
        return read
    if counted_from(read.basis) != "until" or when.window == ALWAYS:
        row.fault("until", "is a time after something else; write a date, or @event-id")
    return When(
        text=row.text("until"),
        window=when.window.shifted(read.least, read.most),
        basis=read.basis,
    )


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
        Participant(role=role, person=each)
        for role, column in ROLE_COLUMNS.items()
        for each in row.identifiers(column)
    ]
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


def _at_its_own_time(row: Fields, this: str, when: When, others: tuple[str, ...]) -> None:
    if this and when.event == this:
        row.fault("when", "is at the time of the event itself; say when it was")
    if this and row.text("until") == f"@{this}":
        row.fault("until", "is the event itself; say when it ended")
    if when.event and when.event in others:
        row.fault(
            "when", "is at the time of an event that it also came after, before, or ended"
        )
