// Whose calendars are to be derived: by a mark, by another version of the rule, an older form, or none was yet?
// Who is a child is looked at last: it costs the most.
// param   rule  string  the version of the rule
// returns id    string  Person.id
MATCH (p:KinthreadPerson)
WHERE p.kind = 'person' AND p.joined_to IS NULL
OPTIONAL MATCH (p)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WITH p, k WHERE p.calendar_due OR k IS NULL OR k.rule <> $rule OR k.tally_from IS NULL
WITH DISTINCT p
WHERE EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.sought }
   OR (EXISTS { (p)-[:SAME_AS*0..6]-(q:KinthreadPerson) WHERE q.born_earliest IS NOT NULL OR q.born_latest IS NOT NULL }
     AND EXISTS { (p)-[:SAME_AS*0..6]-(:KinthreadPerson)<-[:PARENT_OF|CARES_FOR]-() })
RETURN p.id AS id ORDER BY id;
