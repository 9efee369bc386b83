"""The text of JSON, read back."""

import json
from collections.abc import Iterator
from typing import Any


def text_of(content: bytes) -> str:
    """Return every text of a JSON file, names of fields too, escapes resolved, a line each."""
    return "\n".join(_texts(json.loads(content)))


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
