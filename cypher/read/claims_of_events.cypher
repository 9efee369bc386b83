// All claims about some events, the events that date them or are dated by them, and the readings
// of coded words among them.
// param   ids     list  Event.id
// returns labels  list  which kind of claim it is
// returns facts   map
MATCH (asked:KinthreadEvent) WHERE asked.id IN $ids
MATCH (asked)-[:AFTER|AT_TIME_OF|ENDS*0..]-(e:KinthreadEvent)
WITH DISTINCT e
MATCH (e)<-[:SUPPORTS|DISPUTES|BACKS|READS]-(:KinthreadClaim)<-[:READS*0..1]-(c:KinthreadClaim)
WITH DISTINCT c
RETURN labels(c) AS labels, properties(c) AS facts;
