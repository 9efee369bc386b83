"""The date of a source: ages, "currently" and contact with no stated end count from it.

Only this module decides it; `cypher/read/told_until.cypher` does the same for all that is
stored.
"""

from collections.abc import Iterable

from graph.record.dates import ALWAYS, Window
from graph.record.model import Source


class Tellings:
    """The windows of the tellings of some sources.

    A record holds its sources with those that contain them; a ring of them ends where it began.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self._windows: dict[str, Window | None] = {}

    def with_one(self, source: Source) -> "Tellings":
        """Return the same with one source more, or with another word on one."""
        return Tellings((*self._sources.values(), source))

    def window(self, source_id: str) -> Window | None:
        """Return the date of the source.

        Its own `said_on`, else the one of the source that contains it and so on, else its own
        `date`, else the `date` of the one that contains it. `ALWAYS` where none is given; None
        where that is decided by a source that is not among these.
        """
        if source_id not in self._windows:
            chain, complete = self._chain(source_id)
            said = [source.said_on or None for source in chain]
            dated = [source.date or None for source in chain]
            own = next((time.window for time in said if time), None)
            published = next((time.window for time in dated if time), None)
            self._windows[source_id] = own or (published or ALWAYS if complete else None)
        return self._windows[source_id]

    def told(self, source_id: str) -> Window:
        """Return the same of sources that are all here; `ALWAYS` where nothing says it."""
        return self.window(source_id) or ALWAYS

    def informant(self, source_id: str) -> str:
        """Return who speaks in a source; "" where nobody is named."""
        source = self._sources.get(source_id)
        return source.informant if source else ""

    def _chain(self, source_id: str) -> tuple[list[Source], bool]:
        """Return the source and those that contain it, and whether all of them are here."""
        chain: list[Source] = []
        seen: set[str] = set()
        while source_id and source_id not in seen:
            source = self._sources.get(source_id)
            if source is None:
                return chain, False
            seen.add(source_id)
            chain.append(source)
            source_id = source.part_of
        return chain, True
