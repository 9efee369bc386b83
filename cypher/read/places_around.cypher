// In what does a place lie, and what lies in it?
// param   id      string   Place.id
// returns facts   map
// returns within  boolean  it is the place itself or lies in it; else the place lies in it
MATCH (:KinthreadPlace {id: $id})<-[:PART_OF*0..]-(p:KinthreadPlace)
WITH DISTINCT p
RETURN properties(p) AS facts, true AS within
UNION ALL
MATCH (:KinthreadPlace {id: $id})-[:PART_OF*1..]->(p:KinthreadPlace)
WITH DISTINCT p
RETURN properties(p) AS facts, false AS within;
