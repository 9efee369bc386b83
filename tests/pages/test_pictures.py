"""Parts of pages look as they did when somebody last looked at them.

Both pictures are taken to grey, halved and blurred, so that the edges of letters, which differ
from one machine to the next, weigh little; what then differs by more than 40 of 255 is another
shape, word or colour. One card's mark in place of another one is 80 such pixels; the same
picture taken twice has none.
"""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.pages.camera import taken
from tests.pages.conftest import enter
from tests.pages.shots import COMPARED, KEPT

APART, MOST = 40, 40


@pytest.fixture(scope="module")
def page(browser, app):
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    enter(page, app)
    yield page
    context.close()


@pytest.mark.parametrize("name", COMPARED)
def test_a_part_of_a_page_looks_as_it_did(page, app, name, tmp_path):
    now = taken(page, app, COMPARED[name])
    now.save(tmp_path / f"{name}.png")
    kept = Image.open(KEPT / f"{name}.png").convert("RGB")
    assert now.size == kept.size
    assert _different(now, kept) <= MOST, f"see {tmp_path}, and python -m tests.pages.shots"


def test_another_day_is_another_picture():
    """The tolerance lets no day pass for another."""
    days = [Image.open(KEPT / f"child-{day}.png") for day in ("2018-05-15", "2019-02-01")]
    assert _different(*(one.convert("RGB") for one in days)) > 10 * MOST


def _different(one: Image.Image, other: Image.Image) -> int:
    return int((np.abs(_seen(one) - _seen(other)) > APART).sum())


def _seen(picture: Image.Image) -> np.ndarray:
    half = picture.convert("L").reduce(2).filter(ImageFilter.GaussianBlur(1))
    return np.asarray(half, dtype=float)
