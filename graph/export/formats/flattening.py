"""Facts as formats without lists, dates or empty values take them: plain text and numbers.

XML 1.0 has no way to write some control characters, nor U+FFFE, U+FFFF and halves of pairs
(https://www.w3.org/TR/xml/#charsets), and spreadsheets and loaders stumble over them: where a
format does not escape them they become U+FFFD, and the loss report counts them.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from graph.export.formats.property_graph import GraphLink, Node, Value

BETWEEN = "; "
"""What stands between the parts of a list."""
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACED = "\ufffd"


def plain(value: Value) -> str:
    """Return a value as text: lists joined, days as 2018-06-24, `true` and `false`."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def clean(text: str) -> str:
    """Return a text without control characters."""
    return CONTROLS.sub(REPLACED, text)


def illegal(text: str) -> int:
    """Count the control characters of a text."""
    return len(CONTROLS.findall(text))


def columns(every: Iterable[Mapping[str, Value]]) -> dict[str, type]:
    """Return all names that some facts use, by name, each with its type; a name has one.

    Lists and dates are text here.
    """
    found: dict[str, type] = {}
    for facts in every:
        for name in facts.keys() - found.keys():
            value = facts[name]
            found[name] = type(value) if isinstance(value, bool | int | float) else str
    return {name: found[name] for name in sorted(found)}


def node_facts(node: Node) -> dict[str, Value]:
    """Return the facts of a node for a program that draws graphs.

    Such programs keep `id` for themselves, write `label` beside the node, and know no labels
    as Neo4j does: these become a text.
    """
    named = {"record": node.facts["id"], "labels": BETWEEN.join(node.labels)}
    rest = {name: value for name, value in node.facts.items() if name != "id"}
    return {"label": _title(node), **named, **rest}


def link_facts(link: GraphLink) -> dict[str, Value]:
    """Return the facts of a link for a program that draws graphs."""
    return {"label": link.type, **link.facts}


def _title(node: Node) -> str:
    for name in ("name", "title", "headline", "type", "words", "selection"):
        if said := node.facts.get(name):
            return str(said)
    return str(node.facts["id"])
