// All sources, in the order of their ids.
// returns facts  map
MATCH (n:KinthreadSource)
RETURN properties(n) AS facts ORDER BY n.id;
