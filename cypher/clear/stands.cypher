// Take away some of how people stood towards children in the form of an older version, but for children who still wait for an answer.
// param   rule  string   the version of the rule
// param   most  integer  how many at once, so that no transaction grows too large
// returns removed  integer
MATCH (:KinthreadPerson)-[s:STANDS]->(c:KinthreadPerson)
WHERE NOT EXISTS { MATCH (c)-[:HAS_CALENDAR]->(k:KinthreadCalendar) WHERE k.rule <> $rule }
WITH s LIMIT $most
DELETE s
RETURN count(*) AS removed;
