"""The app is for this machine alone, and on it for whoever has the address of the run."""

import base64
import http.client
import json
import os
import re
import socket
import stat
import subprocess
import sys
import time
import tomllib
from html import escape
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from graph.pages.kit.gate import FOREIGN, NO_KEY
from tests.pages.conftest import CHECKOUT, Served, Visit, enter, served
from tests.pages.hands import settle
from tests.web import site

_UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": base64.b64encode(bytes(16)).decode(),
}
LINK = "child?child=meripet-eldest-child&day=2018-11-15"
NAME = "Meripet"


class Answer:
    """What a program got that asked the app for something."""

    def __init__(self, app: str, path: str, method: str = "GET", **headers: str) -> None:
        where = urlsplit(app)
        connection = http.client.HTTPConnection("127.0.0.1", where.port, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        for name, value in ({"Host": where.netloc} | headers).items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        try:
            got = connection.getresponse()
            self.status, self.headers = got.status, got.headers
            self.text = (
                "" if got.status == HTTPStatus.SWITCHING_PROTOCOLS else got.read().decode()
            )
        finally:
            connection.close()


def cookie(app: Served) -> str:
    """Return what a browser shows that has opened the printed address."""
    got = Answer(app, urlsplit(app.entrance).path)
    assert got.status == HTTPStatus.OK
    return got.headers["set-cookie"].partition(";")[0]


def see_the_child(page: Page) -> None:
    expect(page.get_by_text(NAME).first).to_be_visible(timeout=90_000)


def routes() -> list[tuple[str, str]]:
    """Return everything that the app answers: methods and paths, as it knows them itself."""
    script = (
        "import json, app; app.app._starlette_app = app.app._build_starlette_app();"
        "print(json.dumps([[sorted(getattr(one, 'methods', None) or ['GET']), one.path]"
        " for one in app.app._starlette_app.routes]))"
    )
    printed = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script],
        cwd=CHECKOUT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = json.loads(printed.stdout.splitlines()[-1])
    return [
        (method, re.sub(r"\{\w+(:\w+)?\}", "x", path) or "/")
        for methods, path in found
        for method in methods
    ]


def test_a_program_without_the_key_gets_nothing_by_any_route(app):
    known = {*routes(), ("GET", "/"), ("GET", f"/{LINK}"), ("GET", "/app/static/fonts/x.ttf")}
    assert {"/_stcore/health", "/_stcore/stream", "/media/x"} <= {path for _, path in known}
    assert ("PUT", "/_stcore/upload_file/x/x") in known
    for method, path in sorted(known):
        got = Answer(app, path, method)
        assert got.status == HTTPStatus.UNAUTHORIZED, (method, path)
        said = NO_KEY.format(port=urlsplit(app).port)
        assert got.text == ("" if method == "HEAD" else json.dumps(said))


def test_a_socket_without_the_key_is_refused(app):
    mine = {**_UPGRADE, "Origin": app}
    assert Answer(app, "/_stcore/stream", **mine).status == HTTPStatus.FORBIDDEN
    opened = Answer(app, "/_stcore/stream", **mine, Cookie=cookie(app))
    assert opened.status == HTTPStatus.SWITCHING_PROTOCOLS


