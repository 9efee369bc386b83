// The places of these names.
// param   ids    list  Place.id
// returns facts  map
MATCH (n:KinthreadPlace) WHERE n.id IN $ids
RETURN properties(n) AS facts;
