// Of whom is no parent recorded?
// returns person_id  string
// returns name  string
MATCH (p:Person)
WHERE NOT p:Group AND NOT EXISTS { (:Person)-[:PARENT_OF]->(p) }
RETURN p.id AS person_id, p.name AS name
ORDER BY name
LIMIT 100;
