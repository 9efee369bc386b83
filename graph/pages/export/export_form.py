"""What is chosen on the page of exports.

Apart from the page: a page's own file is run anew each time, and so are its classes; what was
looked at could then never be the same as what is chosen.
"""

import getpass
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from graph.export.audiences import Extras
from graph.export.formats import FORMATS
from graph.export.package import Audience
from graph.export.preparing import Choice
from graph.export.select.selection import SelectionRequest
from graph.pages.export import export_words as words
from graph.pages.kit.app_store import Child, read
from graph.pages.kit.page_state import CHILD, FIRST_DAY, LAST_DAY, chosen
from graph.pages.kit.sheet_blocks import Block, sentence, sheet, tidy
from graph.pages.questions.from_answer import Whom, choose_children, handed_whom
from graph.questions.asking import told_until
from graph.questions.library import AS_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForm:
    """What is chosen: of whom, for whom, in which formats, encrypted for whose key."""

    choice: Choice
    formats: tuple[str, ...]
    key: str


def chosen_form(known: Mapping[str, Child]) -> ExportForm | None:
    """Return what is chosen; None while something is missing. No audience is assumed."""
    wanted = _wanted(known)
    left, right = st.columns(2)
    audience = left.selectbox(
        words.AUDIENCE, list(Audience), index=None, format_func=lambda one: words.ABOUT[one]
    )
    day = right.date_input(
        words.DAY, value=_day(wanted), min_value=FIRST_DAY, max_value=LAST_DAY
    )
    formats = st.multiselect(
        words.FORMATS, list(FORMATS), format_func=_format, select_all=False
    )
    to = st.text_input(words.TO)
    key = st.text_input(words.KEY)
    extras = _extras(audience)
    if not wanted.words or audience is None or not formats or day is None:
        return None
    choice = Choice(
        wanted=wanted,
        audience=audience,
        made_on=datetime.now(tz=UTC).astimezone().date(),
        as_of=day,
        extras=extras,
        recipient=to,
        by=getpass.getuser(),
    )
    return ExportForm(choice=choice, formats=tuple(formats), key=key.strip())


def _wanted(known: Mapping[str, Child]) -> SelectionRequest:
    """Return whom it is about: what an answer chose, else the children that are chosen here."""
    whom = handed_whom()
    if whom is not None:
        sheet(_whom_blocks(whom, known), "export-whom")
        st.button(words.CHOOSE_CHILDREN, on_click=choose_children)
        return whom.wanted
    here = chosen(CHILD)
    picked = st.multiselect(
        words.CHILDREN,
        list(known),
        default=[here] if here in known else [],
        format_func=lambda id_: _named(known, id_),
    )
    return SelectionRequest(children=tuple(picked), params={})


def _whom_blocks(whom: Whom, known: Mapping[str, Child]) -> Iterator[Block]:
    """Yield what was asked, who came back, and what that means for the files."""
    asked, children = whom.wanted, len({*whom.found} & {*known})
    yield sentence(words.found(_asked(asked), len(whom.found), children), "lead")
    yield sentence(words.WITH_REACH if asked.ask and children else words.NOBODY_ELSE)
    if asked.ask:
        yield sentence(words.ASKED_AGAIN, "quiet")
    if whom.cut:
        yield sentence(words.CUT, "warn")


def _asked(asked: SelectionRequest) -> str:
    if not asked.ask:
        return words.OWN_QUERY
    params = [f"{name.replace('_', ' ')} {text}" for name, text in asked.params.items()]
    return ", ".join([f"Question {asked.ask}", *params])


def _day(asked: SelectionRequest) -> date:
    """Return the day that a question asked about, else the one until which sources speak."""
    asked_about = asked.params.get(AS_OF)
    return date.fromisoformat(asked_about) if asked_about else read(told_until)


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
