// How many courses does each of these children have by now? The server keeps the count.
// param   ids    list     Person.id
// returns id     string   Person.id
// returns total  integer
MATCH (c:KinthreadPerson) WHERE c.id IN $ids
RETURN c.id AS id, COUNT { (c)<-[:TOWARDS]-() } AS total;
