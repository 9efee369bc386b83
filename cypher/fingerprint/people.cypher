// All people, in the order of their ids.
// returns facts  map
MATCH (n:KinthreadPerson)
RETURN properties(n) AS facts ORDER BY n.id;
