"""A stand-in for a cluster: several doors to one Neo4j, and a routing table that names them.

Each member is a port of its own behind which the same server answers. So bookmarks are right,
as they are in a cluster, and the test sees at which member each query came in. The answer to
ROUTE is the stand-in's, and all else is the server's. A member that goes away closes its port
and every connection.
"""

import socket
import struct
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from threading import Lock, Thread
from urllib.parse import urlsplit

BEGIN, RUN, ROUTE = 0x11, 0x10, 0x66
SUCCESS, IGNORED, FAILURE = 0x70, 0x7E, 0x7F
NO_ANSWER = {0x02}
"""GOODBYE has none."""
MANIFEST = b"\x00\x00\x01\xff"
"""The newest way to agree on a version: left out, so that four bytes answer four offers."""
SECONDS = 1
"""For how long a routing table counts: a member that went away is soon forgotten."""


@dataclass(eq=False)
class Member:
    """One door to the server."""

    role: str
    port: int = 0
    begun: list[str] = field(default_factory=list)
    """The mode, r or w, of each transaction that began here."""
    taken_in: list[socket.socket] = field(default_factory=list)
    listening: socket.socket | None = None

    def go_away(self) -> None:
        """Close the port and each connection, as a machine does that loses power."""
        assert self.listening is not None
        with suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        for one in self.taken_in:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


class StandIn:
    """Members before one server; those that went away are not in the table."""

    def __init__(self, uri: str, roles: Sequence[str]) -> None:
        parts = urlsplit(uri)
        self._server = (parts.hostname, parts.port)
        self.members = [Member(role) for role in roles]
        self._away: set[Member] = set()
        for one in self.members:
            self._open(one)

    @property
    def uri(self) -> str:
        """The address that a user writes into NEO4J_URI."""
        return f"neo4j://127.0.0.1:{self._here('ROUTE')[0].port}"

    def of(self, role: str) -> list[Member]:
        """Return the members of a role, those that went away too."""
        return [one for one in self.members if one.role == role]

    def lose(self, member: Member) -> None:
        """Let a member go away; the table names it no more."""
        self._away.add(member)
        member.go_away()

    def close(self) -> None:
        for one in self.members:
            if one not in self._away:
                self.lose(one)

    def _here(self, role: str) -> list[Member]:
        """Return who is here and takes this on; of several that may write, the first leads."""
        here = [one for one in self.members if one not in self._away]
        if role == "ROUTE":
            return here
        of = [one for one in here if one.role == role]
        return of[:1] if role == "WRITE" else of

    def _routes(self) -> bytes:
        """Return the answer to ROUTE: who is here, and for what."""
        servers = [
            {"role": role, "addresses": [f"127.0.0.1:{one.port}" for one in self._here(role)]}
            for role in ("ROUTE", "READ", "WRITE")
        ]
        table = {"rt": {"ttl": SECONDS, "db": "neo4j", "servers": servers}}
        return bytes([0xB1, SUCCESS]) + _packed(table)

    def _open(self, member: Member) -> None:
        member.listening = socket.create_server(("127.0.0.1", 0))
        member.port = member.listening.getsockname()[1]
        Thread(target=self._take_in, args=(member,), daemon=True).start()

    def _take_in(self, member: Member) -> None:
        assert member.listening is not None
        with suppress(OSError):
            while True:
                client, _ = member.listening.accept()
                member.taken_in.append(client)
                Thread(target=self._serve, args=(member, client), daemon=True).start()

    def _serve(self, member: Member, client: socket.socket) -> None:
        with client, socket.create_connection(self._server) as server, suppress(OSError):
            offers = _exactly(client, 20)
            server.sendall(offers[:4] + offers[4:].replace(MANIFEST, bytes(4)))
            client.sendall(_exactly(server, 4))
            asked: deque[int] = deque()
            lock = Lock()
            back = Thread(target=self._answers, args=(server, client, asked, lock), daemon=True)
            back.start()
            try:
                for message in _messages(client):
                    kind = message[1]
                    if kind == BEGIN:
                        member.begun.append("r" if b"\x84mode\x81r" in message else "w")
                    with lock:
                        if kind not in NO_ANSWER:
                            asked.append(kind)
                    server.sendall(_chunked(message))
            finally:
                server.shutdown(socket.SHUT_RDWR)  # or the server waits for the next message
                back.join()

    def _answers(
        self, server: socket.socket, client: socket.socket, asked: deque[int], lock: Lock
    ) -> None:
        with suppress(OSError):
            for message in _messages(server):
                answers = message[1] in (SUCCESS, IGNORED, FAILURE)
                with lock:
                    of = asked.popleft() if answers else None
                routes = of == ROUTE and message[1] == SUCCESS
                client.sendall(_chunked(self._routes() if routes else message))


@contextmanager
def cluster(uri: str, *roles: str) -> Iterator[StandIn]:
    """Open members of these roles, WRITE or READ, before a server."""
    with closing(StandIn(uri, roles)) as stand_in:
        yield stand_in


def _exactly(one: socket.socket, many: int) -> bytes:
    got = b""
    while len(got) < many:
        more = one.recv(many - len(got))
        if not more:
            raise ConnectionResetError
        got += more
    return got


def _messages(one: socket.socket) -> Iterator[bytes]:
    """Yield whole messages: chunks with their length before them, until one of no length."""
    message = b""
    while True:
        size = struct.unpack(">H", _exactly(one, 2))[0]
        message += _exactly(one, size)
        if not size and message:
            yield message
            message = b""


def _chunked(message: bytes) -> bytes:
    parts = [message[at : at + 0xFFFF] for at in range(0, len(message), 0xFFFF)]
    return b"".join(struct.pack(">H", len(part)) + part for part in parts) + bytes(2)


def _packed(value: object) -> bytes:
    """Write a value as Bolt does; only what a routing table holds."""
    match value:
        case int():
            return b"\xc9" + struct.pack(">h", value)
        case str():
            text = value.encode()
            return b"\xd0" + bytes([len(text)]) + text
        case list():
            return bytes([0x90 | len(value)]) + b"".join(map(_packed, value))
        case dict():
            pairs = (_packed(key) + _packed(of) for key, of in value.items())
            return bytes([0xA0 | len(value)]) + b"".join(pairs)
    raise TypeError(value)
