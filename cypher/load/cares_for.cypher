// Keep ties that the claims add up to, read `person cares_for relative`.
// param   rows  list  of {person, relative, facts}
// returns nothing
UNWIND $rows AS row
MATCH (person:KinthreadPerson {id: row.person})
MATCH (relative:KinthreadPerson {id: row.relative})
CREATE (person)-[r:CARES_FOR]->(relative)
SET r = row.facts;
