// Keep sources; one that is there already takes the new content.
// param   rows  list  of {id, facts}
// returns nothing
UNWIND $rows AS row
MERGE (n:KinthreadSource {id: row.id})
SET n = row.facts, n:Source;
