// The places and sources of some data sets that nothing recorded names: no person leads to them.
// param   datasets  list    Dataset.id
// returns id        string
CALL () {
  MATCH (n:KinthreadPlace)
  WHERE n.dataset IN $datasets AND NOT EXISTS { (n)<-[:AT|PART_OF]-() }
  RETURN n.id AS id
  UNION ALL
  MATCH (n:KinthreadSource)
  WHERE n.dataset IN $datasets AND NOT EXISTS { (n)<-[:FROM|PART_OF]-() }
  RETURN n.id AS id
}
RETURN id
ORDER BY id;
