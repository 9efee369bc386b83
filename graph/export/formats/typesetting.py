"""Typst, the typesetter: a template and plain values go in, a document comes out.

Values go in as JSON, so no stored text is read as markup. The templates are read from their
folder and nothing else is. The fonts are the shipped ones, and no package is fetched.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from pathlib import Path

import typst

from graph.errors import GraphError
from graph.export.formats.coverage import showable
from graph.export.leaks.scripts import runs
from graph.picture.layout.text_widths import FONTS

TEMPLATES = Path(__file__).parent / "templates"
_LONGEST_WORD = 40


class NotSet(GraphError):
    """A document could not be set."""


def pdf(template: str, values: Mapping[str, object], made_on: date) -> bytes:
    """Set a document; the same values give the same bytes.

    It keeps to the rules for archives (ISO 19005-2, level A) and for readers who do not see
    (ISO 14289-1).

    Raises:
        NotSet: the typesetter refused; it does so rather than show a box for a letter.
    """
    midnight = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC)
    try:
        made = _compiler(template).compile(
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            sys_inputs={"paper": json.dumps(values, ensure_ascii=False)},
            timestamp=int(midnight.timestamp()),
        )
    except typst.TypstError as error:
        raise NotSet(f"The document could not be set, and is not written: {error}") from error
    if not isinstance(made, bytes):
        raise TypeError(f"{template} was not set as one file")
    return made


@cache
def _compiler(template: str) -> typst.Compiler:
    return typst.Compiler(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
    )


def fields_of(thing: object, value: Callable[[object], object]) -> dict[str, object]:
    """Return the fields of a part of a document, each as `value` makes it."""
    if not is_dataclass(thing):
        raise TypeError(f"{type(thing).__name__} has no fields")
    return {one.name: value(getattr(thing, one.name)) for one in fields(thing)}


def values_of(thing: object) -> dict[str, object]:
    """Turn what a document says into JSON: each text as its runs, a word of ours as it is."""
    return fields_of(thing, _value)


def _value(thing: object) -> object:
    if is_dataclass(thing):
        return values_of(thing)
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, str):
        return [(_breakable(showable(run.text)), run.lang) for run in runs(thing)]
    if isinstance(thing, tuple):
        return [_value(one) for one in thing]
    return thing


def _breakable(text: str) -> str:
    """Let a line end within a word that is too long for one: a space of no width goes in."""
    if all(len(word) <= _LONGEST_WORD for word in text.split()):
        return text
    return " ".join(
        "\u200b".join(
            word[at : at + _LONGEST_WORD] for at in range(0, len(word), _LONGEST_WORD)
        )
        for word in text.split(" ")
    )
