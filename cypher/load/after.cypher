// Keep which event came after which.
// param   rows  list  of {later, earlier, facts: {claims, least, most}}
// returns nothing
UNWIND $rows AS row
MATCH (later:KinthreadEvent {id: row.later})
MATCH (earlier:KinthreadEvent {id: row.earlier})
CREATE (later)-[r:AFTER]->(earlier)
SET r = row.facts;
