"""Times as people say them: dates, seasons, feasts, lags, and times counted from the telling.

The table `graph/record/tables/phrases.csv` holds the conventions. Each row has a name, and the
name is shown wherever a window rests on it. Decision 0097 says how the table is written.
"""

import re
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
    Stretch,
    When,
    Window,
    about,
    edtf_window,
    later,
    month_of,
)
from graph.record.past_times import in_the_year, past, past_weekday
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
from graph.record.slips import SLIP, mended
from graph.record.time_advice import advice
from graph.record.time_orders import ways
from graph.record.time_parts import (
    WEEKDAY,
    edge_of,
    nth_weekday,
    week_of,
    weekday_after,
    weekday_before,
    weekday_within,
)
from graph.record.two_readings import in_one_order, winter

_PART_OF_A_YEAR: Final = 200
_INSIDE: Final = frozenset(
    ("stated", "date", "season", "feast", "hour", "about", "edge", "weekday")
)
"""Kinds of what other words can be said of: "before the summer of 2017"."""
_WINTER = re.compile(
    r"(?i)(winter(?: (?:break|holidays?|vacation))?"
    r"|turn|turn year|school year|academic year) (?:in )?"
    r"(\d{4})(?: ?[-/\u2013] ?| to | and )(\d{4}|\d\d)(?!\d)",
    re.ASCII,
)
_YEARS_FIRST = re.compile(
    r"(?i)(\d{4}(?: ?[-/\u2013] ?| to )(?:\d{4}|\d\d)) (winter|school year|academic year)"
)
_FOR_SO_LONG = re.compile(
    r"(?i)(for .+?) (?:from|starting(?: in)?|beginning(?: in)?|since) (.+)"
)
_EITHER = re.compile(r"(?i)(.*?)(\S+) (?:or|to) (\S+) ((?:day|week|month|year)s?\b.*)")
_THIS = re.compile(r"(?i)(this) (\w+)")
_TWO_SIDES = re.compile(
    r"(?i)(.*\b(?:after|before|by|earlier|later)\b.+?),? (?:but|and|,) "
    r"(.*\b(?:after|before|by|earlier|later)\b.+)"
)
_WITHIN = re.compile(r"(?i)(within \S+ (?:day|week|month|year)s?) (.*\d.*)")
_NO_TIME = re.compile(
    r"(?i)(?:later|earlier|some|any)\b.*"
    r"|(?:(?:in|on|at|during|by|the|of)(?: |$))?(?:early|late|mid)?"
)
"""Words that the rest of another time makes no time of."""
_COUNTED_BACK: Final = "counted from the telling"
_MOST_BACK: Final = 30
_LONG_FEAST: Final = 20
_RELATED = re.compile(r"(?i)(.+ (?:after|before)) (.+)")


@dataclass(frozen=True, slots=True)
class _Time:
    """A window, the names of its conventions, their kind, and the days that are sure in it."""

    window: Window
    names: tuple[str, ...] = ()
    kind: str = "stated"
    core: Window = ALWAYS


