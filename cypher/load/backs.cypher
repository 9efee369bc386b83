// Keep which event rests on a reading of coded words.
// param   rows  list  of {reading, event}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.reading})
MATCH (e:KinthreadEvent {id: row.event})
MERGE (c)-[:BACKS]->(e);
