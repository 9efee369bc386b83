// Keep what sources deny of events.
// param   rows  list  of {event, source, facts}
// returns nothing
UNWIND $rows AS row
MATCH (s:KinthreadSource {id: row.source})
MATCH (e:KinthreadEvent {id: row.event})
CREATE (c:Claim:EventClaim:KinthreadClaim)
SET c = row.facts
CREATE (c)-[:DISPUTES]->(e)
CREATE (c)-[:FROM]->(s);
