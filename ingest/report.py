"""Report what a reading found, for people and for programs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ingest.reading import Reading, RowCount
from ingest.table_row import Rejected
from ingest.visible import visible

MOST_SHOWN: Final = 100
_MOST_FOLLOWERS: Final = 10
"""Rows that only wait for others, and are still named one by one."""


def rejected_as_json(each: Rejected) -> dict[str, object]:
    """Return one rejected row for a program."""
    return {
        "file": visible(each.file.name),
        "sheet": visible(each.spot.origin.sheet) or None,
        "table": visible(each.spot.table),
        "line": each.line or None,
        "rows": each.spot.rows,
        "faults": [
            {
                "column": visible(fault.column) or None,
                "value": visible(fault.value),
                "problem": fault.problem,
            }
            for fault in each.faults
        ],
        "follows": each.follows,
    }


def reading_as_json(reading: Reading, quarantine: Sequence[str] = ()) -> dict[str, object]:
    """Return a whole reading for a program; its records are left out."""
    return {
        **_counted(reading.total),
        "tables": {visible(table): _counted(count) for table, count in reading.counts.items()},
        "files": [
            {"file": visible(str(file.path)), "sha256": file.sha256, "bytes": file.size}
            for file in reading.files
        ],
        "rejected_rows": [rejected_as_json(each) for each in reading.rejected],
        "superseded": dict(reading.superseded),
        "notes": list(reading.notes),
        "quarantine": list(quarantine),
    }


def report_text(rejected: Sequence[Rejected]) -> str:
    """Say of each rejected row its place, what is wrong and what to do."""
    return "".join(f"{each.spot.name}{_more(each)}: {each.problem}\n" for each in rejected)


def summary_text(rejected: Sequence[Rejected]) -> str:
    """Say what is wrong, the causes first: once what many rows of a file share.

    Rows that only name others that were rejected are counted where there are many.
    """
    causes = _shared(each for each in rejected if not each.follows)
    followers = [each for each in rejected if each.follows]
    lines = [
        f"{rows[0].spot.name}{_and_more(rows)}: {rows[0].problem}"
        for rows in causes[:MOST_SHOWN]
    ]
    if len(causes) > MOST_SHOWN:
        left = sum(each.spot.rows for rows in causes[MOST_SHOWN:] for each in rows)
        lines.append(f"... and {left:,} more; --format json shows all of them")
    if len(followers) <= _MOST_FOLLOWERS:
        return "".join(f"{line}\n" for line in lines) + report_text(followers)
    counted = Counter(each.spot.origin.name for each in followers)
    lines += [
        f"{name}: {_rows(count)} what was rejected or could not be read; "
        "read all again when that is mended"
        for name, count in sorted(counted.items())
    ]
    return "".join(f"{line}\n" for line in lines)


def _rows(count: int) -> str:
    return "1 row only names" if count == 1 else f"{count:,} rows only name"


def _shared(rejected: Iterable[Rejected]) -> list[list[Rejected]]:
    """Group the rows of a file of which the same is wrong."""
    groups: dict[tuple[str, str], list[Rejected]] = {}
    for each in rejected:
        groups.setdefault((each.spot.origin.name, each.problem), []).append(each)
    return list(groups.values())


def _and_more(rows: list[Rejected]) -> str:
    further = sum(each.spot.rows for each in rows[1:])
    return f" and {further:,} more rows of it" if further else _more(rows[0])


def counts_text(counts: Mapping[str, RowCount], total: RowCount) -> str:
    """Return a line a table: taken + rejected = read."""
    lines = [f"{'':16}{'read':>10}{'taken':>10}{'rejected':>10}"]
    lines += [_line(table, count) for table, count in counts.items()]
    lines.append(_line("all", total))
    lines.append(f"{total.taken:,} taken + {total.rejected:,} rejected = {total.read:,} read")
    return "\n".join(lines)


def exit_code(reading: Reading) -> int:
    """Return 0 where every row was taken, 1 where some were not, 2 where none could be read."""
    if not reading.rejected:
        return 0
    nothing = not reading.total.taken and all(not each.line for each in reading.rejected)
    return 2 if nothing else 1


def _line(table: str, count: RowCount) -> str:
    name = table.encode("unicode_escape").decode("ascii")[:15] or "no table"
    return f"{name:16}{count.read:>10,}{count.taken:>10,}{count.rejected:>10,}"


def _counted(count: RowCount) -> dict[str, object]:
    return {"read": count.read, "taken": count.taken, "rejected": count.rejected}


def _more(each: Rejected) -> str:
    return (
        f" and {each.spot.rows - 1:,} more behind it"
        if each.line and each.spot.rows > 1
        else ""
    )
