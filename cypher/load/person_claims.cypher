// Keep what sources say of people. A claim is written once, with what it hangs on.
// param   rows  list  of {person, source, facts}
// returns nothing
UNWIND $rows AS row
MATCH (s:KinthreadSource {id: row.source})
MATCH (p:KinthreadPerson {id: row.person})
CREATE (c:Claim:PersonClaim:KinthreadClaim)
SET c = row.facts
CREATE (c)-[:ABOUT]->(p)
CREATE (c)-[:FROM]->(s);
