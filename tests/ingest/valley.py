"""A small good family, written down as tables; a test says only what differs."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from graph.record.model import Records
from graph.record.schema import TABLES, ReferenceKind
from ingest import Known, Mentioned, Reading

GOOD = {
    "dataset": [{"id": "valley", "title": "The valley", "country_of_risk": "land"}],
    "sources": [
        {"id": "letter", "title": "A letter", "kind": "letter", "said_on": "2021-03-01"}
    ],
    "places": [
        {"id": "land", "name": "The land", "kind": "country"},
        {"id": "camp", "name": "The camp", "kind": "camp", "part_of": "land"},
    ],
    "people": [
        {"id": "amina", "name": "Amina", "sex": "female", "birth": "2010"},
        {"id": "dilnur", "name": "Dilnur", "birth": "1980-05"},
        {"id": "friends", "kind": "group", "name": "friends of Dilnur"},
    ],
    "kinship": [
        {"id": "dilnur-amina", "person": "dilnur", "kind": "parent_of", "relative": "amina"}
    ],
    "events": [
        {"id": "taken", "type": "taken_to_camp", "subject": "dilnur", "when": "2017-06"},
        {
            "id": "call",
            "type": "called",
            "subject": "friends",
            "with": "dilnur",
            "when": "2016",
        },
    ],
    "interpretations": [],
}
CLAIMS = ("people", "kinship", "events", "interpretations")


class Family:
    """Tables in a folder. Rows of claims get a source and a locator of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.tables = {
            table: [self._cited(table, n, row) for n, row in enumerate(rows)]
            for table, rows in GOOD.items()
        }

    def add(self, table: str, **cells: str) -> "Family":
        """Add a row; a cell of a column that is a Python word ends in `_`."""
        row = {column.removesuffix("_"): text for column, text in cells.items()}
        self.tables[table].append(self._cited(table, len(self.tables[table]), row))
        return self

    def csv(self) -> Path:
        for table, rows in self.tables.items():
            self.file(f"{table}.csv", as_csv(rows, list(TABLES[table].holds)))
        return self.folder

    def file(self, name: str, content: bytes | str) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def jsonl(self) -> Path:
        rows = [{"table": table} | row for table, rows in self.tables.items() for row in rows]
        return self.file("all.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))

    @staticmethod
    def _cited(table: str, number: int, row: dict[str, str]) -> dict[str, str]:
        cited = {"source": "letter", "locator": f"{table}-{number}"} if table in CLAIMS else {}
        return cited | row


def as_csv(rows: list[dict[str, str]], columns: list[str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def good_count() -> int:
    return sum(len(rows) for rows in GOOD.values())


def known_of(records: Records) -> Callable[[Mentioned], Known]:
    """Answer as a store would that holds these records."""

    def known(mentioned: Mentioned) -> Known:
        return Known(
            claims={
                each.id: each.row_hash
                for each in records.claims()
                if each.id in mentioned[ReferenceKind.CLAIM]
            },
            owners={each.id: each.dataset for each in records.claims()},
            retracted={
                each.id: each.retracted_by for each in records.claims() if not each.active
            },
            parents=frozenset(
                (each.person, each.relative)
                for each in records.ties
                if each.kind == "parent_of"
            ),
            records=records,
        )

    return known


def problems(reading: Reading) -> list[str]:
    return [f"{each.spot.name}: {each.problem}" for each in reading.rejected]
