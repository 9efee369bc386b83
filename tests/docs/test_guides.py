"""The guides: what they say to do is done, and what they show is there."""

import pytest

from tests.docs.doc_pages import ROOT, name
from tests.docs.guide_shots import SHOTS
from tests.docs.guide_walk import GUIDES, PICTURES, home_of_a_first_run, steps, walked

STEPS = [step for guide in GUIDES for step in steps(guide)]


def test_each_guide_is_walked():
    assert sorted(GUIDES) == sorted((ROOT / "docs" / "guide").glob("*.md"))


def test_each_step_shows_a_picture_what_is_typed_or_what_is_written():
    bare = [
        step for step in STEPS if not (step.pictures or step.blocks or "| --- |" in step.text)
    ]
    assert bare == []


@pytest.mark.parametrize("guide", GUIDES, ids=name)
def test_a_guide_has_a_handful_of_steps(guide):
    assert 5 <= len(steps(guide)) <= 9


def test_each_picture_is_taken_by_the_command_and_each_that_is_taken_is_shown():
    shown = [picture for step in STEPS for picture in step.pictures]
    assert (
        sorted(shown) == sorted(SHOTS) == sorted(path.stem for path in PICTURES.glob("*.png"))
    )


@pytest.mark.neo4j
@pytest.mark.browser
def test_a_reader_can_do_all_that_the_guides_say(browser):
    with home_of_a_first_run() as home:
        seen = [picture for picture, _ in walked(browser, home)]
    assert seen == [picture for step in STEPS for picture in step.pictures]
