// Which of these people are children for whom the question is asked, or have a calendar from when they were?
// param   ids  list    Person.id
// returns id   string  Person.id
MATCH (p:KinthreadPerson) WHERE p.id IN $ids
WITH p WHERE EXISTS { (p)-[:HAS_CALENDAR]->() }
  OR (p.kind = 'person' AND p.joined_to IS NULL
    AND (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.sought }
      OR (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.born_earliest IS NOT NULL OR q.born_latest IS NOT NULL }
        AND EXISTS { (p)-[:SAME_AS*0..6]-(:KinthreadPerson)<-[:PARENT_OF|CARES_FOR]-() })))
RETURN p.id AS id;
