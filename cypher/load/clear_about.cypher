// Take the people from claims about events that count again: the event leads to them once more.
// param   ids  list  Claim.id
// returns nothing
MATCH (c:KinthreadClaim:EventClaim) WHERE c.id IN $ids
MATCH (c)-[r:ABOUT]->(:KinthreadPerson)
DELETE r;
