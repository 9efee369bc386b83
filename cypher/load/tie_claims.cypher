// Keep what sources say of ties between people.
// param   rows  list  of {person, relative, source, facts}
// returns nothing
UNWIND $rows AS row
MATCH (s:KinthreadSource {id: row.source})
MATCH (person:KinthreadPerson {id: row.person})
MATCH (relative:KinthreadPerson {id: row.relative})
CREATE (c:Claim:TieClaim:KinthreadClaim)
SET c = row.facts
CREATE (c)-[:ABOUT]->(person)
CREATE (c)-[:ABOUT]->(relative)
CREATE (c)-[:FROM]->(s);
