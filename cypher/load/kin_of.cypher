// Keep ties that the claims add up to, read `person kin_of relative`.
// param   rows  list  of {person, relative, facts}
// returns nothing
UNWIND $rows AS row
MATCH (person:KinthreadPerson {id: row.person})
MATCH (relative:KinthreadPerson {id: row.relative})
CREATE (person)-[r:KIN_OF]->(relative)
SET r = row.facts;
