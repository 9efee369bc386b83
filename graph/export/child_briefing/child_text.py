"""A child's answer, told: the sentences, each with its claims, that a document sets.

Pure. The words are those of the pages (`graph/words/answer_text.py`); what may be said, and
how names and times are said, is the hearer's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.export.child_briefing.disclosure_policy import WITHHELD, Hearer
from graph.export.child_briefing.doubt_text import disagreeing, doubtful
from graph.export.child_briefing.timeline_text import appeals, timeline
from graph.export.package import ChildBriefing, RelativeLine, Statement, Tile
from graph.record.vocabulary import Left, ThreadState
from graph.rule.answer import ChildAnswer, Relative
from graph.words import answer_text
from graph.words.marks import Mark, mark_of
from graph.words.wording import LEFT_WORDS, reason, status_words

RESTS_ELSEWHERE = "Withheld: it rests on what this audience may not see."


def tell(answer: ChildAnswer, hearer: Hearer) -> ChildBriefing:
    """Return the answer for one child in the words that the hearer may read."""
    rows = tuple(_row(answer, relative, hearer) for relative in _seen(answer, hearer))
    return ChildBriefing(
        child=hearer.id(answer.network.child.id),
        name=answer_text.called(answer, answer.network.child, hearer.voice),
        family=hearer.family(answer_text.family_name(answer)),
        circumstances=_circumstances(answer, hearer),
        headline=_headline(answer, hearer),
        thread=_thread(answer, hearer),
        counts=_counts(rows),
        rows=rows,
        clocks=tuple(_tiles(answer, hearer)),
        timeline=timeline(answer, hearer),
        appeals=appeals(answer, hearer),
        doubtful=doubtful(answer, hearer),
        disagreeing=disagreeing(answer, hearer),
        sources_read=answer_text.read_from(hearer.sources(answer), hearer.voice),
    )


def _seen(answer: ChildAnswer, hearer: Hearer) -> Iterator[Relative]:
    return (relative for relative in answer.relatives if hearer.sees(relative.person.id))


def _circumstances(answer: ChildAnswer, hearer: Hearer) -> str:
    if not hearer.hears_circumstances():
        return RESTS_ELSEWHERE
    return answer_text.circumstances(answer, hearer.voice)


def _headline(answer: ChildAnswer, hearer: Hearer) -> Statement:
    """Answer the question; where any of the answers is withheld, it is withheld too."""
    if not hearer.hears_headline():
        return Statement(text=f"{answer.as_of.isoformat()}: {RESTS_ELSEWHERE}")
    named = [r for r in answer.relatives if r.answer.left in (Left.YES, Left.POSSIBLY)]
    if answer.thread.state is ThreadState.NONE and not named:
        named = [r for r in answer.relatives if r.answer.left is Left.NO]
    return Statement(
        text=answer_text.headline(answer, hearer.voice, hearer.sources(answer)),
        claims=hearer.cite(_deciding(named)),
    )


def _deciding(relatives: Iterable[Relative]) -> Iterator[str]:
    for relative in relatives:
        if relative.answer.deciding is not None:
            yield from relative.answer.deciding.claims


def _thread(answer: ChildAnswer, hearer: Hearer) -> Statement:
    if not hearer.hears_headline():
        return Statement(text=RESTS_ELSEWHERE)
    last = [r for r in answer.relatives if r.person.id in answer.thread.lost[:1]]
    note = answer_text.thread_note(answer, hearer.voice)
    return Statement(
        text=f"{answer.thread.state.value}; {note}", claims=hearer.cite(_deciding(last))
    )


def _counts(rows: Iterable[RelativeLine]) -> tuple[tuple[str, int], ...]:
    """Count the rows by answer: all five, and how many are withheld where some are."""
    told = [row.left for row in rows]
    order = (Left.YES, Left.POSSIBLY, Left.NO, Left.UNKNOWN, Left.ABROAD)
    counts = [(LEFT_WORDS[left], told.count(LEFT_WORDS[left])) for left in order]
    return (*counts, (WITHHELD, told.count(WITHHELD))) if WITHHELD in told else tuple(counts)


def _row(answer: ChildAnswer, relative: Relative, hearer: Hearer) -> RelativeLine:
    row = RelativeLine(
        person=hearer.id(relative.person.id),
        name=hearer.voice.name(relative.person),
        relation=hearer.relation(relative),
        mark=Mark.UNKNOWN,
        left=WITHHELD,
        status=WITHHELD,
        reason=Statement(text=RESTS_ELSEWHERE),
        group=relative.group,
        in_region=hearer.in_region(relative),
        do_not_contact=bool(relative.do_not_contact),
        household_asked_not=bool(relative.household_asked_not),
    )
    return _answered(row, answer, relative, hearer) if hearer.hears_answer(relative) else row


def _answered(
    row: RelativeLine, answer: ChildAnswer, relative: Relative, hearer: Hearer
) -> RelativeLine:
    said, voice = relative.answer, hearer.voice
    heard = answer_text.last_heard(relative, answer.as_of, voice)
    return replace(
        row,
        mark=mark_of(said),
        left=LEFT_WORDS[said.left],
        status=status_words(said),
        reason=Statement(
            text=reason(said, answer.as_of, answer.fresh_days, voice),
            claims=hearer.cite(relative.claims),
        ),
        since="; ".join(_since(answer, relative, hearer)),
        last_heard=", ".join(part for part in heard if part),
        later=tuple(
            Statement(text=answer_text.deed(event, voice), claims=hearer.cite(event.claims))
            for event in sorted(relative.later, key=hearer.in_time)
        ),
        care="" if relative.care is None else answer_text.CARE_WORDS[relative.care],
    )


def _since(answer: ChildAnswer, relative: Relative, hearer: Hearer) -> list[str]:
    told = answer_text.since(answer, relative, hearer.voice)
    return [part for part in (told if hearer.hears_conventions() else told[:1]) if part]


def _tiles(answer: ChildAnswer, hearer: Hearer) -> Iterator[Tile]:
    for name, label, value, note in answer_text.clock_tiles(answer, hearer.voice):
        if not hearer.hears_clock(name):
            yield Tile(label=label, value=WITHHELD, note=Statement(text=RESTS_ELSEWHERE))
            continue
        clock = getattr(answer.clocks, name)
        claims = () if clock is None else clock.events[0].claims
        yield Tile(
            label=label, value=value, note=Statement(text=note, claims=hearer.cite(claims))
        )
