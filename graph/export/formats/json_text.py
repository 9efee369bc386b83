"""JSON on one line, and the text of JSON read back."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")


def as_line(value: Any) -> str:  # noqa: ANN401 - whatever JSON may hold
    """Return a value as JSON; what some readers take for the end of a line is escaped."""
    text = json.dumps(value, ensure_ascii=False, default=date.isoformat)
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def text_of(content: bytes, *, picture: bool = False) -> str:
    """Return every text of a JSON file, names of fields too, escapes resolved, a line each.

    Of a `picture`, without the numbers that say where something is drawn.
    """
    number = (lambda _: "") if picture else float
    return "\n".join(_texts(json.loads(content, parse_float=number)))


def text_of_lines(content: bytes) -> str:
    """Return the same of a file with one JSON value a line."""
    lines = (line for line in content.split(b"\n") if line.strip())
    return "\n".join(text_of(line) for line in lines)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON may hold
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    else:
        yield str(value)
