// Take away what was added up of these events, before it is added up anew; the claims stay.
// param   ids  list  Event.id
// returns nothing
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
MATCH (e)-[r:TOOK_PART|AT]-()
DELETE r;
