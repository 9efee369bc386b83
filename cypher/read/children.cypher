// Whom may the question "who is left" be asked for? Whoever is sought, or of whom something of
// the birth is said, with a recorded parent or caregiver; of several records of one person the
// first. The rule decides.
// returns id  string  Person.id
MATCH (p:KinthreadPerson)
WHERE p.kind = 'person' AND p.joined_to IS NULL
  AND (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.sought }
    OR (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.born_earliest IS NOT NULL OR q.born_latest IS NOT NULL }
      AND EXISTS { (p)-[:SAME_AS*0..6]-(:KinthreadPerson)<-[:PARENT_OF|CARES_FOR]-() }))
RETURN p.id AS id ORDER BY id;
