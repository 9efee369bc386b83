// Which events are dated by these, or date them, directly or by steps?
// param   ids  list    Event.id
// returns id   string
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
MATCH (e)-[:AFTER|AT_TIME_OF*0..]-(other:KinthreadEvent)
RETURN DISTINCT other.id AS id;
