// Which ties say that two records are, or are not, of one person, and of which records?
// returns tie     string  of the tie
// returns people  list    Person.id of both
MATCH (p:KinthreadPerson)-[r:SAME_AS|NOT_SAME_AS]->(q:KinthreadPerson)
RETURN r.id AS tie, [p.id, q.id] AS people ORDER BY tie;
