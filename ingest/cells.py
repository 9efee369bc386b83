"""Refuse what no cell may hold in any column: hidden signs, formulas, telephone numbers."""

import re
from typing import Final

from graph.errors import shortened
from graph.record.schema import Holds, Table
from ingest.table_row import RowFault, fault

LONGEST: Final = 10_000
"""Characters in a cell; a longer one is no fact about a family."""
BLANKS: Final = " \n\r\u00a0\u2007\u202f\u3000"

_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe00-\ufe0f"
    "\uffa0\u0300-\u036f\U000e0000-\U000e01ef]+"
)
"""Signs that show nothing, alone or with no letter below them."""
_FORMULA = re.compile("[=+@\uff1d\uff0b\uff20]|[-\uff0d](?=[\\w(=+@.])")
_NUMBER = re.compile(r"-\d+(\.\d+)?")
_ERROR = re.compile(r"#(?:\S{0,20}[/!?]|N/\S|NV|GETTING_DATA|#{2,})")
"""`#N/A`, `#REF!`, `#NAME?` and their kin in other languages; `####` of a narrow column."""
_SUSPECT = re.compile(
    f"{_CONTROL.pattern}|{_BIDI.pattern}|^#|^[ \u3000\u00a0]*(?:{_FORMULA.pattern})",
    re.MULTILINE,
)
SPREADSHEET_ERROR: Final = (
    "is an error of a spreadsheet and no text; type what was meant, or empty the cell"
)
_TELEPHONE = re.compile(
    r"(?:(?<![\w.,/-])|(?<=wa\.me/))(?:\+|\(\+?|00)?"
    r"\d(?:[\d().\u2010-\u2013/\u00b7\u2022_-]|[^\S\n]){5,}\d(?![\w/:])"
)
_DATES = re.compile(
    r"(?:1[5-9]|20)\d\d(?:([./-])\d\d?\1\d\d?|-\d\d)?(?!\d)"
    r"|(?<!\d)\d\d?([./-])\d\d?\2(?:1[5-9]|20)\d\d(?!\d)"
)
"""Years, months and days, as people write them."""


def cell_faults(table: Table, cells: dict[str, str]) -> list[RowFault]:
    """Return what is wrong with the cells of a row, whatever their meaning.

    A formula is what a spreadsheet would run when the table is opened again: a cell beginning
    with `=`, `+` or `@` (also full-width, also behind blanks), and `-` before a letter, a digit
    or a bracket unless the cell is a number. `@event-id` in a date column is no formula.
    """
    joined = "\n".join(cells.values())
    odd = (
        _SUSPECT.search(joined) is not None
        or (not joined.isascii() and any(map(_UNSEEN.fullmatch, cells.values())))
        or len(joined) > LONGEST
        or joined.count("\n") >= len(cells)
    )
    wrong: list[RowFault] = []
    if odd:
        for column, value in cells.items():
            wrong += _faults(column, value, table.holds.get(column, Holds.TEXT))
    for column in table.texts:
        value = cells.get(column, "")
        if value and telephone(value):
            wrong.append(
                RowFault(
                    column=column,
                    value="",
                    problem="looks like a telephone number; never write one down: leave it out",
                )
            )
    return wrong


def _faults(column: str, value: str, holds: Holds) -> list[RowFault]:
    if len(value) > LONGEST:
        problem = (
            f"is longer than {LONGEST:,} characters; keep the few words that are the evidence"
        )
        return [fault(column, value, problem)]
    if hidden := _CONTROL.search(value):
        name = f"U+{ord(hidden.group()):04X}"
        problem = f"holds a control character ({name}), which is no text; type the cell again"
        return [fault(column, value, problem)]
    if turned := _BIDI.search(value):
        name = f"U+{ord(turned.group()):04X}"
        problem = (
            f"holds a hidden mark ({name}) that turns the writing around; type the cell again"
        )
        return [fault(column, value, problem)]
    if _UNSEEN.fullmatch(value):
        problem = "holds only signs that show nothing; type what was meant, or empty the cell"
        return [fault(column, value, problem)]
    problem = _unfit(value, holds)
    return [fault(column, value, problem)] if problem else []


def _unfit(value: str, holds: Holds) -> str:
    """Say why a text is no cell of its column; "" where it may be one."""
    if _is_formula(value, holds):
        return (
            "begins like a spreadsheet formula; write the text itself, without its first sign"
        )
    if _ERROR.fullmatch(value):
        return SPREADSHEET_ERROR
    if "\n" in value and holds not in (Holds.TEXT, Holds.TEXTS):
        return "holds a line break; write it on one line"
    return ""


def _is_formula(value: str, holds: Holds) -> bool:
    if holds is Holds.DATE and value.startswith("@"):
        return False
    return _FORMULA.match(value) is not None and _NUMBER.fullmatch(value) is None


def telephone(text: str) -> bool:
    """Return whether a text holds what looks like a telephone number.

    Nine digits or more with the usual signs between them, or seven behind `+`, `00` or `0`.
    The usual signs are those that people put there, and every blank that a program puts there.
    Years and days (`2017-2018`, `2017-03-01`, `01/03/2017`) are no digits of one.
    """
    for match in _TELEPHONE.finditer(text):
        number = match.group()
        digits = sum(sign.isdigit() for sign in _DATES.sub("", number))
        abroad = number.lstrip("(").startswith(("+", "0"))
        if digits >= (7 if abroad else 9):
            return True
    return False


def shown(value: str) -> str:
    """Return a cell as a sentence may show it: short, hidden signs made visible."""
    return repr(shortened(value))
