// Which labels do nodes have, and which properties? Of each, some hundreds are looked at.
// returns name        string
// returns properties  list    sorted
OPTIONAL MATCH (n:Person) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Person' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Group) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Group' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Organisation) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Organisation' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Place) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Place' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Event) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Event' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Claim) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Claim' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:PersonClaim) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'PersonClaim' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:TieClaim) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'TieClaim' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:EventClaim) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'EventClaim' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Interpretation) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Interpretation' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Source) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Source' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Dataset) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Dataset' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Calendar) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Calendar' AS name, collect(DISTINCT key) AS properties
UNION ALL
OPTIONAL MATCH (n:Course) WITH n LIMIT 300 UNWIND coalesce(keys(n), []) + [null] AS key WITH key ORDER BY key
RETURN 'Course' AS name, collect(DISTINCT key) AS properties;
