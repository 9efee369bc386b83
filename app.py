"""The app behind its gate. `make run` starts it, and prints the address that opens it."""

import streamlit as st
from starlette.middleware import Middleware

from graph.gate import Gate, Keys
from graph.pages import _opening

keys = Keys()
_opening.ask_nobody_outside()
app = st.App(
    "pages.py", lifespan=_opening.opening(keys), middleware=[Middleware(Gate, keys=keys)]
)
