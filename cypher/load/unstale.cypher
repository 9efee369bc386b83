// These people's changes have been passed on to the children near them.
// param   ids  list  Person.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
REMOVE p.stale;
