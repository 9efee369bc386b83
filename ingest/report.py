"""What a reading found, for people and for programs."""

from collections.abc import Mapping, Sequence
from typing import Final

from ingest.reading import Count, Reading
from ingest.rows import Rejected

MOST_SHOWN: Final = 100


def rejected_as_json(each: Rejected) -> dict[str, object]:
    """Return one rejected row for a program."""
    return {
        "file": each.file.name,
        "sheet": each.spot.origin.sheet or None,
        "table": each.spot.table,
        "line": each.line or None,
        "rows": each.spot.rows,
        "faults": [
            {"column": fault.column or None, "value": fault.value, "problem": fault.problem}
            for fault in each.faults
        ],
    }


def reading_as_json(reading: Reading, quarantine: Sequence[str] = ()) -> dict[str, object]:
    """Return a whole reading for a program; its records are left out."""
    return {
        **_counted(reading.total),
        "tables": {table: _counted(count) for table, count in reading.counts.items()},
        "files": [
            {"file": str(file.path), "sha256": file.sha256, "bytes": file.size}
            for file in reading.files
        ],
        "rejected_rows": [rejected_as_json(each) for each in reading.rejected],
        "superseded": dict(reading.superseded),
        "notes": list(reading.notes),
        "quarantine": list(quarantine),
    }


def report_text(rejected: Sequence[Rejected], most: int | None = None) -> str:
    """Say of each rejected row where it stood, what is wrong and what to do."""
    shown = rejected if most is None else rejected[:most]
    lines = [f"{each.spot.name}{_more(each)}: {each.problem}" for each in shown]
    if len(shown) < len(rejected):
        lines.append(
            f"... and {len(rejected) - len(shown):,} more; --format json shows all of them"
        )
    return "".join(f"{line}\n" for line in lines)


def counts_text(counts: Mapping[str, Count], total: Count) -> str:
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


def _line(table: str, count: Count) -> str:
    name = table.encode("unicode_escape").decode("ascii")[:15]
    return f"{name:16}{count.read:>10,}{count.taken:>10,}{count.rejected:>10,}"


def _counted(count: Count) -> dict[str, object]:
    return {"read": count.read, "taken": count.taken, "rejected": count.rejected}


def _more(each: Rejected) -> str:
    return (
        f" and {each.spot.rows - 1:,} more behind it"
        if each.line and each.spot.rows > 1
        else ""
    )
