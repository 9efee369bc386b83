// What of this rests on what an informant gave for internal use only? A claim or a source by
// itself; an event if one of its claims does; a person if nothing else says who they are.
// param   ids  list    Claim.id, Source.id, Event.id or Person.id
// returns id   string
MATCH (c:KinthreadClaim) WHERE c.id IN $ids
MATCH (c)-[:FROM]->(s:KinthreadSource) WHERE s.consent = 'internal'
RETURN c.id AS id
UNION
MATCH (s:KinthreadSource) WHERE s.id IN $ids AND s.consent = 'internal'
RETURN s.id AS id
UNION
MATCH (e:KinthreadEvent) WHERE e.id IN $ids AND EXISTS {
  MATCH (e)<-[:SUPPORTS|DISPUTES]-(c:KinthreadClaim)-[:FROM]->(s:KinthreadSource)
  WHERE c.standing = 'active' AND s.consent = 'internal'
}
RETURN e.id AS id
UNION
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
  AND EXISTS { (p)<-[:ABOUT]-(:PersonClaim) }
  AND NOT EXISTS {
    MATCH (p)<-[:ABOUT]-(:PersonClaim:KinthreadClaim)-[:FROM]->(s:KinthreadSource)
    WHERE s.consent <> 'internal'
  }
RETURN p.id AS id;
