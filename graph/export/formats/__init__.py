"""The formats that a `Package` can be written in, each in a module of its own, listed here."""

from collections.abc import Mapping

from graph.export.formats.admin_import import ADMIN_IMPORT
from graph.export.formats.csv_tables import CSV
from graph.export.formats.cypher_script import CYPHER
from graph.export.formats.cytoscape import CYTOSCAPE
from graph.export.formats.file_format import FileFormat, FormatMissing, FormatRefused, endings
from graph.export.formats.ftm import FTM
from graph.export.formats.gedcom import GEDCOM
from graph.export.formats.gedcom_551 import GEDCOM_551
from graph.export.formats.jsonl import JSONL
from graph.export.formats.pdf import FACTSHEET, PDF
from graph.export.formats.pictures import PNG, SVG
from graph.export.formats.submission_file import SUBMISSIONS
from graph.export.formats.web_page import HTML
from graph.export.formats.word import WORD
from graph.export.formats.xml_graphs import GEXF, GRAPHML

__all__ = ["FORMATS", "FileFormat", "FormatMissing", "FormatRefused", "endings"]

_ALL = (
    GRAPHML,
    GEXF,
    CYTOSCAPE,
    JSONL,
    GEDCOM,
    GEDCOM_551,
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
    *SUBMISSIONS,
)
FORMATS: Mapping[str, FileFormat] = {one.name: one for one in _ALL}
