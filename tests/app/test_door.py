"""The app is for this machine alone."""

import http.client
import socket
import tomllib
from urllib.parse import urlsplit

import pytest

from tests.app.conftest import CHECKOUT

pytestmark = pytest.mark.neo4j
_UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def status(app: str, path: str, **headers: str) -> int:
    where = urlsplit(app)
    connection = http.client.HTTPConnection("127.0.0.1", where.port, timeout=10)
    connection.putrequest("GET", path, skip_host=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    try:
        return connection.getresponse().status
    finally:
        connection.close()


def test_the_stream_of_a_foreign_host_is_refused(app):
    """A page elsewhere can give its own name this machine's address."""
    own = app.removeprefix("http://")
    mine = {"Host": own, "Origin": app}
    foreign = {"Host": "evil.invalid", "Origin": "http://evil.invalid"}
    assert (
        status(app, "/_stcore/stream", **_UPGRADE, **mine)
        == http.HTTPStatus.SWITCHING_PROTOCOLS
    )
    assert status(app, "/_stcore/stream", **_UPGRADE, **foreign) == http.HTTPStatus.FORBIDDEN


def test_a_foreign_origin_is_refused(app):
    own = app.removeprefix("http://")
    foreign = {"Host": own, "Origin": "http://evil.invalid"}
    assert status(app, "/_stcore/stream", **_UPGRADE, **foreign) == http.HTTPStatus.FORBIDDEN


def test_only_the_loopback_listens(app):
    port = urlsplit(app).port
    own = {
        info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    }
    for address in own - {"127.0.0.1", "127.0.1.1"}:
        with socket.socket() as probe:
            probe.settimeout(2)
            assert probe.connect_ex((address, port)) != 0, address
    settings = tomllib.loads((CHECKOUT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"


def test_the_router_only_routes():
    text = (CHECKOUT / "app.py").read_text("utf-8")
    assert "def " not in text
    assert " if " not in text
