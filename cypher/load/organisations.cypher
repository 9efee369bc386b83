// Keep what the claims about organisations add up to. An organisation is not a Person, a group is.
// param   rows  list  of {id, facts}
// returns nothing
UNWIND $rows AS row
MERGE (p:KinthreadPerson {id: row.id})
SET p = row.facts, p:Organisation
REMOVE p:Person:Group;
