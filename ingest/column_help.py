"""Write the tables of `data_samples/README.md`: `python -m ingest.column_help`."""

import re
from pathlib import Path
from typing import Final

from graph.record.schema import TABLES, Column, Table

README: Final = Path(__file__).parents[1] / "data_samples" / "README.md"
_PLACE: Final = re.compile(r"(<!-- columns of (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def help_text(table: Table, column: Column) -> str:
    """Return what to write into a column, with the words that are allowed."""
    empty = str(table.empty[column.field])
    words = (f"`{word}`{' (empty means that)' * (word == empty)}" for word in column.words)
    return column.help.replace("{words}", ", ".join(words))


def holds_text(column: Column) -> str:
    """Return what the cells of a column hold: "date", "id of: place"."""
    kinds = " or ".join(column.refers_to)
    return f"{column.holds} of: {kinds}" if kinds else str(column.holds)


def table_text(table: Table) -> str:
    """Return a table of columns as Markdown."""
    rows = [
        f"| `{each.name}`{must} | {holds_text(each)} | {help_text(table, each)} |"
        for each in table.template
        for must in (" **must**" if each.must else "",)
    ]
    return "\n".join(["| column | holds | what to write |", "| --- | --- | --- |", *rows, ""])


def with_tables(text: str) -> str:
    """Return a text with the table of columns between each pair of marks written anew."""
    return _PLACE.sub(lambda at: f"{at[1]}{table_text(TABLES[at[2]])}{at[3]}", text)


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
