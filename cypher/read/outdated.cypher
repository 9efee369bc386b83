// How many people changed since the calendars were derived, or wait for a calendar?
// param   rule  string   the version of the rule
// returns many  integer
MATCH (p:KinthreadPerson)
WHERE p.stale OR p.calendar_due
   OR EXISTS { MATCH (p)-[:HAS_CALENDAR]->(k:KinthreadCalendar) WHERE k.rule <> $rule OR k.tally_from IS NULL }
RETURN count(p) AS many;
