// Keep who speaks in a source.
// param   rows  list  of {source, person}
// returns nothing
UNWIND $rows AS row
MATCH (s:KinthreadSource {id: row.source})
MATCH (p:KinthreadPerson {id: row.person})
MERGE (s)-[:INFORMANT]->(p);
