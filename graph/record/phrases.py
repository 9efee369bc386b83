"""Times as people say them: dates, seasons, feasts, lags, and times counted from the telling.

The table `graph/record/tables/phrases.csv` holds the conventions. Each row has a name, and the
name is shown wherever a window rests on it. Decision 0097 says how the table is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from graph.errors import InvalidDate
from graph.record.dates import (
    ALWAYS,
    BEGINNING,
    END,
    NOT_KNOWN,
    Lag,
    When,
    Window,
    about,
    edtf_window,
    later,
    month_of,
)
from graph.record.phrase_table import (
    Phrase,
    counted_from,
    days_of,
    feast_days,
    literals,
    number_of,
    pattern_of,
    same_words,
    with_blanks,
)
from graph.record.plain_dates import plain_date
from graph.record.time_advice import advice
from graph.record.time_parts import (
    WEEKDAY,
    nth_weekday,
    weekday_after,
    weekday_before,
    weekday_within,
)
from graph.record.two_readings import winter

_PART_OF_A_YEAR: Final = 200
_INSIDE: Final = frozenset(("stated", "date", "season", "feast", "hour"))
"""Kinds of what other words can be said of: "before the summer of 2017"."""
_WINTER = re.compile(
    r"(?i)(winter|turn year) (?:in )?(\d{4})(?: ?[-/\u2013] ?| to )(\d{4}|\d\d)(?!\d)", re.ASCII
)
_SOME_TIME = re.compile(
    r"(?i)(?:some ?time|at (?:some|one) (?:point|stage|time)) (?!since|from)"
)
_LEADING = re.compile(
    r"(?i)(?:(?:(?:some ?time|at some (?:point|stage)|some day|"
    r"(?:on )?(?:one|an?) (?:[a-z]+ )?(?:day|morning|afternoon|evening|night)) )?"
    r"(?:in|on|at|during|over) )?(?:(?:early hours|morning|afternoon|evening) )?"
    r"(?:(?:year|month) (?=.*\d{4}))?"
)
_MOVED = re.compile(r"(\d{4})[ \u5e74-](\D.*)")
_DAY_OF_FEAST = re.compile(r"(?i)(.+?)(?:['\u2019]s)? (day|eve) (\d{4})")
_PART_LAST = re.compile(r"(?i)(.*\d.*) (beginning|middle|end)")
_EITHER = re.compile(r"(?i)(.*?)(\S+) (?:or|to) (\S+) ((?:day|week|month|year)s?\b.*)")
_OF_A_YEAR = re.compile(r"(?i)(.*\S) (last|this) year")
_THIS = re.compile(r"(?i)(this) (\w+)")
_PART_OF_A_WEEKDAY = re.compile(
    r"(?i)(\w{3,6}day) (morning|afternoon|evening|night),? (?:on )?(.*\d.*)"
)
_IN_A_YEAR = re.compile(r"(.*\D) in (\d{4})")
_RELATED = re.compile(r"(?i)(.+ (?:after|before)) (.+)")


@dataclass(frozen=True, slots=True)
class _Time:
    """A window, the names of its conventions, their kind, and the days that are sure in it."""

    window: Window
    names: tuple[str, ...] = ()
    kind: str = "stated"
    core: Window = ALWAYS


def read_when(text: str, said_on: Window = ALWAYS) -> When | Lag:
    """Read a time as a source says it.

    Args:
        text: a date, an EDTF expression, a phrase of the table, or `@event-id`.
        said_on: when it was said; "currently" and "two years ago" count from it.

    Returns:
        A window with its basis, or a lag where the phrase only relates two events or says how
        long something lasted.

    Raises:
        InvalidDate: none of these, or two readings; the sentence says how to write what was
            typed where that is known, and else names some phrases that are known.
    """
    said = " ".join(text.split())
    if said.startswith("@"):
        return When(text=text, event=said[1:].strip())
    read = _whole(said, said_on)
    if isinstance(read, str):
        raise InvalidDate(text, read or advice(said, lambda words: _time(words, said_on)))
    if isinstance(read, Lag):
        return read
    return When(text=text, window=read.window, basis=", ".join(read.names) or "stated")


def _one_winter(years: re.Match[str]) -> str:
    time, year, last = years.groups()
    following = int(year) + 1
    if int(last) not in (following, following % 100):
        problem = "is more than one winter; write first and last month: YYYY-MM/YYYY-MM"
        raise InvalidDate(years[0], problem)
    return f"{time} {year}-{following}"


@lru_cache(maxsize=20_000)
def _whole(said: str, said_on: Window) -> _Time | Lag | str:
    """Read words; what is wrong with them as a sentence, "" where they are not known."""
    problem = ""
    try:
        for words in _ways(_WINTER.sub(_one_winter, same_words(said))):
            read = _read(words, said_on)
            if not isinstance(read, str):
                return read
            problem = problem or read
    except InvalidDate as error:
        return "" if error.problem == NOT_KNOWN else error.problem
    return problem


def _ways(words: str) -> Iterator[str]:
    """Yield words as they are, without "some time" or "in the year", and the year behind."""
    yield words
    bare = _LEADING.sub("", _SOME_TIME.sub("", words, count=1), count=1)
    if bare and bare != words:
        yield bare
    if moved := _MOVED.fullmatch(bare) or _MOVED.fullmatch(words):
        yield f"{moved[2]} {moved[1]}"
    if part := _PART_LAST.fullmatch(bare):
        yield f"{part[2]} {part[1]}"
    if of_feast := _DAY_OF_FEAST.fullmatch(bare):
        beside = {"day": "day", "eve": "day before"}[of_feast[2].lower()]
        yield f"{beside} {of_feast[1]} {of_feast[3]}"
    if of_a_weekday := _PART_OF_A_WEEKDAY.fullmatch(bare):
        yield f"{of_a_weekday[1]} {of_a_weekday[3]} at {of_a_weekday[2]}"
    if of_a_year := _IN_A_YEAR.fullmatch(bare):
        yield f"{of_a_year[1]} {of_a_year[2]}"


def _read(words: str, said_on: Window) -> _Time | Lag | str:
    window = _plain(words)
    if window is not None:
        return _Time(window, core=window)
    if literal := literals().get(words.lower()):
        return _applied(literal, (), said_on)
    if re.fullmatch(r"(?i)winter \d{4}", words):
        return winter(int(words[-4:]))
    problem = ""
    lower = words.lower()
    for fixed, phrase in with_blanks():
        if not all(word in lower for word in fixed):
            continue
        if match := pattern_of(phrase).fullmatch(words):
            read = _applied(phrase, match.groups(), said_on)
            if not isinstance(read, str):
                return read
            problem = problem or read
    return (
        problem
        or _either(words, said_on)
        or _of_a_year(words, said_on)
        or _beside(words, said_on)
    )


def _plain(words: str) -> Window | None:
    try:
        return plain_date(words)
    except InvalidDate as error:
        if error.problem != NOT_KNOWN:
            raise
        return None


def _either(words: str, said_on: Window) -> _Time | Lag | str:
    """Read "two or three weeks later" as all that either allows."""
    if (numbers := _EITHER.fullmatch(words)) is None:
        return ""
    start, one, other, end = numbers.groups()
    match _whole(f"{start}{one} {end}", said_on), _whole(f"{start}{other} {end}", said_on):
        case Lag() as one, Lag() as other if one.most and other.most:
            return Lag(least=one.least, most=other.most, basis=other.basis)
        case _Time() as one, _Time() as other:
            return replace(other, window=one.window | other.window)
        case _:
            return ""


def _of_a_year(words: str, said_on: Window) -> _Time | Lag | str:
    """Read "March last year"; a telling that reaches over the turn of a year allows both.

    "This March" is the one of this year, where it has begun by the telling.
    """
    words = _THIS.sub(r"\2 \1 year", words) if _THIS.fullmatch(words) else words
    first, last = said_on.earliest.year, said_on.latest.year
    if (said := _OF_A_YEAR.fullmatch(words)) is None or last > first + 1:
        return ""
    back = 1 if said[2].lower() == "last" else 0
    reads = [_whole(f"{said[1]} {year - back}", said_on) for year in {first, last}]
    times = [one for one in reads if isinstance(one, _Time) and _is_inside(one)]
    if len(times) < len(reads):
        return ""
    window = (times[0].window | times[-1].window) & Window(latest=said_on.latest)
    named = dict.fromkeys((f"{said[2].lower()} year", *times[0].names))
    return "" if window.empty else replace(times[0], window=window, names=tuple(named))


def _beside(words: str, said_on: Window) -> _Time | str:
    """Read "two weeks after 24 June 2018"."""
    related = _RELATED.fullmatch(words)
    if related is None or re.search(WEEKDAY, related[1], re.IGNORECASE):
        return ""
    lag, time = _whole(related[1], said_on), _whole(related[2], said_on)
    if not isinstance(lag, Lag) or not isinstance(time, _Time) or not _is_inside(time):
        return time if isinstance(time, str) else ""
    window = time.window
    if counted_from(lag.basis) == "after":
        window = window.shifted(lag.least, lag.most)
    else:
        window = (
            Window(window.earliest, _begun(time).latest) if time.kind == "feast" else window
        )
        first = BEGINNING if lag.most is None else later(window.earliest, -lag.most)
        window = Window(first, later(window.latest, -lag.least))
    return _Time(window, (lag.basis, *time.names), "bound")


def _begun(feast: _Time) -> Window:
    """Return the days on which a feast may have begun; all its days where none is computed."""
    if feast.core in (ALWAYS, feast.window):
        return feast.window
    return Window(feast.window.earliest, feast.core.earliest)


def _of_the_week(phrase: Phrase, blanks: tuple[str, ...], said_on: Window) -> _Time | str:
    """Read "a Friday in May 2017", "the last Friday of May 2017", "the Friday before Eid"."""
    *weekday, words = blanks
    time = _whole(words, said_on)
    if not isinstance(time, _Time) or not _is_inside(time):
        return time if isinstance(time, str) else ""
    match phrase.first:
        case "within":
            window = weekday_within(weekday[0], time.window)
        case "nth" if time.window == month_of(time.window.earliest):
            window = nth_weekday(weekday[0], weekday[1], time.window)
        case "before" if time.kind == "feast" or time.window.earliest == time.window.latest:
            window = weekday_before(weekday[0], _begun(time))
        case "after" if time.window.earliest == time.window.latest:
            window = weekday_after(weekday[0], time.window)
        case _:
            return ""
    return (
        "" if window.empty else _Time(window, (phrase.name, *time.names), phrase.kind, window)
    )


def _is_inside(time: _Time) -> bool:
    return time.kind in _INSIDE or time.kind.startswith("calendar ")


def _applied(phrase: Phrase, blanks: tuple[str, ...], said_on: Window) -> _Time | Lag | str:
    """Fill the blanks of a phrase; "" where one does not hold what it must."""
    kind, _, unit = phrase.kind.partition(" ")
    match kind:
        case "lag" | "length":
            return _lag(phrase, blanks)
        case "telling":
            return _from_telling(phrase, blanks, said_on)
        case "calendar":
            window = _calendar(int(phrase.first), unit, said_on)
            return _Time(window, (phrase.name,), phrase.kind, window)
        case "weekday":
            return _of_the_week(phrase, blanks, said_on)
        case "feast" if "{" not in phrase.first:
            return _feast(phrase, int(blanks[0]))
        case _:
            return _dated(phrase, blanks, said_on)


def _lag(phrase: Phrase, blanks: tuple[str, ...]) -> Lag | str:
    number = number_of(blanks[0]) if "{n}" in phrase.phrase else 0
    if number is None:
        return ""
    least = days_of(phrase, phrase.first, number)
    most = days_of(phrase, phrase.last, number) if phrase.last else None
    return Lag(least=least, most=most, basis=phrase.name)


def _from_telling(phrase: Phrase, blanks: tuple[str, ...], said_on: Window) -> _Time | str:
    number = number_of(*blanks or "0")
    if number is None:
        return ""
    first = BEGINNING
    if phrase.first != "..":
        first = later(said_on.earliest, days_of(phrase, phrase.first, number))
    last = later(said_on.latest, days_of(phrase, phrase.last, number))
    return _Time(Window(first, last), (phrase.name,), phrase.kind)


def _calendar(number: int, unit: str, said_on: Window) -> Window:
    """Return the year, month or week so many before the telling, and none of its days after."""
    first, last = said_on.earliest, said_on.latest
    window = Window(
        first if first == BEGINNING else _around(first, unit, number).earliest,
        last if last == END else _around(last, unit, number).latest,
    )
    return window & Window(latest=last)


def _around(day: date, unit: str, number: int) -> Window:
    if unit == "week":
        monday = day - timedelta(days=day.weekday() - 7 * number)
        return Window(monday, monday + timedelta(days=6))
    if unit == "month":
        return month_of(day, number)
    return Window(date(day.year + number, 1, 1), date(day.year + number, 12, 31))


def _feast(phrase: Phrase, year: int) -> _Time | str:
    """Return a feast's days; a year with none or two of them is asked back."""
    known = feast_days()[phrase.first]
    days = [one for one in known if one.earliest.year == year]
    if not days:
        years = f"from {known[0].earliest.year} to {known[-1].earliest.year}"
        return f"has no computed days here: {phrase.name} is known {years}; write the days"
    if len(days) > 1:
        both = " or ".join(f"{one.earliest}/{one.latest}" for one in days)
        return f"was twice in {year}; write {both}"
    first, last, margin = days[0].earliest, days[0].latest, int(phrase.last)
    return _Time(
        Window(later(first, -margin), later(last, margin)),
        (phrase.name,),
        phrase.kind,
        Window(later(first, margin), later(last, -margin)),
    )


