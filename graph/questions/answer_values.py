"""The values of an answer as plain JSON: texts, nodes, relationships. Pure.

The shapes are those of `graph/console/driver_values.py`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

CODED_LABELS = frozenset({"Interpretation"})
CODED_TYPES = frozenset({"RELAYED_BY", "READS", "BACKS"})
CODED_PROPERTIES = ("relayed_by", "reading")
OURS = "Kinthread"
"""How the labels begin by which we know our own nodes."""
LONGEST_ID = 500
NAMES = ("name", "title", "type", "about", "person")
"""Properties that say what a node is called, the first that it has."""


@dataclass(slots=True)
class RowValues:
    """What is in one row, however deep."""

    strings: set[str] = field(default_factory=set)
    """All texts that are short enough to be an id or words."""
    text: str = ""
    """All texts, in small letters, to look for others in."""
    coded: bool = False
    """It holds a node or a relationship of coded words or of a relay chain."""
    foreign: bool = False
    elements: set[str] = field(default_factory=set)
    """Nodes, as the server names them."""
    ends: set[str] = field(default_factory=set)
    """Nodes that relationships lead to."""


def row_values(row: Sequence[Any]) -> RowValues:
    """Look through a row."""
    found, texts = RowValues(), []
    for value in walk(row):
        if isinstance(value, str):
            texts.append(value.casefold())
            if len(value) <= LONGEST_ID:
                found.strings.add(value)
        elif isinstance(value, Mapping):
            _look_at(found, value)
    found.text = "\n".join(texts)
    return found


def _look_at(found: RowValues, value: Mapping[str, Any]) -> None:
    if is_node(value):
        labels = set(value["labels"])
        found.elements.add(value["element"])
        found.foreign |= not any(str(label).startswith(OURS) for label in labels)
        found.coded |= bool(labels & CODED_LABELS)
    elif is_relationship(value):
        found.ends |= {end for end in (value["start"], value["end"]) if end}
        found.coded |= value["type"] in CODED_TYPES
    found.coded |= any(value.get(name) for name in CODED_PROPERTIES)


def walk(value: Any) -> Iterator[Any]:  # noqa: ANN401 - plain JSON
    """Yield a value and all that is in it; names of properties are not values."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, Mapping):
            waiting.extend(one.values())
        elif isinstance(one, list | tuple):
            waiting.extend(one)


def is_node(value: object) -> bool:
    """Return whether a value is a node, and no map that somebody made to look like one."""
    return (
        isinstance(value, Mapping)
        and value.get("kind") == "node"
        and all(isinstance(value.get(name), str) for name in ("id", "element"))
        and isinstance(value.get("properties"), Mapping)
        and isinstance(value.get("labels"), list)
        and all(isinstance(label, str) for label in value["labels"])
    )


def is_relationship(value: object) -> bool:
    """Return whether a value is a relationship, and no map that was made to look like one."""
    return (
        isinstance(value, Mapping)
        and value.get("kind") == "relationship"
        and all(isinstance(value.get(name), str) for name in ("id", "element", "type"))
        and isinstance(value.get("properties"), Mapping)
        and all(isinstance(value.get(end), str | None) for end in ("start", "end"))
    )


def is_path(value: object) -> bool:
    """Return whether a value is a path: nodes, and one relationship less."""
    return (
        isinstance(value, Mapping)
        and value.get("kind") == "path"
        and all(isinstance(value.get(part), list) for part in ("nodes", "relationships"))
        and all(map(is_node, value["nodes"]))
        and all(map(is_relationship, value["relationships"]))
    )


def in_words(value: Any) -> str:  # noqa: ANN401 - plain JSON
    """Return a value for a reader: a thing by its name and id, a path by what it leads over."""
    if is_node(value):
        properties = value["properties"]
        name = next((properties[key] for key in NAMES if properties.get(key)), "")
        return f"{name} ({value['id']})" if name else value["id"]
    if is_relationship(value):
        return str(value["type"])
    if is_path(value):
        words = [in_words(value["nodes"][0])] if value["nodes"] else []
        for tie, node in zip(value["relationships"], value["nodes"][1:], strict=False):
            arrow = "-{}->" if tie["end"] == node["element"] else "<-{}-"
            words += [arrow.format(in_words(tie)), in_words(node)]
        return " ".join(words)
    if isinstance(value, list):
        return "; ".join(map(in_words, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {in_words(one)}" for name, one in value.items())
    return _word(value)


def _word(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
