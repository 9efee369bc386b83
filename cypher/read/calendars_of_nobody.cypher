// Which calendars belong to somebody for whom the question is not asked any more?
// returns id  string  Person.id
MATCH (k:KinthreadCalendar)
OPTIONAL MATCH (k)<-[:HAS_CALENDAR]-(p:KinthreadPerson)
  WHERE p.kind = 'person' AND p.joined_to IS NULL
    AND (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.sought }
      OR (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.born_earliest IS NOT NULL OR q.born_latest IS NOT NULL }
        AND EXISTS { (p)-[:SAME_AS*0..6]-(:KinthreadPerson)<-[:PARENT_OF|CARES_FOR]-() }))
WITH k, p WHERE p IS NULL
RETURN k.id AS id;
