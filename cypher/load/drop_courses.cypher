// Take away courses that hold for no child any more. Setting the rule locks each, so that none is tied meanwhile.
// param   ids  list  Course.id
// returns nothing
MATCH (k:KinthreadCourse) WHERE k.id IN $ids
SET k.rule = k.rule
WITH k WHERE NOT EXISTS { (k)-[:TOWARDS]->() }
DETACH DELETE k;
