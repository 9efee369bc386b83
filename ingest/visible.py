"""Hostile text on its way out: shown instead of obeyed, and always writable."""

import json
import re
from collections.abc import Mapping

_LONE = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """Return a text in which every sign that is not printed is written out.

    Names of files may hold bytes that are no text, keys of JSON half a sign: neither can be
    written in UTF-8 as it is.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in text)


def json_line(row: Mapping[str, object]) -> str:
    """Return a row as a line of JSON that can be written, and gives the same row again."""
    line = json.dumps(row, ensure_ascii=False)
    return _LONE.sub(lambda lone: f"\\u{ord(lone[0]):04x}", line)


def _escaped(sign: str) -> str:
    return sign.encode("unicode_escape", "surrogatepass").decode("ascii")
