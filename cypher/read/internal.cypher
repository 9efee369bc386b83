// Which of these claims and sources rest on what an informant gave for internal use only?
// param   ids  list    Claim.id or Source.id
// returns id   string
MATCH (c:KinthreadClaim) WHERE c.id IN $ids
MATCH (c)-[:FROM]->(s:KinthreadSource) WHERE s.consent = 'internal'
RETURN c.id AS id
UNION
MATCH (s:KinthreadSource) WHERE s.id IN $ids AND s.consent = 'internal'
RETURN s.id AS id;
