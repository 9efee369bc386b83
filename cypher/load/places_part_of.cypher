// Keep which place lies in which.
// param   rows  list  of {part, whole}
// returns nothing
UNWIND $rows AS row
MATCH (part:KinthreadPlace {id: row.part})
MATCH (whole:KinthreadPlace {id: row.whole})
MERGE (part)-[:PART_OF]->(whole);
