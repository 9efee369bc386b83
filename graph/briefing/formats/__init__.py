"""The formats that a `Handed` can be written in, each in a module of its own, listed here."""

from collections.abc import Mapping

from graph.briefing.formats.format import Format, FormatMissing
from graph.briefing.formats.pdf import PDF

__all__ = ["FORMATS", "Format", "FormatMissing"]

_ALL: tuple[Format, ...] = (PDF,)
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}
