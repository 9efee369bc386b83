// Keep through whom the informant has a claim, the first hop first.
// param   rows  list  of {claim, person, facts: {hop}}
// returns nothing
UNWIND $rows AS row
MATCH (c:KinthreadClaim {id: row.claim})
MATCH (p:KinthreadPerson {id: row.person})
MERGE (c)-[r:RELAYED_BY {hop: row.facts.hop}]->(p)
SET r = row.facts;
