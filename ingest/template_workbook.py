"""Make the blank workbook: a sheet a table, each column as text, with its help and its words.

Cells are kept as text, so that no spreadsheet turns "2017-03" into a date. Allowed words are a
drop-down list. The help of a column appears beside a cell that is chosen. All of it is in the
sheet `readme` as well, which an import passes over.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from graph.record.schema import TABLES, Column, Holds, Table
from ingest.column_help import help_text, holds_text
from ingest.hidden import letters_of

README_SHEET: Final = "readme"
_HELP: Final = ("table", "column", "must", "holds", "what to write")
"""The columns of the readme; the lists of words stand behind them."""
_ROWS: Final = 10_000
"""Rows of a sheet that have drop-down lists."""
_MOST: Final = 255
"""Characters of the help beside a cell, by the format."""
_BEGUN: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PARTS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FONT: Final = '<sz val="11"/><name val="Calibri"/>'
_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}">'
    f'<fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    "</cellStyleXfs>"
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyFont="1"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
"""Styles by number: 1 keeps a cell as text, 2 is the header."""


def workbook_bytes() -> bytes:
    """Return the blank workbook."""
    lists = _lists()
    sheets = {README_SHEET: _readme(lists)}
    sheets |= {name: _table(table, lists) for name, table in TABLES.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in _package(sheets):
            book.writestr(zipfile.ZipInfo(name), f"{_BEGUN}{text}", zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _package(sheets: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the parts of the file; its sheets have the numbers 1 and on."""
    numbered = list(enumerate(sheets, start=1))
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/sheet{number}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            for number, _ in numbered
        )
        + "</Types>",
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    named = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered
    )
    opened = f'<workbook xmlns="{_MAIN}" xmlns:r="{_PARTS}">'
    yield "xl/workbook.xml", f"{opened}<sheets>{named}</sheets></workbook>"
    parts = [("worksheet", f"sheet{number}.xml") for number, _ in numbered]
    yield "xl/_rels/workbook.xml.rels", _relations([*parts, ("styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES
    for number, name in numbered:
        yield f"xl/sheet{number}.xml", sheets[name]


def _relations(parts: Iterable[tuple[str, str]]) -> str:
    made = (
        f'<Relationship Id="rId{number}" Type="{_PARTS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(made)}</Relationships>'


def _lists() -> dict[tuple[str, str], list[str]]:
    """Return the words of each column that has some, by table and column."""
    return {
        (name, column.name): list(column.words) or ["yes"]
        for name, table in TABLES.items()
        for column in table.template
        if column.words or column.holds is Holds.YES
    }


def _readme(lists: dict[tuple[str, str], list[str]]) -> str:
    """Return the sheet with the help of every column, and behind it the lists of words."""
    rows = [list(_HELP)]
    rows += [
        [
            *(name, column.name, "must" if column.must else ""),
            *(holds_text(column), help_text(table, column)),
        ]
        for name, table in TABLES.items()
        for column in table.template
    ]
    rows[0] += [".".join(key) for key in lists]
    for at, row in enumerate(rows[1:]):
        row += [words[at] if at < len(words) else "" for words in lists.values()]
    return _sheet(rows, [16, 16, 6, 16, 100, *[20] * len(lists)])


def _table(table: Table, lists: dict[tuple[str, str], list[str]]) -> str:
    header = [column.name for column in table.template]
    keys = list(lists)
    rules = []
    for at, column in enumerate(table.template):
        key = (table.name, column.name)
        words = letters_of(len(_HELP) + keys.index(key)) if key in lists else ""
        rules.append(_rule(table, column, letters_of(at), words, len(lists.get(key, ()))))
    count = f'<dataValidations count="{len(rules)}">'
    return _sheet([header], [18] * len(header), f"{count}{''.join(rules)}</dataValidations>")


def _rule(table: Table, column: Column, letters: str, words: str, count: int) -> str:
    """Return the help of a column, and the list where it has one, which takes an empty cell."""
    plain = help_text(table, column).replace("`", "").replace("*", "")
    text = f"{'Must be filled in. ' * column.must}{plain}"
    text = text if len(text) <= _MOST else f"{text[: _MOST - 4]} ..."
    kind = ' type="list" showErrorMessage="1"' if words else ""
    source = f"<formula1>{README_SHEET}!${words}$2:${words}${count + 1}</formula1>"
    return (
        f'<dataValidation{kind} allowBlank="1" showInputMessage="1" '
        f"promptTitle={quoteattr(column.name)} prompt={quoteattr(text)} "
        f'sqref="{letters}2:{letters}{_ROWS}">{source if words else ""}</dataValidation>'
    )


def _sheet(rows: list[list[str]], widths: list[int], more: str = "") -> str:
    """Return a sheet whose first row is a header that stays in sight."""
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" style="1" customWidth="1"/>'
        for at, width in enumerate(widths, start=1)
    )
    lines = (
        f'<row r="{number}">{"".join(_cells(number, row))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        "</sheetView></sheetViews>"
        f"<cols>{columns}</cols><sheetData>{''.join(lines)}</sheetData>{more}</worksheet>"
    )


def _cells(number: int, row: list[str]) -> Iterator[str]:
    style = 2 if number == 1 else 1
    for at, text in enumerate(row):
        if text:
            yield (
                f'<c r="{letters_of(at)}{number}" t="inlineStr" s="{style}">'
                f"<is><t>{escape(text)}</t></is></c>"
            )
