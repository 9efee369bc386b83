// Mark whoever took part in what these sources tell, or parts of them: when it was told may have changed.
// param   ids  list  Source.id
// returns nothing
MATCH (source:KinthreadSource) WHERE source.id IN $ids
MATCH (source)<-[:PART_OF*0..]-(:KinthreadSource)<-[:FROM]-(:KinthreadClaim)-[:SUPPORTS|DISPUTES]->(:KinthreadEvent)<-[:TOOK_PART]-(p:KinthreadPerson)
SET p.stale = true;
