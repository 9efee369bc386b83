// Who are the parents of these people whom nobody disputes, else those recorded?
// param   ids      list    Person.id
// returns id       string  Person.id
// returns parents  list    Person.id, sorted; empty if none is recorded
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
OPTIONAL MATCH (parent:KinthreadPerson)-[t:PARENT_OF]->(p)
WITH p, parent.id AS parent, max(t.exists = 'certain') AS sure ORDER BY parent
WITH p, collect({id: parent, sure: sure}) AS every
WITH p, every, any(one IN every WHERE one.sure) AS known
RETURN p.id AS id,
       [one IN every WHERE one.id IS NOT NULL AND (one.sure OR NOT known) | one.id] AS parents;
