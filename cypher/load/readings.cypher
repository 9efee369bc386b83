// Keep what somebody reads in coded words. It is about a thing: the links say which.
// param   rows  list  of {source, facts}
// returns nothing
UNWIND $rows AS row
MATCH (s:KinthreadSource {id: row.source})
CREATE (c:Claim:Interpretation:KinthreadClaim)
SET c = row.facts
CREATE (c)-[:FROM]->(s);
