"""The choices on the page of exports.

They are apart from the page because a page's own file, with its classes, is run anew each time.
What was previewed could then never equal what is chosen.
"""

import getpass
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from graph.export.audiences import Extras
from graph.export.formats import FORMATS
from graph.export.package import Audience
from graph.export.request import ExportRequest, SelectionRequest
from graph.pages.export import export_words as words
from graph.pages.kit.app_store import Child, read
from graph.pages.kit.links import handed_children
from graph.pages.kit.page_state import (
    CHILD,
    DATE_FORMAT,
    FIRST_DAY,
    KNOWN_ON,
    LAST_DAY,
    chosen,
    chosen_day,
    known_on_picker,
)
from graph.pages.kit.sheet_blocks import Block, sentence, sheet, tidy
from graph.pages.questions.from_answer import Whom, choose_children, handed_whom
from graph.questions.asking import told_until
from graph.questions.library import AS_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForm:
    """The choice: the people, the reader, the formats."""

    request: ExportRequest
    formats: tuple[str, ...]


def chosen_form(known: Mapping[str, Child]) -> ExportForm | None:
    """Return what is chosen; None while something is missing. No audience is assumed."""
    wanted = _wanted(known)
    left, right, further = st.columns([3, 2, 2], vertical_alignment="bottom")
    audience = left.selectbox(
        words.AUDIENCE, list(Audience), index=None, format_func=lambda one: words.ABOUT[one]
    )
    day = right.date_input(
        words.DAY,
        value=_day(wanted),
        format=DATE_FORMAT,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
    )
    known_on = chosen_day(KNOWN_ON)
    with further:
        known_on_picker(known_on)
    formats = st.multiselect(
        words.FORMATS, list(FORMATS), format_func=_format, select_all=False
    )
    to = st.text_input(words.TO)
    reader = st.selectbox(
        words.READER, list(words.READERS), format_func=lambda one: words.READERS[one]
    )
    plea = st.text_area(words.PLEA)
    key = st.text_input(words.KEY).strip()
    extras = _extras(audience)
    if not wanted.words or audience is None or not formats or day is None:
        return None
    request = ExportRequest(
        selection=wanted,
        audience=audience,
        made_on=datetime.now(tz=UTC).astimezone().date(),
        as_of=day,
        known_on=known_on,
        extras=extras,
        recipient=to,
        reader=reader,
        plea=plea,
        keys=(key,) if key else (),
        by=getpass.getuser(),
    )
    return ExportForm(request=request, formats=tuple(formats))


def _wanted(known: Mapping[str, Child]) -> SelectionRequest:
    """Return whom it is about: what an answer chose, else the children that are chosen here."""
    whom = handed_whom()
    if whom is not None:
        sheet(_whom_blocks(whom, known), "export-whom")
        st.button(words.CHOOSE_CHILDREN, on_click=choose_children)
        return whom.wanted
    handed = handed_children(chosen(CHILD))
    picked = st.multiselect(
        words.CHILDREN,
        list(known),
        default=[one for one in handed if one in known],
        format_func=lambda id_: _named(known, id_),
    )
    return SelectionRequest(children=tuple(picked))


def _whom_blocks(whom: Whom, known: Mapping[str, Child]) -> Iterator[Block]:
    """Yield what was asked, who came back, and what that means for the files."""
    asked, children = whom.wanted, len({*whom.found} & {*known})
    yield sentence(words.found(whom.said, len(whom.found), children), "lead")
    yield sentence(words.WITH_REACH if asked.ask and children else words.NOBODY_ELSE)
    if asked.ask:
        yield sentence(words.ASKED_AGAIN, "quiet")
    if whom.cut:
        yield sentence(words.CUT, "warn")


def _day(asked: SelectionRequest) -> date:
    """Return the day that a question asked about, else the one that was looked at last.

    Without either it is the day until which the sources speak.
    """
    asked_about = asked.params.get(AS_OF)
    if asked_about:
        return date.fromisoformat(asked_about)
    return chosen_day() or read(told_until)


def _named(known: Mapping[str, Child], id_: str) -> str:
    return tidy(f"{known[id_].name} ({known[id_].family})")


def _format(name: str) -> str:
    return f"{name}: {FORMATS[name].about}"


def _extras(audience: Audience | None) -> Extras:
    """Return what is asked for by name; what only partners may get is offered to them."""
    if audience in (None, Audience.INTERNAL):
        return Extras()
    pseudonyms = st.checkbox(words.PSEUDONYMS)
    if audience is not Audience.PARTNER:
        return Extras(pseudonyms=pseudonyms, titles=st.checkbox(words.TITLES))
    return Extras(
        pseudonyms=pseudonyms,
        coded_words=st.checkbox(words.CODED),
        relays=st.checkbox(words.RELAYS),
        quotes=st.checkbox(words.QUOTES),
    )
