"""The picture as PNG: the SVG, set by typst with the shipped fonts and no others."""

import re
from functools import cache

import typst

from graph.network_view.widths import FONTS

WIDE = 2400
"""As many pixels across as a screen or a printed page shows."""
_POINTS_AN_INCH = 72
_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set document(date: none)
#image(bytes(sys.inputs.picture), format: "svg", width: eval(sys.inputs.wide) * 1pt)
"""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def png(svg: str, wide: int = WIDE) -> bytes:
    """Return an SVG as a PNG of so many pixels across, with no date or author in it."""
    sized = re.search(r'viewBox="0 0 ([\d.]+) ', svg)
    across = float(sized[1]) if sized else float(wide)
    return typst.compile(
        _PAGE,
        format="png",
        ppi=_POINTS_AN_INCH * wide / across,
        sys_inputs={"picture": svg, "wide": f"{across:g}"},
        font_paths=_fonts(),
    )
