// Keep which source contains which.
// param   rows  list  of {part, whole}
// returns nothing
UNWIND $rows AS row
MATCH (part:KinthreadSource {id: row.part})
MATCH (whole:KinthreadSource {id: row.whole})
MERGE (part)-[:PART_OF]->(whole);
