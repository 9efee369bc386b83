"""The first page about a family: prose for a reader who reads nothing else.

It says who the children are, what happened, who is left, and since when nobody is. Then comes
what the family asked, and what is asked of the reader. Each sentence has its footnote.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.export.child_briefing.disclosure_policy import WITHHELD
from graph.export.child_briefing.timeline_text import NO_ANSWER, NOT_TO_WHOM, NOT_WHEN
from graph.export.documents.notes import merged
from graph.export.documents.sentences import PROSE_HEADS
from graph.export.package import (
    Appeal,
    ChildBriefing,
    Package,
    RelativeLine,
    Statement,
    StoryLine,
)
from graph.record.vocabulary import Left
from graph.words.name_marks import ASKED_NOT, with_marks
from graph.words.prose import listed
from graph.words.wording import LEFT_WORDS, UNCLEAR_HOW_LONG

MOST_EVENTS = 8
_FEWEST_EVENTS = 5
_TELLING = 5
"""The weight from which an event belongs on the first page."""
_MOST_APPEALS = 4
_MOST_LEFT = 4
_STILL = {
    LEFT_WORDS[Left.YES]: "Recorded as left to contact",
    LEFT_WORDS[Left.POSSIBLY]: "Possibly left to contact",
}
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_NO_ARTICLE = frozenset(
    {
        *("a", "an", "another", "child", "family", "many", "one"),
        *("other", "others", "several", "some", "somebody", "the", "two"),
    }
)
"""First words of names that take no "the" before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseSection:
    """A part of the first page: a few words over it, and its sentences."""

    heading: str
    sentences: tuple[Statement, ...]
    bullets: bool = False


Cite = Callable[[Statement, str], Statement]


def first_page(
    briefings: Sequence[ChildBriefing], package: Package, cite: Cite
) -> tuple[ProseSection, ...]:
    """Return the parts of the first page that have something to say.

    Args:
        briefings: of the children of one family.
        cite: sets the footnote of a sentence, and for which children it holds.
    """
    made = FamilyProse(briefings, package)
    parts = {
        "children": made.children(),
        "happened": made.happened(),
        "left": made.left(),
        "asked": made.asked(),
        "plea": ((Statement(text=text), "") for text in package.plea),
    }
    said = {name: tuple(cite(one, of) for one, of in part) for name, part in parts.items()}
    return tuple(
        ProseSection(heading=PROSE_HEADS[name], sentences=sentences, bullets=name == "happened")
        for name, sentences in said.items()
        if sentences
    )


Said = Iterator[tuple[Statement, str]]
"""Sentences, each with the names of the children for whom it holds; "" is for all."""