def _dated(phrase: Phrase, blanks: tuple[str, ...], said_on: Window) -> _Time | str:
    """Read the two sides of a phrase.

    A side that is empty is open, up to the time named or from its end on; `..` is open and
    takes that time in.
    """
    sides = [
        _side(form, blank, said_on)
        for form, blank in zip(
            (phrase.first, phrase.last), _completed(blanks, said_on), strict=True
        )
    ]
    problem = next((side for side in sides if isinstance(side, str)), None)
    if problem is not None:
        return problem
    first, last = (side for side in sides if isinstance(side, _Time))
    if not phrase.first:  # "before March 2017" ends where March begins
        window = Window(BEGINNING, later(last.window.earliest, -_apart(last)))
    elif not phrase.last:
        window = Window(later(first.window.latest, _apart(first)), END)
    else:
        window = Window(first.window.earliest, last.window.latest)
    names = dict.fromkeys((phrase.name, *first.names, *last.names))
    return "" if window.empty else _Time(window, tuple(names), phrase.kind, window)


def _apart(time: _Time) -> int:
    """Return the days to what is before or after a time: an hour leaves the rest of its day."""
    return 0 if time.kind == "hour" else 1


def _completed(blanks: tuple[str, ...], said_on: Window) -> tuple[str, str]:
    """Return two blanks; the first may leave out what the second ends with, as its year."""
    first, last = blanks[0], blanks[-1]
    if first == last or isinstance(_whole(first, said_on), _Time):
        return first, last
    words = last.split()
    ends = (" ".join(words[-count:]) for count in (1, 2) if count < len(words) + 1)
    longer = (f"{first} {end}" for end in ends)
    return next((one for one in longer if isinstance(_whole(one, said_on), _Time)), first), last


