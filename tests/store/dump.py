"""All that a store holds, node by node and link by link, to compare two stores by."""

from collections import Counter

from neo4j import GraphDatabase

_PASSING = {"run", "stale", "calendar_due", "due_mark", "doubtful", "named_from", "own_from"}
_NODES = """MATCH (n) WHERE NOT n:KinthreadRun AND NOT n:KinthreadCalendar
  AND NOT n:KinthreadCourse
RETURN labels(n) AS labels, properties(n) AS facts"""
_LINKS = """MATCH (a)-[r]->(b) WHERE NOT type(r) IN ['HAS_ANSWER', 'TOWARDS', 'HAS_CALENDAR']
RETURN labels(a) AS la, a.id AS a, type(r) AS type, properties(r) AS facts,
       labels(b) AS lb, b.id AS b"""


def driver(server):
    """A bare driver, past the store."""
    return GraphDatabase.driver(server.uri, auth=(server.user, server.password))


def dump(server):
    """Count every node and every link of the whole database, as they are."""
    with driver(server) as bare:
        nodes = bare.execute_query(_NODES).records
        links = bare.execute_query(_LINKS).records
    found = Counter((tuple(sorted(n["labels"])), _facts(n["facts"])) for n in nodes)
    found += Counter(
        (min(n["la"]), n["a"], n["type"], _facts(n["facts"]), min(n["lb"]), n["b"])
        for n in links
    )
    return found


def _facts(facts):
    return tuple(sorted((k, str(v)) for k, v in facts.items() if k not in _PASSING))


def asked(server, text, **params):
    """Rows of a query that only a test asks."""
    with driver(server) as bare:
        return [row.data() for row in bare.execute_query(text, **params).records]
