// Keep which event was at the time of which: its start, its end, or the day on which it was learned.
// param   rows  list  of {event, other, facts: {which, claims}}
// returns nothing
UNWIND $rows AS row
MATCH (e:KinthreadEvent {id: row.event})
MATCH (other:KinthreadEvent {id: row.other})
CREATE (e)-[r:AT_TIME_OF]->(other)
SET r = row.facts;
