"""Read each person as one node, however many records they have; nothing of it is kept.

The store keeps every record. A question about ties and events would count them as several
people. So the records that are joined are united in a transaction that is never committed.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from graph.facts import adding_up
from graph.facts.clusters import Clusters, united
from graph.store import stored
from graph.store.database import Database, Row, TrialTransaction
from graph.store.load_rows import person_row

_MAY_BE_OPEN = ("born_earliest", "born_latest")
"""What one record has and all of them together may not: they exclude each other."""


@contextmanager
def one_person(held: Database, names: Mapping[str, str]) -> Iterator[Database]:
    """Yield a database in which joined records are one node; the held one stays as it is.

    Args:
        held: an open database; one on trial is thrown away anyway, so it is changed itself.
        names: by the id of each record that another one names: the id of that one.
    """
    if not names:
        yield held
    elif isinstance(held, TrialTransaction):
        _unite(held, names)
        yield held
    else:
        with held.on_trial() as trial:
            _unite(trial, names)
            yield trial


def _unite(trial: Database, names: Mapping[str, str]) -> None:
    rows = [{"record": one, "person": names[one]} for one in sorted(names)]
    people = _added_up(trial, names)
    for name, params in (
        ("outwards", {"rows": rows}),
        ("inwards", {"rows": rows}),
        ("people", {"rows": rows, "people": people}),
        ("once", {"people": [one["id"] for one in people]}),
        ("readers", {"names": names}),
    ):
        trial.write((f"unite/{name}", params))


def _added_up(database: Database, names: Mapping[str, str]) -> list[Row]:
    """Return what all records of each person add up to."""
    persons = set(names.values())
    joined = Clusters(first={**names, **{one: one for one in persons}})
    records = united(stored.claims_about(database, {*names, *persons}), joined)
    added = adding_up.people(one for one in records.people if one.about in persons)
    return [_row(person) for person in added.values()]


def _row(person: adding_up.Person) -> Row:
    row = person_row(person)
    facts = {**dict.fromkeys(_MAY_BE_OPEN), **row["facts"]}
    del facts["stale"]
    return {"id": row["id"], "facts": facts}
