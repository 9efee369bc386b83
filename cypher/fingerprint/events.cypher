// All events, in the order of their ids.
// returns facts  map
MATCH (n:KinthreadEvent)
RETURN properties(n) AS facts ORDER BY n.id;
