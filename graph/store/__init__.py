"""The store: records to and from Neo4j. The only door to the driver."""

from graph.store.runs import Contents, IngestRun, LoadReport
from graph.store.store import Store, connect

__all__ = ["Contents", "IngestRun", "LoadReport", "Store", "connect"]
