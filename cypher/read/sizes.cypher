// How many claims, sources, events and children do some people, events and places have?
// param   ids       list     Person.id, Event.id, Place.id
// returns id        string   one of them
// returns claims    integer  claims that count: about a person and about events of theirs, of an event, of events at a place
// returns sources   integer  sources of these claims
// returns events    integer  events of a person, or at a place
// returns children  integer  children of a person, of any kind
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
WITH p,
     COLLECT { MATCH (p)-[:TOOK_PART]->(e:KinthreadEvent) WHERE e.exists <> 'no' RETURN DISTINCT e } AS events,
     COUNT { MATCH (p)-[t:PARENT_OF]->(child:KinthreadPerson) WHERE t.exists <> 'no' RETURN DISTINCT child } AS children
WITH p.id AS id, size(events) AS events, children, COLLECT {
  MATCH (p)<-[:ABOUT]-(c:KinthreadClaim) WHERE c.standing = 'active' RETURN c
  UNION
  UNWIND events AS e MATCH (e)<-[:SUPPORTS]-(c:KinthreadClaim) WHERE c.standing = 'active' RETURN c
} AS claims
WITH id, events, children, claims, COUNT { UNWIND claims AS c MATCH (c)-[:FROM]->(s:KinthreadSource) RETURN DISTINCT s } AS sources
RETURN id, size(claims) AS claims, sources, events, children
UNION
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
WITH e.id AS id, COLLECT { MATCH (e)<-[:SUPPORTS]-(c:KinthreadClaim) WHERE c.standing = 'active' RETURN DISTINCT c } AS claims
WITH id, claims, COUNT { UNWIND claims AS c MATCH (c)-[:FROM]->(s:KinthreadSource) RETURN DISTINCT s } AS sources
RETURN id, size(claims) AS claims, sources, 0 AS events, 0 AS children
UNION
MATCH (place:KinthreadPlace) WHERE place.id IN $ids
WITH place.id AS id, COLLECT { MATCH (place)<-[:AT]-(e:KinthreadEvent) WHERE e.exists <> 'no' RETURN DISTINCT e } AS events
WITH id, events, COLLECT { UNWIND events AS e MATCH (e)<-[:SUPPORTS]-(c:KinthreadClaim) WHERE c.standing = 'active' RETURN DISTINCT c } AS claims
WITH id, events, claims, COUNT { UNWIND claims AS c MATCH (c)-[:FROM]->(s:KinthreadSource) RETURN DISTINCT s } AS sources
RETURN id, size(claims) AS claims, sources, size(events) AS events, 0 AS children;
