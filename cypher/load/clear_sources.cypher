// Take away whom and what these sources belong to, before it is written anew.
// param   ids  list  Source.id
// returns nothing
MATCH (s:KinthreadSource) WHERE s.id IN $ids
MATCH (s)-[r:INFORMANT|PART_OF]->()
DELETE r;
