"""Cells that are safe in a spreadsheet: none that it would run."""

import unicodedata


def safe_cell(value: object) -> str:
    """Return a cell's text; what a spreadsheet would take for a formula begins with a quote."""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    begins = unicodedata.normalize("NFKC", text.lstrip().lstrip("\ufeff")[:1])
    formula = begins in ("=", "+", "-", "@") or text.startswith(("\t", "\r"))
    return f"'{text}" if formula else text
