// Keep in which event the words were said.
// param   rows  list  of {reading, event}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.reading})
MATCH (e:KinthreadEvent {id: row.event})
MERGE (c)-[:READS]->(e);
