// Keep ties that the claims add up to, read `person sibling_of relative`.
// param   rows  list  of {person, relative, facts}
// returns nothing
UNWIND $rows AS row
MATCH (person:KinthreadPerson {id: row.person})
MATCH (relative:KinthreadPerson {id: row.relative})
CREATE (person)-[r:SIBLING_OF]->(relative)
SET r = row.facts;
