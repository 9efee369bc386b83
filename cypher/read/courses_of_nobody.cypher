// Which courses hold for no child any more?
// returns id     string   Course.id
// returns total  integer  how many answers they have
MATCH (k:KinthreadCourse) WHERE NOT EXISTS { (k)-[:TOWARDS]->() }
RETURN k.id AS id, COUNT { (k)<-[:HAS_ANSWER]-() } AS total;
