"""The answer for one child as plain JSON values, in the shape of `docs/left.schema.json`."""

from datetime import date
from typing import Any

from graph.facts.adding_up import Event, Sureness
from graph.record.asking_words import asking_words
from graph.record.dates import ALWAYS, BEGINNING
from graph.rule.answer import ChildAnswer
from graph.rule.clocks import Clock
from graph.rule.nearby import Nearby
from graph.rule.stops import TakenBack
from graph.words.answer_text import AnswerText, RelativeText
from graph.words.wording import when_words, window_json


def as_json(text: AnswerText) -> dict[str, Any]:
    """Return the answer for one child as plain JSON values."""
    answer = text.answer
    child = answer.network.child
    until = answer.sources.until
    return {
        "child": {
            "id": child.id,
            "name": child.name,
            "family": text.family,
            "do_not_contact": bool(answer.child_stop),
            "taken_back": [taken_back_json(one) for one in answer.child_taken_back],
        },
        "headline": text.headline,
        "as_of": answer.as_of.isoformat(),
        "known_on": None if answer.known_on is None else answer.known_on.isoformat(),
        "fresh_days": answer.fresh_days,
        "separated": answer.board.separated.value,
        "apart": [
            {
                "id": one.person,
                "way": one.way.value,
                "certain": one.sure is Sureness.CERTAIN,
                "do_not_contact": one.person in answer.stops,
            }
            for one in answer.board.apart
        ],
        "adult_since": _day(answer.board.adult_since),
        "counts": answer.counts(),
        "last_thread": _thread_json(answer),
        "clocks": clocks_json(text),
        "died_before": [
            {"id": one.id, "name": one.name, "do_not_contact": one.id in answer.stops}
            for one in answer.history
        ],
        "people": [_relative_json(answer, one) for one in text.relatives],
        "sources": {
            "reports": answer.sources.reports,
            "testimonies": answer.sources.testimonies,
        },
        "recorded_until": None
        if until is None
        else {
            "earliest": _day(until.earliest, ALWAYS.earliest),
            "latest": _day(until.latest, ALWAYS.latest),
        },
    }


def _thread_json(answer: ChildAnswer) -> dict[str, Any]:
    by_id = {relative.person.id: relative for relative in answer.relatives}
    last = by_id[answer.thread.lost[0]].answer.deciding if answer.thread.lost else None
    return {
        "state": answer.thread.state.value,
        "person": answer.thread.person,
        "lost": list(answer.thread.lost),
        "do_not_contact": [
            id_
            for id_ in dict.fromkeys([answer.thread.person, *answer.thread.lost])
            if id_ in answer.stops
        ],
        "when": None if last is None else window_json(last.span.start, when_words(last)),
    }


def _relative_json(answer: ChildAnswer, text: RelativeText) -> dict[str, Any]:
    relative, result = text.relative, text.relative.answer
    deciding = result.deciding
    return {
        "id": relative.person.id,
        "name": relative.person.name,
        "group": relative.group,
        "relation": relative.reached.relation,
        "degree": relative.reached.degree,
        "left": result.left.value,
        "status": result.status.value,
        "reason": text.reason,
        "since": None if deciding is None else _since_json(deciding),
        "last_heard": window_json(result.last_heard),
        "later": [event.type.name for event in relative.later],
        "do_not_contact": bool(relative.do_not_contact),
        "household_asked_not": bool(relative.asked_nearby),
        "asked_nearby": [_nearby_json(answer, one) for one in relative.asked_nearby],
        "taken_back": [taken_back_json(one) for one in relative.taken_back],
        "may_be_same_as": [_stopped_json(one.id, one.name) for one in relative.may_be],
        "asks_in_words": [
            {"claim": claim.id, "words": asking_words(claim)}
            for claim in relative.asks_in_words
        ],
        "duress": [event.type.name for event in relative.duress],
        "in_region": relative.in_region,
        "care": None if relative.care is None else relative.care.value,
        "claims": [_claim_json(answer, claim) for claim in relative.claims],
        "beliefs": [
            {"words": belief.words, "reading": belief.reading, "by": belief.by}
            for event in result.evidence
            for belief in event.beliefs
        ],
    }


def _since_json(deciding: Event) -> dict[str, Any]:
    window = window_json(deciding.span.start, when_words(deciding), deciding.basis)
    return {**(window or {}), "sources_disagree": deciding.dates_differ}


def _nearby_json(answer: ChildAnswer, nearby: Nearby) -> dict[str, Any]:
    people = answer.network.all_facts.people
    name = people[nearby.asker].name if nearby.asker in people else nearby.asker
    return _stopped_json(nearby.asker, name) | {"how": nearby.how.value}


def _claim_json(answer: ChildAnswer, claim_id: str) -> dict[str, str]:
    claim = answer.claims[claim_id]
    return {"id": claim.id, "source": claim.source, "locator": claim.locator}


def clocks_json(text: AnswerText) -> dict[str, Any]:
    """Return the four clocks as plain JSON values; null where nothing is recorded."""
    return {
        one.name: _clock_json(
            getattr(text.answer.clocks, one.name), one.when, place=one.name == "last_place"
        )
        for one in text.clocks
    }


def _stopped_json(person: str, name: str) -> dict[str, Any]:
    """Return somebody who asked not to be contacted: the stop is beside the name."""
    return {"id": person, "name": name, "do_not_contact": True}


def taken_back_json(one: TakenBack) -> dict[str, Any]:
    """Return a request that holds no more as plain JSON values."""
    return {
        "request": one.request.id,
        "holds_no_more": _day(one.holds_no_more, BEGINNING),
        "on": window_json(one.on),
        "by": one.by,
        "why": one.why,
        "claims": [*one.request.claims, *(one.withdrawal.claims if one.withdrawal else ())],
    }


def _clock_json(clock: Clock | None, when: str, *, place: bool) -> dict[str, Any] | None:
    if clock is None:
        return None
    last = clock.events[0]
    shown: dict[str, Any] = {
        **(window_json(clock.window, when) or {}),
        "days_min": clock.days_min,
        "days_max": clock.days_max,
        "claims": [claim for event in clock.events[:3] for claim in event.claims],
    }
    if place:
        shown["place"] = last.place or None
        shown["event"] = last.type.name
    return shown


def _day(day: date | None, opened: date | None = None) -> str | None:
    return None if day is None or day == opened else day.isoformat()
