"""The port of this machine on which the server listens."""

import socket
from contextlib import closing

from graph.server.home import Home
from graph.server.options import Options
from graph.server.server_errors import PortTaken

LOOPBACK = "127.0.0.1"


def choose_port(home: Home, options: Options) -> int:
    """Return the forced port, the one of last time if it is free, or a free one."""
    if options.port:
        if not is_free(options.port):
            raise PortTaken(options.port, forced=True)
        return options.port
    last = home.state()
    if last and is_free(last.port):
        return last.port
    with closing(socket.socket()) as any_port:
        any_port.bind((LOOPBACK, 0))
        return int(any_port.getsockname()[1])


def is_free(port: int) -> bool:
    """Return whether nobody listens on a port."""
    with closing(socket.socket()) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as Java does
        try:
            trial.bind((LOOPBACK, port))
        except OSError:
            return False
    return True
