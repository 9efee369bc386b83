"""Give a store a new password, where the password file is lost."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from graph.server.conf import has_store, write_first_password
from graph.server.disk import said_in_sentences
from graph.server.home import Home
from graph.server.lifecycle import stop
from graph.server.server_errors import FolderHeld
from graph.server.versions import VERSIONS


@said_in_sentences
def reset_password(home: Path) -> list[str]:
    """Stop the server and give every store of the folder a new password, kept in its file.

    What was loaded stays. Neo4j keeps users in a database of their own, "system", which is
    moved to <GRAPH_HOME>/server/<series>/before-<time>/; the next start makes it anew.

    Returns:
        The series, such as "5.26", whose stores have the new password.

    Raises:
        FolderHeld: something else than a server holds the folder.
    """
    place = Home(home)
    place.prepare()
    stop(home)
    lock = place.take()
    if lock is None:
        raise FolderHeld(home, place.holder())
    try:
        password = place.new_password()
        stores = {version.series: place.server(version) for version in VERSIONS}
        mended = [series for series, folder in stores.items() if has_store(folder)]
        for series in mended:
            forget_users(stores[series])
            write_first_password(stores[series], password)
    finally:
        os.close(lock)
    return mended


def forget_users(folder: Path) -> None:
    """Move a store's system database, with its transactions, out of the way."""
    aside = folder / f"before-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    for kind in ("databases", "transactions"):
        (aside / kind).mkdir(mode=0o700, parents=True)
        shutil.move(folder / "data" / kind / "system", aside / kind)
