"""Open the store, on a server of this machine or on one of the user's own."""

import atexit
import sys
import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from graph import server
from graph.settings import Settings
from graph.store import Store, connect
from graph.store.condition import condition


def located(settings: Settings, on_progress: server.Progress | None = None) -> Settings:
    """Return settings that name a server: where none is named, start the managed one.

    It is in use from then on until this process ends.

    Raises:
        ServerError: the managed Neo4j could not be started.
    """
    if settings.neo4j_uri is not None:
        if settings.warning:
            warnings.warn(settings.warning, stacklevel=2)
        return settings
    _use_for_good(settings.home)
    found = server.ensure_running(settings.home, settings.neo4j_version, on_progress)
    return replace(
        settings, neo4j_uri=found.uri, user=found.user, password=found.password, database=None
    )


@cache
def _use_for_good(home: Path) -> None:
    stay = ExitStack()
    stay.enter_context(server.used(home))
    atexit.register(stay.close)


@contextmanager
def open_store(
    settings: Settings, on_progress: server.Progress | None = None
) -> Iterator[Store]:
    """Open the store; where no server of the user's own is named, start the managed one.

    A clear that was broken off is ended first, and events get what the table of event types
    says now. What must be known of a store that is not whole goes to standard error before
    anything else is said.

    Raises:
        ServerError: the managed Neo4j could not be started.
        StoreUnavailable: nothing answers where NEO4J_URI says.
        StoreRefused: the password is wrong, or somebody is just clearing the store.
    """
    with _opened(settings, on_progress) as store:
        store.finish_clear()
        store.keep_event_types()
        for sentence in condition(store).sentences():
            sys.stderr.write(f"{sentence}\n")
        yield store


@contextmanager
def _opened(settings: Settings, on_progress: server.Progress | None) -> Iterator[Store]:
    if settings.neo4j_uri is not None:
        with connect(settings) as store:
            yield store
        return
    with server.used(settings.home):
        found = server.ensure_running(settings.home, settings.neo4j_version, on_progress)
        with connect_managed(settings.home, found) as store:
            yield store


def elsewhere(settings: Settings) -> str:
    """Say that another version has a store of its own in this folder, where one has."""
    return "" if settings.neo4j_uri is not None else server.other_stores_in_words(settings.home)


def connect_managed(home: Path, found: server.Connection) -> AbstractContextManager[Store]:
    """Open the store on a managed server; a free query that it cannot end makes it start anew.

    If somebody else has started it anew meanwhile, theirs is taken.
    """
    pid = found.pid

    def revive() -> None:
        nonlocal pid
        pid = server.restart(home, pid).pid

    return connect(found, revive)
