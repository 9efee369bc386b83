// How many people changed since the calendars were derived, or wait for a calendar?
// param   rule  string   the version of the rule
// returns many  integer
CALL () {
  MATCH (p:KinthreadPerson) WHERE p.stale IS NOT NULL RETURN p
  UNION
  MATCH (p:KinthreadPerson) WHERE p.calendar_due = true RETURN p
  UNION
  MATCH (k:KinthreadCalendar) WHERE k.rule <> $rule OR k.tallies IS NULL
  MATCH (p:KinthreadPerson)-[:HAS_CALENDAR]->(k) RETURN p
}
RETURN count(p) AS many;
