"""The answer for one child in sentences: page, terminal, JSON and briefing all read these.

The words of the rule's values are in `graph/words/wording.py`. The voice decides how names and
times are written. So each audience reads the same sentences with what it may know.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from graph.facts.adding_up import Event, Person, Sureness
from graph.record.dates import ALWAYS, Window
from graph.record.vocabulary import Left, SeparatedWay
from graph.rule.answer import ChildAnswer, Relative, SourceCount, family_heads
from graph.rule.clocks import Clock
from graph.rule.left import Answer
from graph.rule.network import Network
from graph.words.cautions import caution_marks, cautions
from graph.words.doubt import Doubt, clock_doubt, doubt
from graph.words.marks import Mark, mark_of
from graph.words.name_marks import NameMarks, with_marks
from graph.words.prose import aged, as_sentence, own_script, with_doubt
from graph.words.wording import (
    APART_WORDS,
    CARE_WORDS,
    DOUBTED_END,
    EMPTIED,
    LEFT_WORDS,
    PLAIN,
    STOP,
    STOP_OF,
    THREAD_STATES,
    UNCLEAR_HOW_LONG,
    UNDER_PRESSURE,
    Voice,
    before_day,
    convention,
    counted,
    how_many_left,
    nobody,
    separated_words,
    status_words,
)

SURENESS_WORDS = {
    Sureness.NO: "not counted",
    Sureness.MAYBE: "doubtful",
    Sureness.CERTAIN: "recorded as certain",
}
NOT_RECORDED = "not recorded"
_HEARD = (Left.YES, Left.UNKNOWN, Left.POSSIBLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockText:
    """One of the four clocks: its name in `Clocks`, its label, its value and its note.

    `when` are the times in the note: since when, and until when what lasts is known.
    """

    name: str
    label: str
    value: str
    note: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeText:
    """One relative in sentences; what is not recorded is "".

    `named` is name and relation with what must be seen beside them; `since` and `convention`
    say since when the answer holds and how that date was worked out; `requests` are the
    relative's own requests not to be contacted.
    """

    relative: Relative
    name: str
    relation: str
    named: str
    stop: str
    requests: tuple[str, ...]
    cautions: tuple[str, ...]
    mark: Mark
    left: str
    status: str
    reason: str
    since: str
    convention: str
    last_heard: str
    later: tuple[tuple[Event, str], ...]
    care: str

    @property
    def answer(self) -> str:
        """Return the answer and the status in one line."""
        return f"{self.left}: {self.status}"

    @property
    def after(self) -> str:
        """Say what happened after the day, or may have; "" where nothing is recorded."""
        later = "; ".join(text for _, text in self.later)
        return f"After this day, or perhaps after it: {later}." if later else ""


@dataclass(frozen=True)
class AnswerText:
    """The answer for one child in sentences, each made once.

    `sources` are those that may be counted; None: all that the answer was read from.
    """

    answer: ChildAnswer
    plain: Voice = PLAIN
    sources: SourceCount | None = None

    @cached_property
    def marks(self) -> NameMarks:
        """Return what must be seen beside the names around the child, on whatever day."""
        likeness = self.plain.likeness
        relatives = self.answer.relatives
        return NameMarks(
            stopped=self.answer.stops.keys(),
            cautions={r.person.id: caution_marks(r, likeness=likeness) for r in relatives},
        )

    @cached_property
    def voice(self) -> Voice:
        """Return the voice of every sentence: it names nobody without their marks."""
        return self.plain.marked(self.marks)

    def called(self, person: str) -> str:
        """Return the name of somebody by id, with what must be seen beside it."""
        people = self.answer.network.all_facts.people
        return self.voice.name(people[person]) if person in people else "somebody not recorded"

    @cached_property
    def child(self) -> str:
        """Return the name of the child."""
        return self.called(self.answer.network.child.id)

    @cached_property
    def family(self) -> str:
        """Name the family by the child's parents."""
        return " and ".join(map(self.voice.name, family_heads(self.answer.network)))

    @cached_property
    def title(self) -> str:
        """Return the title of the child's page."""
        return f"Who is recorded as left to contact for {self.child}"

    @cached_property
    def about_child(self) -> str:
        """Return the child's name in its own script, and the age on the day; "" of neither."""
        child = self.answer.network.child
        names = own_script(child.other_names)
        age = aged(child.born, self.answer.as_of)
        return " · ".join([*names, *([f"{age} on this day"] if age else [])])

    @cached_property
    def relatives(self) -> tuple[RelativeText, ...]:
        """Return everybody within reach, by closeness."""
        return tuple(map(self._relative, self.answer.relatives))

    @cached_property
    def headline(self) -> str:
        """Answer the question in a sentence."""
        yes, possibly = individuals(self.answer)
        if yes or possibly:
            names = list(self._named(Left.YES))
            perhaps = list(self._named(Left.POSSIBLY))
            names += [f"possibly {name}" for name in perhaps] if yes else perhaps
            main = f"{how_many_left(yes, possibly)}: {'; '.join(names)}."
        else:
            count = self._counted
            main = nobody(_sources(count), count.until, self.plain)
        return f"{self.answer.as_of.isoformat()}: {main}{self._groups()}"

    @property
    def _counted(self) -> SourceCount:
        return self.answer.sources if self.sources is None else self.sources

    def _named(self, value: Left) -> Iterator[str]:
        for one in self.relatives:
            if one.relative.answer.left is value and not one.relative.group:
                pressed = any(event.duress for event in one.relative.answer.evidence)
                yield with_marks(one.named, [UNDER_PRESSURE] if pressed else [])

    def _groups(self) -> str:
        groups = [
            f"{self.called(one.relative.person.id)} ({one.left})"
            for one in self.relatives
            if one.relative.group and one.relative.answer.left in (Left.YES, Left.POSSIBLY)
        ]
        return f" Somebody of a group: {'; '.join(groups)}." if groups else ""

    @cached_property
    def stopped(self) -> str:
        """Name everybody near who asked not to be contacted; "" where nobody did."""
        around = self.answer.network
        people = around.all_facts.people
        near = {around.child.id, *around.siblings}
        near |= {relative.person.id for relative in self.answer.relatives}
        stops = [id_ for id_ in self.answer.stops if id_ in near & people.keys()]
        names = "; ".join(self.plain.name(people[id_]) for id_ in stops)
        return STOP_OF.format(names=names) if names else ""

    @cached_property
    def died_before(self) -> str:
        """Name the people who died before the child was born, and so are not listed."""
        dead = ", ".join(map(self.voice.name, self.answer.history))
        return f"Died before {self.child} was born, and not listed: {dead}." if dead else ""

    @cached_property
    def apart(self) -> tuple[str, ...]:
        """Say from whom the child is apart on the day, a sentence for each way."""
        named = {one.relative.person.id: one.named for one in self.relatives}
        found: dict[SeparatedWay, list[str]] = {}
        for one in self.answer.board.apart:
            name = named.get(one.person) or self.called(one.person)
            perhaps = "" if one.sure is Sureness.CERTAIN else "possibly "
            found.setdefault(one.way, []).append(f"{perhaps}{name}")
        return tuple(
            APART_WORDS[way].format("; ".join(found[way]))
            for way in SeparatedWay
            if way in found
        )

    @cached_property
    def circumstances(self) -> str:
        """Say whether the child is apart from a parent on the day, and from when on adult."""
        board = self.answer.board
        parts = [f"On this day: {separated_words(board.separated, board.way)}."]
        grown = self.answer.board.adult_since
        if grown is not None:
            parts.append(f"Adult since {self.plain.window(Window(grown, grown))}.")
        if self.answer.known_on is not None:
            parts.append(f"As known on {self.answer.known_on.isoformat()}.")
        return " ".join(parts)

    @cached_property
    def sources_read(self) -> str:
        """Say how many sources were read, and until when they speak."""
        count = self._counted
        until = "" if count.until is None else f"; recorded until {self._last(count.until)}"
        return f"Sources read: {_sources(count)}{until}."

    def _last(self, window: Window) -> str:
        """Return the last day of a window."""
        if window.latest == ALWAYS.latest:
            return "an unknown day"
        return self.plain.window(Window(window.latest, window.latest))

    @cached_property
    def thread(self) -> str:
        """Say whether one person is the last one."""
        return THREAD_STATES[self.answer.thread.state]

    @cached_property
    def cut_off(self) -> str:
        """Say who was cut off last, and by what."""
        lost = self.answer.thread.lost
        if not lost:
            return "nobody is recorded as cut off"
        last = next(r for r in self.answer.relatives if r.person.id == lost[0])
        around, day = self.answer.network, self.answer.as_of
        said = cut_off_words(last.person, last.answer.deciding, around, day, self.voice)
        return f"cut off last: {said}"

    @cached_property
    def clocks(self) -> tuple[ClockText, ...]:
        """Return the four clocks, each with its doubt."""
        shown = self.answer.clocks
        return (
            self._clock("direct_voice", "Since the child's own voice", shown.direct_voice),
            self._clock("relayed_news", "Since news of the child", shown.relayed_news),
            self._clock("proof_of_life", "Since a sign of life", shown.proof_of_life),
            self._last_place(shown.last_place),
        )

    def _clock(self, name: str, label: str, shown: Clock | None) -> ClockText:
        if shown is None:
            return ClockText(name=name, label=label, value=NOT_RECORDED)
        unsure = clock_doubt(shown, self.answer.network, self.answer.as_of, self.voice)
        ago = self._ago(shown.window)
        value = unsure.of(ago) if ago else UNCLEAR_HOW_LONG
        when = self._clock_when(shown)
        note = unsure.happened(f"{shown.events[0].type.words}, {when}")
        return ClockText(name=name, label=label, value=value, note=note, when=when)

    def _last_place(self, shown: Clock | None) -> ClockText:
        dated = self._clock("last_place", "Last known place", shown)
        if shown is None:
            return dated
        places, last = self.answer.network.borders.places, shown.events[0]
        name = "a place that is not named"
        if last.place in places:
            name = self.plain.place(places[last.place])
        unsure = clock_doubt(shown, self.answer.network, self.answer.as_of, self.voice)
        ago = self._ago(shown.window)
        note = f"{dated.note}; {before_day(ago, 'ago')}" if ago else dated.note
        return replace(dated, value=unsure.of(name), note=note)

    def _clock_when(self, shown: Clock) -> str:
        last = shown.events[0]
        until = "" if last.span.end is None else f", until {self._last(last.span.end)}"
        return f"{self.plain.when(last)}{until}"

    def _ago(self, window: Window) -> str:
        """Say how long before the day something was; "" where that is unclear."""
        ago = self.plain.ago(window, self.answer.as_of)
        return "" if ago == UNCLEAR_HOW_LONG else ago

    def _what(self, event: Event) -> str:
        return f"{event.type.words}, {self.plain.when(event)}"

    def _doubted(self, event: Event) -> str:
        """Return an event in a few words, with its doubt and who believes it."""
        return self._doubt(event).happened(self._what(event))

    def _doubt(self, event: Event) -> Doubt:
        return doubt(event, self.answer.network, self.answer.as_of, self.voice)

    def _relative(self, relative: Relative) -> RelativeText:
        name, relation = self.plain.name(relative.person), relative.reached.relation
        both = name if name.startswith(relation) else f"{name}, {relation}"
        result = relative.answer
        event = result.deciding
        return RelativeText(
            relative=relative,
            name=name,
            relation=relation,
            named=self.marks.name(both, relative.person.id),
            stop=STOP if relative.do_not_contact else "",
            requests=tuple(deed(one, self.plain) for one in relative.do_not_contact),
            cautions=cautions(self.answer, relative),
            mark=mark_of(result),
            left=LEFT_WORDS[result.left],
            status=status_words(result),
            reason=" ".join(part for part in self._reason(result) if part),
            since="" if event is None else self._doubt(event).behind(self.plain.when(event)),
            convention="" if event is None else convention(event),
            last_heard=self._last_heard(result),
            later=tuple((one, deed(one, self.plain)) for one in relative.later),
            care="" if relative.care is None else CARE_WORDS[relative.care],
        )

    def _reason(self, result: Answer) -> Iterator[str]:
        """Say in sentences why somebody is, or is not, left to contact."""
        if result.left is Left.ABROAD:
            yield "Recorded as outside the country of risk."
            for event in result.evidence:
                if event.type.control:
                    yield as_sentence(self._doubted(event))
        elif result.deciding is None:
            yield "No contact with the family abroad is recorded."
        if result.deciding is not None:
            yield as_sentence(self._doubted(result.deciding))
            yield self._readings(result.deciding)
            yield DOUBTED_END if result.doubted_end else ""
            if result.against is not None:
                yield f"Against it: {self._doubted(result.against)}."
                yield self._readings(result.against)
            yield from map(self._emptied, result.evidence)
            yield self._heard(result)

    def _readings(self, event: Event) -> str:
        return self.voice.read_as(event, self.answer.network.all_facts.people)

    def _emptied(self, event: Event) -> str:
        """Say that a place of detention was emptied, and what stays open."""
        if not event.type.empties:
            return ""
        return f"{as_sentence(self._doubted(event))} {EMPTIED}"

    def _heard(self, result: Answer) -> str:
        heard, days = result.last_heard, self.answer.fresh_days
        if heard is None or result.left not in _HEARD:
            return ""
        long_ago = (self.answer.as_of - heard.latest).days > days
        tail = f", more than {days} days before" if long_ago else ""
        return f"Last heard {self.plain.window(heard)}{tail}."

    def _last_heard(self, result: Answer) -> str:
        if result.last_heard is None:
            return NOT_RECORDED
        ago = self._ago(result.last_heard)
        return f"{self.plain.window(result.last_heard)}{f', {before_day(ago)}' if ago else ''}"


def individuals(answer: ChildAnswer) -> tuple[int, int]:
    """Count the individual people who are left to contact, and who possibly are."""
    people = [relative.answer.left for relative in answer.relatives if not relative.group]
    return people.count(Left.YES), people.count(Left.POSSIBLY)


def cut_off_words(
    person: Person, event: Event | None, around: Network, day: date, voice: Voice = PLAIN
) -> str:
    """Say who was cut off, by what and when, with its doubt and who believes it."""
    if event is None:
        return voice.name(person)
    what = f"{event.type.words}, {voice.when(event)}"
    return f"{voice.name(person)}: {doubt(event, around, day, voice).happened(what)}"


def deed(event: Event, voice: Voice = PLAIN) -> str:
    """Return an event in a few words: what, and when."""
    what = f"{event.type.words}, {voice.when(event)}"
    return with_doubt(what, doubtful=event.exists is not Sureness.CERTAIN)


def _sources(count: SourceCount) -> str:
    reports = [counted(count.reports, "report")] if count.reports else []
    told = count.testimonies
    testimonies = [counted(told, "testimony", "testimonies")] if told else []
    return " and ".join(reports + testimonies) or "no source"
