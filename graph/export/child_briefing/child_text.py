"""The sentences about one child that a document sets, each with its claims.

The sentences are those of every page (`graph/words/answer_text.py`), in the voice of the
disclosure policy. Here each one is taken or withheld.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.export.child_briefing.disclosure_policy import WITHHELD, DisclosurePolicy
from graph.export.child_briefing.doubt_text import conventions, disagreeing, doubtful
from graph.export.child_briefing.story_text import story, story_line
from graph.export.child_briefing.timeline_text import appeals, timeline, told_events
from graph.export.package import ChildBriefing, RelativeLine, Statement, StoryLine, Tile
from graph.record.vocabulary import Left, ThreadState
from graph.rule.answer import ChildAnswer, Relative
from graph.words.answer_text import AnswerText, RelativeText
from graph.words.cautions import double_marks
from graph.words.marks import Mark
from graph.words.wording import LEFT_WORDS

RESTS_ELSEWHERE = "Withheld: it rests on what this audience may not see."


def tell(answer: ChildAnswer, policy: DisclosurePolicy) -> ChildBriefing:
    """Return the answer for one child in the words that the policy discloses."""
    text = AnswerText(answer, policy.voice, policy.sources(answer))
    rows = tuple(_row(one, policy) for one in text.relatives if policy.includes(_person(one)))
    circumstances = text.circumstances if policy.discloses_circumstances() else RESTS_ELSEWHERE
    return ChildBriefing(
        child=policy.id(answer.network.child.id),
        name=text.child,
        family=policy.family(text.family),
        circumstances=circumstances,
        headline=_headline(text, policy),
        thread=_thread(text, policy),
        counts=_counts(rows),
        rows=rows,
        clocks=tuple(_tiles(text, policy)),
        timeline=timeline(answer, policy),
        appeals=appeals(answer, policy),
        doubtful=doubtful(answer, policy),
        disagreeing=disagreeing(answer, policy),
        conventions=conventions(answer, policy),
        sources_read=text.sources_read,
        age=policy.age(answer.network.child, answer.as_of),
        story=story(answer, told_events(answer, policy), policy),
        cut_off=_cut_off(text, policy),
    )


def _person(one: RelativeText) -> str:
    return one.relative.person.id


def _headline(text: AnswerText, policy: DisclosurePolicy) -> Statement:
    """Answer the question; where any of the answers is withheld, it is withheld too."""
    answer = text.answer
    if not policy.discloses_headline():
        return Statement(text=f"{answer.as_of.isoformat()}: {RESTS_ELSEWHERE}")
    named = [r for r in answer.relatives if r.answer.left in (Left.YES, Left.POSSIBLY)]
    if answer.thread.state is ThreadState.NONE and not named:
        named = [r for r in answer.relatives if r.answer.left is Left.NO]
    return Statement(text=text.headline, claims=policy.cite(_deciding(named)))


def _deciding(relatives: Iterable[Relative]) -> Iterator[str]:
    for relative in relatives:
        if relative.answer.deciding is not None:
            yield from relative.answer.deciding.claims


def _thread(text: AnswerText, policy: DisclosurePolicy) -> Statement:
    if not policy.discloses_headline():
        return Statement(text=RESTS_ELSEWHERE)
    answer = text.answer
    last = [r for r in answer.relatives if r.person.id in answer.thread.lost[:1]]
    claims = policy.cite(_deciding(last))
    return Statement(text=f"{text.thread}; {text.cut_off}", claims=claims)


def _cut_off(text: AnswerText, policy: DisclosurePolicy) -> StoryLine | None:
    answer = text.answer
    last = [r for r in answer.relatives if r.person.id in answer.thread.lost[:1]]
    deciding = last[0].answer.deciding if last and policy.discloses_headline() else None
    if deciding is None or not policy.discloses(deciding):
        return None
    return story_line(answer, deciding, policy, only=last[0].person.id)


def _counts(rows: Iterable[RelativeLine]) -> tuple[tuple[str, int], ...]:
    """Count the rows by answer: all five, and how many are withheld where some are."""
    answers = [row.left for row in rows]
    order = (Left.YES, Left.POSSIBLY, Left.NO, Left.UNKNOWN, Left.ABROAD)
    counts = [(LEFT_WORDS[left], answers.count(LEFT_WORDS[left])) for left in order]
    return (
        (*counts, (WITHHELD, answers.count(WITHHELD))) if WITHHELD in answers else tuple(counts)
    )


def _row(one: RelativeText, policy: DisclosurePolicy) -> RelativeLine:
    relative = one.relative
    near = policy.near_asked(relative)
    row = RelativeLine(
        person=policy.id(relative.person.id),
        name=one.name,
        relation=policy.relation(relative),
        mark=Mark.UNKNOWN,
        left=WITHHELD,
        status=WITHHELD,
        reason=Statement(text=RESTS_ELSEWHERE),
        group=relative.group,
        in_region=policy.in_region(relative),
        do_not_contact=bool(relative.do_not_contact),
        household_asked_not=bool(near),
        near_asked=near,
        may_be=double_marks(relative) if policy.discloses_doubles() else (),
    )
    return _answered(row, one, policy) if policy.discloses_answer(relative) else row


def _answered(row: RelativeLine, one: RelativeText, policy: DisclosurePolicy) -> RelativeLine:
    return replace(
        row,
        mark=one.mark,
        left=one.left,
        status=one.status,
        reason=Statement(text=one.reason, claims=policy.cite(one.relative.claims)),
        since=one.since,
        last_heard=one.last_heard,
        later=tuple(
            Statement(text=text, claims=policy.cite(event.claims))
            for event, text in sorted(one.later, key=lambda pair: policy.order(pair[0]))
        ),
        care=one.care,
    )


def _tiles(text: AnswerText, policy: DisclosurePolicy) -> Iterator[Tile]:
    for one in text.clocks:
        if not policy.discloses_clock(one.name):
            withheld = Statement(text=RESTS_ELSEWHERE)
            yield Tile(label=one.label, value=WITHHELD, note=withheld)
            continue
        clock = getattr(text.answer.clocks, one.name)
        claims = () if clock is None else clock.events[0].claims
        note = Statement(text=one.note, claims=policy.cite(claims))
        yield Tile(label=one.label, value=one.value, note=note)
