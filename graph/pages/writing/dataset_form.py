"""The data set of what somebody writes: one that is recorded, or a new one."""

from collections.abc import Iterable

import streamlit as st

from graph.export.formats.import_claims import ImportRow
from graph.pages.kit.app_store import read
from graph.pages.writing import write_words as words
from graph.pages.writing.choices import Choices
from graph.pages.writing.row_form import chosen_ids
from graph.record.claim_names import made_id
from graph.record.schema import ReferenceKind
from graph.store.queries import query
from ingest.cells import LONGEST

Rows = tuple[ImportRow, ...]


def dataset_form(choices: Choices, near: Iterable[str], key: str) -> tuple[str, Rows]:
    """Let a data set be chosen or made; where there is one alone, it is chosen.

    Args:
        choices: what the lists offer.
        near: the data sets of what is near at hand, as often as each is there.
        key: of this form on its page.

    Returns:
        Its id, "" while none is chosen; and its rows, where it is new.
    """
    known = read(lambda store: store.read(query("read/all_datasets")))
    titles = {row["id"]: row["title"] for row in known}
    if not titles or st.checkbox(words.NEW_SET, key=f"{key}new-set"):
        with st.container(border=True):
            return _new(choices, f"{key}set")
    here = [id_ for id_ in near if id_ in titles]
    first = max(sorted(set(here)), key=here.count) if here else next(iter(titles))
    if len(titles) == 1:
        return first, ()
    return chosen_ids(words.WHOSE_SET, first, titles, f"{key}dataset", one=True), ()


def _new(choices: Choices, key: str) -> tuple[str, Rows]:
    """Ask for the title, and for the country of risk by name where it is not recorded."""
    title = st.text_input(words.SET_TITLE, key=f"{key}-title", max_chars=LONGEST).strip()
    places = choices.names[ReferenceKind.PLACE]
    country = chosen_ids(
        words.COUNTRY_OF_RISK,
        "",
        places,
        f"{key}-country",
        one=True,
        about=words.COUNTRY_OF_RISK_HELP,
    )
    named = st.text_input(words.OTHER_COUNTRY, key=f"{key}-named", max_chars=LONGEST).strip()
    if not title or not (country or named):
        st.text(words.FILL_IN_SET)
        return "", ()
    id_ = made_id(title)
    place: Rows = ()
    if not country:
        country = made_id(named)
        place = (ImportRow("places", id_, {"id": country, "name": named, "kind": "country"}),)
    cells = {"id": id_, "title": title, "country_of_risk": country}
    return id_, (ImportRow("dataset", id_, cells), *place)
