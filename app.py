"""The app behind its gate. `make run` starts it, and prints the address that opens it."""

import streamlit as st
from starlette.middleware import Middleware

from graph.pages.kit import app_start
from graph.pages.kit.gate import Gate, Keys

keys = Keys()
app_start.ask_nobody_outside()
app = st.App(
    "pages.py", lifespan=app_start.opening(keys), middleware=[Middleware(Gate, keys=keys)]
)
