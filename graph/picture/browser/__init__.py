"""Scripts, styles and marks with which the browser draws the network and the pages.

The browser gets the scripts as text, so they need no installed package. vis-network is a folder
beside this one.
"""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
NETWORK_SCRIPTS = (
    *("hub.js", "marks.js", "cards.js", "ties.js"),
    *("lasso.js", "moving.js", "canvas.js"),
)
"""What draws a network, on a page and in an exported file."""


@cache
def asset(*names: str) -> str:
    """Return files of this folder, joined: a script's parts share one scope."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)
