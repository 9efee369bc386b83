// Hold a retracted claim about an event to its people, to whom the event no longer leads.
// param   rows  list  of {claim, person}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.claim})
MATCH (p:KinthreadPerson {id: row.person})
MERGE (c)-[:ABOUT]->(p);
