// Which places say in what they lie, and do not lie there? So an older version left what two data sets share.
// returns facts  map
MATCH (p:KinthreadPlace) WHERE p.part_of IS NOT NULL
  AND NOT EXISTS { (p)-[:PART_OF]->(:KinthreadPlace {id: p.part_of}) }
RETURN properties(p) AS facts;
