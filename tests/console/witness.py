"""All of a server that an attack could change, in one value that can be compared."""

from neo4j import Driver

from graph.store import Store

ADMINISTERED = (
    "SHOW USERS",
    "SHOW DATABASES YIELD name, currentStatus, access",
    "SHOW SETTINGS YIELD name, value",
    "SHOW INDEXES YIELD name, type, state",
    "SHOW CONSTRAINTS YIELD name, type",
    "CALL db.labels()",
    "CALL db.relationshipTypes()",
    "CALL db.propertyKeys()",
    "MATCH (n) RETURN count(n), sum(size(keys(n))), sum(size(labels(n)))",
    "MATCH ()-[r]->() RETURN count(r), sum(size(keys(r)))",
)


def witness(store: Store, driver: Driver) -> dict:
    """Return the graph's hash, its counts, its schema, users, databases and settings."""
    seen = {"hash": store.graph_hash()}
    for query in ADMINISTERED:
        rows, _, _ = driver.execute_query(query)
        seen[query] = sorted(str(sorted(row.data().items(), key=str)) for row in rows)
    return seen
