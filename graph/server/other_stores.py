"""The stores of other versions in one folder: what was loaded there is not here."""

from pathlib import Path

from graph.server.home import Home
from graph.server.versions import choose


def other_stores(home: Path) -> str:
    """Say which other series of versions has a store in this folder; "" where none has.

    An empty store beside a full one looks like a loss: it is another version's store.
    """
    place = Home(home)
    state = place.state()
    if state is None:
        return ""
    series = choose(state.version).series
    others = sorted(
        folder.parents[1].name
        for folder in home.glob("server/*/data/databases")
        if folder.parents[1].name != series
    )
    if not others:
        return ""
    return (
        f"This is the store of Neo4j {series}. What was loaded with {' or '.join(others)} is "
        f"in a store of its own: stop this one, and set NEO4J_VERSION={others[-1]} to open it."
    )