class FamilyProse:
    """The sentences about the children of one family."""

    def __init__(self, briefings: Sequence[ChildBriefing], package: Package) -> None:
        self._briefings = briefings
        self._package = package
        self._names = [one.name for one in briefings]
        self._together = _together(len(briefings))

    def children(self) -> Said:
        """Say who they are, how old, where they were last, and that they are apart."""
        first = self._briefings[0]
        if len(self._briefings) == 1:
            aged = f", {first.age}" if first.age else ""
            yield Statement(text=f"This is about {_with_article(first.name)}{aged}."), ""
        else:
            ending = _shared_ending([one.name for one in self._briefings])
            each = [_short(one, first.family, ending) for one in self._briefings]
            about = f"This is about {self._together} of {first.family}: {listed(each)}."
            yield Statement(text=about), ""
        yield from _merged(self._briefings, lambda one: [Statement(text=one.circumstances)])
        yield from _merged(self._briefings, _last_place)

    def happened(self) -> Said:
        """Say what matters most, in the order of time: each event once for the family."""
        every: dict[tuple[object, ...], StoryLine] = {}
        for line in (line for one in self._briefings for line in one.story):
            same = (line.claims, line.before, line.who, line.after)
            known = every.get(same)
            if known is None or known.weight < line.weight:
                every[same] = line
        ranked = sorted(every.values(), key=lambda one: (-one.weight, one.began, _text(one)))
        telling = [one for one in ranked if one.weight >= _TELLING][:MOST_EVENTS]
        kept = telling if len(telling) >= _FEWEST_EVENTS else ranked[:_FEWEST_EVENTS]
        for line in sorted(
            kept, key=lambda one: (one.began, one.ended, -one.weight, _text(one))
        ):
            yield Statement(text=self.sentence(line), claims=line.claims), ""

    def left(self) -> Said:
        """Say who is left and why, who was cut off last, and that nobody is left since."""
        yield from _merged(self._briefings, _still)
        if all(map(_nobody_at_all, self._briefings)):
            yield Statement(text="Nobody is recorded as left to contact."), ""
        for one, of in merged({one.name: [_last_one(one)] for one in self._briefings}):
            line, nobody = one
            if line is not None:
                yield Statement(text=self._cut_off(line, nobody=nobody), claims=line.claims), of
        for news, of in _merged(self._briefings, _news):
            yield (news if of or len(self._briefings) == 1 else _of_all(news)), of

    def asked(self) -> Said:
        """Say what the family asked, what came of it, and how long it waits."""
        every = dict.fromkeys(appeal for one in self._briefings for appeal in one.appeals)
        for appeal in [*every][:_MOST_APPEALS]:
            yield Statement(text=self._appeal(appeal), claims=appeal.asked.claims), ""
        more = len(every) - _MOST_APPEALS
        if more > 0:
            yield Statement(text=f"More is recorded below: {more}."), ""

    def _cut_off(self, line: StoryLine, *, nobody: bool) -> str:
        after = line.after_many if line.group else line.after
        deed = "" if line.before else f", who{after}{line.place}"
        since = " Since then nobody is recorded as left to contact." if nobody else ""
        who = self.named(line.who)
        return f"The last one to be cut off was {who}{deed} {line.when}.{since}"

    def _appeal(self, appeal: Appeal) -> str:
        line = appeal.line
        if line is None:
            return f"{_capital(appeal.asked.text.replace(': ', ' ', 1))}."
        unknown = appeal.addressee in (WITHHELD, NOT_TO_WHOM)
        there = line.place.strip(" ()") == appeal.addressee
        said = self.sentence(replace(line, place="") if there else line).rstrip(".")
        if not unknown:
            asked = listed([*map(_authority, appeal.addressee.split(", "))])
            said = said.replace("an authority", asked)
        if appeal.days_without == NOT_WHEN:
            return f"{said}."
        if appeal.answer == WITHHELD:
            return f"{said}. What came of it is withheld."
        waits = appeal.answer == NO_ANSWER and appeal.days_without != UNCLEAR_HOW_LONG
        waiting = f" Time without an answer: {appeal.days_without}." if waits else ""
        return f"{said}: {appeal.answer}.{waiting}"

    def sentence(self, line: StoryLine) -> str:
        """Return an event as a sentence."""
        many = line.group or len(line.who) > 1
        after = line.after_many if many else line.after
        beside = f" {self.named(line.beside)}" if line.beside else ""
        said = f"{line.when}, {line.before}{self.named(line.who)}{after}{beside}{line.place}."
        return _capital(said)

    def named(self, names: Sequence[str]) -> str:
        """Return names in a sentence; all children of the family together are named so."""
        if len(self._names) > 1 and {*self._names} <= {*names}:
            others = [name for name in names if name not in self._names]
            return listed([*map(_with_article, others), self._together])
        return listed([*map(_with_article, names)])


def _together(many: int) -> str:
    return f"the {_NUMBERS[many] if many < len(_NUMBERS) else many} children"


def with_all_children(text: str, names: Sequence[str]) -> str:
    """Return a text in which all children of a family, named in a row, are named together.

    A name with a mark behind it stays, so that the mark stays beside it.
    """
    if len(names) == 1:
        return text
    one = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    row = rf"(?<!\w)(?:{one})(?:, (?:{one})){{{len(names) - 1}}}(?!\w| \()"

    def named(found: re.Match[str]) -> str:
        every = {*found[0].split(", ")} == {*names}
        return _together(len(names)) if every else found[0]

    return re.sub(row, named, text)


