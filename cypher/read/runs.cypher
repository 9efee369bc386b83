// Which runs of ingest were there, the last one first?
// returns facts  map
MATCH (r:KinthreadRun)
RETURN properties(r) AS facts ORDER BY r.started DESC, r.id;
