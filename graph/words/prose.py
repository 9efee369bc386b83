"""Sentences about events as a person would write them: who, what was done, and when.

A deed is made from the words of a type of event. A new type needs nothing here where its words
begin as those of others do.
"""

import unicodedata
from calendar import month_name, monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Event
from graph.record.dates import ALWAYS, BEGINNING, END, Window

_SUFFERED = frozenset(
    {
        *("born", "deported", "harassed", "imprisoned", "in", "injured", "interrogated"),
        *("killed", "made", "matched", "placed", "pressed", "refused", "registered"),
        *("released", "reunified", "seen", "sentenced", "taken", "threatened", "told"),
        *("transferred", "under"),
    }
)
"""First words of what somebody suffers or is in: "taken to a camp"."""
_ABOUT = {
    "remains found": ("the remains of ", "were found"),
    "contact lost": ("contact with ", "was lost"),
    "control of the place changed": ("", "took control of the place"),
    "place came under the control of the country of risk": ("", "took control of the place"),
    "place left the control of the country of risk": ("", "took control of the place"),
    "contact resumed": ("contact with ", "was resumed"),
    "line dead": ("the line of ", "was dead"),
    "no one left to ask": ("", "could no longer be asked"),
    "place emptied": ("", "left the place empty"),
    "sent to forced labour": ("", "was sent to forced labour"),
    "unfriended": ("", "ended the contact on a messaging service"),
    "lives with": ("", "lived with"),
    "comes from": ("", "came from"),
    "spoke by telephone": ("", "spoke by telephone with"),
    "has had no answer from an authority": ("", "had no answer from an authority"),
}
"""Words that no rule turns into a sentence: what comes before the name, and what after it."""
_PAPERS = frozenset({"passport", "permit", "citizenship"})
_OPEN_ENDED = ("for", "with")
_GOING = ("move", "moved", "returned", "travelled")
_MANY = {"was": "were", "could": "could"}
_HELPS = frozenset({*_MANY, *_MANY.values(), "has"})
"""Verbs before which no doubt is said: "was possibly refused"."""
_THINGS = (
    *("passport renewal", "passport", "permit", "citizenship", "control of the place"),
    *("place", "contact", "line", "remains"),
)
"""What something happened to, where an event's words begin with it; the longer ones first."""
_DONE = frozenset(
    {
        *("adopted", "advised", "appealed", "asked", "began", "closed", "declined"),
        *("did", "died", "disappeared", "ended", "fell", "had", "held", "left"),
        *("lived", "moved", "opened", "passed", "returned", "sent", "spoke"),
        *("stopped", "took", "travelled", "visited", "warned", "was", "were"),
        *("withdrew", "wrote"),
    }
)
"""First words that are a verb in the past already."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is said around the name of who did or suffered something.

    `before` is "contact with " or the like; `verb` has its form for one person. Of one that
    `takes` somebody, the sentence goes on with a name.
    """

    before: str
    verb: str
    takes: bool = False

    def after(self, *, many: bool, possibly: bool) -> str:
        """Return what follows the name: " were possibly taken to a camp"."""
        first, _, rest = self.verb.partition(" ")
        first = _MANY.get(first, first) if many and not self.before else first
        return f" {with_doubt(f'{first} {rest}'.rstrip(), doubtful=possibly)}"


def with_doubt(words: str, *, doubtful: bool = True) -> str:
    """Return what happened, in words, with its doubt where a sentence has it.

    That is before the verb: "possibly taken to a camp", "contact possibly lost". After one that
    helps, it is "was possibly refused by an authority". Words may follow those of the event.
    """
    if not doubtful or not words:
        return words
    before = next((one for one in _THINGS if words.startswith(f"{one} ")), "")
    if not before and words.partition(" ")[0] in _HELPS:
        before = words.partition(" ")[0]
    return f"{before} possibly {words.removeprefix(before).lstrip()}".lstrip()


