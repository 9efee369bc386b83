// Who are the recorded parents of these people?
// param   ids      list    Person.id
// returns id       string  Person.id
// returns parents  list    Person.id, sorted; empty if none is recorded
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
OPTIONAL MATCH (parent:KinthreadPerson)-[:PARENT_OF]->(p)
WITH p, parent ORDER BY parent.id
RETURN p.id AS id, collect(DISTINCT parent.id) AS parents;
