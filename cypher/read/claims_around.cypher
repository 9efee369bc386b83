// All claims about some people: of themselves, of ties, of events, of events that date these or
// are dated by these, and the readings of coded words among them. Where a place of theirs
// was emptied or came under other control, the claims of that too. They come in a few rows: each row costs the driver more than a claim does.
// param   people  list  Person.id
// returns claims  list  of [labels: which kind of claim it is, facts]
MATCH (p:KinthreadPerson) WHERE p.id IN $people
MATCH (p)<-[:ABOUT]-(c:KinthreadClaim)
WITH DISTINCT c
RETURN collect([labels(c), properties(c)]) AS claims
UNION ALL
MATCH (p:KinthreadPerson) WHERE p.id IN $people
MATCH (p)-[:TOOK_PART]->(took:KinthreadEvent)
WITH DISTINCT took
MATCH (took)-[:AFTER|AT_TIME_OF|ENDS*0..]-(e:KinthreadEvent)
WITH DISTINCT e
MATCH (e)<-[:SUPPORTS|DISPUTES|BACKS|READS]-(:KinthreadClaim)<-[:READS*0..1]-(c:KinthreadClaim)
WITH DISTINCT c
RETURN collect([labels(c), properties(c)]) AS claims
UNION ALL
MATCH (p:KinthreadPerson) WHERE p.id IN $people
MATCH (p)-[:TOOK_PART]->(:KinthreadEvent)-[:AT]->(at:KinthreadPlace)
WITH DISTINCT at
MATCH (at)-[:PART_OF*0..]->(whole:KinthreadPlace)
WITH DISTINCT whole
MATCH (whole)<-[:AT]-(changed:KinthreadEvent)
WHERE changed.empties OR changed.control IS NOT NULL
WITH DISTINCT changed
MATCH (changed)-[:AFTER|AT_TIME_OF|ENDS*0..]-(e:KinthreadEvent)
WITH DISTINCT e
MATCH (e)<-[:SUPPORTS|DISPUTES|BACKS|READS]-(:KinthreadClaim)<-[:READS*0..1]-(c:KinthreadClaim)
WITH DISTINCT c
RETURN collect([labels(c), properties(c)]) AS claims;
