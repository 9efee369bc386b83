"""Name the claim of a row, and make the hash by which two rows are the same."""

import re
from collections.abc import Mapping
from hashlib import sha256

from graph.record.name_folding import fold

_KEPT = re.compile(r"[A-Za-z0-9._-]*")
_OTHER = re.compile(r"[^A-Za-z0-9._-]")
_SIGN, _END = "\x1e", "\x1f"
"""Between a column and its cell, and behind it: cells hold no control characters."""
_CHANGED = "++"
_STEM = 60
"""Letters of an id that somebody can read."""
NOT_SAID = frozenset({"standing", "retracted_by", "retracted_on", "retracted_why"})
"""Columns that say what became of a claim later: the claim stays the same one."""


def row_hash(table: str, cells: Mapping[str, str]) -> str:
    """Return the hash of a row: the table's name and the filled cells, by column name.

    The cells come in NFC and stripped, so neither the order of columns, nor blanks, nor the
    form of the file (CSV, XLSX, JSON lines) make a difference.
    """
    said = _END.join(
        [
            table,
            *(
                f"{column}{_SIGN}{cells[column]}"
                for column in sorted(cells)
                if column not in NOT_SAID
            ),
        ]
    )
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def claim_id(thing: str, cells: Mapping[str, str], row: str) -> str:
    """Return `thing@source:locator`, the name that `supersedes` and `retract` use.

    A row that supersedes another one adds `+` and six letters of its own hash, since it may
    stand at the same passage.
    """
    locator = slug(cells.get("locator", ""))
    name = f"{thing}@{cells.get('source', '')}" + (f":{locator}" if locator else "")
    return f"{name}+{row[:6]}" if cells.get("supersedes") else name


def changed_name(name: str, row: str) -> str:
    """Return the name of a claim whose row was changed in its data set: with `++`."""
    return f"{name}{_CHANGED}{row[:6]}"


def is_changed_row(name: str, of: str = "") -> bool:
    """Return whether a claim came from a later form of a row; of that one, if it is named."""
    return name.startswith(f"{of}{_CHANGED}") if of else _CHANGED in name


def made_id(stem: str, *content: str) -> str:
    """Return an id for a thing that somebody writes down: readable, and always the same.

    The stem is written in small Latin letters. Six letters of the hash of the content keep two
    things of one stem apart; without content there are none.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", fold(stem))[:_STEM].strip("-")
    plain = plain if plain[:1].isalpha() else f"x-{plain}".strip("-")
    if not content:
        return plain
    return (
        f"{plain}-{sha256(_END.join(content).encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
    )


def slug(locator: str) -> str:
    """Return a locator as a name may hold it: `p. 7` becomes `p.-7~3f0a`.

    Where a sign was replaced, four letters of a hash keep two passages apart.
    """
    if _KEPT.fullmatch(locator):
        return locator
    mark = sha256(locator.encode("utf-8", "surrogatepass")).hexdigest()[:4]
    return f"{_OTHER.sub('-', locator)}~{mark}"
