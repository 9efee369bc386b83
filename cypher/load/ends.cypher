// Keep which event ended which: a release a detention, a withdrawal a request.
// param   rows  list  of {event, ended, facts: {claims}}
// returns nothing
UNWIND $rows AS row
MATCH (e:KinthreadEvent {id: row.event})
MATCH (ended:KinthreadEvent {id: row.ended})
CREATE (e)-[r:ENDS]->(ended)
SET r = row.facts;
