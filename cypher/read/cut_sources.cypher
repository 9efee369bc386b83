// Which sources name an informant, or a source that contains them, and do not lead there?
// returns facts  map
MATCH (s:KinthreadSource)
WHERE (s.part_of IS NOT NULL AND NOT EXISTS { (s)-[:PART_OF]->(:KinthreadSource {id: s.part_of}) })
   OR (s.informant IS NOT NULL AND EXISTS { MATCH (:KinthreadPerson {id: s.informant}) }
       AND NOT EXISTS { (s)-[:INFORMANT]->(:KinthreadPerson {id: s.informant}) })
RETURN properties(s) AS facts;
