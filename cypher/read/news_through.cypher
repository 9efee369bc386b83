// Through whom of some people did news pass by a day?
// param   ids     list  Person.id
// param   day     date  the day asked about
// returns id      string  Person.id
// returns events  list    Event.id of voices and news that they sent, brought or called with, and of what was learned through them
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
WITH p, COLLECT {
  MATCH (p)-[t:TOOK_PART]->(e:KinthreadEvent)
  WHERE t.role IN ['messenger', 'sender', 'caller'] AND e.exists <> 'no' AND (e.earliest IS NULL OR e.earliest <= $day)
  RETURN DISTINCT e.id AS id
  UNION
  MATCH (p)<-[:RELAYED_BY]-(c:KinthreadClaim)-[:SUPPORTS]->(e:KinthreadEvent)
  WHERE c.standing = 'active' AND (e.earliest IS NULL OR e.earliest <= $day)
  RETURN DISTINCT e.id AS id
} AS events
WHERE size(events) > 0
RETURN p.id AS id, events;
