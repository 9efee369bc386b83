"""A web server of this machine, which a test reads from or which hears what is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@contextmanager
def web(answer: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    """Serve on a free port until the block ends, however it ends; give the port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()


@dataclass(slots=True)
class Site:
    """One text at every path, and the paths that were asked for."""

    port: int = 0
    hits: list[str] = field(default_factory=list)


@contextmanager
def site(text: str, kind: str = "text/plain") -> Iterator[Site]:
    """Serve one text, of this content type."""
    served = Site()

    class Text(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.hits.append(self.path)
            self.send_response(200)
            self.send_header("content-type", kind)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    with web(Text) as served.port:
        yield served
