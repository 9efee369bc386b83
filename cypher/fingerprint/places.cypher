// All places, in the order of their ids.
// returns facts  map
MATCH (n:KinthreadPlace)
RETURN properties(n) AS facts ORDER BY n.id;
