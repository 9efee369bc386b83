"""The notebook bridge: a py2neo graph on the configured server, and a family out of it.

Only this module knows py2neo. That library is no longer maintained. It is here because
analysts' notebooks use it, and nothing else of the program depends on it.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import altair as alt
import networkx as nx
import py2neo

from graph.picture.draw.svg import Caption, svg
from graph.picture.pyvis_network import described, still
from graph.questions import asking
from graph.questions.asking import Answered
from graph.questions.library import question
from graph.record.vocabulary import STOPPED
from graph.rule.answer import ChildAnswer, Relative, answer
from graph.rule.stops import asked_nearby
from graph.rule.whereabouts import Side
from graph.settings import Settings
from graph.store.opening import located, open_store
from graph.store.queries import query

NOT_COUNTED = "not counted"
"""In the place of an answer, for the child and the brothers and sisters left behind."""
_MIMES = ("application/vnd.vegalite.v6+json", "application/vnd.vegalite.v5+json")
"""Notebooks of before Vega-Lite 6 know only the older name."""


class ReadingGraph(py2neo.Graph):  # type: ignore[misc] # py2neo ships no types
    """A py2neo graph whose every transaction only reads: Neo4j refuses a write in one.

    What is recorded comes from claims with their sources, by `python -m ingest`. A node that a
    notebook writes would have none, and the calendars would know nothing of it.
    """

    def auto(self, readonly: bool = True, **settings: Any) -> Any:  # noqa: ANN401, ARG002, FBT001, FBT002 - as in py2neo
        """Begin a transaction of one query; it reads, whatever was asked for."""
        return super().auto(readonly=True, **settings)

    def begin(self, readonly: bool = True, **settings: Any) -> Any:  # noqa: ANN401, ARG002, FBT001, FBT002 - as in py2neo
        """Begin a transaction; it reads, whatever was asked for."""
        return super().begin(readonly=True, **settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyGraph:
    """A child's family on a day, for py2neo and for networkx.

    In both, a person has what the day's answer says of them as properties: `left`, `answer`,
    `status`, `relation`, `in_region`, `household_asked_not`; on everybody `do_not_contact`.
    `left` is "stop" for everybody who asked not to be contacted, whatever the `answer`.
    """

    answer: ChildAnswer
    subgraph: py2neo.Subgraph
    """People within reach, what is recorded between them, their events and the places."""
    network: "nx.MultiDiGraph[str]"
    """People within reach, by id, and what is recorded between them: an edge a tie."""

    def _repr_svg_(self) -> str:
        """Return the app's picture of the family, which a notebook shows by itself."""
        drawn, child = still(self.answer), self.answer.network.child
        title = f"{child.name}, {self.answer.as_of.isoformat()}"
        return svg(
            drawn.nodes, drawn.edges, Caption(title=title, described=described(self.answer))
        )


def connect(settings: Settings | None = None) -> ReadingGraph:
    """Return a py2neo graph on the configured server; the managed one is started if need be.

    Raises:
        ServerError: the managed Neo4j could not be started.
        StoreUnavailable: nothing answers where NEO4J_URI says.
        StoreRefused: the password is wrong, or there is no such database.
    """
    where = located(settings or Settings.from_env())
    with open_store(where):  # py2neo says "connection has been closed" to a wrong password
        return _graph(where)


@cache
def _graph(where: Settings) -> ReadingGraph:
    """Open one graph for a server: what came out of it can be asked on in it."""
    return ReadingGraph(where.neo4j_uri, auth=(where.user, where.password), name=where.database)


def close(graph: ReadingGraph) -> None:
    """Close the connections of a graph; py2neo leaves them to the end of the process."""
    graph.service.connector.close()
    _graph.cache_clear()


def ask(name: str, settings: Settings | None = None, **given: object) -> Answered:
    """Ask a question of the library: `ask("one_left", as_of="2018-05-15").marked()`.

    Raises:
        UnknownName: there is no such question, or it has no such parameter.
        InvalidParameter: a value is not of the parameter's type, or one is missing.
    """
    with open_store(settings or Settings.from_env()) as store:
        texts = {name: str(value) for name, value in given.items()}
        return asking.ask(store, question(name), texts, most=None)


