"""The formats that a `Handed` can be written in, each in a module of its own, listed here."""

from collections.abc import Mapping

from graph.briefing.formats.admin_import import ADMIN_IMPORT
from graph.briefing.formats.csv_tables import CSV
from graph.briefing.formats.cypher_script import CYPHER
from graph.briefing.formats.cytoscape import CYTOSCAPE
from graph.briefing.formats.factsheet import FACTSHEET
from graph.briefing.formats.format import Format, FormatMissing, FormatRefused, endings
from graph.briefing.formats.ftm import FTM
from graph.briefing.formats.gedcom import GEDCOM
from graph.briefing.formats.gexf import GEXF
from graph.briefing.formats.graphml import GRAPHML
from graph.briefing.formats.jsonl import JSONL
from graph.briefing.formats.pdf import PDF
from graph.briefing.formats.pictures import PNG, SVG
from graph.briefing.formats.web_page import HTML
from graph.briefing.formats.word import WORD

__all__ = ["FORMATS", "Format", "FormatMissing", "FormatRefused", "endings"]

_ALL = (
    GRAPHML,
    GEXF,
    CYTOSCAPE,
    JSONL,
    GEDCOM,
    FTM,
    PDF,
    CSV,
    CYPHER,
    ADMIN_IMPORT,
    SVG,
    PNG,
    HTML,
    WORD,
    FACTSHEET,
)
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}
