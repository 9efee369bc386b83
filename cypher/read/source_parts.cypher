// A source, what it is part of, and what is part of it.
// param   id      string   Source.id
// returns facts   map
// returns within  boolean  it is the source itself or part of it; else the source is part of it
MATCH (:KinthreadSource {id: $id})<-[:PART_OF*0..]-(s:KinthreadSource)
WITH DISTINCT s
RETURN properties(s) AS facts, true AS within
UNION ALL
MATCH (:KinthreadSource {id: $id})-[:PART_OF*1..]->(s:KinthreadSource)
WITH DISTINCT s
RETURN properties(s) AS facts, false AS within;