def read_when(text: str, said_on: Window = ALWAYS) -> When | Lag | Stretch:
    """Read a time as a source says it.

    Args:
        text: a date, an EDTF expression, a phrase of the table, or `@event-id`.
        said_on: when it was said; "currently" and "two years ago" count from it.

    Returns:
        A window with its basis, a stretch where the words have a beginning and an end, or a
        lag where they only relate two events or say how long something lasted.

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
    if isinstance(read, Stretch):
        return replace(read, text=text)
    return When(text=text, window=read.window, basis=", ".join(read.names) or "stated")


def _one_winter(years: re.Match[str]) -> str:
    time, year, last = years.groups()
    following = int(year) + 1
    if int(last) not in (following, following % 100):
        problem = "is more than one of them; write first and last month: YYYY-MM/YYYY-MM"
        raise InvalidDate(years[0], problem)
    time = "turn year" if time.lower() == "turn" else time
    return f"{time} {year}-{following}"


@lru_cache(maxsize=20_000)
def _whole(said: str, said_on: Window) -> _Time | Lag | Stretch | str:
    """Read words; what is wrong with them as a sentence, "" where they are not known."""
    problem, stretch = "", None
    try:
        same = _YEARS_FIRST.sub(r"\2 \1", in_one_order(same_words(said)))
        for words in ways(_WINTER.sub(_one_winter, same)):
            read = _read(words, said_on)
            if isinstance(read, Stretch):  # "early to mid-May" is one time in other words
                stretch = stretch or read
            elif not isinstance(read, str):
                return read
            else:
                problem = problem or read
        if stretch is not None:
            return stretch
    except InvalidDate as error:
        return "" if error.problem == NOT_KNOWN else error.problem
    if not problem and (meant := mended(said)):
        read = _whole(meant, said_on)
        return replace(read, names=(*read.names, SLIP)) if isinstance(read, _Time) else ""
    return problem


def _read(words: str, said_on: Window) -> _Time | Lag | Stretch | str:
    window = _plain(words)
    if window is not None:
        return _Time(window, core=window)
    if literal := literals().get(words.lower()):
        return _applied(literal, (), said_on)
    if re.fullmatch(r"(?i)winter \d{4}", words):
        return winter(int(words[-4:]))
    problem = ""
    for phrase in with_blanks(words):
        if match := pattern_of(phrase).fullmatch(words):
            read = _applied(phrase, match.groups(), said_on)
            if not isinstance(read, str):
                return read
            problem = problem or read
    return (
        problem
        or _either(words, said_on)
        or _counted_back(words, said_on)
        or _beside(words, said_on)
        or _both(words, said_on)
        or _so_long_from(words, said_on)
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


def _counted_back(words: str, said_on: Window) -> _Time | str:
    """Read "March last year"; a telling that reaches over the turn of a year allows both.

    "This March" is the one of this year, where it has begun by the telling.
    """
    if this := _THIS.fullmatch(words):
        is_day = re.fullmatch(WEEKDAY, this[2], re.IGNORECASE)
        words = f"{this[2]} in this week" if is_day else f"{this[2]} this year"
    reads = [_whole(one, said_on) for one in in_the_year(words, said_on, number_of)]
    times = [one for one in reads if isinstance(one, _Time) and _is_inside(one)]
    if not times or len(times) < len(reads):
        return next((one for one in reads if isinstance(one, str)), "")
    if any(_is_long(one) for one in times):
        return ""
    window = (times[0].window | times[-1].window) & Window(latest=said_on.latest)
    named = dict.fromkeys((_COUNTED_BACK, *times[0].names))
    return "" if window.empty else replace(times[0], window=window, names=tuple(named))


def _is_long(time: _Time) -> bool:
    """Return whether a time is no part of a year: "about two years ago" counts otherwise."""
    return (time.window.latest - time.window.earliest).days > _PART_OF_A_YEAR


def _past(phrase: Phrase, blanks: tuple[str, ...], said_on: Window) -> _Time | str:
    """Read "last autumn", "two winters ago" and "last Friday"."""
    count = number_of(blanks[0]) if phrase.first == "n" else int(phrase.first)
    name = blanks[-1]
    if said_on == ALWAYS or count is None or count > _MOST_BACK:
        return ""
    told = (said_on.earliest, said_on.latest)
    if re.fullmatch(WEEKDAY, name, re.IGNORECASE):
        days = [past_weekday(name, count, day, plainly=bool(phrase.last)) for day in told]
        return _Time(days[0] | days[1], (phrase.name,), "telling")
    named = {
        past(name, count, day, lambda words: _time(words, said_on), plainly=bool(phrase.last))
        for day in told
    }
    words = named.pop()
    if named or not words:
        return ""
    if " or " in words:
        return f"can be {words}; write the one that was meant"
    time = _whole(words, said_on)
    if not isinstance(time, _Time) or not _is_inside(time):
        return ""
    return replace(time, names=(phrase.name, *time.names))


def _edge(phrase: Phrase, blanks: tuple[str, ...], said_on: Window) -> _Time | str:
    """Read "the first two weeks of May 2017" and "the last days of 2017"."""
    count = number_of(blanks[0])
    time = _whole(blanks[-1], said_on)
    if not isinstance(time, _Time) or not _is_inside(time) or not count:
        return time if isinstance(time, str) else ""
    part = edge_of(time.window, phrase.first, count, phrase.last)
    return "" if part is None else _Time(part, (phrase.name, *time.names), phrase.kind, part)


def _stretch(phrase: Phrase, blanks: tuple[str, ...], said_on: Window) -> Stretch | str:
    """Read "from March to mid-May 2018", "until 2018" and "throughout 2018"."""
    words = _completed(blanks, said_on)
    reads = [_whole(one, said_on) for one in words]
    times = [one for one in reads if isinstance(one, _Time) and not one.kind.endswith("now")]
    if len(times) < len(reads):
        return next((one for one in reads if isinstance(one, str)), "")
    names = ", ".join(dict.fromkeys((phrase.name, *times[0].names, *times[-1].names)))
    first, last = (
        When(text=text, window=time.window, basis=", ".join(time.names) or "stated")
        for text, time in zip(words, times, strict=True)
    )
    if not phrase.first:  # only the end was said
        first = replace(first, window=Window(latest=first.window.latest), basis=phrase.name)
    if first.window.latest > last.window.latest or first.window.earliest > last.window.earliest:
        return ""
    return Stretch(first=first, last=last, basis=names, divided=phrase.last != "?")


def _so_long_from(words: str, said_on: Window) -> Stretch | str:
    """Read "for three months from September 2017"."""
    if (parts := _FOR_SO_LONG.fullmatch(words)) is None:
        return ""
    length, time = (_whole(part, said_on) for part in parts.groups())
    if not isinstance(length, Lag) or not isinstance(time, _Time) or not _is_inside(time):
        return time if isinstance(time, str) else ""
    ended = time.window.shifted(length.least, length.most)
    if END in (length.most, ended.latest):
        return ""
    basis = ", ".join((length.basis, *time.names))
    last = When(text=f"{ended.earliest}/{ended.latest}", window=ended, basis=length.basis)
    return Stretch(first=When(text=parts[2], window=time.window), last=last, basis=basis)


def _both(words: str, said_on: Window) -> _Time | str:
    """Read "after March but before June 2017": what both allow."""
    sides = _TWO_SIDES.fullmatch(words)
    if sides is None:
        return ""
    one, other = (_whole(side, said_on) for side in _completed(sides.groups(), said_on))
    if not isinstance(one, _Time) or not isinstance(other, _Time):
        return ""
    window = one.window & other.window
    if window.empty or {one.kind, other.kind} != {"bound"}:
        return ""
    return _Time(window, tuple(dict.fromkeys((*one.names, *other.names))), "bound")


def _beside(words: str, said_on: Window) -> _Time | str:
    """Read "two weeks after 24 June 2018"."""
    related = _RELATED.fullmatch(words) or _WITHIN.fullmatch(words)
    if related is None or re.search(WEEKDAY, related[1], re.IGNORECASE):
        return ""
    lag, time = _whole(related[1], said_on), _whole(related[2], said_on)
    if not isinstance(lag, Lag) or not isinstance(time, _Time) or not _is_inside(time):
        return time if isinstance(time, str) else ""
    window = time.window
    if related.re is _WITHIN:
        window = window | window.shifted(-(lag.most or 0), 0).shifted(0, lag.most)
    elif counted_from(lag.basis) == "after":
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
    if not isinstance(time, _Time) or not (_is_inside(time) or time.kind == "telling"):
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


def _applied(  # noqa: C901, PLR0911 - a kind of phrase each
    phrase: Phrase, blanks: tuple[str, ...], said_on: Window
) -> _Time | Lag | Stretch | str:
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
        case "past":
            return _past(phrase, blanks, said_on)
        case "edge":
            return _edge(phrase, blanks, said_on)
        case "stretch":
            return _stretch(phrase, blanks, said_on)
        case "week":
            week = week_of(*map(int, blanks))
            return _Time(week, (phrase.name,), "date", week) if week is not None else ""
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
    """Return two blanks, each with what it leaves out of the other: a month, a year.

    "November to February 2018" began in the year before.
    """
    first, last = blanks[0], blanks[-1]
    if first == last:
        return first, last
    if not _NO_TIME.fullmatch(last):
        begins = [
            f"{' '.join(first.split()[:-1])} ",
            first[:5] if first[4:5] == "\u5e74" else "",
        ]
        longer = (
            last,
            *(one + last for one in begins if one.strip()),
            f"{last} {first.split()[-1]}",
        )
        last = next((one for one in longer if isinstance(_whole(one, said_on), _Time)), last)
    end = _whole(last, said_on)
    if not isinstance(end, _Time) or _NO_TIME.fullmatch(first):
        return first, last
    words = last.split()
    ends = [" ".join(words[-count:]) for count in (1, 2) if count <= len(words)]
    if re.fullmatch(r"\d{4}", ends[0]):
        ends.append(str(int(ends[0]) - 1))
    for longer_first in (first, *(f"{first} {one}" for one in ends)):
        time = _whole(longer_first, said_on)
        if isinstance(time, _Time) and (
            longer_first == first or time.window.earliest <= end.window.latest
        ):
            return longer_first, last
    return first, last


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
        case "month" if time.kind == "stated" and time.window == month_of(time.window.earliest):
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
    if part.startswith("-last"):
        days = int(part.removeprefix("-last") or 0)
        return _within_feast(feast, Window(feast.core.latest, feast.window.latest), days)
    if part.startswith("*"):
        return _within_feast(feast, _begun(feast), int(part[1:]))
    return _begun(feast).shifted(int(part), int(part))


def _within_feast(feast: _Time, day: Window, days: int) -> Window | None:
    """Return the day so many days on, of a feast that is long enough to have such parts."""
    is_short = days and (feast.core.latest - feast.core.earliest).days < _LONG_FEAST
    return None if is_short else day.shifted(days, days)


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
