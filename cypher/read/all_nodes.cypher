// How many nodes are in this database, ours and others?
// returns total  integer
MATCH (n)
RETURN count(n) AS total;
