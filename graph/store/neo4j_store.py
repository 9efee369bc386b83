"""The store as the rest of the program knows it: one Neo4j, one driver."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from graph.errors import StoreUnavailable
from graph.record.model import Claim, Lift, Records
from graph.rule.calendar import Calendar
from graph.server import Connection
from graph.settings import Settings
from graph.store import (
    around,
    calendars,
    claims_named,
    contents,
    fingerprint,
    first_load,
    kept_event_types,
    kept_stops,
    kept_tallies,
    loading,
    one_person,
    stays,
    stored,
)
from graph.store.database import Database, Login, Revive, opened
from graph.store.kept_tallies import BoardRow
from graph.store.queries import Query
from graph.store.runs import Contents, IngestRun, LoadReport, Retracted
from graph.store.stays import RelativeStay
from graph.store.walk import MAX_DEGREE
from graph.store.write import OnProgress


class Address(Protocol):
    """Where a Neo4j is and how to log in, as in `graph.server.Connection`."""

    @property
    def uri(self) -> str:
        """Its address."""

    @property
    def user(self) -> str:
        """The user's name."""

    @property
    def password(self) -> str:
        """The password."""


class Store:
    """Records to and from one Neo4j. Errors of the driver come out as sentences."""

    def __init__(
        self, database: Database, login: Login | None = None, revive: Revive | None = None
    ) -> None:
        """Take a database that is open: `connect` opens one."""
        self._database = database
        self.login = login
        """How another process logs in; None where the store was not opened by its address."""
        self.revive = revive
        """Starts the server anew; None where it is not ours to start."""

    @classmethod
    @contextmanager
    def over(
        cls,
        uri: str,
        user: str,
        password: str,
        database: str | None = None,
        revive: Revive | None = None,
    ) -> "Iterator[Store]":
        """Open a store by its address.

        Args:
            uri: of its Bolt port.
            user: the user's name.
            password: the password.
            database: None for the server's own default.
            revive: starts the server anew; None where it is not ours to start.
        """
        login = Login(uri=uri, user=user, password=password, database=database)
        with opened(uri, user, password, database) as found:
            yield cls(found, login, revive)

    @property
    def database(self) -> Database:
        """Return what runs the queries."""
        return self._database

    def read(self, query: Query, /, **params: object) -> list[dict[str, Any]]:
        """Run one query from a file; a write in it is refused by the server."""
        return self._database.read(query, **params)

    def first(self, most: int, query: Query, /, **params: object) -> list[dict[str, Any]]:
        """Run one query as `read` does, for so many rows at most: the rest is not fetched."""
        return self._database.first(most, query, **params)

    @property
    def managed(self) -> bool:
        """Return whether the server is the one of this machine, whose settings are ours."""
        return self.revive is not None

    # What is there

    def prepare(self, *, into_shared: bool = False) -> None:
        """Make the constraints; refuse a database with other nodes, unless it may be shared."""
        contents.prepare(self._database, into_shared=into_shared)

    def contents(self) -> Contents:
        """Count what is there, ours and others'."""
        return contents.contents(self._database)

    def clear(self) -> int:
        """Take out all that our runs made, and nothing else; return how many nodes."""
        return contents.clear(self._database)

    def finish_clear(self) -> bool:
        """Clear to the end where that was broken off; return whether it was."""
        return contents.finish_clear(self._database)

    def keep_event_types(self) -> None:
        """Write on events what the table says of their type, where another version did."""
        kept_event_types.keep_event_types(self._database)

    def graph_hash(self) -> str:
        """Return one hash of all that is recorded."""
        return fingerprint.graph_hash(self._database)

    def existing(self, kind: str, ids: Iterable[str]) -> set[str]:
        """Return which of these ids of a kind, such as "people", are stored."""
        return stored.existing(self._database, kind, ids)

    def claims_held(self, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return the row hash, data set and standing of those claims that are stored."""
        return stored.claims_named(self._database, ids)

    def parents_around(self, people: Iterable[str]) -> set[tuple[str, str]]:
        """Return (parent, child) for all ancestors and descendants of these people."""
        return stored.parents_around(self._database, people)

    def claims_about(self, ids: Iterable[str]) -> Records:
        """Return all claims about people, events or ties, with their sources."""
        return stored.claims_about(self._database, ids, with_sources=True)

    def claims_cited(self, ids: Iterable[str]) -> list[Claim]:
        """Return those of these claims that are stored, whether they count or not."""
        return stored.claims_cited(self._database, ids)

    def claims_naming(self, id_: str) -> list[Claim]:
        """Return all claims about a thing, and all that name it if it is a person; by name."""
        return stored.claims_naming(self._database, id_)

    def told_of_events(self, ids: Iterable[str]) -> Records:
        """Return all claims about events and those that date them, with all that they name."""
        return claims_named.told_of_events(self._database, ids)

    def told_in_sources(self, ids: Iterable[str]) -> Records:
        """Return every claim of some sources, with all that they name."""
        return claims_named.told_in_sources(self._database, ids)

    def relayed_through(self, person: str) -> list[Claim]:
        """Return the claims that came to an informant through somebody."""
        return claims_named.relayed_through(self._database, person)

    def countries(self, datasets: Iterable[str]) -> dict[str, str]:
        """Return the country of risk of those of these data sets that are stored."""
        return stored.countries(self._database, datasets)

    def background(
        self, datasets: Iterable[str], sources: Iterable[str], places: Iterable[str]
    ) -> Records:
        """Return those of these that are stored, with what contains them."""
        return stored.background(self._database, datasets, sources, places)

    # Loading

    def load(
        self,
        records: Records,
        run: IngestRun,
        superseded: Mapping[str, str] | None = None,
        on_progress: OnProgress = loading.silent,
        again: loading.Again | None = None,
    ) -> LoadReport:
        """Add records; what is stored stays as it is. Call `prepare` before.

        `again` is called as soon as nobody else can write, and what it returns is loaded.
        """
        return loading.load(self._database, records, run, superseded, on_progress, again)

    def load_whole(
        self,
        run: IngestRun,
        again: loading.Again,
        on_progress: OnProgress = loading.silent,
    ) -> LoadReport:
        """Add what `again` returns, a few records: killed at any moment, all or none."""
        return loading.load_whole(self._database, run, again, on_progress)

    def load_first(
        self,
        home: Path,
        run: IngestRun,
        again: loading.Again,
        on_progress: OnProgress = loading.silent,
    ) -> tuple[LoadReport, Connection]:
        """Load into this store, which is empty and managed, as a whole or not at all.

        The server is started anew: open the store at the address that is returned.
        """
        return first_load.load_first(self._database, home, run, again, on_progress)

    @contextmanager
    def on_trial(self) -> "Iterator[Store]":
        """Yield a store in which all that is written is gone again in the end."""
        with self._database.on_trial() as database:
            yield Store(database)

    @contextmanager
    def one_person(self, names: Mapping[str, str]) -> "Iterator[Store]":
        """Yield a store in which joined records are one node, for as long as it is read.

        Args:
            names: by the id of each record that another one names: the id of that one.
        """
        with one_person.one_person(self._database, names) as database:
            yield Store(database)

    def cut(self) -> tuple[str, ...]:
        """Return the sources and places that an older version cut from what they belong to."""
        return loading.cut(self._database)

    def mend(self) -> LoadReport:
        """Mend what an older version, or a load that was broken off, has left."""
        return loading.mend(self._database)

    def retract(self, claim_id: str, *, by: str, why: str, on: str) -> Retracted | None:
        """Take a claim back; None if it was taken back before."""
        return loading.retract(self._database, claim_id, by=by, why=why, on=on)

    def restore(self, claim_id: str, *, by: str, why: str, on: str) -> bool:
        """Let a retracted claim count again; False if it counts already."""
        return loading.restore(self._database, claim_id, by=by, why=why, on=on)

    def exchange(self, gone: str, back: str, *, by: str, why: str, on: str) -> Retracted | None:
        """Take one claim back and let another one count again: both, or neither."""
        return loading.exchange(self._database, gone, back, by=by, why=why, on=on)

    def lift_requests(self, lift: Lift) -> tuple[str, ...]:
        """Lift the requests of a person not to be contacted that stand; return the events."""
        return kept_stops.lift(self._database, lift)

    def keep_stops(self) -> None:
        """Write on everybody whether they have a request in force; every load does so too."""
        kept_stops.keep_stops(self._database)

    def set_consent(self, source: str, consent: str) -> None:
        """Say how far a source may go from now on; the calendars do not hang on it."""
        loading.set_consent(self._database, source, consent)

    # Around a child

    def around(self, child: str, max_degree: int = MAX_DEGREE) -> Records:
        """Return everything that the rule needs for one child."""
        return around.around(self._database, child, max_degree)

    def around_many(
        self,
        children: Iterable[str],
        max_degree: int = MAX_DEGREE,
        *,
        with_stopped: bool = True,
        turns: Executor | None = None,
    ) -> Iterator[tuple[str, Records]]:
        """Yield each child with its records; brothers and sisters share one and the same."""
        return around.around_many(
            self._database, children, max_degree, with_stopped=with_stopped, turns=turns
        )

    # What is derived

    def make_room(self) -> None:
        """Make the store ready to hold what is derived, where an older version filled it."""
        calendars.make_room(self._database)

    def children(self) -> list[str]:
        """Return whom the question may be asked for."""
        return calendars.children(self._database)

    def stale_children(self, rule: str) -> dict[str, str]:
        """Return the children whose calendars this version of the rule is to derive: marks."""
        return calendars.stale_children(self._database, rule)

    def save_calendars(
        self, every: Iterable[Calendar], marks: Mapping[str, str] = calendars.NO_MARKS
    ) -> None:
        """Put these calendars in the place of the ones of children who are marked so still."""
        calendars.save_calendars(self._database, every, marks)

    def all_derived(self, marks: Mapping[str, str]) -> None:
        """Forget these marks of children, and the calendars of who is no child any more."""
        calendars.all_derived(self._database, marks)

    def calendars(self, children: Sequence[str]) -> dict[str, Calendar]:
        """Return the calendars of those of these children for whom this version derived one."""
        return calendars.calendars(self._database, children)

    def standings(self, person: str) -> list[RelativeStay]:
        """Return somebody's answer towards each child, by its calendar."""
        return stays.standings(self._database, person)

    def decided_by(self, event: str, claims: Iterable[str]) -> list[RelativeStay]:
        """Return the answers that an event decides, or that rest on its claims."""
        return stays.decided_by(self._database, event, claims)

    def children_near(self, people: Iterable[str]) -> set[str]:
        """Return the children within whose reach these people may be, and a few too many."""
        return stays.children_near(self._database, people)

    def board(self, day: date) -> list[BoardRow]:
        """Return the children on the board of a day, with their counts."""
        return kept_tallies.board(self._database, day)


@contextmanager
def connect(where: Settings | Address, revive: Revive | None = None) -> Iterator[Store]:
    """Open the store of the settings, or of a server that was started.

    Args:
        where: the settings, or what `graph.server` returned.
        revive: starts the server anew, where it is one of ours.

    Raises:
        StoreUnavailable: nothing answers there, or the settings name no server.
        StoreRefused: the password is wrong, or there is no such database.
    """
    if not isinstance(where, Settings):
        with Store.over(where.uri, where.user, where.password, revive=revive) as store:
            yield store
        return
    if where.neo4j_uri is None:
        raise StoreUnavailable("No server is named: set NEO4J_URI, or start the managed one.")
    with Store.over(where.neo4j_uri, where.user, where.password, where.database) as store:
        yield store
