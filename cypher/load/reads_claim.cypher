// Keep in which claim the words stand.
// param   rows  list  of {reading, claim}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.reading})
MATCH (of:KinthreadClaim {id: row.claim})
MERGE (c)-[:READS]->(of);
