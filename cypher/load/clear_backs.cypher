// Take away what a retracted reading of coded words backed; the reading stays.
// param   ids  list  Claim.id
// returns nothing
MATCH (c:KinthreadClaim) WHERE c.id IN $ids
MATCH (c)-[r:BACKS]->()
DELETE r;
