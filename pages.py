"""Which pages there are. `app.py` puts them behind the gate."""

import streamlit as st

st.set_page_config(page_title="Kinthread", layout="wide")
# Charts and grids have a toolbar that hands out pictures and rows past the audience, the search
# and the ledger of Export; Streamlit has no switch for it.
st.html("<style>[data-testid=stElementToolbar] { display: none !important; }</style>")
st.navigation(
    [
        st.Page("graph/pages/children.py", title="Children", default=True),
        st.Page("graph/pages/child.py", title="One child"),
        st.Page("graph/pages/family.py", title="One family"),
        st.Page("graph/pages/over_time.py", title="Over time"),
        st.Page("graph/pages/search.py", title="Search"),
        st.Page("graph/pages/sources.py", title="Sources"),
        st.Page("graph/pages/questions.py", title="Questions"),
        st.Page("graph/pages/cypher.py", title="Cypher"),
        st.Page("graph/pages/export.py", title="Export"),
        st.Page("graph/pages/loading.py", title="Load"),
        st.Page("graph/pages/person.py", title="One person", visibility="hidden"),
        st.Page("graph/pages/event.py", title="One event", visibility="hidden"),
        st.Page("graph/pages/place.py", title="One place", visibility="hidden"),
    ],
    position="top",
).run()
