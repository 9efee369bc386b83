"""The gate before the app: only a browser that has the key of this run comes in.

Other users and programs of a machine can reach its loopback too. So can every page in the
user's browser. A request passes if its Host is the app's own, no other page sent it, and its
cookie is right. The address of the run sets that cookie. Every other request gets a sentence,
and no page, file or socket. It does not even learn whether the app runs.
"""

import json
import secrets
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Pairs = list[tuple[bytes, bytes]]

ENTRANCE = "/enter/"
POLICY = 1008  # the code of a socket that is closed for a rule's sake
OWN_NAMES = ("127.0.0.1", "localhost")
NO_KEY = (
    "This page needs the key of Kinthread's present run, and the browser has shown none. Open "
    "the address that the terminal printed when Kinthread was started: it begins with "
    "http://127.0.0.1:{port}/enter/. If Kinthread was started anew, this tab is of an earlier "
    "run: open the new address, and then load this tab again."
)
FOREIGN = (
    "Kinthread answers its own pages alone, at http://127.0.0.1:{port}. This request has "
    "another host, or another page sent it. Open the address that the terminal printed."
)
ANYWHERE = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
"""The headers of every answer to the browser."""
FRAMED_NOWHERE = "frame-ancestors 'none'"
OWN_PAGE = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
)
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Kinthread</title>
<style>body {{ font: 1.1rem/1.5 sans-serif; max-width: 40rem; margin: 4rem auto; }}</style>
<main><h1>Kinthread</h1><p>{sentence}</p><p><a href="{to}">{link}</a></p></main></html>
"""


@dataclass(frozen=True, slots=True)
class Keys:
    """The two secrets of a run: what its address ends with, and what a browser then shows."""

    entrance: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def address(self, port: int) -> str:
        """Return the address that opens the app."""
        return f"http://{OWN_NAMES[0]}:{port}{ENTRANCE}{self.entrance}"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request, as far as the gate reads it."""

    scope: Scope

    def all(self, name: str) -> list[str]:
        """Return every value of a header."""
        return [
            value.decode("latin-1")
            for key, value in self.scope["headers"]
            if key.decode("latin-1").lower() == name
        ]

    @property
    def port(self) -> int:
        """The port that the request came to."""
        return int(self.scope["server"][1])

    @property
    def is_socket(self) -> bool:
        return bool(self.scope["type"] == "websocket")

    def is_for_us(self) -> bool:
        """Return whether the one Host is the app's own: a foreign name may lead here (DNS)."""
        return self.all("host") in [[f"{name}:{self.port}"] for name in OWN_NAMES]

    def is_from_us(self) -> bool:
        """Return whether no other page sent it; a browser names the page at every socket."""
        own = [f"http://{host}" for host in self.all("host")]
        if (origin := self.all("origin")) or self.is_socket:
            return origin == own
        return self._sites() <= {"same-origin", "none"} or self._opens_a_tab()

    def _sites(self) -> set[str]:
        return set(self.all("sec-fetch-site"))

    def _opens_a_tab(self) -> bool:
        """Return whether a link elsewhere was followed; its page sees nothing of the answer."""
        kind = (self.all("sec-fetch-mode"), self.all("sec-fetch-dest"))
        return kind == (["navigate"], ["document"]) and self.scope["method"] == "GET"

    def shows(self, cookie: str) -> bool:
        """Return whether it carries the cookie of this run."""
        cookies = (one.strip() for line in self.all("cookie") for one in line.split(";"))
        return any(_same(one, f"{cookie_name(self.port)}={cookie}") for one in cookies)

    def opens(self, entrance: str) -> bool:
        """Return whether it asks for the address of this run."""
        return not self.is_socket and _same(self.scope["path"], ENTRANCE + entrance)

    def reads_pages(self) -> bool:
        return any("text/html" in one for one in self.all("accept"))


class Gate:
    """Let a request with the cookie of this run in; set the cookie for one with the address."""

    def __init__(self, app: App, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        asked, marked = _Asked(scope), _marking(send)
        if not (asked.is_for_us() and asked.is_from_us()):
            await _refuse(asked, marked, HTTPStatus.FORBIDDEN, FOREIGN)
        elif asked.opens(self._keys.entrance):
            await self._welcome(asked, marked)
        elif asked.shows(self._keys.cookie):
            await self._app(scope, receive, marked)
        else:
            await _refuse(asked, marked, HTTPStatus.UNAUTHORIZED, NO_KEY)

    async def _welcome(self, asked: _Asked, send: Send) -> None:
        """Set the cookie, and go on from our own page.

        A plain redirect would not do: who comes from a file or from another page is then not
        yet of our site, and the browser would keep the cookie back.
        """
        cookie = f"{cookie_name(asked.port)}={self._keys.cookie}"
        extra = {
            "set-cookie": f"{cookie}; Path=/; HttpOnly; SameSite=Strict",
            "refresh": "0; url=/",
        }
        await _answer(send, HTTPStatus.OK, _page("Kinthread opens.", "/", "Go on"), extra)


def cookie_name(port: int) -> str:
    """Return the name of the cookie: a browser keeps those of all ports together."""
    return f"kinthread-{port}"


def _same(given: str, wanted: str) -> bool:
    """Compare in a time that does not tell how much of it was right."""
    return secrets.compare_digest(given.encode(), wanted.encode())


async def _refuse(asked: _Asked, send: Send, status: HTTPStatus, sentence: str) -> None:
    """Say why not: as a page, or as JSON, which Streamlit shows in a tab of an earlier run."""
    sentences = sentence.format(port=asked.port)
    if asked.is_socket:
        await send({"type": "websocket.close", "code": POLICY, "reason": ""})
    elif asked.reads_pages():
        await _answer(send, status, _page(sentences, "", "Load this page again"))
    else:
        kind = {"content-type": "application/json"}
        await _answer(send, status, json.dumps(sentences), kind)


def _page(sentence: str, to: str, link: str) -> str:
    return PAGE.format(sentence=escape(sentence), to=to, link=link)


async def _answer(
    send: Send, status: HTTPStatus, text: str, extra: dict[str, str] | None = None
) -> None:
    headers = {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": OWN_PAGE,
        **(extra or {}),
    }
    start = {"type": "http.response.start", "status": status.value}
    await send({**start, "headers": list(_encoded(headers))})
    await send({"type": "http.response.body", "body": text.encode()})


def _marking(send: Send) -> Send:
    """Add the headers of every answer to each that begins."""

    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": _marked(list(message["headers"]))}
        await send(message)

    return marked


def _marked(headers: Pairs) -> Pairs:
    policy = [value.decode() for name, value in headers if name == b"content-security-policy"]
    ours = ANYWHERE | {"content-security-policy": "".join([*policy, FRAMED_NOWHERE])}
    kept = [(name, value) for name, value in headers if name.decode().lower() not in ours]
    return [*kept, *_encoded(ours)]


def _encoded(headers: dict[str, str]) -> Iterator[tuple[bytes, bytes]]:
    return ((name.encode(), value.encode()) for name, value in headers.items())
