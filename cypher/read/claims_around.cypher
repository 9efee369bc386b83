// All claims about some people: of themselves, of ties, of events, of events that date these or
// are dated by these, and the readings of coded words among them.
// param   people  list  Person.id
// returns labels  list  which kind of claim it is
// returns facts   map
MATCH (p:KinthreadPerson) WHERE p.id IN $people
MATCH (p)<-[:ABOUT]-(c:KinthreadClaim)
WITH DISTINCT c
RETURN labels(c) AS labels, properties(c) AS facts
UNION ALL
MATCH (p:KinthreadPerson) WHERE p.id IN $people
MATCH (p)-[:TOOK_PART]->(took:KinthreadEvent)
WITH DISTINCT took
MATCH (took)-[:AFTER|AT_TIME_OF|ENDS*0..]-(e:KinthreadEvent)
WITH DISTINCT e
MATCH (e)<-[:SUPPORTS|DISPUTES|BACKS|READS]-(:KinthreadClaim)<-[:READS*0..1]-(c:KinthreadClaim)
WITH DISTINCT c
RETURN labels(c) AS labels, properties(c) AS facts;
