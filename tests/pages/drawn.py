"""What the canvas really shows: colours counted where each card should be."""

from datetime import date

from playwright.sync_api import Page

from graph.picture.draw.prepared import Picture
from graph.picture.pyvis_network import picture
from graph.record.model import Records
from graph.rule.answer import ChildAnswer, answer
from graph.words.marks import LOOKS

WIDTH, HEIGHT = 184, 124
_COUNT = """([cards, palette]) => {
  const host = document.querySelector('[data-testid="stApp"]');
  const find = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches("[data-network]")) return element;
      const inner = element.shadowRoot && find(element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  const canvas = find(host).querySelector("canvas");
  const ratio = canvas.width / canvas.clientWidth;
  const ctx = canvas.getContext("2d");
  return cards.map(({ left, top, width, height }) => {
    const box = [left, top, width, height].map((value) => Math.round(value * ratio));
    const { data } = ctx.getImageData(...box);
    const counts = palette.map(() => 0);
    for (let i = 0; i < data.length; i += 4) {
      palette.forEach((rgb, p) => {
        if (rgb.every((value, k) => Math.abs(value - data[i + k]) <= 4)) counts[p] += 1;
      });
    }
    return counts;
  });
}"""


def shown_day(page: Page) -> str | None:
    return page.locator("[data-network]").get_attribute("data-day")


def wait_until_drawn(page: Page, day: str) -> None:
    page.locator(f'[data-network][data-day="{day}"] canvas').wait_for()
    page.wait_for_timeout(150)


def expected(records: Records, child: str, day: str) -> tuple[ChildAnswer, Picture]:
    said = answer(records, child, as_of=date.fromisoformat(day))
    return said, picture(said)


def spots(page: Page, shown: Picture) -> dict[str, dict[str, float]]:
    """Return where on the canvas, in CSS pixels, each person's card should be."""
    world = shown.world()
    box = page.locator("[data-network]").bounding_box()
    assert box is not None
    wide, high = world["right"] - world["left"], world["bottom"] - world["top"]
    scale = min(1, box["width"] / wide, box["height"] / high)
    middle = (world["left"] + world["right"]) / 2, (world["top"] + world["bottom"]) / 2
    found = {}
    for node, id_ in zip(shown.nodes, shown.ids, strict=True):
        x = (node["x"] - middle[0]) * scale + box["width"] / 2
        y = (node["y"] - middle[1]) * scale + box["height"] / 2
        width, height = WIDTH * scale, HEIGHT * scale
        found[id_] = {
            "left": x - width / 2,
            "top": y - height / 2,
            "width": width,
            "height": height,
        }
    return found


def colours(page: Page, shown: Picture) -> dict[str, str]:
    """Return for each person the colour of the palette that fills most of their card."""
    places = spots(page, shown)
    palette = sorted({look.edge for look in LOOKS.values()} - {"#000000"})
    counted = page.evaluate(_COUNT, [list(places.values()), [_rgb(one) for one in palette]])
    return {
        person: palette[counts.index(max(counts))] if max(counts) else "none"
        for person, counts in zip(places, counted, strict=True)
    }


def expected_colours(shown: Picture, day: str) -> dict[str, str]:
    on = date.fromisoformat(day)
    found = {id_: LOOKS[shown.card(id_, on).mark].edge for id_ in shown.ids}
    return {person: colour for person, colour in found.items() if colour != "#000000"}


def _rgb(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
