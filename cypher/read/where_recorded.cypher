// At which places are some people and events recorded, and in which sources?
// param   ids   list    Person.id, Event.id
// returns id    string  one of them
// returns kind  string  place or source
// returns of    string  Place.id or Source.id
// returns name  string  of the place or the source
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)-[:TOOK_PART]->(e:KinthreadEvent)-[:AT]->(place:KinthreadPlace) WHERE e.exists <> 'no'
RETURN p.id AS id, 'place' AS kind, place.id AS of, place.name AS name
UNION
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
MATCH (e)-[:AT]->(place:KinthreadPlace)
RETURN e.id AS id, 'place' AS kind, place.id AS of, place.name AS name
UNION
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)<-[:ABOUT]-(c:KinthreadClaim)-[:FROM]->(s:KinthreadSource) WHERE c.standing = 'active'
RETURN p.id AS id, 'source' AS kind, s.id AS of, s.title AS name
UNION
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)-[:TOOK_PART]->(:KinthreadEvent)<-[:SUPPORTS]-(c:KinthreadClaim)-[:FROM]->(s:KinthreadSource)
WHERE c.standing = 'active'
RETURN p.id AS id, 'source' AS kind, s.id AS of, s.title AS name
UNION
MATCH (e:KinthreadEvent) WHERE e.id IN $ids
MATCH (e)<-[:SUPPORTS]-(c:KinthreadClaim)-[:FROM]->(s:KinthreadSource) WHERE c.standing = 'active'
RETURN e.id AS id, 'source' AS kind, s.id AS of, s.title AS name;
