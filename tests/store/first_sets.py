"""Data sets for a first load: samples, a generated one, and one with hostile cells."""

from pathlib import Path

from tests.bench.generator import generate
from tests.conftest import SAMPLES
from tests.ingest.valley import Family

NAME = "Zumretqiz Unikum, whose long name is not packed into a few bytes as short ones are"
TEXTS = (
    'a "quoted" word, and ""two""',
    "two\nlines",
    "a line\r\nof Windows, with a \\ at its end \\",
    "  blanks around  ",
    "a tab\there; a semicolon, a comma",
    "ئامىنە · 阿米娜 · 👩‍👧 · e\u0301",
    "'",
    "NULL",
    "true",
    "0012",
    "2017-06-01",
    "$HOME #1 // no comment",
)
"""Texts that a file for `neo4j-admin` could hold as something else."""


def of_all_kinds(folder: Path, people: int = 60) -> list[Path]:
    """Return folders that hold rows of every kind, and some that are rejected."""
    generate(folder / "generated", people)
    return [
        SAMPLES / "asa17-3798-2021",
        SAMPLES / "invented",
        SAMPLES / "invented_elsewhere",
        folder / "generated",
        hostile(folder / "valley"),
    ]


def hostile(folder: Path) -> Path:
    """Write a family whose names and notes are hard to keep in a file; two rows are wrong."""
    family = Family(folder)
    for number, text in enumerate(TEXTS):
        family.add(
            "people",
            id=f"p{number}",
            name=f"P {text}",
            other_names=f"Q {text}",
            note=text,
            birth="1990",
        )
    family.add("people", id="long", name=NAME, birth="1960")
    family.add("people", id="wrong", name="Wrong", sex="f")
    family.add("people", id="org", kind="organisation", name="An office")
    for kind in ("same_as", "not_same_as", "sibling_of", "spouse_of", "knows", "lives_with"):
        family.add(
            "kinship",
            id=kind,
            person="p0" if kind != "same_as" else "p2",
            kind=kind,
            relative="p1" if kind != "same_as" else "p3",
        )
    family.add("kinship", id="nobody", person="nobody", kind="parent_of", relative="amina")
    family.add(
        "events",
        id="asked",
        type="asked_not_to_be_contacted",
        subject="dilnur",
        with_="amina",
        when="2018",
    )
    return family.csv()