def _of_all(news: Statement) -> Statement:
    """Return a clock that all children share with a label that says so."""
    label, colon, rest = news.text.partition(":")
    return replace(news, text=label.replace("the child", "the children") + colon + rest)


def _text(line: StoryLine) -> str:
    return f"{line.before}{line.who}{line.after}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with_article(name: str) -> str:
    """Return what somebody is called in a sentence: "the mother", but "Amina"."""
    first = name.partition(" ")[0]
    bare = not first[:1].islower() or first in _NO_ARTICLE or name[-1:].isdigit()
    return name if bare or (first.endswith(("'s", "s'")) and "(" in name) else f"the {name}"


def _authority(name: str) -> str:
    """Return an authority in a sentence: "the Italian embassy in Beijing"."""
    office = re.search(r" (?:of|in|for) |(?:Ministry|Committee|Embassy)$", name)
    return f"the {name}" if name[:1].isupper() and office else name


def _short(one: ChildBriefing, family: str, ending: str) -> str:
    """Return a child with the age; what all are called alike is said before it."""
    name = one.name.removesuffix(ending).removesuffix(f" of {family}")
    return f"{name} ({one.age})" if one.age else name


def _shared_ending(names: Sequence[str]) -> str:
    """Return what all names end with, from an "of" on: "eldest of the four children"."""
    first, *others = names
    endings = (first[at.start() :] for at in re.finditer(" of ", first))
    return next((one for one in endings if all(other.endswith(one) for other in others)), "")


def _merged(
    briefings: Sequence[ChildBriefing], part: Callable[[ChildBriefing], Iterable[Statement]]
) -> Said:
    said = merged({one.name: [*part(one)] for one in briefings})
    return ((statement, of) for statement, of in said if statement.text)


def _still(one: ChildBriefing) -> Iterator[Statement]:
    """Yield who is left, and who is possibly; each with what is recorded."""
    for left, label in _STILL.items():
        rows = [row for row in one.rows if row.left == left]
        named = [_named_left(row) for row in rows[:_MOST_LEFT]]
        if len(rows) > _MOST_LEFT:
            named.append(f"and {len(rows) - _MOST_LEFT} more, listed below")
        if rows:
            claims = tuple(claim for row in rows for claim in row.reason.claims)
            yield Statement(text=f"{label}: {'; '.join(named)}.", claims=claims)


def _named_left(row: RelativeLine) -> str:
    asked = [ASKED_NOT] if row.do_not_contact else []
    name = f"somebody of {row.name}" if row.group else row.name
    return with_marks(name, [row.status, *asked, *row.cautions])


def _nobody_at_all(one: ChildBriefing) -> bool:
    """Return whether nobody is left, and nobody is said to have been cut off."""
    line, nobody = _last_one(one)
    return nobody and line is None


def _last_one(one: ChildBriefing) -> tuple[StoryLine | None, bool]:
    """Return what cut off the last one who was, and whether nobody is left since."""
    left = {LEFT_WORDS[Left.YES], LEFT_WORDS[Left.POSSIBLY], WITHHELD}
    return one.cut_off, not any(row.left in left for row in one.rows)


def _last_place(one: ChildBriefing) -> list[Statement]:
    """Return the place clock as a sentence."""
    tile = one.clocks[-1] if one.clocks else None
    if tile is None or not tile.note.text or tile.value == WITHHELD:
        return []
    text = f"{tile.label}: {tile.value} ({tile.note.text})."
    return [replace(tile.note, text=text)]


def _news(one: ChildBriefing) -> list[Statement]:
    """Return the last sign of the child as a sentence: its own voice before news of it."""
    silent = (WITHHELD, UNCLEAR_HOW_LONG)
    heard = [tile for tile in one.clocks[:-1] if tile.note.text and tile.value not in silent]
    return [
        replace(tile.note, text=f"{tile.label}: {tile.value} ({tile.note.text}).")
        for tile in heard[:1]
    ]
