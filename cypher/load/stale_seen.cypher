// The children near these people are just looked for: who is touched meanwhile is marked again.
// param   ids  list  Person.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
SET p.stale = false;
