"""CSV: a zip of tables that Excel, LibreOffice and R open, safe against formulas.

UTF-8 with a byte order mark. Excel reads a CSV file without one in the letters of the system's
own country. A cell that a spreadsheet would run begins with an apostrophe.
"""

from typing import IO

from graph.export.formats.archive import Archive, text_of
from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import clean, in_columns, link_columns, node_tables, plain
from graph.export.formats.losses import graph_losses
from graph.export.formats.property_graph import PropertyGraph, Value
from graph.export.package import Package
from graph.words.spreadsheet_cell import safe_cell

_README = """{tlp}. Export {export_id}, made on {made_on}, for the audience "{audience}".
What was selected: {selection}. The answers are for {as_of}.

Each table has a row for each thing, and `key`, its name in relationships.csv:
  export.csv               this export, and what it leaves out
  answers.csv              the answer for each child, in words
  people.csv               people, groups and organisations, as all claims about them have it
  events.csv               what happened, as all claims about it have it
  places.csv sources.csv datasets.csv
  claims_about_people.csv  what each source says, at which passage; a retracted claim says so
  claims_about_ties.csv claims_about_events.csv interpretations.csv
  relationships.csv        who is tied to whom, who took part in what, what each claim is about;
                           type STANDS: somebody's answer towards a child on that day

Before you use a row: `do_not_contact` true means that somebody asked never to be contacted, on
whatever day, and `left` is then "stop" (`answer` has the rule's answer);
`household_asked_not` that somebody of their household did. No row says that contact is safe.

A cell that a spreadsheet would take for a formula begins with an apostrophe. Lists are joined
by "; ". An empty cell means that nothing was said.
"""


def write(package: Package, out: IO[bytes]) -> None:
    """Write the tables, a note on how to read them, and the relationships."""
    graph = PropertyGraph(package)
    with Archive(out, "utf-8-sig") as archive:
        archive.text("README.txt", _readme(package))
        for table, names, nodes in node_tables(graph):
            with archive.table(f"{table}.csv") as rows:
                rows.writerow(["key", *names])
                for node in nodes:
                    rows.writerow([node.key, *map(_cell, in_columns(node, names))])
        names = link_columns(graph)
        with archive.table("relationships.csv") as rows:
            rows.writerow(["source", "type", "target", *names])
            for link in graph.links():
                facts = map(_cell, in_columns(link, names))
                rows.writerow([link.source, link.type, link.target, *facts])


def _readme(package: Package) -> str:
    return _README.format(
        tlp=package.tlp,
        export_id=package.export_id,
        made_on=package.made_on,
        audience=package.audience.value,
        selection=package.selection,
        as_of=package.as_of,
    )


def _cell(value: Value | None) -> str:
    """Return a cell; a number is none that a spreadsheet would run."""
    if value is None:
        return ""
    text = clean(plain(value))
    return text if isinstance(value, int | float) else safe_cell(text)


def _losses(package: Package) -> tuple[str, ...]:
    graph = PropertyGraph(package)
    facts = [*(node.facts for node in graph.nodes()), *(link.facts for link in graph.links())]
    texts = (
        plain(v) for each in facts for v in each.values() if not isinstance(v, int | float)
    )
    quoted = sum(safe_cell(clean(text)) != clean(text) for text in texts)
    found = graph_losses(package)
    if quoted:
        found += (f"Cells that look like formulas begin with an apostrophe ({quoted:,}).",)
    return found


CSV = FileFormat(
    name="csv",
    suffix=".csv.zip",
    about="tables for a spreadsheet, R or pandas, in a zip",
    write=write,
    losses=_losses,
    text=text_of,
    binary=True,
)
