// These people's changes have been passed on to the children near them; who was touched meanwhile stays marked.
// param   ids  list  Person.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids AND p.stale = false
REMOVE p.stale;
