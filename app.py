"""The app: which pages there are. Start it with `make run`."""

import streamlit as st

st.set_page_config(page_title="Kinthread", layout="wide")
st.navigation(
    [
        st.Page("graph/pages/children.py", title="Children", default=True),
        st.Page("graph/pages/child.py", title="One child"),
        st.Page("graph/pages/person.py", title="One person", visibility="hidden"),
        st.Page("graph/pages/loading.py", title="Load"),
    ],
    position="top",
).run()
