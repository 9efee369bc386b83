"""The camera: a place in the app, what to do there, and a picture of it once all is still."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.pages.every_page import settled


@dataclass(frozen=True, kw_only=True)
class Shot:
    """An address, what to do there, and the part of the page that is taken; "": the window.

    Without an address, the page stays where the shot before has left it.
    """

    address: str | None = None
    part: str = ""
    height: int = 1000
    width: int = 1400
    scheme: str = "light"
    fill: Callable[[Page], None] = lambda _page: None


def taken(page: Page, app: str, shot: Shot) -> Image.Image:
    """Take a picture, once everything stands still."""
    page.emulate_media(color_scheme=shot.scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": shot.width, "height": shot.height})
    if shot.address is not None:
        page.goto(f"{app}/{shot.address}")
        settled(page)
    shot.fill(page)
    settled(page)
    page.mouse.move(2, 2)
    place = page.locator(shot.part) if shot.part else page
    if shot.part:
        place.scroll_into_view_if_needed()
    return _still(page, lambda: place.screenshot(animations="disabled"))


def _still(page: Page, take: Callable[[], bytes]) -> Image.Image:
    """Take pictures until two in a row are one: a canvas says nowhere that it has ended."""
    before = take()
    for _ in range(20):
        page.wait_for_timeout(400)
        now = take()
        if now == before:
            break
        before = now
    return Image.open(io.BytesIO(before)).convert("RGB")


def write(folder: Path, pictures: Mapping[str, Image.Image]) -> None:
    """Write pictures of few colours, which are small and look the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures.items():
        few = picture.quantize(256, kmeans=1, dither=Image.Dither.NONE)
        few.save(folder / f"{name}.png", optimize=True)
