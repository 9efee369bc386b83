// Take away the order of these events, before it is added up anew; the claims stay.
// param   ids  list  Event.id
// returns nothing
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
MATCH (e)-[r:AFTER|AT_TIME_OF|ENDS]->()
DELETE r;
