// Keep where events were.
// param   rows  list  of {event, place}
// returns nothing
UNWIND $rows AS row
MATCH (e:KinthreadEvent {id: row.event})
MATCH (place:KinthreadPlace {id: row.place})
CREATE (e)-[:AT]->(place);
