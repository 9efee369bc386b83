// Whom are these claims about, or who takes part in the events that they are about?
// param   ids  list    Claim.id
// returns id   string  Person.id
MATCH (c:KinthreadClaim)-[:ABOUT]->(p:KinthreadPerson) WHERE c.id IN $ids
RETURN p.id AS id
UNION
MATCH (c:KinthreadClaim)-[:SUPPORTS|DISPUTES|BACKS|READS]->(:KinthreadEvent)<-[:TOOK_PART]-(p:KinthreadPerson) WHERE c.id IN $ids
RETURN p.id AS id;