def deed(words: str) -> Deed | None:
    """Return the deed of a type of event, from its words; None where no sentence is known."""
    first, _, rest = words.partition(" ")
    if words in _ABOUT:
        before, verb = _ABOUT[words]
        return Deed(before, verb, takes=verb.endswith(_OPEN_ENDED))
    if first in _SUFFERED:
        return Deed("", f"was {words}")
    if first in _PAPERS and rest:
        thing, _, what = words.rpartition(" ")
        return Deed(f"the {thing} of ", f"was {what}")
    if first in _DONE:
        return Deed(
            "", words, takes=words.endswith(_OPEN_ENDED) or (not rest and _acts_on(first))
        )
    return None


def _acts_on(verb: str) -> bool:
    return verb in ("adopted", "advised", "visited", "warned")


def place_beside(event: Event, place: str) -> str:
    """Return where it was: " in Kashgar", or in brackets where it may be no more."""
    if not place:
        return ""
    kind = event.type
    if kind.words.endswith((" at", " from")):
        return f" {place}"
    if kind.words.endswith(_GOING):
        return f" to {place}"
    inside = kind.tells_place == "at" and not kind.institution
    return f" in {place}" if inside else f" ({place})"


def listed(names: Sequence[str]) -> str:
    """Return names as in a sentence: "A, B and C"; "" of none."""
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last


def dated(window: Window) -> str:
    """Return a time in a sentence: "in April 2017", "between March 2017 and June 2018".

    It is said in years or months where the window is whole ones, else in days.
    """
    if window == ALWAYS or window.empty:
        return "at an unknown time"
    first, last = _first(window), _last(window)
    if window.earliest == BEGINNING:
        return f"by {last}"
    if window.latest == END:
        return f"from {first} on"
    if first == last:
        return f"{'on' if window.earliest == window.latest else 'in'} {first}"
    year = f" {window.latest.year}"
    if window.earliest.year == window.latest.year and last.endswith(year):
        first = first.removesuffix(year)
    return f"between {first} and {last}"


def as_sentence(mark: str) -> str:
    """Return words, as a mark behind a name, as a sentence of their own."""
    return f"{mark[:1].upper()}{mark[1:]}."


def as_mark(sentence: str) -> str:
    """Return a sentence as a mark behind a name."""
    return f"{sentence[:1].lower()}{sentence[1:].rstrip('.')}"


def in_words(day: date) -> str:
    """Return a day as it is written in a letter: "24 June 2018"."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def _first(window: Window) -> str:
    return _as_whole(window, window.earliest)


def _last(window: Window) -> str:
    return _as_whole(window, window.latest)


def _as_whole(window: Window, day: date) -> str:
    """Return one end of a window in the largest unit of which both ends are whole ones."""
    begins = (window.earliest == BEGINNING, window.earliest.day, window.earliest.month)
    last = window.latest
    ends = monthrange(last.year, last.month)[1] == last.day
    if not (window.latest == END or ends) or not (begins[0] or begins[1] == 1):
        return in_words(day)
    years = (begins[0] or begins[2] == 1) and (window.latest == END or last.month == 12)  # noqa: PLR2004
    return str(day.year) if years else f"{month_name[day.month]} {day.year}"


def aged(born: Window, day: date) -> str:
    """Return how old somebody is on a day: "9 or 10 years old"; "" if that is not known."""
    if born.earliest == BEGINNING or born.latest == END or born.earliest > day:
        return ""
    least, most = _years(born.latest, day), _years(born.earliest, day)
    years = f"{least}" if least == most else f"{least} to {most}"
    if most - least == 1:
        years = f"{least} or {most}"
    return f"{years} {'year' if most == 1 else 'years'} old"


def own_script(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are written in other letters than Latin ones."""
    return tuple(one for one in names if any(_is_other(letter) for letter in one))


def _is_other(letter: str) -> bool:
    return letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith("LATIN")


def _years(born: date, day: date) -> int:
    return max(day.year - born.year - ((day.month, day.day) < (born.month, born.day)), 0)
