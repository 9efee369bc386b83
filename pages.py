"""Which pages there are. `app.py` puts them behind the gate."""

import streamlit as st

from graph.pages.kit.page_style import STYLE

st.set_page_config(page_title="Kinthread", layout="wide", initial_sidebar_state="collapsed")
st.html(STYLE)
st.navigation(
    [
        st.Page("graph/pages/board/board_page.py", title="Children", default=True),
        st.Page("graph/pages/board/totals_page.py", title="Totals", url_path="totals"),
        st.Page("graph/pages/child/child_page.py", title="One child", url_path="child"),
        st.Page("graph/pages/family/family_page.py", title="One family", url_path="family"),
        st.Page("graph/pages/child/over_time_page.py", title="Over time", url_path="over_time"),
        st.Page("graph/pages/explore/explore_page.py", title="Explore", url_path="explore"),
        st.Page("graph/pages/search/search_page.py", title="Search", url_path="search"),
        st.Page("graph/pages/detail/sources_page.py", title="Sources", url_path="sources"),
        st.Page(
            "graph/pages/questions/questions_page.py", title="Questions", url_path="questions"
        ),
        st.Page(
            "graph/pages/questions/doubts_page.py", title="Doubts and gaps", url_path="doubts"
        ),
        st.Page("graph/pages/questions/cypher_page.py", title="Cypher", url_path="cypher"),
        st.Page(
            "graph/pages/writing/testimony_page.py", title="Write down", url_path="testimony"
        ),
        st.Page("graph/pages/desk/notes_page.py", title="Notes", url_path="notes"),
        st.Page("graph/pages/export/export_page.py", title="Export", url_path="export"),
        st.Page("graph/pages/load/load_page.py", title="Load", url_path="loading"),
        st.Page(
            "graph/pages/detail/person_page.py",
            title="One person",
            url_path="person",
            visibility="hidden",
        ),
        st.Page(
            "graph/pages/detail/event_page.py",
            title="One event",
            url_path="event",
            visibility="hidden",
        ),
        st.Page(
            "graph/pages/detail/place_page.py",
            title="One place",
            url_path="place",
            visibility="hidden",
        ),
        st.Page(
            "graph/pages/writing/claim_page.py",
            title="One claim",
            url_path="claim",
            visibility="hidden",
        ),
        st.Page(
            "graph/pages/writing/learn_page.py",
            title="Add what I learned",
            url_path="learn",
            visibility="hidden",
        ),
        st.Page(
            "graph/pages/writing/sameness_page.py",
            title="One person or two",
            url_path="sameness",
            visibility="hidden",
        ),
    ],
    position="top",
).run()
