// Take away the groups of these people, before they are added up anew; the claims stay.
// param   ids  list  Person.id
// returns nothing
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
MATCH (p)-[r:MEMBER_OF]->()
DELETE r;
