"""JSON lines of the import tables: `python -m ingest FILE` builds the same graph again.

The first line says where the file comes from; a load passes over it. Derived answers (who is
left, the clocks) are not written: a load works them out anew from the claims. So a hand-over
does not leave in this format if its claims alone would answer something else.
"""

from typing import IO

from graph.export.check.reload_check import told_otherwise
from graph.export.formats import worded
from graph.export.formats.file_format import FileFormat
from graph.export.formats.import_claims import ImportRows
from graph.export.formats.json_text import as_line, text_of_lines
from graph.export.formats.losses import lost, not_held
from graph.export.package import Package

_LOST = {"PersonClaim.words": "words in claims about people"}


def write(package: Package, out: IO[bytes]) -> None:
    """Write a line for each row; `dataset` on each says which of the data sets it is of."""
    first = {"table": "export", **worded.export(package)}
    out.write(_line(first))
    for table, dataset, cells in ImportRows(package).rows():
        of = {"dataset": dataset} if dataset else {}
        out.write(_line({"table": table, **of, **cells}))


def _line(row: dict[str, object]) -> bytes:
    return f"{as_line(row)}\n".encode("utf-8", "replace")


def _losses(package: Package) -> tuple[str, ...]:
    made = ImportRows(package)
    for _ in made.rows():
        pass
    found = [not_held(words, count) for words, count in sorted(made.unsaid.items()) if count]
    if package.briefings:
        found.append(not_held("answers, which are worked out anew", len(package.briefings)))
    return (*lost(package.records, _LOST), *found)


def _refuses(package: Package) -> str:
    why = told_otherwise(package)
    if not why:
        return ""
    return (
        "Nothing was exported: a reader who loads JSON lines works out the answers anew, and "
        f"would get others than those that were checked ({why}). Choose another format, such "
        "as pdf, docx or csv, which hold the answers themselves. Or choose the audience "
        "internal."
    )


JSONL = FileFormat(
    name="jsonl",
    suffix=".jsonl",
    about="JSON lines of our own import: python -m ingest FILE",
    write=write,
    losses=_losses,
    text=text_of_lines,
    refuses=_refuses,
)