WRONG = [
    {"Host": "evil.invalid", "Origin": "http://evil.invalid"},
    {"Host": "evil.invalid:{port}"},
    {"Host": "127.0.0.1"},
    {"Host": "127.0.0.1:1"},
    {"Host": "127.0.0.1:{port}.evil.invalid"},
    {"Host": "127.0.0.1.evil.invalid:{port}"},
    {"Origin": "http://evil.invalid"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://localhost:{port}"},
    {"Origin": "https://127.0.0.1:{port}"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_who_has_the_cookie_and_comes_from_elsewhere_is_refused(app, wrong):
    """Another port's page and a name that was bound to this machine bring the cookie along."""
    port = urlsplit(app).port
    headers = {name: value.format(port=port) for name, value in wrong.items()}
    shown = headers | {"Cookie": cookie(app)}
    for path in ("/", "/_stcore/health", urlsplit(app.entrance).path):
        got = Answer(app, path, **shown)
        assert got.status == HTTPStatus.FORBIDDEN
        assert json.loads(got.text) == FOREIGN.format(port=port)
    if set(headers) & {"Host", "Origin"}:
        own = {"Origin": app} | shown
        got = Answer(app, "/_stcore/stream", **_UPGRADE, **own)
        assert got.status == HTTPStatus.FORBIDDEN


def test_a_socket_that_names_no_page_is_refused(app):
    got = Answer(app, "/_stcore/stream", **_UPGRADE, Cookie=cookie(app))
    assert got.status == HTTPStatus.FORBIDDEN


def test_nearly_the_key_is_no_key(app):
    path = urlsplit(app.entrance).path
    name, _, value = cookie(app).partition("=")
    for change in (lambda it: it[:-1], lambda it: it + "x", str.swapcase, lambda _: ""):
        assert Answer(app, f"/enter/{change(path[7:])}").status == HTTPStatus.UNAUTHORIZED
        got = Answer(app, "/", Cookie=f"{name}={change(value)}")
        assert got.status == HTTPStatus.UNAUTHORIZED


def test_every_answer_says_that_it_is_framed_nowhere_and_kept_nowhere(app):
    shown = {"Cookie": cookie(app)}
    answers = [Answer(app, path, **shown) for path in ("/", "/_stcore/health", "/media/x")]
    answers += [Answer(app, "/"), Answer(app, urlsplit(app.entrance).path)]
    for got in answers:
        assert "frame-ancestors 'none'" in got.headers["content-security-policy"]
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.headers["referrer-policy"] == "no-referrer"
        assert got.headers.get_all("cache-control") == ["no-store"]
    set_ = answers[-1].headers["set-cookie"]
    assert "HttpOnly" in set_
    assert "SameSite=Strict" in set_


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
    text = (CHECKOUT / "pages.py").read_text("utf-8")
    assert "def " not in text
    assert " if " not in text


WATCH = """
import os, sys
def heard(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        with open(os.environ["HEARD"], "a") as log:
            print(event, args[-1] if event == "socket.connect" else args[0], file=log)
sys.addaudithook(heard)
"""


@pytest.fixture
def heard(tmp_path) -> tuple[Path, dict[str, str]]:
    """Return where a Python logs whom it tries to reach, and the environment for that."""
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    log = tmp_path / "heard"
    log.touch()
    return log, {"PYTHONPATH": str(tmp_path), "HEARD": str(log)}


def outside(log: Path) -> list[str]:
    return [line for line in log.read_text().splitlines() if "127.0.0.1" not in line]


def test_a_socket_of_an_unknown_origin_makes_the_app_call_nobody(graph_home, heard):
    log, env = heard
    with served(graph_home, **env) as app:
        for shown in ({}, {"Cookie": cookie(app)}):
            for origin in ("http://evil.invalid", "http://127.0.0.1:1"):
                got = Answer(app, "/_stcore/stream", **_UPGRADE, **shown, Origin=origin)
                assert got.status == HTTPStatus.FORBIDDEN
    assert outside(log) == []


def test_streamlits_own_look_up_of_the_public_address_is_off(heard):
    """The gate lets none of these through; should it ever, nobody outside is asked."""
    log, env = heard
    asking = "from streamlit.web.server.server_util import is_url_from_allowed_origins as ok\n"
    asking += "assert not ok('http://evil.invalid')"
    for first, calls in (("import app\n", False), ("", True)):
        log.write_text("")
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", first + asking],
            cwd=CHECKOUT, env=os.environ | env, check=True, capture_output=True,
        )  # fmt: skip
        assert bool(outside(log)) is calls, "without it the watch sees the call"


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs Linux's /proc")
def test_the_key_is_in_no_list_of_processes_and_not_said_again(graph_home):
    """Every user can read the command lines of all processes."""
    log = graph_home / "terminal.log"
    with served(graph_home, terminal=log) as app:
        secrets = {app.entrance.rpartition("/")[2], cookie(app).partition("=")[2]}
        Answer(app, urlsplit(app.entrance).path, **_UPGRADE, Origin=app)
        listed = b"".join(file.read_bytes() for file in Path("/proc").glob("[0-9]*/cmdline"))
        assert b"app.py" in listed
        for secret in secrets:
            assert secret.encode() not in listed
    words = log.read_text()
    assert [words.count(secret) for secret in sorted(secrets, key=words.count)] == [0, 1]


BROWSER = f"""#!{sys.executable}
import os, sys
with open(os.environ["SEEN"], "w") as seen:
    print(*sys.argv[1:], file=seen)
"""


def test_the_browser_is_sent_by_a_file_that_only_its_owner_reads(graph_home, tmp_path, browser):
    program, seen = tmp_path / "browser", tmp_path / "seen"
    program.write_text(BROWSER)
    program.chmod(0o700)
    env = {"BROWSER": str(program), "SEEN": str(seen), "STREAMLIT_SERVER_HEADLESS": "false"}
    with served(graph_home, **env) as app:
        while not (seen.exists() and seen.read_text().strip()):
            time.sleep(0.1)
        given = seen.read_text().strip()
        assert app.entrance.rpartition("/")[2] not in given
        sign = Path(given.removeprefix("file://"))
        assert stat.S_IMODE(sign.stat().st_mode) == 0o600
        page = browser.new_context().new_page()
        page.goto(given)
        page.wait_for_url(f"{app}/")
        settle(page)
        page.context.close()
    assert not sign.exists()


ATTACK = """<body><script>
const app = "{app}", got = [];
const note = (what) => (value) => got.push([what, String(value)]);
const frame = document.createElement("iframe");
frame.src = app + "/{link}";
document.body.append(frame);
const script = document.createElement("script");
script.src = app + "/_stcore/health";
Promise.all([
  fetch(app, {{credentials: "include"}}).then((it) => it.text()).then(note("read"), () => 0),
  new Promise((go) => {{
    const socket = new WebSocket(app.replace("http", "ws") + "/_stcore/stream", "streamlit");
    socket.onopen = () => go(note("socket")("open"));
    socket.onerror = go;
  }}),
  new Promise((go) => {{
    script.onload = () => go(note("script")("loaded"));
    script.onerror = go;
    document.body.append(script);
  }}),
  new Promise((go) => setTimeout(go, 3000)),
]).then(() => {{
  document.title = JSON.stringify(got);
}});
</script>
"""


def test_a_page_of_another_port_gets_nothing_from_a_browser_that_is_let_in(visit):
    """Cookies know no ports: the browser shows ours to the app, whoever makes it ask."""
    page = visit.window()
    with site(ATTACK.format(app=visit.app, link=escape(LINK)), "text/html") as other:
        page.goto(f"http://127.0.0.1:{other.port}/")
        expect(page).to_have_title(re.compile(r"^\["))
        assert json.loads(page.title()) == []
        inside = page.frames[1]
        assert NAME not in inside.content()
        assert inside.locator("[data-testid=stApp]").count() == 0


def test_a_link_a_reload_and_a_second_tab_go_on_working(visit):
    page = visit.open(LINK)
    see_the_child(page)
    page.reload()
    see_the_child(page)
    second = visit.window()
    second.goto(f"{visit.app}/{LINK}")
    see_the_child(second)
    assert not visit.errors


def test_a_link_on_another_page_works(visit):
    """It opens a tab, and the page that it stands on sees nothing of it."""
    page = visit.window()
    link = f'<a href="{visit.app}/{escape(LINK)}">the child</a>'
    with site(link, "text/html") as other:
        page.goto(f"http://127.0.0.1:{other.port}/")
        page.get_by_role("link").click()
        see_the_child(page)


def test_who_comes_without_the_key_reads_what_to_do(browser, app):
    page = browser.new_context().new_page()
    page.goto(f"{app}/{LINK}")
    expect(page.get_by_text("the address that the terminal printed")).to_be_visible()
    enter(page, app)
    page.go_back()
    page.goto(f"{app}/{LINK}")
    see_the_child(page)
    page.context.close()


def test_a_tab_of_an_earlier_run_says_what_to_do(browser, graph_home):
    said = re.compile("the address that the terminal printed when Kinthread was started")
    with served(graph_home) as app:
        visit = Visit(browser.new_context(), app)
        page = visit.open(LINK)
        see_the_child(page)
    with served(graph_home, port=urlsplit(app).port) as anew:
        assert (anew, anew.entrance == app.entrance) == (app, False)
        expect(page.get_by_text(said).first).to_be_visible(timeout=60_000)
        page.reload()
        expect(page.get_by_text(said).first).to_be_visible()
        enter(visit.window(), anew)
        page.get_by_role("link", name="Load this page again").click()
        see_the_child(page)
    page.context.close()
