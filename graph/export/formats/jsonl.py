"""JSON lines of the import tables: `python -m ingest FILE` builds the same graph again.

The first line says where the file comes from; our import passes over it. What was worked out
(who is left, the clocks) is not written: it is worked out anew from the claims. So a hand-over
whose claims alone would answer something else than it tells does not leave in this format.
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


def write(handed: Package, out: IO[bytes]) -> None:
    """Write a line for each row; `dataset` on each says which of the data sets it is of."""
    first = {"table": "export", **worded.export(handed)}
    out.write(_line(first))
    for table, dataset, cells in ImportRows(handed).rows():
        of = {"dataset": dataset} if dataset else {}
        out.write(_line({"table": table, **of, **cells}))


def _line(row: dict[str, object]) -> bytes:
    return f"{as_line(row)}\n".encode("utf-8", "replace")


def _losses(handed: Package) -> tuple[str, ...]:
    made = ImportRows(handed)
    for _ in made.rows():
        pass
    found = [not_held(words, count) for words, count in sorted(made.unsaid.items()) if count]
    if handed.told:
        found.append(not_held("answers, which are worked out anew", len(handed.told)))
    return (*lost(handed.records, _LOST), *found)


def _refuses(handed: Package) -> str:
    why = told_otherwise(handed)
    if not why:
        return ""
    return (
        "Nothing was exported: whoever loads JSON lines works out the answers anew, and would "
        f"get others than those that were checked ({why}). Choose another format, such as pdf, "
        "docx or csv, which hold the answers themselves; or choose the audience internal."
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
