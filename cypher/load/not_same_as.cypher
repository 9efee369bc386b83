// Keep ties that the claims add up to, read `person not_same_as relative`.
// param   rows  list  of {person, relative, facts}
// returns nothing
UNWIND $rows AS row
MATCH (person:KinthreadPerson {id: row.person})
MATCH (relative:KinthreadPerson {id: row.relative})
CREATE (person)-[r:NOT_SAME_AS]->(relative)
SET r = row.facts;
