// All claims, in the order of their ids.
// returns facts  map
MATCH (n:KinthreadClaim)
RETURN properties(n) AS facts ORDER BY n.id;
