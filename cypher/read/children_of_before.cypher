// Who has a calendar of another version of the rule, or of an older form, or is a child and has none?
// Who is a child is looked at last: it costs the most.
// param   rule  string  the version of the rule
// returns id    string  Person.id
MATCH (p:KinthreadPerson)
OPTIONAL MATCH (p)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WITH p, k WHERE k IS NULL OR k.rule <> $rule OR k.tallies IS NULL
WITH p, k WHERE k IS NOT NULL
  OR (p.kind = 'person' AND p.joined_to IS NULL
    AND (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.sought }
      OR (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.born_earliest IS NOT NULL OR q.born_latest IS NOT NULL }
        AND EXISTS { (p)-[:SAME_AS*0..6]-(:KinthreadPerson)<-[:PARENT_OF|CARES_FOR]-() })))
RETURN DISTINCT p.id AS id ORDER BY id;
