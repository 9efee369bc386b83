"""The calendar of changes of a family, as a table that a person can check against the report.

`python -m tests.rule.calendars` writes the kept tables anew; read the difference before you
commit it.
"""

from pathlib import Path

from graph.record.dates import BEGINNING, END
from graph.record.model import Records
from graph.rule.calendar import calendar
from graph.rule.network import network

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "tests" / "data" / "calendars"
REPORT = ROOT / "data_samples" / "asa17-3798-2021"


def children(records: Records) -> list[str]:
    """Return the children that are looked for."""
    return sorted({claim.about for claim in records.people if claim.sought})


def one_of_each_family(records: Records) -> dict[str, str]:
    """Return a child of each family; brothers and sisters share a calendar."""
    families: dict[str, str] = {}
    for child in children(records):
        parents = "-".join(sorted(network(records, child).parents()))
        families.setdefault(parents, child)
    return families


def table(records: Records, child: str) -> str:
    """Return the calendar of changes as text, a line a change, with the passages behind it."""
    around = network(records, child)
    names = around.facts.people
    locators = {claim.id: claim.locator for claim in records.claims()}
    lines = [f"{names[child].name} ({child})", ""]
    for stay in sorted(calendar(around).stays, key=lambda s: (s.person, s.first)):
        first = "always" if stay.first == BEGINNING else stay.first.isoformat()
        last = "on" if stay.last == END else stay.last.isoformat()
        passages = ", ".join(dict.fromkeys(locators[c] for c in stay.claims)) or "-"
        lines.append(
            f"{stay.person:34} {first:10} {last:10} {stay.left:8} {stay.status:19} "
            f"{stay.deciding or '-':40} {passages}"
        )
    return "\n".join(line.rstrip() for line in lines) + "\n"


def main() -> None:
    """Write the kept tables."""
    from ingest import read  # noqa: PLC0415 - only this command reads the files

    records = read([REPORT]).records
    KEPT.mkdir(parents=True, exist_ok=True)
    for family, child in one_of_each_family(records).items():
        (KEPT / f"{family}.txt").write_text(table(records, child), encoding="utf-8")


if __name__ == "__main__":
    main()