def _side(form: str, blank: str, said_on: Window) -> _Time | str:
    """Read one side: `{year}-01`, `{month}-10`, `{season}-2` or `{date}~`, its blank filled."""
    if form in {"", ".."}:
        return _Time(ALWAYS)
    name, _, part = form.removeprefix("{").partition("}")
    if name in {"year", "next", "decade"} and blank.isdecimal():
        return _Time(edtf_window(blank + part))
    time = _whole(blank, said_on)
    if not isinstance(time, _Time):
        return time if isinstance(time, str) else ""
    window = _part_of(name, part, time, blank)
    return "" if window is None else replace(time, window=window)


def _part_of(name: str, part: str, time: _Time, blank: str) -> Window | None:
    """Return what a side takes of the time in its blank; None where it is no such time."""
    match name:
        case "year" if time.window.earliest.year == time.window.latest.year:
            return edtf_window(f"{time.window.earliest:%Y}{part}")
        case "month" if time.window == month_of(time.window.earliest):
            return _day_of_month(time.window, part)
        case "season" if time.kind == "season":
            return month_of(time.window.earliest, int(part[1:]) - 1)
        case "feast" | "day":
            return _day_of_feast(time, part) if name == "feast" else _day_beside(time, part)
        case "date" if _is_inside(time):
            return _about(time) if part and "~" not in blank else time.window
    return None


