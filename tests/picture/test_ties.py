"""The words of a tie stand beside all cards, or nowhere: half of a word says nothing."""

import random

from graph.picture.browser import asset

PLACED = """({ spots, pairs, scripts }) => {
  const inside = new Function(`${scripts}; return { tiesOf, WIDTH, HEIGHT };`);
  const { tiesOf, WIDTH, HEIGHT } = inside();
  const edges = pairs.map(([from, to]) => [from, to, 0, [["", ["cares for"]]]]);
  const ties = tiesOf({ nodes: spots, edges, styles: [{ color: "#000", width: 1 }] });
  return { wide: WIDTH, high: HEIGHT, at: ties.map((one) => one.at) };
}"""
HALF, LINE = 24, 6
"""Half the width of "cares for" in the pixels of a card, and half the height of a line."""


def drawn(page, seed):
    """Cards in rows, some side by side and some far, with ties between any of them."""
    rng = random.Random(seed)  # noqa: S311 - the same each time
    across, down = rng.choice([192, 230, 320]), rng.choice([192, 240])
    spots = [[str(n), n % 4 * across, n // 4 * down] for n in range(12)]
    pairs = [rng.sample([name for name, _, _ in spots], 2) for _ in range(9)]
    scripts = asset("cards.js", "ties.js")
    return spots, page.evaluate(PLACED, {"spots": spots, "pairs": pairs, "scripts": scripts})


def test_words_of_a_tie_lie_under_no_card_and_on_no_other_words(browser):
    page, placed = browser.new_page(), 0
    for seed in range(60):
        spots, found = drawn(page, seed)
        words = [at for at in found["at"] if at]
        placed += len(words)
        for at in words:
            assert all(
                abs(x - at["x"]) > found["wide"] / 2 + HALF
                or abs(y - at["y"]) > found["high"] / 2 + LINE
                for _, x, y in spots
            )
            others = [one for one in words if one is not at]
            assert not any(
                abs(one["x"] - at["x"]) < HALF and abs(one["y"] - at["y"]) < LINE
                for one in others
            )
    page.close()
    assert placed > 200, "words have a place where there is one"
