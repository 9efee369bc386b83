"""Figure: GraphML of everybody, against networkx writing the same graph."""

import io

import networkx as nx

from graph.export.formats import FORMATS
from graph.export.formats.flattening import link_facts, node_facts, plain
from graph.export.formats.property_graph import PropertyGraph
from tests.bench.figures import Figure
from tests.bench.memory import watching
from tests.bench.trial import Trial
from tests.export.formats.handed import handed

AIM = 1.0


class _Counted(io.RawIOBase):
    """A file that forgets: what is measured is the writing, not the disk."""

    size = 0

    def write(self, content: bytes) -> int:
        self.size += len(content)
        return len(content)

    def writable(self) -> bool:
        return True


def graphml(trial: Trial, people: int) -> Figure:
    """Write the graph, then let networkx write the one that it holds already.

    Ours is measured with all that it takes to make the nodes from the claims; networkx only
    with the writing of a graph that was built for it.
    """
    package = handed(trial.records(people))
    graph, ours, theirs = PropertyGraph(package), _Counted(), _Counted()
    with watching() as adding_up:
        _ = graph.known, graph.stops, graph.households
    with watching() as writing:
        FORMATS["graphml"].write(package, ours)
    with watching() as building:
        built = _built(graph)
    with watching() as written:
        nx.write_graphml(built, theirs)
    return Figure(
        name="graphml",
        says="GraphML of everybody, as a share of networkx's time for writing the same graph",
        people=people,
        value=writing.own / written.own,
        unit="times networkx",
        aim=f"at most {AIM:g}",
        met=writing.own <= AIM * written.own,
        memory=writing.peaks,
        more={
            "nodes": built.number_of_nodes(),
            "links": built.number_of_edges(),
            "seconds": writing.own,
            "networkx": written.own,
            "networkx with the building": building.own + written.own,
            "ours with the adding up": adding_up.own + writing.own,
            "MB before": adding_up.peaks["program"],
            "MB with networkx": written.peaks["program"],
            "MB of file": ours.size // 2**20,
            "MB of networkx's": theirs.size // 2**20,
        },
    )


def _built(graph: PropertyGraph) -> nx.MultiDiGraph:
    """Build the same graph as networkx can write it: no lists, no days."""
    built = nx.MultiDiGraph()
    for node in graph.nodes():
        built.add_node(node.key, **_typed(node_facts(node)))
    for link in graph.links():
        built.add_edge(link.source, link.target, **_typed(link_facts(link)))
    return built


def _typed(facts):
    return {
        name: value if isinstance(value, str | bool | int | float) else plain(value)
        for name, value in facts.items()
    }
