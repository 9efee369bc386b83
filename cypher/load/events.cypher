// Keep what the claims about events add up to, with who took part.
// param   rows  list  of {id, facts, people: [{id, facts: {role, claims}}]}
// returns nothing
UNWIND $rows AS row
MERGE (e:KinthreadEvent {id: row.id})
SET e = row.facts, e:Event
WITH e, row
UNWIND row.people AS part
MATCH (p:KinthreadPerson {id: part.id})
CREATE (p)-[r:TOOK_PART]->(e)
SET r = part.facts;
