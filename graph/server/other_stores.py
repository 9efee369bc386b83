"""Stores of other versions of Neo4j in the same folder, which this version does not see."""

from pathlib import Path

from graph.server.home import Home
from graph.server.lifecycle import server_folder


def other_stores(home: Path) -> tuple[str, ...]:
    """Return the series of Neo4j, such as "5.26", whose stores the folder holds besides.

    A store belongs to its series, since one that a newer Neo4j has opened cannot go back.
    """
    place = Home(home)
    state = place.state()
    current = None if state is None else server_folder(place, state)
    stores = (home / "server").glob("*/data/databases/system")
    folders = {store.parents[2] for store in stores} - {current}
    return tuple(sorted(folder.name for folder in folders))


def other_stores_in_words(home: Path) -> str:
    """Say which other stores there are, and how they are opened; "" where there is none."""
    found = other_stores(home)
    if not found:
        return ""
    how = " or ".join(f"NEO4J_VERSION={series}" for series in found)
    return (
        f"{home} holds another store too, of Neo4j {' and '.join(found)}: what was loaded "
        f"there is not here. Stop the server (python -m graph server stop) and set {how} to "
        "open it."
    )
