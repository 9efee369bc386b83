// Which of these texts are words of a claim, a title of a source, or a name, for internal use
// only? A name is, if nothing else says who its bearer is.
// param   texts  list    as they are stored
// param   parts  list    of names, in small letters: what somebody searches by
// returns text   string
MATCH (s:KinthreadSource {consent: 'internal'})<-[:FROM]-(c:KinthreadClaim)
UNWIND [c.words, c.note, c.reason, c.reading] AS text
WITH DISTINCT text WHERE text IN $texts
RETURN text
UNION
MATCH (s:KinthreadSource {consent: 'internal'}) WHERE s.title IN $texts
RETURN s.title AS text
UNION
MATCH (p:KinthreadPerson) UNWIND [p.name] + coalesce(p.other_names, []) AS text
WITH p, text WHERE text IN $texts AND EXISTS { (p)<-[:ABOUT]-(:PersonClaim) }
  AND NOT EXISTS {
    MATCH (p)<-[:ABOUT]-(:PersonClaim:KinthreadClaim)-[:FROM]->(s:KinthreadSource)
    WHERE s.consent <> 'internal'
  }
RETURN DISTINCT text
UNION
UNWIND $parts AS text
MATCH (p:KinthreadPerson)
WHERE any(name IN [p.name] + coalesce(p.other_names, []) WHERE toLower(name) CONTAINS text)
  AND EXISTS { (p)<-[:ABOUT]-(:PersonClaim) }
  AND NOT EXISTS {
    MATCH (p)<-[:ABOUT]-(:PersonClaim:KinthreadClaim)-[:FROM]->(s:KinthreadSource)
    WHERE s.consent <> 'internal'
  }
RETURN DISTINCT text;
