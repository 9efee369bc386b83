"""A Dask cluster that works out calendars: an executor over the network."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from urllib.parse import urlsplit

from graph.errors import GraphError
from graph.store.hands import Hands, Say

ANSWER_SECONDS = 10
"""A scheduler that does not answer within this time is not there."""
MISSING = (
    "--scheduler needs a package that is not installed: "
    ".venv/bin/python -m pip install -r requirements-cluster.in"
)
IN_CLEAR = (
    "--scheduler is {address}: names and events go to other machines in clear, and anybody on "
    "the way can read them. Use tls:// with certificates of your own."
)


class ClusterUnavailable(GraphError):
    """A Dask cluster cannot be used: its package is missing, or nobody answers."""


@contextmanager
def cluster(address: str, say: Say) -> Iterator[Hands]:
    """Use the workers of a Dask scheduler for as long as this lasts.

    Dask gives the work of a worker that dies to another one.

    Args:
        address: of the scheduler, as in tcp://127.0.0.1:8786.
        say: called with a sentence for a person.

    Raises:
        ClusterUnavailable: `distributed` is not installed, or no scheduler answers there.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that most do without
    except ImportError as error:
        raise ClusterUnavailable(MISSING) from error
    if in_clear(address):
        say(IN_CLEAR.format(address=address))
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a sentence says it instead
    try:
        client = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterUnavailable(f"No Dask scheduler answers at {address}.") from error

    def alive() -> bool:
        try:
            return bool(client.nthreads())
        except (OSError, RuntimeError):  # the scheduler is gone as well
            return False

    with client:
        yield Hands(opened=lambda: client.get_executor(pure=False), say=say, alive=alive)


def in_clear(address: str) -> bool:
    """Return whether somebody on the way could read what goes to this address."""
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    try:
        own = ip_address(parts.hostname or "").is_loopback
    except ValueError:
        own = parts.hostname == "localhost"
    return parts.scheme != "tls" and not own
