"""Open the app: print the address of this run, and let the user's browser go there.

The address holds a secret, which every user of the machine could read in the list of processes.
So it is on no command line: the browser is sent to a file that only its owner can read.
"""

import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from html import escape
from pathlib import Path
from threading import Timer

import streamlit as st
import typer
from streamlit import net_util

from graph.pages.kit.gate import OWN_NAMES, Keys
from graph.server.home import write_private
from graph.settings import Settings

BROWSER_AFTER = 0.5  # seconds
SIGN = """<!doctype html><meta charset="utf-8"><title>Kinthread</title>
<meta http-equiv="refresh" content="0; url={address}"><a href="{address}">Open Kinthread</a>
"""


def ask_nobody_outside() -> None:
    """Give Streamlit the addresses of this machine that it would ask others for.

    For a socket of an unknown origin it asks a public service for the machine's own public
    address, and takes whatever is answered as an origin of ours.
    """
    net_util._external_ip = net_util._internal_ip = OWN_NAMES[0]  # noqa: SLF001 - its one switch


def opening(keys: Keys) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """Return what is done while the app runs, from when its port is its own."""

    @asynccontextmanager
    async def opened(_app: st.App) -> AsyncIterator[None]:
        port = st.get_option("server.port")
        address = keys.address(port)
        typer.echo(f"Kinthread is at {address}\n(for your browser alone; Ctrl-C ends it).")
        sign = Settings.from_env().home / f"open-{port}.html"
        try:
            if not st.get_option("server.headless"):
                _send_the_browser(sign, address)
            yield
        finally:
            with suppress(OSError):
                sign.unlink()

    return opened


def _send_the_browser(sign: Path, address: str) -> None:
    """Send it by way of a file; where none can be written, the user has the address."""
    with suppress(OSError):
        write_private(sign, SIGN.format(address=escape(address)))
        Timer(BROWSER_AFTER, webbrowser.open, [sign.as_uri()]).start()
