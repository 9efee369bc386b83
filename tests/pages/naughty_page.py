"""Every string of the big list through each widget that shows stored names; run by Streamlit.

The widgets are the pages' own, over a family without a store.
"""

import json
from datetime import date
from pathlib import Path

import streamlit as st

from graph.pages.child.timeline_chart import timeline
from graph.pages.kit.canvas import Days, chooser, library_at_the_end, network
from graph.pages.kit.sheet_blocks import (
    SheetRow,
    cell,
    details,
    heading,
    part,
    sentence,
    sheet,
    table,
    tidy,
)
from graph.picture.pyvis_network import picture
from graph.rule.answer import answer
from graph.views.lifelines import lifelines
from tests import builders

LIST = Path(__file__).parents[1] / "data" / "naughty" / "strings.json"
STRINGS = [text for text in json.loads(LIST.read_text(encoding="utf-8")) if text.strip()]
DAY = date(2018, 1, 1)


def page() -> None:
    names = dict(enumerate(STRINGS))
    said = _said()
    sheet([heading("Naughty", level=1)], "top")
    st.selectbox("Person", list(names), format_func=lambda i: tidy(names[i]), key="person")
    st.text(tidy(STRINGS[0]))
    st.code(STRINGS[1], language=None)
    drawn = picture(said)
    days = Days(shown=DAY, stops=[DAY], told=DAY, first=DAY, last=DAY, on_day=lambda _: None)
    chooser(drawn, None, lambda *_: None, days=days)
    network(drawn)
    rows = [SheetRow(id=text, cells=(cell(part(text, "name")), cell(text))) for text in STRINGS]
    sheet([table(("Name", "Again"), rows, caption=STRINGS[2])], "table")
    sheet([details(*((text, cell(text)) for text in STRINGS[:80])), sentence("End")], "details")
    st.dataframe([{"name": text, text[:80]: text} for text in STRINGS[:40]])
    timeline(lifelines(said.network, said.stops), DAY, DAY)
    st.download_button("Names", json.dumps(STRINGS), file_name="names.json")
    library_at_the_end()


def _said():
    """Answer for a child whose aunts are called by the strings, with what happened to each."""
    claims = []
    for i, text in enumerate(STRINGS):
        claims.append(builders.person(f"aunt{i}", name=text, note=text))
        claims.append(builders.tie(f"aunt{i}", "knows", "child", term=text[:60]))
        claims.append(builders.event("called", f"aunt{i}", "2017-03", to="mother", words=text))
    return answer(builders.family(*claims), "child", as_of=DAY)


if __name__ == "__main__":
    page()
