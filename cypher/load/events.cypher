// Keep what the claims about events add up to, with who took part.
// param   rows  list  of {id, facts, of_type, people: [{id, facts: {role, claims}}]}
// returns nothing
UNWIND $rows AS row
MERGE (e:KinthreadEvent {id: row.id})
SET e = row.facts, e += row.of_type, e:Event
WITH e, row
UNWIND row.people AS part
MATCH (p:KinthreadPerson {id: part.id})
CREATE (p)-[r:TOOK_PART]->(e)
SET r = part.facts;
