"""What eyes see of the marks: with each colour vision deficiency, in grey, on white.

Differences are CAM02-UCS (Luo, Cui and Li 2006); deficiencies are simulated as by Machado,
Oliveira and Fernandes (2009), in full. About 2 is just seen side by side; colours that stand
for different things on charts keep about 15 apart. A pixel counts as other from there on.
"""

import io
from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert
from PIL import Image

from graph.picture.draw.mark_svg import alone
from graph.picture.draw.png import png
from graph.words.marks import LOOKS, Mark

VISIONS = ("normal", "deuteranomaly", "protanomaly", "tritanomaly", "grey")
OTHER = 15
FREE = {Mark.PERSON, Mark.GROUP, Mark.ORGANISATION, Mark.EVENT, Mark.PLACE}
ANSWERS = [mark for mark in Mark if mark not in FREE and mark is not Mark.STOP]
"""Marks of one picture; the stop has the shape and sign of "asked", and means the same."""
LEAST_CONTRAST = 3.0
"""The least contrast of what must be made out in a sign: WCAG 2.2, 1.4.11."""


def seen(colours: np.ndarray, vision: str) -> np.ndarray:
    """Return what is left of colours, sRGB from 0 to 1."""
    if vision not in ("normal", "grey"):
        how = {"name": "sRGB1+CVD", "cvd_type": vision, "severity": 100}
        colours = np.clip(cspace_convert(colours, how, "sRGB1"), 0, 1)
    uniform = cspace_convert(colours, "sRGB1", "CAM02-UCS")
    if vision == "grey":
        uniform[..., 1:] = 0
    return uniform


@pytest.fixture(scope="module")
def drawn() -> dict[Mark, np.ndarray]:
    """Each mark as it stands in a list, 44 pixels across."""
    pictures = {mark: Image.open(io.BytesIO(png(alone(mark), 44))) for mark in Mark}
    return {mark: np.asarray(one.convert("RGB")) / 255 for mark, one in pictures.items()}


@pytest.mark.parametrize("vision", VISIONS)
def test_a_fifth_of_each_answers_mark_differs_from_every_other(drawn, vision):
    views = {mark: seen(drawn[mark], vision) for mark in ANSWERS}
    close = {
        (one.value, other.value): share
        for one, other in combinations(ANSWERS, 2)
        if (share := _share(views[one], views[other])) < 0.2
    }
    assert not close


@pytest.mark.parametrize("vision", VISIONS)
def test_the_plain_marks_of_a_free_view_differ_too(drawn, vision):
    """They are told apart by shape and sign alone: the least is the dots of a group."""
    views = {mark: seen(drawn[mark], vision) for mark in FREE}
    assert min(_share(a, b) for a, b in combinations(views.values(), 2)) > 0.03


def _share(one: np.ndarray, other: np.ndarray) -> float:
    return float((np.linalg.norm(one - other, axis=-1) > OTHER).mean())


@pytest.mark.parametrize("vision", VISIONS)
def test_where_colours_are_close_shape_or_sign_differs(vision):
    for one, other in combinations(ANSWERS, 2):
        fills = seen(np.array([_rgb(LOOKS[mark].fill) for mark in (one, other)]), vision)
        apart = float(np.linalg.norm(fills[0] - fills[1]))
        shapes = [(LOOKS[mark].shape, LOOKS[mark].sign) for mark in (one, other)]
        assert apart > 4 * OTHER or shapes[0] != shapes[1], (one, other, apart)


@pytest.mark.parametrize("mark", [mark for mark in Mark if LOOKS[mark].sign != "none"])
def test_a_sign_stands_out_from_its_ground(mark):
    assert _contrast(LOOKS[mark].ink, LOOKS[mark].fill) >= LEAST_CONTRAST


def _rgb(colour: str) -> list[float]:
    return [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    line = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]
