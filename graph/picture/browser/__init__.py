"""Scripts, styles and marks with which the browser draws the network and the pages.

The browser gets the scripts as text, so they need no installed package. vis-network is a folder
beside this one.
"""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def asset(*names: str) -> str:
    """Return files of this folder, joined: a script's parts share one scope."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)
