// Every claim of some sources.
// param   ids     list  Source.id
// returns labels  list  which kind of claim it is
// returns facts   map
MATCH (s:KinthreadSource)<-[:FROM]-(c:KinthreadClaim) WHERE s.id IN $ids
RETURN labels(c) AS labels, properties(c) AS facts;
