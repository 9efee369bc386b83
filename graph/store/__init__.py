"""The store: records to and from Neo4j. Only this room uses the driver."""

from graph.store.neo4j_store import Store, connect
from graph.store.runs import Contents, IngestRun, LoadReport, Retracted

__all__ = ["Contents", "IngestRun", "LoadReport", "Retracted", "Store", "connect"]
