// The sources of these names.
// param   ids    list  Source.id
// returns facts  map
MATCH (n:KinthreadSource) WHERE n.id IN $ids
RETURN properties(n) AS facts;
