"""One day, one truth: what the cards hold for each day is what the rule says on that day."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from graph.picture.draw.cards import NEAR_NOTE, at
from graph.picture.draw.prepared import Picture
from graph.picture.draw.tie_days import TieWords
from graph.picture.pyvis_network import picture
from graph.rule.answer import ChildAnswer, answer
from graph.words.marks import Mark, mark_of
from graph.words.wording import CARE_WORDS, LEFT_WORDS, status_words
from ingest import read
from tests import builders
from tests.examples import examples
from tests.rule.calendars import KEPT, REPORT, one_of_each_family
from tests.rule.histories import days, histories

A_DAY = timedelta(days=1)
FAMILIES = sorted(path.stem for path in KEPT.glob("*.txt"))


@pytest.fixture(scope="module")
def records():
    return read([REPORT]).records


def by_the_rule(said: ChildAnswer) -> dict[str, tuple[str, ...]]:
    """What each card must say on the day of an answer, worked out for that day alone."""
    found = {}
    for one in said.relatives:
        notes = [NEAR_NOTE if one.asked_nearby else ""]
        notes += [
            "" if one.care is None else CARE_WORDS[one.care],
            "a group" if one.group else "",
        ]
        found[one.person.id] = (
            mark_of(one.answer),
            LEFT_WORDS[one.answer.left],
            status_words(one.answer),
            "Do not contact" if one.do_not_contact else "",
            " · ".join(note for note in notes if note),
        )
    return found


def on_the_cards(shown: Picture, day: date) -> dict[str, tuple[str, ...]]:
    held = {id_: shown.card(id_, day) for id_ in shown.ids}
    return {
        id_: (card.mark, card.word, card.status, card.stop, card.note)
        for id_, card in held.items()
        if card.mark not in (Mark.CHILD, Mark.SIBLING)
    }


@pytest.mark.parametrize("family", FAMILIES)
def test_the_cards_and_the_rule_are_equal_around_every_change(records, family):
    child = one_of_each_family(records)[family]
    shown = picture(answer(records, child))
    changes = shown.days()
    assert changes
    for day in sorted({day + by * A_DAY for day in changes for by in (-1, 0, 1)}):
        told = by_the_rule(answer(records, child, as_of=day))
        assert on_the_cards(shown, day) == told, day


@examples(60)
@given(histories(), days)
def test_the_cards_say_on_any_day_what_the_rule_says(claims, day):
    told = answer(builders.family(*claims), "child", as_of=day)
    assert on_the_cards(picture(told), day) == by_the_rule(told)


def test_what_was_not_known_then_is_not_on_the_cards(records):
    child, day, known = "omer-youngest-daughter", date(2017, 12, 1), date(2017, 9, 15)
    then = answer(records, child, as_of=day, known_on=known)
    assert on_the_cards(picture(then), day) == by_the_rule(then)
    assert by_the_rule(then) != by_the_rule(answer(records, child, as_of=day))


def test_the_drawing_is_the_same_whatever_the_day(records):
    """So a new day sends the browser nothing but the day."""
    drawings = [
        picture(answer(records, "meripet-eldest-child", as_of=day)).drawing
        for day in (date(2017, 6, 1), date(2019, 2, 1))
    ]
    assert drawings[0] == drawings[1]


def test_a_tie_has_a_line_on_the_days_on_which_it_holds():
    lodger = builders.tie(
        "aunt", "lives_with", "child", since=builders.when("2015"), until=builders.when("2017")
    )
    shown = picture(answer(builders.family(lodger), "child"))
    spans = next(tie.spans for tie in shown.ties if (tie.start, tie.end) == ("aunt", "child"))
    held = {year: at(spans, date(year, 6, 1)) for year in range(2014, 2019)}
    assert held == {
        2014: None,
        2015: TieWords("lives with", doubtful=True),
        2016: TieWords("lives with"),
        2017: TieWords("lives with", doubtful=True),
        2018: None,
    }


def test_a_tie_of_which_no_time_is_said_always_holds():
    shown = picture(answer(builders.family(), "child"))
    friend = next(tie for tie in shown.ties if tie.start == "friend")
    assert [words for _, words in friend.spans] == [TieWords()]
    doubtful = builders.tie("granny", "knows", "friend", basis="believed")
    unsure = picture(answer(builders.family(doubtful), "child"))
    granny = next(tie for tie in unsure.ties if tie.start == "granny")
    assert [words for _, words in granny.spans] == [TieWords(doubtful=True)]


def test_a_caregivers_line_is_there_while_a_care_is_recorded():
    began = builders.event("care_began", "aunt", "2016", to="child", id_="care")
    shown = picture(answer(builders.family(began), "child"))
    spans = next(tie.spans for tie in shown.ties if (tie.start, tie.end) == ("aunt", "child"))
    assert at(spans, date(2015, 12, 31)) is None
    assert at(spans, date(2017, 1, 1)) is not None


@pytest.mark.parametrize("family", FAMILIES)
def test_the_caption_of_a_day_names_those_whose_cards_change_on_it(records, family):
    child = one_of_each_family(records)[family]
    shown = picture(answer(records, child))
    captions = shown.captions()
    assert captions.keys() <= set(shown.days())
    for day, said in captions.items():
        before = {id_: shown.card(id_, day - A_DAY) for id_ in shown.ids}
        now = {id_: shown.card(id_, day) for id_ in shown.ids}
        changed = {
            now[id_].name
            for id_ in shown.ids
            if (before[id_].word, before[id_].status) != (now[id_].word, now[id_].status)
        }
        assert changed
        assert any(name in said for name in changed)


def test_the_caption_says_the_stop_behind_the_name(records):
    shown = picture(answer(records, "rizwangul-son"))
    stopped = {shown.card(id_).name for id_ in shown.ids if shown.card(id_).stop}
    said = [one for text in shown.captions().values() for one in text.split("; ")]
    named = [one for one in said if one.split(":")[0].split(" (")[0] in stopped]
    assert named
    assert all("(asked not to be contacted)" in one for one in named)