def family(
    child_id: str,
    *,
    as_of: date | str | None = None,
    known_on: date | str | None = None,
    settings: Settings | None = None,
) -> FamilyGraph:
    """Return a child's family, with the answer of a day.

    Args:
        as_of: the day asked about; None: the day until which the child's sources speak.
        known_on: read only what the family knew by that day, requests not to be contacted
            apart.

    Raises:
        UnknownPerson: nobody of this id is recorded.
        NotAChild: the id is that of a group or an organisation.
    """
    where = located(settings or Settings.from_env())
    with open_store(where) as store:
        records = store.around(child_id)
    said = answer(records, child_id, as_of=_day(as_of), known_on=_day(known_on))
    shown = _shown(said)
    return FamilyGraph(
        answer=said,
        subgraph=_subgraph(connect(where), shown),
        network=_network(said, shown),
    )


def _day(given: date | str | None) -> date | None:
    return date.fromisoformat(given) if isinstance(given, str) else given


def _shown(said: ChildAnswer) -> dict[str, dict[str, Any]]:
    """Return everybody who is shown, each with what the day's answer says of them."""
    around, counted = (
        said.network,
        {relative.person.id: relative for relative in said.relatives},
    )
    warned = asked_nearby(around.all_facts)
    found: dict[str, dict[str, Any]] = {}
    for id_ in {
        around.child.id,
        *around.siblings,
        *around.reached,
    } & around.facts.people.keys():
        relative = counted.get(id_)
        found[id_] = {
            "relation": around.reached[id_].relation if id_ in around.reached else "",
            "left": STOPPED if id_ in said.stops else _answered(relative),
            "answer": _answered(relative),
            "status": NOT_COUNTED if relative is None else relative.answer.status.value,
            "in_region": around.side(id_, said.as_of) is not Side.OUTSIDE,
            "household_asked_not": id_ in warned,
            "do_not_contact": id_ in said.stops,  # a child asks, too
        }
    return found


def _answered(relative: Relative | None) -> str:
    return NOT_COUNTED if relative is None else relative.answer.left.value


def _subgraph(graph: ReadingGraph, shown: dict[str, dict[str, Any]]) -> py2neo.Subgraph:
    rows = graph.run(query("read/family").text, people=sorted(shown))
    found = rows.to_subgraph() or py2neo.Subgraph()
    for node in found.nodes:
        if node["id"] in shown and node.has_label("KinthreadPerson"):
            node.update(shown[node["id"]])
    return found


def _network(said: ChildAnswer, shown: dict[str, dict[str, Any]]) -> "nx.MultiDiGraph[str]":
    """Return people and ties; an edge runs from a parent, or a caregiver, to a child."""
    people = said.network.facts.people
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        child=said.network.child.id, as_of=said.as_of.isoformat()
    )
    for id_ in sorted(shown):
        drawn.add_node(id_, name=people[id_].name, kind=people[id_].kind.value, **shown[id_])
    for tie in said.network.facts.ties:
        if tie.person in shown and tie.relative in shown:
            drawn.add_edge(
                tie.person,
                tie.relative,
                key=tie.id,
                kind=tie.kind.value,
                qualifier=tie.qualifier,
                exists=tie.exists.name.lower(),
                claims=list(tie.claims),
            )
    for id_ in sorted(shown):
        for group in set(people[id_].member_of) & shown.keys():
            drawn.add_edge(id_, group, kind="member_of", claims=list(people[id_].claims))
    return drawn


def draw_offline() -> None:
    """Let Altair hand charts to the notebook itself, which draws them without a network.

    Its own way writes a page that fetches the drawing library from a server of others.
    """
    alt.renderers.register("offline", _as_mime)
    alt.renderers.enable("offline")


def _as_mime(spec: dict[str, Any], **_options: object) -> dict[str, Any]:
    return dict.fromkeys(_MIMES, spec)
