"""A query as it is typed: its colours, and below the field what may come next."""

import streamlit as st

from graph.console.schema_help import AtHand
from graph.picture.browser import asset

_completion = st.components.v2.component(
    "kinthread_completion",
    html='<div class="offered"><div data-words role="group" aria-label="Completions"></div>'
    "<span data-hint hidden>Tab takes the first, Escape none.</span></div>",
    css=asset("completion.css"),
    js=asset("query_colours.js", "completion.js"),
)


def completion(label: str, known: AtHand) -> None:
    """Colour the field of this label, and offer what may come next in it.

    Args:
        label: what the field is called on the page.
        known: the labels and relationships of the store, with their properties.
    """
    _completion(
        key="completion",
        data={
            "label": label,
            "labels": {one.name: list(one.properties) for one in known.labels},
            "types": {one.name: list(one.properties) for one in known.types},
        },
    )
