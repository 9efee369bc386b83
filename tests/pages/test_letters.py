"""Letters of every script come from our fonts, joined and in order, wherever names stand."""

import re

import pytest

from tests.pages import drawn
from tests.pages.conftest import CHECKOUT

pytestmark = pytest.mark.one_window
UYGHUR, CHINESE = "ئابدۇراخمان", "阿卜杜热合曼"
FACES = re.search(
    r"const FACES = '(.*)';",
    (CHECKOUT / "graph" / "picture" / "browser" / "cards.js").read_text("utf-8"),
)[1]
"""What the cards of a network are written in."""
_WIDTHS = """async ([texts, faces]) => {
  const ctx = document.createElement("canvas").getContext("2d");
  const width = (text, font) => {
    ctx.font = `16px ${font}`;
    return ctx.measureText(text).width;
  };
  const found = {};
  for (const [family, text] of texts) {
    await document.fonts.load(`16px "${family}"`, text);
    found[family] = {
      there: document.fonts.check(`16px "${family}"`, text),
      joined: width(text, faces),
      apart: width(Array.from(text).join("\\u200c"), faces),
      own: width(text, `"${family}"`),
      anothers: width(text, "no-such-font-at-all"),
    };
  }
  return found;
}"""
_FAMILIES = """() => {
  const found = new Set();
  const look = (root) => {
    for (const one of root.querySelectorAll("*")) {
      const text = [...one.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
      if (text && one.checkVisibility()) found.add(getComputedStyle(one).fontFamily);
      if (one.shadowRoot) look(one.shadowRoot);
    }
  };
  look(document.querySelector('[data-testid="stMain"]'));
  return [...found];
}"""


def test_names_of_every_script_are_set_in_our_fonts_and_joined(visit):
    page = visit.open("child?child=meripet-eldest-child&day=2018-05-15")
    drawn.wait_until_drawn(page, "2018-05-15")
    texts = [["Noto Naskh Arabic", UYGHUR], ["Noto Sans SC", CHINESE], ["Noto Sans", "Amina"]]
    found = page.evaluate(_WIDTHS, [texts, FACES])
    for family, widths in found.items():
        assert widths["there"], family
        assert widths["joined"] == pytest.approx(widths["own"], abs=0.01), family
    arabic = found["Noto Naskh Arabic"]
    assert arabic["joined"] < 0.95 * arabic["apart"], "letters that join are narrower"
    assert arabic["anothers"] != pytest.approx(arabic["own"], abs=0.5), "it is not the system's"


def test_every_word_on_a_page_is_in_our_fonts(visit):
    page = visit.open("child?child=meripet-eldest-child&day=2018-05-15&person=amina")
    drawn.wait_until_drawn(page, "2018-05-15")
    page.get_by_role("heading", name="Amina").wait_for()
    families = page.evaluate(_FAMILIES)
    icons = '"Material Symbols Rounded"'  # Streamlit's, from this machine: an arrow, a calendar
    assert families
    assert not [one for one in families if "Noto Naskh Arabic" not in one and one != icons]