def _day_of_feast(feast: _Time, part: str) -> Window | None:
    """Return the days that are surely of a feast, or those that may be its second or last."""
    if feast.kind == "feast" and not part:
        return feast.core
    if feast.kind != "feast" or feast.core == feast.window:  # no day of it is computed
        return None
    if part == "-last":
        return Window(feast.core.latest, feast.window.latest)
    return _begun(feast).shifted(int(part), int(part))


def _day_beside(time: _Time, part: str) -> Window | None:
    """Return the day so many days beside a time that is one day."""
    one_day = time.window.earliest == time.window.latest
    if not one_day or not (_is_inside(time) or "telling" in time.kind):
        return None
    return time.window.shifted(int(part or 0), int(part or 0))


def _about(time: _Time) -> Window:
    """Widen a time by its unit; a part of a year that a convention names, by a month."""
    first, last = time.window.earliest, time.window.latest
    if time.kind == "hour":
        return time.window
    if time.kind == "stated" or (last - first).days > _PART_OF_A_YEAR:
        return about(time.window)
    return Window(later(first, -31), later(last, 31))


def _day_of_month(month: Window, part: str) -> Window:
    day = month.earliest.replace(day=int(part[1:])) if part else month.latest
    return Window(day, day)


def _time(words: str, said_on: Window) -> Window | None:
    """Return what words mean as a time, so that only such words are offered as can be read."""
    read = _whole(words, said_on)
    return read.window if isinstance(read, _Time) else None
