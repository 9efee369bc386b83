// Whose calendars are to be derived: by a mark, by another version of the rule, an older form, or none was yet?
// param   rule  string  the version of the rule
// returns id    string  Person.id
MATCH (p:KinthreadPerson)
WHERE p.kind = 'person' AND (p.sought OR p.born_earliest IS NOT NULL OR p.born_latest IS NOT NULL)
  AND EXISTS { (p)<-[:PARENT_OF]-() }
OPTIONAL MATCH (p)-[:HAS_CALENDAR]->(k:KinthreadCalendar)
WITH p, k WHERE p.calendar_due OR k IS NULL OR k.rule <> $rule OR k.tally_from IS NULL
RETURN p.id AS id ORDER BY id;
