"""A data set torn into several, each with whatever its rows refer to, as tables in folders."""

import csv
from dataclasses import dataclass
from pathlib import Path
from random import Random

from graph.record.references import references
from graph.record.schema import TABLES, ReferenceKind, thing_id
from ingest import read

_FIELDS = ("datasets", "sources", "places", "people", "ties", "events", "interpretations")
_CLAIMS = ("people", "kinship", "events", "interpretations")
Key = tuple[str, int]
"""A table and the number of a row in it."""


@dataclass(frozen=True)
class Torn:
    """The rows of a data set, and which rows each of them cannot do without."""

    rows: dict[Key, dict[str, str]]
    needs: dict[Key, set[Key]]

    def parts(self, chance: Random, many: int) -> list[set[Key]]:
        """Return so many parts: every claim in one at least, some in several."""
        claims = [key for key in self.rows if key[0] in _CLAIMS]
        parts: list[set[Key]] = [set() for _ in range(many)]
        for claim in claims:
            for part in chance.sample(parts, 2 if chance.random() < 0.1 else 1):
                part.add(claim)
        for part in parts:
            part.update(*(self.needed(key) for key in list(part)))
        return parts

    def needed(self, key: Key) -> set[Key]:
        found, waiting = set(), [key]
        while waiting:
            if (one := waiting.pop()) not in found:
                found.add(one)
                waiting.extend(self.needs[one])
        return found

    def write(self, part: set[Key], folder: Path) -> None:
        """Write a part as a data set that is named for its folder."""
        folder.mkdir(parents=True)
        head = self.rows["dataset", 0] | {"id": folder.name}
        part = part | self.needed(("dataset", 0)) - {("dataset", 0)}
        self._write(folder, "dataset", [head])
        for table in TABLES:
            rows = [self.rows[key] for key in sorted(part) if key[0] == table]
            if rows and table != "dataset":
                self._write(folder, table, rows)

    @staticmethod
    def _write(folder: Path, table: str, rows: list[dict[str, str]]) -> None:
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)


def torn(folder: Path) -> Torn:
    """Read a data set, and what each of its rows refers to."""
    reading = read([folder])
    assert not reading.rejected
    rows, records = {}, {}
    for table, field in zip(TABLES, _FIELDS, strict=True):
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            read_rows = list(csv.DictReader(file))
        for n, (row, record) in enumerate(
            zip(read_rows, getattr(reading.records, field), strict=True)
        ):
            rows[table, n], records[table, n] = row, record
    defined: dict[tuple[ReferenceKind, str], set[Key]] = {}
    for key, record in records.items():
        defined.setdefault((TABLES[key[0]].about, thing_id(record)), set()).add(key)
        defined.setdefault((ReferenceKind.CLAIM, record.id), set()).add(key)
    needs = {
        key: set().union(
            *(defined[thing, name] for thing, name, _ in references(record)),
        )
        for key, record in records.items()
    }
    return Torn(rows, needs)
