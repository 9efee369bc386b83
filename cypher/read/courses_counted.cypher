// How many courses does each of these children have by now? The server keeps the count.
// param   ids     list  Person.id
// returns counts  list  of [Person.id, how many], in one row
MATCH (c:KinthreadPerson) WHERE c.id IN $ids
RETURN collect([c.id, COUNT { (c)<-[:TOWARDS]-() }]) AS counts;
