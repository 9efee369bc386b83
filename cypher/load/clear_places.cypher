// Take away in what these places lie, before it is written anew.
// param   ids  list  Place.id
// returns nothing
MATCH (p:KinthreadPlace) WHERE p.id IN $ids
MATCH (p)-[r:PART_OF]->()
DELETE r;
