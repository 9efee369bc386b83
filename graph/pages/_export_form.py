"""What is chosen on the page of exports.

Apart from the page: a page's own file is run anew each time, and so are its classes; what was
looked at could then never be the same as what is chosen.
"""

import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from graph.briefing.audiences import Extras
from graph.briefing.formats import FORMATS
from graph.briefing.handed import Audience
from graph.briefing.preparing import Choice
from graph.briefing.selection import Wanted
from graph.pages import _export_words as words
from graph.pages._chosen import CHILD, FIRST_DAY, LAST_DAY, chosen
from graph.pages._sheet import tidy
from graph.pages._store import Child, read
from graph.questions.asking import told_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is chosen: of whom, for whom, in which format, encrypted for whose key."""

    choice: Choice
    format: str
    key: str


def chosen_form(known: Mapping[str, Child]) -> Form | None:
    """Return what is chosen; None while something is missing. No audience is assumed."""
    here = chosen(CHILD)
    picked = st.multiselect(
        words.CHILDREN,
        list(known),
        default=[here] if here in known else [],
        format_func=lambda id_: _named(known, id_),
    )
    left, middle, right = st.columns(3)
    audience = left.selectbox(
        words.AUDIENCE, list(Audience), index=None, format_func=lambda one: words.ABOUT[one]
    )
    form = middle.selectbox(words.FORMAT, list(FORMATS), index=None, format_func=_format)
    day = right.date_input(
        words.DAY, value=read(told_until), min_value=FIRST_DAY, max_value=LAST_DAY
    )
    to = st.text_input(words.TO)
    key = st.text_input(words.KEY)
    extras = _extras(audience)
    if not picked or audience is None or form is None or day is None:
        return None
    choice = Choice(
        wanted=Wanted(children=tuple(picked), params={}),
        audience=audience,
        made_on=datetime.now(tz=UTC).astimezone().date(),
        as_of=day,
        extras=extras,
        recipient=to,
        by=getpass.getuser(),
    )
    return Form(choice=choice, format=form, key=key.strip())


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
        return Extras(pseudonyms=pseudonyms)
    return Extras(
        pseudonyms=pseudonyms,
        coded_words=st.checkbox(words.CODED),
        relays=st.checkbox(words.RELAYS),
        quotes=st.checkbox(words.QUOTES),
    )
