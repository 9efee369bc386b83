"""What the browser is given to draw the network and the pages with: scripts, styles and marks.

The scripts go to it as text, so that they need no installed package of ours; vis-network is
the file that pyvis carries.
"""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def asset(*names: str) -> str:
    """Return files of this folder, joined: a script's parts share one scope."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)
